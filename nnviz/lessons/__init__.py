"""Lessons: texts, questions and actions that lead through the program. Files in TOML; no Qt here."""
