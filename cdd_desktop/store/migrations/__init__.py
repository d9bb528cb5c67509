"""Migrations of the local store (Alembic), one file a version."""
