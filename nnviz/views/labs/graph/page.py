"""GraphPage: computational graphs, stepped forward and backward, and the two modes of differentiation."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from nnviz.session.labs.graph.lab import GraphLab
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.labs.graph.graph_section import GraphSection
from nnviz.views.labs.graph.modes_section import ModesSection
from nnviz.views.labs.page import LabPage, Maker


class GraphPage(LabPage):
    """The lab “graph”."""

    makers: ClassVar[dict[str, Maker]] = {"graph": GraphSection, "modes": ModesSection}

    def __init__(self, session: Session, theme: Theme, lab: GraphLab, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, lab, parent)

    def titles(self) -> dict[str, str]:
        return {"graph": self.tr("Graph"), "modes": self.tr("Forward mode and reverse mode")}
