"""The central endpoint: receives batches, answers dashboards."""
