"""The page of the lab “descent”."""
