"""The difference pane: which two of the compared runs are subtracted, and the network that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nnviz.theme.theme import Theme
from nnviz.views.network.difference.stage import DifferencePicture
from nnviz.views.network.difference.view import DifferenceView
from nnviz.widgets.choice_field import ChoiceField
from nnviz.widgets.worded import Worded

if TYPE_CHECKING:
    from nnviz.session.session import Session


class DifferencePane(Worded, QWidget):
    """Lane b less lane a, by default the second less the first."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self.view = DifferenceView(session, theme, self)
        self._title, self._minus = QLabel(self), QLabel("−", self)
        self._fields = {name: ChoiceField(self, compact=True) for name in ("b", "a")}
        self._build()
        self._name()
        self._dress()
        self._connect()
        self._show_lanes()

    @property
    def picture(self) -> DifferencePicture | None:
        """All that is drawn, as arrays; None where there is nothing to compare."""
        return self.view.picture

    @property
    def lanes(self) -> tuple[int, int]:
        """Numbers of the lanes b and a of b − a."""
        return self.view.stage.b, self.view.stage.a

    def choose(self, b: int, a: int) -> None:
        """Show lane b less lane a."""
        for field, lane in zip(self._fields.values(), (b, a), strict=True):
            field.set_value(str(lane))
        self.view.choose(b, a)

    # building

    def _build(self) -> None:
        self.setObjectName("difference_pane")
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title.setProperty("role", "hint")
        for name, field in self._fields.items():
            field.setObjectName(f"difference_{name}")
        row = QHBoxLayout()
        row.setContentsMargins(12, 8, 12, 0)
        row.setSpacing(8)
        for part in (self._title, self._fields["b"], self._minus, self._fields["a"]):
            row.addWidget(part)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.view, 1)

    def _connect(self) -> None:
        self._session.comparison.changed.connect(self._on_lanes)
        self._session.experiment_changed.connect(self._on_lanes)
        self._theme.changed.connect(self._on_theme)
        self._fields["b"].value_changed.connect(self._on_b)
        self._fields["a"].value_changed.connect(self._on_a)

    def _name(self) -> None:
        self._title.setText(self.tr("weights of"))
        self.setAccessibleName(self.tr("Difference of the weights of two runs"))
        for field in self._fields.values():
            field.setToolTip(self.tr("Every edge shows the weight of the first run minus that of the second"))
        self._fields["b"].setAccessibleName(self.tr("Run whose weights are shown"))
        self._fields["a"].setAccessibleName(self.tr("Run whose weights are subtracted"))

    def _dress(self) -> None:
        self._title.setFont(self._theme.font(0.95))
        self._minus.setFont(self._theme.font(1.1, bold=True))

    # what has changed

    def _on_theme(self, _: object) -> None:
        self._dress()

    def _on_lanes(self, _: object) -> None:
        self._show_lanes()

    def _show_lanes(self) -> None:
        """Offer the lanes there are; the first two where a chosen one has gone."""
        comparison, words = self._session.comparison, self.view.stage.words
        count = len(comparison.values)
        names = [(str(lane), words.lane(comparison, lane)) for lane in range(count)]
        for field in self._fields.values():
            field.set_choices(names)
        self.choose(*(self.lanes if max(self.lanes) < count else (1, 0)))

    def _on_b(self, lane: str) -> None:
        self._change(int(lane), self.lanes[1])

    def _on_a(self, lane: str) -> None:
        self._change(self.lanes[0], int(lane))

    def _change(self, b: int, a: int) -> None:
        """A lane less itself would be nothing: the two change places instead."""
        self.choose(*((b, a) if b != a else self.lanes[::-1]))

    # Qt

    def sizeHint(self) -> QSize:
        return QSize(520, 440)

    def _word(self) -> None:
        self._name()
        self._show_lanes()
