"""The supervisor's dashboard: who has reported what, in time or not, and who has been silent."""
