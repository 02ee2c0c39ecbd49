"""Models of the labs: one Qt-free room each, driven by intents, none knowing another."""
