"""The protocol's other end: bytes in, bytes out, by wire or by file, and what a device is given."""
