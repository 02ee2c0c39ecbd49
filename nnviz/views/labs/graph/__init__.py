"""The page of the lab “graph”."""
