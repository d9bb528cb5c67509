"""The search over everything: one box that finds records, screens, datasets, periods, help pages and commands."""
