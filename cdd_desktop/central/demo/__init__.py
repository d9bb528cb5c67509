"""A made-up province that went through the real ingest."""
