"""Markdown: what texts may have beyond the plain one, as it is searched for by whoever checks them and whoever shows
them."""

from __future__ import annotations

import re
from typing import Final

MATH: Final = re.compile(r"(`+[^`]*`+)|\\(\$)|\$\$(.+?)\$\$|\$([^$\n]+?)\$", re.DOTALL)
"""Code, a dollar sign that is meant, a formula on its own line, a formula."""
FIGURE: Final = re.compile(r"!\[[^\[\]]*\]\(([^()\s]*)\)")
"""A picture, by its name."""
