"""What frozen lists come to, by office and by province."""
