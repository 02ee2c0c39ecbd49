"""The model of the lab “descent”: Qt-free, driven by intents."""
