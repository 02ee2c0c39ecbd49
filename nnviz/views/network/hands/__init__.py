"""Hands on: what pointer and keys do to the network itself in its drawing."""
