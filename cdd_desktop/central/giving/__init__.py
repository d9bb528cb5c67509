"""Giving the data on: tables of what central holds, as files, as views for BI tools, and as a feed."""
