"""What stands behind the words of ``cdd-central``."""
