"""Keys and seals, passwords and rights, and the trail of what has to be answered for."""
