"""The animated iteration in the network pane: what is drawn at each moment, and how."""
