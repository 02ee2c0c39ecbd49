"""The window for sweeps: what varies, and what came of it."""
