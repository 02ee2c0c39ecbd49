"""What a lecturer presents with: the keys of a remote, spotlight, laser, a picture that stands still, and notes."""
