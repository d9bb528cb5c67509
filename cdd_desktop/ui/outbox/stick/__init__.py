"""Files on USB sticks: writing what waits, opening what came, and how it stands with them."""
