"""Teach it your hand: drawings to learn, and what came of it."""
