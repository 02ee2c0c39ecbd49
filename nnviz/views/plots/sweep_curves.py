"""The curves of a sweep: loss and accuracy on the test set, one curve a setting, a band for its seeds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QWidget

from nnviz.sweeps.summary import BANDS, Curve, Group
from nnviz.theme.lanes import MANY
from nnviz.theme.theme import Theme
from nnviz.views.plots.curves_view import SMALL, CurvesView, widest_value, with_accuracy
from nnviz.views.plots.key import KeyEntry
from nnviz.widgets.numerals import NONE
from nnviz.widgets.segments import Segments
from nnviz.widgets.ticks import compact

if TYPE_CHECKING:
    from nnviz.session.session import Session
    from nnviz.views.plots.sweep_charts import SweepCharts

KEY_WIDTH, KEY_SAMPLE = 2.5, 26.0
NAMED = 190
"""Width for each setting, times the size of the writing, from which on the key has names and not only letters."""
LOOKS = {look.letter: look for look in MANY}


class SweepCurves(CurvesView["SweepCharts"]):
    """Curves <letter>_loss and <letter>_accuracy (%) over the epochs, with the numbers in the end or at the pointer."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, "sweep_curves", parent)
        self._groups: Mapping[str, Group] = {}
        self._names: Mapping[str, str] = {}
        self._losses: dict[str, Curve] = {}
        self._shares: dict[str, Curve] = {}
        self._named = False
        self._set_up()
        self._name()
        self._restyle()
        session.clock.slow.connect(self._on_slow)
        theme.changed.connect(self._on_theme)
        self._refresh()

    def show_groups(self, groups: Mapping[str, Group], names: Mapping[str, str]) -> None:
        """What is drawn, and what it is called, by letter."""
        self._groups, self._names, self._dirty = groups, names, True

    def key_value(self, letter: str) -> str:
        """What the key says of a setting."""
        return self._entries[letter].value

    def band_data(self, name: str) -> tuple[object, object]:
        """The ends of a drawn band, as the charts call it."""
        return self._show_charts().band_data(name)

    # building

    def _set_up(self) -> None:
        self._entries = {
            name: KeyEntry(self._theme, look.role, KEY_WIDTH, False, look.dashes, KEY_SAMPLE, parent=self)
            for name, look in LOOKS.items()
        }
        self._epoch = KeyEntry(self._theme, "text", 0.0, parent=self)
        self._caption = QLabel(self)
        self._caption.setProperty("role", "hint")
        self.band = Segments("sweep_band", tuple(BANDS), self)
        self.band.set_value("range")
        self.band.value_changed.connect(self._on_band)
        parts: dict[str, QWidget] = {"log_scale": self._log_scale, "empty": self._empty, "epoch": self._epoch}
        parts |= {f"key_{name}": entry for name, entry in self._entries.items()}
        for name, part in parts.items():
            part.setObjectName(f"sweep_curves_{name}")
        self._lay_out((self._caption, self.band, *self._entries.values()), self._epoch, gap=10)

    # words

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Loss and accuracy of the settings"))
        self._empty.setText(self.tr("One curve for each setting, a band for its seeds: they come as runs are done"))
        self._caption.setText(self.tr("line: mean · band:"))
        words = {"range": self.tr("lowest to highest"), "sd": self.tr("± 1 standard deviation")}
        self.band.set_words(self.tr("Band over the seeds"), words)
        self._name_scale()
        self._epoch.set_name(self.tr("epoch"), "", self.tr("Passes through the training set"))

    def _name_entries(self) -> None:
        tip = self.tr("loss and accuracy on the test set, mean over the seeds")
        self._named = self._is_wide()
        for letter, entry in self._entries.items():
            entry.setVisible(letter in self._groups)
            name = f"{letter}  {self._names.get(letter, '')}".rstrip()
            entry.set_name(name if self._named else letter, widest_value(bool(self._shares)), f"{name}: {tip}")

    def _is_wide(self) -> bool:
        """True where there is room for names in the key, and not only for letters."""
        return self.width() >= NAMED * max(len(self._groups), 1) * self._theme.scale

    def _name_axes(self, charts: SweepCharts) -> None:
        from nnviz.views.plots.chart_pair import Titles

        charts.setAccessibleName(self.tr("Test loss and test accuracy over the epochs"))
        shares = self.tr("test accuracy (%)"), self.tr("accuracy (%)"), self.tr("%")
        charts.set_titles(Titles(self.tr("epoch"), self.tr("test loss"), shares))

    def _write_values(self) -> None:
        at = self._charts.place(self._pointed) if self._charts else None
        self._epoch.set_value("" if at is None else f"{at:.4g}")
        for letter, entry in self._entries.items():
            entry.set_value(self._reading(letter, at) if letter in self._groups else "")

    def _reading(self, letter: str, at: float | None) -> str:
        from nnviz.views.plots.sweep_charts import reading

        if letter not in self._losses or not len(self._losses[letter].x):
            return NONE
        share = reading(self._shares[letter], at)[1] if letter in self._shares else float("nan")
        return with_accuracy(compact(reading(self._losses[letter], at)[1]), share)

    # what has changed

    def _on_slow(self) -> None:
        if self._dirty and self.isVisible():
            self._refresh()

    def _on_theme(self, _: object) -> None:
        self._restyle()

    def _on_band(self, _: str) -> None:
        self._refresh()

    def _refresh(self) -> None:
        """Draw the groups as they are now; without any, say how to get them."""
        self._dirty = False
        known = {letter: group for letter, group in self._groups.items() if group.results}
        band = self.band.value()
        self._losses = {letter: group.curve("test_loss", band) for letter, group in known.items()}
        shared = {letter: group for letter, group in known.items() if _has_accuracy(group)}
        self._shares = {letter: group.curve("test_accuracy", band) for letter, group in shared.items()}
        if not known:
            self._show_empty()
            return
        charts = self._show_charts()
        charts.draw(self._losses, self._shares, self._log_scale.isChecked())
        if self._pointed is not None and charts.place(self._pointed) is None:
            self._pointed = None
        charts.point_at(self._pointed)
        self._name_entries()
        self._write_values()

    def _make_charts(self) -> SweepCharts:
        from nnviz.views.plots.sweep_charts import SweepCharts

        charts = SweepCharts(self._theme, self._body)
        charts.setObjectName("sweep_charts")
        return charts

    def _restyle(self) -> None:
        self._name_entries()
        self._empty.setFont(self._theme.font())
        for part in (self._log_scale, self._caption, *self.band.buttons.values()):
            part.setFont(self._theme.font(SMALL))
        height = self.band.sizeHint().height()
        for entry in (*self._entries.values(), self._epoch):
            entry.setMinimumHeight(height if entry is not self._epoch else 0)
            entry.restyle()
        self._caption.setMinimumHeight(height)
        if self._charts:
            self._charts.restyle()
            self._name_axes(self._charts)
        self._dirty = True

    def _step(self, way: int) -> None:
        """Read the evaluation after (1) or before (−1) the one that is read."""
        newest = self._charts.nearest(self._charts.end()) if self._charts else None
        if newest is not None:
            now = newest + 1 if self._pointed is None else self._pointed
            if 0 <= now + way <= newest:
                self.point_at(now + way)

    # Qt

    def sizeHint(self) -> QSize:
        return QSize(760, 360)

    def minimumSizeHint(self) -> QSize:
        return QSize(300, 170)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._restyle()
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._named != self._is_wide():
            self._name_entries()


def _has_accuracy(group: Group) -> bool:
    """False for a regression."""
    return any(value is not None for result in group.results for value in result.course.test_accuracy)
