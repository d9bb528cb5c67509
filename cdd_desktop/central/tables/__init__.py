"""The floor of central: its rows, its database, numbers under a lock and the feed that is numbered by them."""
