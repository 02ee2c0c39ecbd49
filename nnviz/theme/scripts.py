"""Scripts: writing that Inter does not have comes from a bundled font too, in every language of the program.

Many machines have no Korean font, and classes, columns and files of one's own may have Korean names. Inter and the font
of formulas are asked first: Latin letters and signs are theirs.
"""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

from nnviz.assets import resource

LATIN = "Inter"
FORMULAS = "STIX Two Math"
SCRIPTS = {"Noto Sans KR Subset": ("NotoSansKR-Regular.ttf", "NotoSansKR-SemiBold.ttf")}
"""Files by family."""


def load_scripts() -> None:
    """See to it that texts in all these scripts can be read. It takes a millisecond."""
    for family, files in SCRIPTS.items():
        for asked_first in (LATIN, FORMULAS):
            QFont.insertSubstitution(asked_first, family)
        # Last: it makes Qt forget which fonts it has found so far.
        for file in files:
            QFontDatabase.addApplicationFont(str(resource("fonts", file)))
