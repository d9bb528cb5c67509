"""A submission as a table: many entries typed, pasted, filled and corrected like in a spreadsheet."""
