"""The model of the lab “functions”: Qt-free, driven by intents."""
