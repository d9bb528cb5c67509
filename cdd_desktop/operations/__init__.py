"""What people do and see: one verb a file. An operation takes a ``Work`` and returns values; it never commits."""
