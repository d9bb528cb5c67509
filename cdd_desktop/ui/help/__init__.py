"""Help: pages for every screen and some tasks, read offline."""
