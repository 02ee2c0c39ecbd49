"""The player of the passes: one iteration as a film with play, pause, steps, a slider and words for every moment."""
