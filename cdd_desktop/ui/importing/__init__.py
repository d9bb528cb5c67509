"""Excel: the template of a round, reading workbooks in with a preview, and writing them out."""
