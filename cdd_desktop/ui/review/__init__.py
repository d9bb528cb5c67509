"""Review of a submission: its certified records, last period beside them, accept or send back with comments."""
