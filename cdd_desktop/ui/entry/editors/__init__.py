"""One editor for each field type; every editor speaks in patches of content paths."""
