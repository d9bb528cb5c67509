"""The list of a submission's entries with their states, a search box and what is left to do."""
