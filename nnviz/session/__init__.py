"""The running experiment: QtCore only, no widgets."""
