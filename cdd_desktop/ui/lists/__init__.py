"""Holidays and villages of the office."""
