"""The booth on the screen: an unattended stand at which visitors draw digits."""
