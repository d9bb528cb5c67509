"""Schema upgrades of central's database, in order."""
