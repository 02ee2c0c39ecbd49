"""The page of the lab “depth”."""
