"""Worksheets: one training step on one sample, as lines that people work out by hand."""
