"""The inspector: one unit or one weight, and what every number of it is made of."""
