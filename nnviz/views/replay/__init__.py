"""The two strips at the foot of the window: one while it records, one while a recording is played."""
