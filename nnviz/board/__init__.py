"""The drawing board: a canvas, and what the network says about the drawing; for the digits page and for the booth."""
