"""Draw a digit: canvas, the network's answer, and how the drawing is prepared."""
