"""Sending and receiving: messages, engine, gateway, back-off. No Qt."""
