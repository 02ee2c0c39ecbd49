"""PairPanel and BoundsPanel: LogSumExp against the maximum, of (x, 0) and of all logits between its bounds."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from nnviz.session.labs.functions.softmax import LOGITS, PAIR, SoftmaxPart, Values
from nnviz.theme.theme import Theme
from nnviz.views.labs.card import Card
from nnviz.views.labs.functions.softmax_columns import SUBSCRIPTS
from nnviz.views.labs.plot.ink import Ink
from nnviz.views.labs.plot.plot import HANDLE, LabPlot
from nnviz.widgets.number_label import NumberLabel
from nnviz.widgets.numerals import short

LSE = Ink("accent", 3.0)
LOW = Ink("warning", 2.0, dashes=(6.0, 4.0))
HIGH = Ink("test", 2.0, dashes=(2.5, 3.0))
BAND = Ink("accent", opacity=36)
CHOSEN = Ink("text", 1.2, 170)
DOT = Ink("accent", dot=10.0)
DIGITS = 8
ROOM = 0.2
"""Share of the bounds' height that is left free above and below for their names."""
LOW_AT = 0.82
"""Share of the axis at which the lower bound is named."""
CENTRE = Qt.AlignmentFlag.AlignCenter
NAMES = {"low": "max", "value": "LSE", "high": "max + T log n"}


class PairPanel(Card):
    """LSE(x, 0) and ReLU over x."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, name="lse_pair_card", parent=parent)
        self.plot = LabPlot(theme, "lse_pair", self)
        self.content.addWidget(self.plot, 1)

    def show_part(self, part: SoftmaxPart) -> None:
        """Nothing here depends on the logits: it is drawn once."""
        if self.plot.parts:
            return
        x, lse, relu = part.pair()
        self.plot.set_limits(PAIR, (-0.6, 6.4))
        self.plot.draw_band("band", x, relu, lse, BAND)
        self.plot.draw_curve("relu", x, relu, LOW)
        self.plot.draw_curve("lse", x, lse, LSE)
        at = len(x) // 2
        self.plot.draw_points("at_zero", [x[at]], [lse[at]], DOT)
        # Two lines: in one, large writing would not fit to the left of 0.
        text = f"LSE(0, 0)  \n= {short(float(lse[at]), DIGITS)}  "
        self.plot.draw_label("at_zero_name", float(x[at]), float(lse[at]), text, Ink("text"), (1.0, 1.0))
        self.plot.draw_label("lse_name", 2.6, 3.2, "LSE(x, 0)  ", Ink(LSE.role), (1.0, 1.0))
        self.plot.draw_label("relu_name", 3.2, 2.7, "  ReLU(x)", Ink(LOW.role), (0.0, 0.0))

    def word(self) -> None:
        """All words anew."""
        self.set_title(self.tr("LogSumExp of x and 0 is a smooth ReLU"))
        self.plot.set_titles("x", "")
        self.plot.setAccessibleName(self.tr("LSE(x, 0) against ReLU"))


class BoundsPanel(Card):
    """max ≤ LSE ≤ max + T log n over the chosen logit. Signals: dragged(float) with the logit's input."""

    dragged = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, name="lse_bounds_card", parent=parent)
        self._axis = ""
        self.plot = LabPlot(theme, "lse_bounds", self)
        self.plot.handle_moved.connect(self._drag)
        self.plot.pressed.connect(self._press)
        self.plot.swept.connect(self._press)
        self.numbers = {name: NumberLabel(f"lse_{name}", self) for name in NAMES}
        self._captions = {name: QLabel(caption, self) for name, caption in NAMES.items()}
        self._signs = [QLabel("≤", self) for _ in range(2)]
        numbers = QGridLayout()
        for column, (name, number) in enumerate(self.numbers.items()):
            self._captions[name].setProperty("role", "hint")
            numbers.addWidget(self._captions[name], 0, 2 * column, CENTRE)
            numbers.addWidget(number, 1, 2 * column, CENTRE)
            numbers.setColumnStretch(2 * column, 1)
        for column, sign in enumerate(self._signs):
            numbers.addWidget(sign, 1, 2 * column + 1, CENTRE)
        self.content.addWidget(self.plot, 1)
        self.content.addLayout(numbers)

    def show_part(self, part: SoftmaxPart) -> None:
        """Bounds and LogSumExp as they are now."""
        bounds, x = part.bounds(), float(part.inputs[part.chosen])
        bottom, top = float(bounds.low.min()), float(bounds.high.max())
        room = ROOM * max(top - bottom, 1.0)
        self.plot.set_limits((float(bounds.x[0]), float(bounds.x[-1])), (bottom - room, top + room))
        self.plot.draw_band("band", bounds.x, bounds.low, bounds.high, BAND)
        self.plot.draw_curve("low", bounds.x, bounds.low, LOW)
        self.plot.draw_curve("high", bounds.x, bounds.high, HIGH)
        self.plot.draw_curve("lse", bounds.x, bounds.lse, LSE)
        self._name(part, bounds.x, bounds.low, bounds.high)
        self.plot.draw_line("line", CHOSEN, x=x)
        self.plot.draw_handle("chosen", x, part.lse, Ink("accent", dot=HANDLE))
        self.plot.draw_label("reading", x, part.lse, f"  LSE = {short(part.lse)}  ", Ink("text"), self._side(part))
        self._title(f"x{SUBSCRIPTS[part.chosen]}" + (" + C" if part.constant else ""))
        for name, value in (("low", part.low), ("value", part.lse), ("high", part.high)):
            self.numbers[name].set_value(value)

    def word(self) -> None:
        """All words anew."""
        self.set_title("max ≤ T · LSE(x / T) ≤ max + T log n")
        for name, title in NAMES.items():
            self.numbers[name].set_title(title)
        self.plot.setAccessibleName(self.tr("LogSumExp between its bounds; arrow keys move the chosen logit"))

    def dress_all(self, theme: Theme) -> None:
        """Fonts of the theme."""
        for label in (*self.numbers.values(), *self._signs):
            label.setFont(theme.font(1.25, bold=True))

    def _name(self, part: SoftmaxPart, x: Values, low: Values, high: Values) -> None:
        """The names of the bounds: above the upper one where it is level, below the lower one where that is highest."""
        self.plot.draw_label("high_name", float(x[4]), float(high[4]), "max + T log n", Ink(HIGH.role), (0.0, 1.0))
        at = round(LOW_AT * (len(x) - 1))
        self.plot.draw_label("low_name", float(x[at]), float(low[at]), " max", Ink(LOW.role), (0.0, 0.0))

    def _title(self, title: str) -> None:
        """What the axis measures; dressing a plot anew takes a while."""
        if title != self._axis:
            self._axis = title
            self.plot.set_titles(title, "")

    def _side(self, part: SoftmaxPart) -> tuple[float, float]:
        """Anchor of the reading: to the right where there is room, and away from the bounds' names."""
        right = part.logits[part.chosen] < 0.4 * LOGITS[1]
        return (0.0, 0.0) if right else (1.0, 1.0)

    # What the user does

    def _drag(self, _: str, x: float, __: float) -> None:
        self.dragged.emit(x)

    def _press(self, at: tuple[float, float]) -> None:
        self.dragged.emit(at[0])
