"""What the views of a supervisor hold, as plain values: screen, workbook, memo and clipboard all read these."""
