"""LossSection: losses as functions of the prediction, of one output and of several classes."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from nnviz.session.intents import Intent
from nnviz.session.labs.functions.intents_training import ShowLossView
from nnviz.session.labs.functions.lab import FunctionsLab
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.labs.functions.board import Board, BoardSection
from nnviz.views.labs.functions.losses_classes import ClassesBoard
from nnviz.views.labs.functions.losses_output import OutputBoard


class LossSection(BoardSection):
    """Squared error and cross-entropy; information and entropy."""

    makers: ClassVar[dict[str, Callable[[BoardSection], Board]]] = {"output": OutputBoard, "classes": ClassesBoard}

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, "losses", parent)

    @property
    def view(self) -> str:
        return self.session.labs.of(FunctionsLab).losses.view

    def show_view(self, view: str) -> Intent:
        return ShowLossView(view)

    def titles(self) -> tuple[str, dict[str, str]]:
        return self.tr("What is predicted"), {
            "output": self.tr("One probability, a batch of samples"),
            "classes": self.tr("Several classes, information and entropy"),
        }
