"""LabPage: base of the labs' pages: a row of tabs for the sections, the one in front, and what was refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from nnviz.errors import report
from nnviz.session.labs.lab import Lab, OpenSection
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.labs.section import LabSection
from nnviz.views.labs.tips import explain
from nnviz.widgets.front_stack import FrontStack
from nnviz.widgets.worded import Worded

Maker = Callable[[Session, Theme, QWidget], LabSection]


class LabPage(Worded, QWidget):
    """A lab's page. Subclasses name their sections in `titles` and say in `makers` how each is made, when it is opened
    for the first time."""

    makers: ClassVar[Mapping[str, Maker]]

    def __init__(self, session: Session, theme: Theme, lab: Lab, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._theme, self.lab = session, theme, lab
        self.setObjectName(f"lab_{lab.name}")
        self._sections: dict[str, LabSection] = {}
        self._tabs = {name: self._tab(name) for name in lab.sections}
        self._stack = FrontStack(self)
        self._trouble = QLabel(self)
        self._build()
        self._word()
        session.labs.changed.connect(self._follow)
        self._open(lab.section)

    def titles(self) -> dict[str, str]:
        """What the tabs say, by section."""
        raise NotImplementedError

    def section(self, name: str) -> LabSection:
        """A section, made where it is not there yet."""
        if name not in self._sections:
            section = self.makers[name](self._session, self._theme, self)
            section.refused.connect(self._refuse)
            self._sections[name] = section
            self._stack.addWidget(section)
            explain(section)
        return self._sections[name]

    def _tab(self, name: str) -> QPushButton:
        tab = QPushButton(self)
        tab.setObjectName(f"section_{name}")
        tab.setCheckable(True)
        tab.setProperty("role", "tab")
        tab.clicked.connect(self._choose)
        return tab

    def _build(self) -> None:
        self._group = QButtonGroup(self)
        strip = QFrame(self)
        row = QHBoxLayout(strip)
        row.setContentsMargins(8, 4, 8, 0)
        row.setSpacing(2)
        for tab in self._tabs.values():
            self._group.addButton(tab)
            row.addWidget(tab)
        row.addStretch(1)
        self._trouble.setObjectName("lab_trouble")
        self._trouble.setProperty("role", "warning")
        self._trouble.setWordWrap(True)
        self._trouble.setContentsMargins(14, 4, 14, 4)
        self._trouble.setTextFormat(Qt.TextFormat.PlainText)
        self._trouble.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        strip.setVisible(len(self._tabs) > 1)
        column.addWidget(strip)
        column.addWidget(self._trouble)
        column.addWidget(self._stack, 1)

    def _word(self) -> None:
        for name, title in self.titles().items():
            self._tabs[name].setText(title)
            self._tabs[name].setAccessibleName(title)
        explain(self)

    def _choose(self) -> None:
        name = next(name for name, tab in self._tabs.items() if tab.isChecked())
        self._session.do(OpenSection(self.lab.name, name))

    def _follow(self, lab: str) -> None:
        if lab == self.lab.name:
            self._open(self.lab.section)

    def _open(self, name: str) -> None:
        section = self.section(name)
        if self._stack.currentWidget() is not section:
            self._refuse(None)
            self._stack.setCurrentWidget(section)
        self._tabs[name].setChecked(True)

    def _refuse(self, error: Exception | None) -> None:
        self._trouble.setText(report(error, _words).text if error else "")
        self._trouble.setVisible(error is not None)


def _words(text: str) -> str:
    return QCoreApplication.translate("errors", text)
