"""GradientBadge: back-propagation against central differences on the network on screen, on demand."""

from __future__ import annotations

import math

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from nnviz.engine.gradcheck import TOLERANCE, GradientCheck
from nnviz.theme.theme import Theme
from nnviz.views.layers.axes import WIDEST
from nnviz.widgets.message_label import MessageLabel
from nnviz.widgets.number_label import NumberLabel
from nnviz.widgets.numerals import short

DOUBTFUL = 1e-3
"""Below TOLERANCE the gradient is right, below this it is doubtful, beyond it is wrong."""
RIGHT, DOUBT, WRONG = "✓", "?", "✗"
RED = 7
"""Place of the red one among the palette's colours of classes; no role of its own means "wrong"."""


class GradientBadge(QWidget):
    """A sign with the largest relative difference, and a button; tooltips have a sentence about them.

    refusal  why there is no check, to be placed where there is room for a sentence
    Signals: check_requested() when the user wants a check.
    """

    check_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._check: GradientCheck | None = None
        self._last: GradientCheck | None = None
        self._busy = False
        self.button = QPushButton(self)
        self.sign = QLabel(self)
        self.number = NumberLabel("layers_gradient_check", self, widest=WIDEST)
        self.refusal = MessageLabel(parent)
        self._build()
        self.restyle()
        self.word()

    @property
    def check(self) -> GradientCheck | None:
        """What is shown; None where no check was made of the weights on screen."""
        return self._check

    @property
    def sentence(self) -> str:
        """What is known of the gradient."""
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

    def show_busy(self) -> None:
        """A check was asked for."""
        self._busy = True
        self.refusal.show_text("")
        self._write()

    def show_check(self, check: GradientCheck | None) -> None:
        """Show a check, or that the one before is no longer true. While one is being made, None changes nothing."""
        if check is self._check:
            return
        self._check = check
        self._last = check or self._last
        self._busy = self._busy and check is None
        self.refusal.show_text("")
        self._write()

    def show_refusal(self, text: str) -> None:
        """Why there is no check."""
        self._busy = False
        self.refusal.show_text(text)
        self._write()

    def reset(self) -> None:
        """Another network came to the screen."""
        self._check, self._last, self._busy = None, None, False
        self.refusal.show_text("")
        self._write()

    def restyle(self) -> None:
        """Measure and colour anew after the theme has changed."""
        self.sign.setFont(self._theme.font(1.1, bold=True))
        self.number.setFont(self._theme.font(0.92, bold=True))
        self._color()

    def word(self) -> None:
        """Words in the language of the program."""
        self.number.set_title(self.tr("largest relative difference"))
        self._write()

    def _build(self) -> None:
        self.setObjectName("layers_badge")
        self.button.setObjectName("layers_check_button")
        self.sign.setObjectName("layers_check_sign")
        self.refusal.setObjectName("layers_check_refusal")
        self.button.clicked.connect(self.check_requested)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addStretch(1)
        for part in (self.sign, self.number, self.button):
            row.addWidget(part)

    def _write(self) -> None:
        check = self._check
        again = self.tr("Check again") if self._last and check is None else self.tr("Check gradient")
        self.button.setText(self.tr("Checking …") if self._busy else again)
        self.button.setAccessibleName(self.tr("Gradient check"))
        self.number.set_value(check.largest if check else math.nan)
        self.sign.setText(_grade(check)[0] if check else "")
        for part in (self.sign, self.number):
            part.setVisible(check is not None)
            part.setToolTip(f"{self.sentence}\n{self._times(check)}" if check else "")
        how = self.tr("Move single parameters a little, see how the loss changes, and compare with back-propagation.")
        self.button.setToolTip(f"{how}\n{self.sentence}")
        self.button.setAccessibleDescription(self.sentence)
        self._color()

    def _color(self) -> None:
        role = _grade(self._check)[1] if self._check else "muted"
        color = self._theme.palette.classes[RED] if role == "wrong" else getattr(self._theme.palette, role)
        self.sign.setStyleSheet(f"color: {color}; background: transparent;")

    def _invitation(self) -> str:
        if self._last:
            return self.tr("The weights have changed since a check with a difference of {largest}.").format(
                largest=short(self._last.largest)
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
            numerical=short(numerical * 1e6, 3), analytic=short(analytic * 1e6, 3), total=f"{check.total:,}",
            ratio=short(numerical / analytic if analytic else math.inf, 3),
        )  # fmt: skip


def _grade(check: GradientCheck) -> tuple[str, str]:
    """Sign, and role of its colour."""
    if check.largest < TOLERANCE:
        return RIGHT, "success"
    # nan, where nothing was compared, is doubtful.
    return (WRONG, "wrong") if check.largest >= DOUBTFUL else (DOUBT, "warning")
