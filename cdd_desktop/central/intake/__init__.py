"""A batch on its way in: edits, steps, certifications, people and delegations, and the receipt."""
