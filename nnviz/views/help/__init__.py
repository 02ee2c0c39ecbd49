"""Help: what the thing in focus shows and what can be done there, one text a pane or section."""
