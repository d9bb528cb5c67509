"""The calendar: a fiscal year at a glance, a month, and the way to the agenda."""
