"""Central as a running service: its routes, its document, its processes."""
