"""The training engine: NumPy and the standard library only, written to be read beside a textbook.

Notation: layer 0 is the input; z = a·W + b, a = f(z); arrays are (batch, units), W is (in, out).
Lists of a trace hold one entry per weight layer: z[0], a[0], dW[0] belong to layer 1.
"""
