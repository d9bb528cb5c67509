"""A published version of the program: its files, the bundles that carry it, and who signs for them."""
