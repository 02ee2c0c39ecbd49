"""LabsRoom: the labs' pages with a rail beside them that leads from one to the other."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from nnviz.session.pages import LABS
from nnviz.theme.icons import icon
from nnviz.theme.palettes import Palette
from nnviz.theme.theme import Theme
from nnviz.widgets.focus import keep_on
from nnviz.widgets.front_stack import FrontStack
from nnviz.widgets.overflow import Overflow
from nnviz.widgets.worded import Worded

if TYPE_CHECKING:
    from nnviz.session.session import Session

RAIL = 92
"""Width of the rail in pixels at ordinary text size."""
ICON = 24


class LabsRoom(Worded, QWidget):
    """Fills the centre of the window while a lab is in front. A lab's page is made when it is opened first."""

    def __init__(self, session: Session, theme: Theme, actions: dict[str, QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("labs_room")
        self._session, self._theme = session, theme
        self._pages: dict[str, QWidget] = {}
        self._icons: dict[str, tuple[Palette, str]] = {}
        self._stack = FrontStack(self)
        self._rail = QFrame(self)
        self._buttons = {lab: self._button(lab, actions[f"page_{lab}"]) for lab in LABS}
        self._build()
        theme.changed.connect(self._dress)
        self._word()

    def open_lab(self, lab: str) -> None:
        """Bring a lab's page to the front."""
        if lab not in self._pages:
            self._pages[lab] = PAGES[lab](self._session, self._theme, self)
            self._stack.addWidget(self._pages[lab])
        self._stack.setCurrentWidget(self._pages[lab])
        self._dress()

    def take_focus_along(self, lab: str) -> None:
        """To the lab in front, where a button of the rail has it."""
        keep_on(self._buttons[lab], self._buttons.values())

    def _button(self, lab: str, action: QAction) -> QToolButton:
        button = QToolButton(self._rail)
        button.setObjectName(f"rail_{lab}")
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setProperty("role", "rail")
        return button

    def _build(self) -> None:
        self._rail.setObjectName("labs_rail")
        self._rail.setProperty("role", "surface")
        column = QVBoxLayout(self._rail)
        column.setContentsMargins(6, 8, 6, 8)
        column.setSpacing(6)
        for button in self._buttons.values():
            column.addWidget(button)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self._rail)
        # In a hall, beside a lesson, a page may be wider than its place; the window does not grow for it.
        row.addWidget(Overflow(self._stack, "labs_area", self), 1)

    def _dress(self) -> None:
        palette, scale = self._theme.palette, self._theme.scale
        self._rail.setFixedWidth(round(RAIL * scale))
        for lab, button in self._buttons.items():
            button.setIconSize(QSize(round(ICON * scale), round(ICON * scale)))
            button.setFont(self._theme.font(0.85))
            wanted = (palette, "on_accent" if button.isChecked() else "text")
            if self._icons.get(lab) != wanted:
                # Drawing one takes 5 ms. The action has none of its own: it would stand in the menu too.
                self._icons[lab] = wanted
                button.setIcon(icon(lab, *wanted))

    def _word(self) -> None:
        self.setAccessibleName(self.tr("Labs"))
        for button in self._buttons.values():
            button.setAccessibleName(button.defaultAction().text())
        # An action that gets another text takes the button's picture away: it has none of its own.
        self._icons.clear()
        self._dress()


def _functions(session: Session, theme: Theme, parent: QWidget) -> QWidget:
    from nnviz.session.labs.functions.lab import FunctionsLab
    from nnviz.views.labs.functions.page import FunctionsPage

    return FunctionsPage(session, theme, session.labs.of(FunctionsLab), parent)


def _perceptron(session: Session, theme: Theme, parent: QWidget) -> QWidget:
    from nnviz.session.labs.perceptron.lab import PerceptronLab
    from nnviz.views.labs.perceptron.page import PerceptronPage

    return PerceptronPage(session, theme, session.labs.of(PerceptronLab), parent)


def _graph(session: Session, theme: Theme, parent: QWidget) -> QWidget:
    from nnviz.session.labs.graph.lab import GraphLab
    from nnviz.views.labs.graph.page import GraphPage

    return GraphPage(session, theme, session.labs.of(GraphLab), parent)


def _descent(session: Session, theme: Theme, parent: QWidget) -> QWidget:
    from nnviz.session.labs.descent.lab import DescentLab
    from nnviz.views.labs.descent.page import DescentPage

    return DescentPage(session, theme, session.labs.of(DescentLab), parent)


def _depth(session: Session, theme: Theme, parent: QWidget) -> QWidget:
    from nnviz.session.labs.depth.lab import DepthLab
    from nnviz.views.labs.depth.page import DepthPage

    return DepthPage(session, theme, session.labs.of(DepthLab), parent)


PAGES: dict[str, Callable[[Session, Theme, QWidget], QWidget]] = {
    "functions": _functions,
    "perceptron": _perceptron,
    "graph": _graph,
    "descent": _descent,
    "depth": _depth,
}
"""Imported when they are opened: pyqtgraph alone takes 0.2 s."""
