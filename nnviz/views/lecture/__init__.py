"""The pane of the lesson that is open."""
