"""The page of the lab “functions”."""
