"""Where samples come from, and how a drawing becomes an input. No Qt."""
