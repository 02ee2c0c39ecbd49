"""Figures of any widget: PNG, SVG and PDF, whose words are words and whose lines are lines."""
