"""Long use, compressed: visitors at the booth, a lecturer in the window, what is left of them in memory."""
