"""Fuzzing: thousands of damaged files through every door of nnviz. Each opens, or is refused with a sentence."""
