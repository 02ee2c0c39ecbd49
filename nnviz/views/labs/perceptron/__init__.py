"""The page of the lab “perceptron”."""
