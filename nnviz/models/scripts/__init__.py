"""Scripts: a run written down as a program of its own, in NumPy or in PyTorch."""
