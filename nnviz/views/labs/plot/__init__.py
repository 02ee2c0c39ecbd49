"""Plots of the labs: pyqtgraph behind a few plain words."""
