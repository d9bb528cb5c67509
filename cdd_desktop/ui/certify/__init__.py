"""Proposing, certifying and returning a submission, with everything that stands in the way listed."""
