"""DescentPage: optimizers on surfaces, gradient descent by batches, and the surface of the current run."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.labs.descent.surface_section import SurfaceSection
from nnviz.views.labs.page import LabPage, Maker
from nnviz.views.labs.section import LabSection


def _surface(session: Session, theme: Theme, parent: QWidget) -> LabSection:
    return SurfaceSection(session, theme, parent)


def _batches(session: Session, theme: Theme, parent: QWidget) -> LabSection:
    from nnviz.views.labs.descent.batches_section import BatchesSection

    return BatchesSection(session, theme, parent)


def _yours(session: Session, theme: Theme, parent: QWidget) -> LabSection:
    from nnviz.views.labs.descent.own_section import OwnSection

    return OwnSection(session, theme, parent)


class DescentPage(LabPage):
    """Three sections: "surface", "batches", "yours"; the last two are imported when they are opened."""

    makers: ClassVar[dict[str, Maker]] = {"surface": _surface, "batches": _batches, "yours": _yours}

    def titles(self) -> dict[str, str]:
        return {
            "surface": self.tr("Optimizers on a surface"),
            "batches": self.tr("Batches"),
            "yours": self.tr("Your own surface"),
        }
