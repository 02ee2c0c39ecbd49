"""Colours, fonts and icons: value → colour, and the palettes of the program. Knows nothing of sessions."""
