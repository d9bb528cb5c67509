"""What central holds of the offices, as rules, figures and the ingest read and change it."""
