"""The home screen: what is due, how far it is, what is wrong, what waits to be sent."""
