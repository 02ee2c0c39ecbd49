"""The model of the lab “graph”: Qt-free, driven by intents."""
