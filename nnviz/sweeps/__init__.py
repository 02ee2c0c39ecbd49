"""Sweeps: one experiment with other settings and seeds, many times over. No Qt."""
