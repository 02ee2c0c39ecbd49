"""Reusable parts of a window that know nothing of networks: fields that refuse in place, sliders, sections, layouts."""
