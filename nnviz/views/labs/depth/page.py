"""DepthPage: the lab of deep networks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.labs.depth.layers_section import LayersSection
from nnviz.views.labs.page import LabPage, Maker
from nnviz.views.labs.section import LabSection


def _starts(session: Session, theme: Theme, parent: QWidget) -> LabSection:
    from nnviz.views.labs.depth.starts_section import StartsSection

    return StartsSection(session, theme, parent)


def _gradients(session: Session, theme: Theme, parent: QWidget) -> LabSection:
    from nnviz.views.labs.depth.gradients_section import GradientsSection

    return GradientsSection(session, theme, parent)


def _linear(session: Session, theme: Theme, parent: QWidget) -> LabSection:
    """The only section with plots of pyqtgraph, whose import takes longer than all the rest of the page."""
    from nnviz.views.labs.depth.linear_section import LinearSection

    return LinearSection(session, theme, parent)


class DepthPage(LabPage):
    """Layers, starts, gradients, linear layers."""

    makers: ClassVar[Mapping[str, Maker]] = {
        "layers": LayersSection, "starts": _starts, "gradients": _gradients, "linear": _linear,
    }  # fmt: skip

    def titles(self) -> dict[str, str]:
        return {
            "layers": self.tr("Layers"),
            "starts": self.tr("Starts"),
            "gradients": self.tr("Gradients"),
            "linear": self.tr("Linear layers"),
        }
