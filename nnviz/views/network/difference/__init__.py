"""The difference of two networks, drawn as one."""
