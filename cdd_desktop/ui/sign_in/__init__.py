"""Signing in, setting up an office, and the lock."""
