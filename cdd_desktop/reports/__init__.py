"""Completeness, timeliness and figures: pure functions over facts."""
