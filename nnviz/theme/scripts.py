"""Scripts: writing that Inter does not have comes from a bundled font too, loaded when it is first shown.

Many machines have no Korean font. Inter and the font of formulas are asked first: Latin letters and signs are theirs.
"""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

from nnviz.assets import resource

LATIN = "Inter"
FORMULAS = "STIX Two Math"
SCRIPTS = {"ko": ("Noto Sans KR Subset", ("NotoSansKR-Regular.otf", "NotoSansKR-SemiBold.ttf"))}
"""Family and files by language."""


def load_script(language: str) -> None:
    """See to it that texts of a language can be read; nothing to do for those that Inter can write."""
    family, files = SCRIPTS.get(language, ("", ()))
    # Qt keeps these names in small letters.
    if not family or family.lower() in QFont.substitutes(LATIN):
        return
    for asked_first in (LATIN, FORMULAS):
        QFont.insertSubstitution(asked_first, family)
    # Last: it makes Qt forget which fonts it has found so far.
    for file in files:
        QFontDatabase.addApplicationFont(str(resource("fonts", file)))
