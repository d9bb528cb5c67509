"""The program's versions, kept and offered to machines."""
