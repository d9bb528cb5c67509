"""The sync screen: what waits, each submission's way, questions, and the journal of contacts."""
