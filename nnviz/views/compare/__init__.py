"""The page that compares runs: its settings row and its table."""
