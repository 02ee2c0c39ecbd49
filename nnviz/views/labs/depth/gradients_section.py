"""GradientsSection: how the gradient vanishes in deep sigmoid networks, beside a twin with another activation."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nnviz.engine.depth import STEEPEST_SIGMOID, sigmoid_bounds
from nnviz.engine.experiment import Experiment
from nnviz.session.intents import Configure
from nnviz.session.labs.depth.intents import SetTwin
from nnviz.session.labs.depth.lab import DepthLab
from nnviz.session.labs.depth.shape import ACTIVATIONS, hidden
from nnviz.session.names import name_of
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.labs.card import GAP, HINT, Card
from nnviz.views.labs.depth.knobs import ACTIVATION, DEPTH, NORM, RATE, RESIDUAL, START, RunKnobs
from nnviz.views.labs.depth.pair_bars import ROLES, PairBars, Series
from nnviz.views.labs.depth.product_lines import Curve, ProductLines
from nnviz.views.labs.depth.run_button import RunButton
from nnviz.views.labs.depth.words import DepthWords
from nnviz.views.labs.section import LabSection
from nnviz.views.labs.side_column import SideColumn
from nnviz.widgets.choice_field import ChoiceField
from nnviz.widgets.number_label import NumberLabel
from nnviz.widgets.numerals import short
from nnviz.widgets.paragraph import Paragraph
from nnviz.widgets.split_row import SplitRow

KNOBS = (DEPTH, ACTIVATION, START, NORM, RESIDUAL, RATE)
SIDE = 264


class GradientsSection(LabSection):
    """Bars of norms above, the product of the derivatives below."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, DepthLab.name, parent)
        self.part = session.labs.of(DepthLab).gradients
        self._words = DepthWords(self)
        self._make()
        self._lay_out()
        self._connect()
        self.dress()
        self.word()

    def _make(self) -> None:
        self._side, self._bars = (
            Card(self.theme, name="gradients_knobs", parent=self),
            Card(self.theme, name="gradients_norms_card", parent=self),
        )
        self._product = Card(self.theme, name="gradients_product_card", parent=self)
        self.button = RunButton("gradients_train", self.do, self._side)
        self.knobs = RunKnobs("gradients", KNOBS, self._experiment, self._configure, self._side)
        self.twin = ChoiceField(self._side)
        self.twin.setObjectName("gradients_twin")
        self._twin_row = SplitRow(self.twin, parent=self._side)
        self.about = Paragraph("gradients_about", self._side)
        self.verdict = Paragraph("gradients_verdict", self._bars, "value")
        self.bars = PairBars("gradients_norms", self.theme, self._words, self._bars)
        self.formula = Paragraph("gradients_formula", self._product)
        self.bound = NumberLabel("gradients_bound", self._product)
        self.whole = NumberLabel("gradients_whole", self._product)
        self.lines = ProductLines("gradients_product", self.theme, self._words, self._product)

    def _lay_out(self) -> None:
        for part in (self.button, self.knobs, self._twin_row, self.about):
            self._side.content.addWidget(part)
        self._scroll = SideColumn(self._side, parent=self)
        self._bars.content.addWidget(self.verdict)
        self._bars.content.addWidget(self.bars, 1)
        line = QHBoxLayout()
        self._captions = [Paragraph(f"gradients_caption_{k}", self._product) for k in range(2)]
        for caption, number in zip(self._captions, (self.whole, self.bound), strict=True):
            caption.setWordWrap(False)
            line.addWidget(caption)
            line.addWidget(number)
            line.addSpacing(2 * GAP)
        line.addStretch(1)
        self._product.content.addWidget(self.formula)
        self._product.content.addLayout(line)
        self._product.content.addWidget(self.lines, 1)
        column = QVBoxLayout()
        column.setSpacing(GAP)
        column.addWidget(self._bars, 1)
        column.addWidget(self._product, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, 2, GAP, GAP)
        row.setSpacing(GAP)
        row.addWidget(self._scroll)
        row.addLayout(column, 1)

    def _connect(self) -> None:
        session = self.session
        for signal in (
            session.experiment_changed,
            session.state_changed,
            session.data_changed,
            session.snapshot_changed,
        ):
            signal.connect(self._on_change)
        self.twin.value_changed.connect(lambda key: self.do(SetTwin(key)))

    def _experiment(self) -> Experiment:
        return self.session.experiment

    def _configure(self, experiment: Experiment) -> None:
        self.do(Configure(experiment))

    def _on_change(self, _: object) -> None:
        self.mark()

    # Showing

    def refresh(self) -> None:
        session, part = self.session, self.part
        part.follow(session.snapshot, session.experiment, session.data, session.scaling)
        self.knobs.refresh()
        self.button.show_state(session.state)
        self.twin.set_value(part.activation)
        pairs = [(part.run, self._title("run")), (part.twin, self._title("twin"))]
        self.bars.show_series(*(Series(title, chain.norms) for chain, title in pairs if chain))
        self.verdict.setText(self._verdict())
        self._show_products()

    def _activation(self, which: str) -> str:
        return hidden(self.session.experiment).activation if which == "run" else self.part.activation

    def _title(self, which: str) -> str:
        name, part = name_of("activation", self._activation(which)), self.part
        if which == "run":
            return self.tr("{activation}: the run, iteration {iteration}").format(
                activation=name, iteration=f"{part.target:,}"
            )
        if part.diverged:
            return self.tr("{activation}: its twin, diverged at iteration {iteration}").format(
                activation=name, iteration=f"{part.iteration:,}"
            )
        return self.tr("{activation}: its twin, iteration {iteration}").format(
            activation=name, iteration=f"{part.iteration:,}"
        )

    def _verdict(self) -> str:
        run, twin = self.part.run, self.part.twin
        if run is None or twin is None:
            return ""
        return self.tr(
            "Gradient norm of hidden 1 / that of the output: {run} for {run_name}, {twin} for {twin_name}."
        ).format(
            run=short(run.ratio), run_name=name_of("activation", self._activation("run")),
            twin=short(twin.ratio), twin_name=name_of("activation", self._activation("twin")),
        )  # fmt: skip

    def _show_products(self) -> None:
        chains = {"run": self.part.run, "twin": self.part.twin}
        known = {which: chain for which, chain in chains.items() if chain}
        run = known.get("run")
        self.whole.set_value(float(run.products[0]) if run else float("nan"))
        bounds = sigmoid_bounds(len(run.slopes) if run else 0)
        self.bound.set_value(float(bounds[0]) if bounds.size else float("nan"))
        curves = {
            which: Curve(name_of("activation", self._activation(which)), chain.products, ROLES[which == "twin"])
            for which, chain in known.items()
        }
        if "twin" in curves:
            curves["twin"] = replace(curves["twin"], dashes=(8.0, 4.0))
        if bounds.size and "sigmoid" in {self._activation("run"), self._activation("twin")}:
            curves["bound"] = Curve("0.25ⁿ", bounds, "muted", (2.0, 3.0), dots=False)
        self.lines.show_curves(curves if bounds.size else {})

    # Looks and words

    def dress(self) -> None:
        self._scroll.setFixedWidth(round(SIDE * max(1.0, 0.35 + 0.65 * self.theme.scale)))
        self.verdict.setFont(self.theme.font(1.05, bold=True, numbers=False))
        for line in (self.about, self.formula, *self._captions):
            line.setFont(self.theme.font(HINT, numbers=False))
        for number in (self.bound, self.whole):
            number.setFont(self.theme.font(1.05, bold=True))
        self.bars.update()
        self.lines.update()

    def word(self) -> None:
        self._side.set_title(self.tr("Run and twin"))
        self._bars.set_title(self.tr("Gradient norm of every layer"))
        self._product.set_title(self.tr("Product of the derivatives"))
        self._twin_row.caption.setText(self.tr("Its twin"))
        self.twin.setAccessibleName(self.tr("Activation of the twin"))
        self.twin.set_choices([(key, name_of("activation", key)) for key in ACTIVATIONS])
        self.about.setText(
            self.tr("The twin begins with the same weights and gets the same samples; only its activation is another.")
        )
        self.formula.setText(
            self.tr(
                "Each layer multiplies the gradient by f′. Mean |f′| of a layer and all behind it; σ′ ≤ {most}."
            ).format(most=short(STEEPEST_SIGMOID))
        )
        self._captions[0].setText(self.tr("all hidden layers of the run"))
        self._captions[1].setText(self.tr("at most, for sigmoid: 0.25ⁿ ="))
        self.whole.set_title(self._captions[0].text())
        self.bound.set_title(self._captions[1].text())
        self.lines.setAccessibleName(self._product.accessibleName())
        self.bars.setAccessibleName(self._bars.accessibleName())
        self.knobs.word()
        self.button.show_state(self.session.state)
