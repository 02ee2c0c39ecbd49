"""The headless commands, one module each; `nnviz.cli` is the table that names them. No Qt, except inside `render`."""
