"""The network pane: the heart of the window, neurons and weights drawn as the numbers they are."""
