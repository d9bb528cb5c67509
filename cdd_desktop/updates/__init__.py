"""Program updates."""
