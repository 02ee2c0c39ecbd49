"""The labs: one page for each thing that a lecturer draws on the board."""
