"""TargetSection: why cross-entropy is minimised, and neither the squared error nor the share of mistakes."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from nnviz.session.intents import Intent
from nnviz.session.labs.functions.intents_training import ShowTargetView
from nnviz.session.labs.functions.lab import FunctionsLab
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.labs.functions.board import Board, BoardSection
from nnviz.views.labs.functions.targets_accuracy import AccuracyBoard
from nnviz.views.labs.functions.targets_gradients import GradientBoard
from nnviz.views.labs.functions.targets_rest import RestBoard


class TargetSection(BoardSection):
    """Gradients at the logit; the wrong classes' shares of the rest; accuracy and loss of one weight."""

    makers: ClassVar[dict[str, Callable[[BoardSection], Board]]] = {
        "gradients": GradientBoard,
        "rest": RestBoard,
        "accuracy": AccuracyBoard,
    }

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, "targets", parent)

    @property
    def view(self) -> str:
        return self.session.labs.of(FunctionsLab).targets.view

    def show_view(self, view: str) -> Intent:
        return ShowTargetView(view)

    def titles(self) -> tuple[str, dict[str, str]]:
        return self.tr("What is compared"), {
            "gradients": self.tr("Confidently wrong: who still learns?"),
            "rest": self.tr("How the wrong classes share the rest"),
            "accuracy": self.tr("Why not accuracy?"),
        }
