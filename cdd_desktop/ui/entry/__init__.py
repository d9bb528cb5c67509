"""The screen where one record of a submission is typed: worklist at the left, form at the right."""
