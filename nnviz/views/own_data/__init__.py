"""Bringing data along: dialogs that show what was understood of a table or a folder of images before it is used."""
