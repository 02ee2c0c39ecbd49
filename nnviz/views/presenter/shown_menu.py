"""ShownMenu: which bars and docks an audience sees."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from nnviz.views.presenter.stage import BARS, MENU, TRANSPORT
from nnviz.widgets.worded import Worded


class ShownMenu(Worded, QMenu):
    """Checkable: the bars, then each dock by its title.

    titles   of the docks by name, in the language in use
    wanted   names of what is to be seen

    Signals: chosen(str, bool).
    """

    chosen = Signal(str, bool)

    def __init__(
        self, titles: Callable[[], dict[str, str]], wanted: Callable[[], frozenset[str]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("menu_shown")
        self._titles, self._wanted = titles, wanted
        self.entries = {name: self._entry(name) for name in BARS}
        self.addSeparator()
        self.entries |= {name: self._entry(name) for name in titles()}
        self.aboutToShow.connect(self._mark)
        self._word()

    def _entry(self, name: str) -> QAction:
        action = self.addAction("")
        action.setObjectName(f"shown_{name}")
        action.setCheckable(True)
        action.triggered.connect(lambda checked: self.chosen.emit(name, checked))
        return action

    def _mark(self) -> None:
        wanted, titles = self._wanted(), self._titles()
        for name, action in self.entries.items():
            action.setChecked(name in wanted)
            action.setText(titles.get(name, action.text()))

    def _word(self) -> None:
        self.setTitle(self.tr("What is shown"))
        self.entries[MENU].setText(self.tr("Menus"))
        self.entries[TRANSPORT].setText(self.tr("Pages and training"))
        for name, title in self._titles().items():
            self.entries[name].setText(title)
