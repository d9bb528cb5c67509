"""Workbooks in and out: plans, never database writes."""
