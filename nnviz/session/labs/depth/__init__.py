"""The model of the lab “depth”: Qt-free, driven by intents."""
