"""Networks as files: what is saved, opened and imported. No Qt."""
