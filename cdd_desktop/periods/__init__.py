"""The reporting calendar: pure functions of dates."""
