"""ClassesBoard: a distribution over classes, its information and entropy, and what both losses make of it."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from nnviz.engine.information import in_bits
from nnviz.session.labs.functions.intents_training import ChooseTrueClass, SetShare, SetShares
from nnviz.session.labs.functions.lab import FunctionsLab
from nnviz.session.labs.functions.losses import START_SHARES, LossPart
from nnviz.views.labs.functions.board import LARGE, Board, BoardSection
from nnviz.views.labs.plot.ink import Ink
from nnviz.views.labs.plot.plot import LabPlot
from nnviz.widgets.limits import Limits
from nnviz.widgets.number_table import NumberTable
from nnviz.widgets.numerals import short
from nnviz.widgets.paragraph import Paragraph
from nnviz.widgets.segments import Segments
from nnviz.widgets.slider_field import LinearScale, SliderField
from nnviz.widgets.split_row import SplitRow

CLASSES = tuple("ABCD")
PRESETS = {"halves": START_SHARES, "even": (0.25,) * 4, "certain": (1.0, 0.0, 0.0, 0.0)}
HALF_BAR = 0.32
BITS = 7.5
"""Height of the plot of information; what is rarer than 1 in 181 leaves it."""
COLUMNS = ("share", "truth", "square", "term", "nats", "bits", "nats_share", "bits_share")


class ClassesBoard(Board):
    """Bars are dragged by their tops; the others give way, so that all add up to 1."""

    def __init__(self, section: BoardSection) -> None:
        super().__init__(section)
        self._part: LossPart = section.session.labs.of(FunctionsLab).losses
        self.shares = LabPlot(self.theme, "losses_shares", self)
        self.information = LabPlot(self.theme, "losses_information", self)
        for plot in (self.shares, self.information):
            plot.getPlotItem().hideAxis("bottom")
        self.table = NumberTable("losses_classes", (*CLASSES, "all"), COLUMNS, self)
        plots = QHBoxLayout()
        plots.setSpacing(8)
        plots.addWidget(self.framed("losses_shares_picture", self.shares))
        plots.addWidget(self.framed("losses_information_picture", self.information))
        self.picture.addLayout(plots, 1)
        card = self.card("losses_table_card")
        card.add(self.table)
        self.picture.addWidget(card)
        self._build_knobs()
        self._build_numbers()
        self.side.addStretch(1)
        self.shares.handle_moved.connect(self._drag)

    # Building

    def _build_knobs(self) -> None:
        self.truth = Segments("losses_truth", CLASSES, self)
        self.truth.value_changed.connect(self._choose_class)
        self._truth_row = SplitRow(self.truth, parent=self)
        card = self.side_card("losses_class_knobs")
        card.add(self._truth_row)
        self.sliders = [SliderField(Limits(0.0, 1.0), LinearScale(0.0, 1.0, 0.005), parent=self) for _ in CLASSES]
        self._slider_rows = [SplitRow(slider, parent=self) for slider in self.sliders]
        for name, slider, row in zip(CLASSES, self.sliders, self._slider_rows, strict=True):
            slider.setObjectName(f"losses_share_{name}")
            slider.value_changed.connect(self._slide)
            slider.refused.connect(row.set_message)
            card.add(row)
        self.presets = {name: self._preset(name) for name in PRESETS}
        line = QHBoxLayout()
        line.setSpacing(4)
        for button in self.presets.values():
            line.addWidget(button)
        card.content.addLayout(line)

    def _preset(self, name: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(f"losses_preset_{name}")
        button.clicked.connect(self._choose_preset)
        return button

    def _build_numbers(self) -> None:
        self.error = NumberTable("losses_error", ("squared_error",), ("value",), self)
        self.numbers = NumberTable("losses_totals", ("cross_entropy", "entropy"), ("nats", "bits"), self)
        self.note = Paragraph("losses_note", self)
        card = self.side_card("losses_totals_card")
        card.add(self.numbers)
        card.add(self.error)
        card.add(self.note)

    def word(self) -> None:
        self._truth_row.caption.setText(self.tr("True class"))
        self.truth.set_words(self.tr("True class"), {name: name for name in CLASSES})
        for name, slider, row in zip(CLASSES, self.sliders, self._slider_rows, strict=True):
            row.caption.setText(self.tr("Prediction y of {name}").format(name=name))
            slider.setAccessibleName(self.tr("Predicted probability of class {name}").format(name=name))
        texts = {"halves": self.tr("Halves"), "even": self.tr("All equal"), "certain": self.tr("Certain")}
        for name, text in texts.items():
            self.presets[name].setText(text)
        self.shares.set_titles("", self.tr("predicted probability y"))
        self.shares.setAccessibleName(self.tr("Predicted probability of each class"))
        self.information.set_titles("", self.tr("information −log₂ y in bits"))
        self.information.setAccessibleName(self.tr("Information of each class"))
        self._word_tables()

    def _word_tables(self) -> None:
        rows = {name: self.tr("Class {name}").format(name=name) for name in CLASSES}
        columns = {
            "share": "y", "truth": "t", "square": "(y − t)² / n", "term": "−t ln y", "nats": self.tr("−ln y (nats)"),
            "bits": self.tr("−log₂ y (bits)"), "nats_share": "−y ln y", "bits_share": "−y log₂ y",
        }  # fmt: skip
        self.table.set_words({**rows, "all": self.tr("Sum")}, columns)
        names = {"cross_entropy": self.tr("Cross-entropy"), "entropy": self.tr("Entropy of y")}
        self.numbers.set_words(names, {"nats": self.tr("in nats"), "bits": self.tr("in bits")})
        self.error.set_words({"squared_error": self.tr("Squared error")}, {"value": "(1/n) Σ (y − t)²"})

    def dress(self) -> None:
        super().dress()
        for table in (self.numbers, self.error):
            table.set_number_font(self.theme.font(LARGE, bold=True))

    # Showing

    def refresh(self) -> None:
        part = self._part
        self.truth.set_value(CLASSES[part.true_class])
        for slider, share in zip(self.sliders, part.shares, strict=True):
            slider.set_value(float(share))
        self._draw_shares()
        self._draw_information()
        self._show_numbers()

    def _ink(self, index: int) -> Ink:
        return Ink("test" if index == self._part.true_class else "faint", 1.5)

    def _draw_shares(self) -> None:
        plot, part = self.shares, self._part
        plot.set_limits((0.4, len(CLASSES) + 0.6), (-0.09 * self.theme.scale, 1.12))
        _name_bars(plot)
        edges = [part.true_class + 1 - HALF_BAR, part.true_class + 1 + HALF_BAR]
        plot.draw_curve("target", edges, [1.0, 1.0], Ink("warning", 2.4, dashes=(6, 4)))
        plot.draw_label("target_name", part.true_class + 1.0, 1.0, "t = 1", Ink("warning"), (0.5, 1.0))
        for k, share in enumerate(part.shares.tolist()):
            plot.draw_bars(CLASSES[k], [k + 1 - HALF_BAR, k + 1 + HALF_BAR], [share], self._ink(k))
            plot.draw_handle(f"top_{CLASSES[k]}", k + 1.0, share, Ink("accent", dot=13))
            plot.draw_label(f"{CLASSES[k]}_value", k + 1.0, share + 0.03, short(share), Ink("text"), (0.5, 1.0))

    def _draw_information(self) -> None:
        plot, part = self.information, self._part
        plot.set_limits((0.4, len(CLASSES) + 0.5 + 1.2 * self.theme.scale), (-0.09 * self.theme.scale * BITS, BITS))
        _name_bars(plot)
        for k, nats in enumerate(part.information.tolist()):
            bits = in_bits(nats)
            if math.isinf(bits):
                plot.remove(CLASSES[k])
            else:
                plot.draw_bars(CLASSES[k], [k + 1 - HALF_BAR, k + 1 + HALF_BAR], [bits], self._ink(k))
            # Above the bar; at the upper edge where it leaves the plot.
            at = min(bits + 0.1, BITS * 0.93)
            plot.draw_label(f"{CLASSES[k]}_value", k + 1.0, at, short(bits), Ink("text"), (0.5, 1.0))
        mean = in_bits(part.entropy)
        plot.draw_line("entropy", Ink("warning", 1.8, dashes=(6, 4)), y=mean)
        text = self.tr("entropy\n{bits} bits").format(bits=short(mean))
        plot.draw_label("entropy_name", len(CLASSES) + 0.45, mean, text, Ink("warning"), (0.0, 1.0))

    def _show_numbers(self) -> None:
        part = self._part
        terms = np.where(part.truth > 0, part.information, 0.0)
        columns = (
            part.shares, part.truth, part.square_terms, terms, part.information,
            in_bits(1.0) * part.information, part.surprise_shares, in_bits(1.0) * part.surprise_shares,
        )  # fmt: skip
        for k, name in enumerate(CLASSES):
            self.table.show_row(name, [column[k] for column in columns])
        entropies = part.entropy, in_bits(part.entropy)
        losses = part.squared_error, part.cross_entropy
        self.table.show_row("all", (part.shares.sum(), 1.0, *losses, math.nan, math.nan, *entropies))
        self.error.show_row("squared_error", (part.squared_error,))
        self.numbers.show_row("cross_entropy", (part.cross_entropy, in_bits(part.cross_entropy)))
        self.numbers.show_row("entropy", entropies)
        self.note.setText(self._sentence())

    def _sentence(self) -> str:
        name = CLASSES[self._part.true_class]
        if math.isinf(self._part.cross_entropy):
            return self.tr("Class {name} was held impossible, so its cross-entropy is infinite.").format(name=name)
        return self.tr(
            "Cross-entropy is the information of the true class {name} alone; entropy is that of all classes, each "
            "weighed with how often y expects it."
        ).format(name=name)

    # Doing

    def _choose_class(self, name: str) -> None:
        self.do(ChooseTrueClass(CLASSES.index(name)))

    def _slide(self, value: float) -> None:
        self.do(SetShare(next(i for i, slider in enumerate(self.sliders) if slider is self.sender()), value))

    def _choose_preset(self) -> None:
        self.do(SetShares(next(PRESETS[name] for name, button in self.presets.items() if button is self.sender())))

    def _drag(self, name: str, _: float, y: float) -> None:
        self.do(SetShare(CLASSES.index(name.removeprefix("top_")), round(min(max(y, 0.0), 1.0), 3)))


def _name_bars(plot: LabPlot) -> None:
    """Names of the classes below their bars."""
    for k, name in enumerate(CLASSES):
        plot.draw_label(f"{name}_name", k + 1.0, 0.0, name, Ink("muted"), (0.5, 0.0))
