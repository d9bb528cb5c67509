"""The eleven datasets with their periods and registers."""
