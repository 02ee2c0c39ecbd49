"""GradientBadge: back-propagation against central differences on the network on screen, on demand."""

from __future__ import annotations

import math

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from nnviz.engine.gradcheck import TOLERANCE, GradientCheck
from nnviz.theme.theme import Theme
from nnviz.views.layers.axes import number
from nnviz.views.layers.number_label import NumberLabel
from nnviz.widgets.flow_layout import FlowLayout

DOUBTFUL = 1e-3
"""Below TOLERANCE the gradient is right, below this it is doubtful, beyond it is wrong."""
RIGHT, DOUBT, WRONG = "✓", "?", "✗"
RED = 7
"""Place of the red one among the palette's colours of classes; no role of its own means "wrong"."""


class GradientBadge(QWidget):
    """A button, a sign with the largest relative difference, and a sentence below.

    Signals: check_requested() when the user wants a check.
    """

    check_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._check: GradientCheck | None = None
        self._last: GradientCheck | None = None
        self._busy = False
        self._refusal = ""
        self.button = QPushButton(self)
        self._result = QWidget(self)
        self._result.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.sign = QLabel(self._result)
        self.number = NumberLabel("layers_gradient_check", theme, parent=self._result)
        self.sentence = QLabel(self)
        self._build()
        self.restyle()
        self.retranslate()

    @property
    def check(self) -> GradientCheck | None:
        """What is shown; None where no check was made of the weights on screen."""
        return self._check

    def show_busy(self) -> None:
        """A check was asked for."""
        self._busy, self._refusal = True, ""
        self._write()

    def show_check(self, check: GradientCheck | None) -> None:
        """Show a check, or that the one before is no longer true. While one is being made, None changes nothing."""
        if check is self._check:
            return
        self._check = check
        self._last = check or self._last
        self._busy = self._busy and check is None
        self._refusal = ""
        self._write()

    def show_refusal(self, text: str) -> None:
        """Why there is no check."""
        self._busy, self._refusal = False, text
        self._write()

    def reset(self) -> None:
        """Another network came to the screen."""
        self._check, self._last, self._busy, self._refusal = None, None, False, ""
        self._write()

    def restyle(self) -> None:
        """Measure and colour anew after the theme has changed."""
        self.sign.setFont(self._theme.font(1.1, bold=True))
        self.sentence.setFont(self._theme.font(0.9, numbers=False))
        self.number.restyle()
        self._result.setMinimumHeight(self.button.sizeHint().height())
        self._color()

    def retranslate(self) -> None:
        """Words in the language of the program."""
        self.number.set_caption(self.tr("largest relative difference"))
        self.button.setToolTip(
            self.tr("Move single parameters a little, see how the loss changes, and compare with back-propagation.")
        )
        self._write()

    def _build(self) -> None:
        self.setObjectName("layers_badge")
        self.button.setObjectName("layers_check_button")
        self.sign.setObjectName("layers_check_sign")
        self.sentence.setObjectName("layers_check_sentence")
        self.sentence.setProperty("role", "hint")
        self.sentence.setWordWrap(True)
        self.button.clicked.connect(self.check_requested)
        self._lay_out()

    def _lay_out(self) -> None:
        """Button and result beside each other, or the result in a line of its own where writing is large."""
        row = QHBoxLayout(self._result)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self.sign)
        row.addWidget(self.number)
        line = QWidget(self)
        flow = FlowLayout(line, gap=6)
        flow.addWidget(self.button)
        flow.addWidget(self._result)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(line)
        column.addWidget(self.sentence)

    def _write(self) -> None:
        check = self._check
        again = self._last is not None and check is None
        self.button.setText(self.tr("Check again") if again else self.tr("Check gradient"))
        self.button.setAccessibleName(self.tr("Gradient check"))
        self.number.set_value(check.largest if check else math.nan)
        self._result.setVisible(check is not None)
        self.sign.setText(_grade(check)[0] if check else "")
        self.sentence.setText(self._refusal or self._sentence())
        self.sentence.setToolTip(self._times(check) if check else "")
        self.number.setToolTip(self.sentence.toolTip())
        self.button.setAccessibleDescription(self.sentence.text())
        self._color()

    def _color(self) -> None:
        role = _grade(self._check)[1] if self._check else "muted"
        color = self._theme.palette.classes[RED] if role == "wrong" else getattr(self._theme.palette, role)
        self.sign.setStyleSheet(f"color: {color}; background: transparent;")

    def _sentence(self) -> str:
        check = self._check
        if self._busy:
            return self.tr("Checking …")
        if check is None:
            return self._invitation()
        fields = {"checked": f"{check.checked:,}", "total": f"{check.total:,}", "skipped": f"{check.skipped:,}"}
        if not check.checked:
            return self.tr(
                "Nothing to compare: all {skipped} parameters drawn cross a corner of an activation."
            ).format(**fields)
        text = self.tr("largest relative difference, {checked} of {total} parameters")
        if check.skipped:
            text = self.tr(
                "largest relative difference, {checked} of {total} parameters ({skipped} at corners left out)"
            )
        return text.format(**fields)

    def _invitation(self) -> str:
        if self._last:
            return self.tr("The weights have changed since a check with a difference of {largest}.").format(
                largest=number(self._last.largest)
            )
        return self.tr("Is back-propagation right? Compare it with numerical derivatives.")

    def _times(self, check: GradientCheck) -> str:
        """Time of both ways per parameter, and how many times as long one takes."""
        numerical, analytic = check.seconds_numerical_per_parameter, check.seconds_analytic / check.total
        return self.tr(
            "Central differences: {numerical} µs for each parameter\n"
            "Back-propagation: {analytic} µs for each parameter, all {total} at once\n"
            "That is {ratio} times as fast."
        ).format(
            numerical=number(numerical * 1e6, 3), analytic=number(analytic * 1e6, 3), total=f"{check.total:,}",
            ratio=number(numerical / analytic if analytic else math.inf, 3),
        )  # fmt: skip


def _grade(check: GradientCheck) -> tuple[str, str]:
    """Sign, and role of its colour."""
    if check.largest < TOLERANCE:
        return RIGHT, "success"
    # nan, where nothing was compared, is doubtful.
    return (WRONG, "wrong") if check.largest >= DOUBTFUL else (DOUBT, "warning")
