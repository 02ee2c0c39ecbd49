"""The model of the lab “perceptron”: Qt-free, driven by intents."""
