"""What every request passes through and leaves behind: bounds, limits, counts and lines of the log."""
