"""Program updates: looked for, fetched, built beside the running program, proved, taken at the next start.

``start`` runs before anything else of the program and imports nothing of it. Nothing here touches anybody's data.
"""
