"""What central says: a Thai and an English sentence for each code, and the refusals that carry them."""
