"""The timeline strip: back and forth among the kept states of a run."""
