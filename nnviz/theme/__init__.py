"""Colours, fonts, icons and painters: value → colour, and the palettes of the program. Knows nothing of sessions."""
