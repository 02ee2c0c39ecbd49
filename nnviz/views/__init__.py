"""The panes and dialogs of the window: one package per pane; only the main window knows them all."""
