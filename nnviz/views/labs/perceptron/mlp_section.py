"""The section “mlp”: XOR learnt live by a 2-2-1 network."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from nnviz.engine.contour import zero_lines
from nnviz.engine.perceptron import GATES, POINTS, Unit, Values
from nnviz.engine.trace import ForwardTrace
from nnviz.session.labs.perceptron.intents import LookAt, SetHidden, SetMlpRate, SetSeed, ShowUnit, UseStart
from nnviz.session.labs.perceptron.lab import PerceptronLab
from nnviz.session.labs.perceptron.mlp import RATES, SEEDS, STARTS, UNITS
from nnviz.session.session import Session
from nnviz.theme.scales import Rgb, diverging, rgb
from nnviz.theme.theme import Theme
from nnviz.views.labs.card import Card
from nnviz.views.labs.perceptron.frames import Knobs, columns, stack, statement
from nnviz.views.labs.perceptron.plane import Plane
from nnviz.views.labs.perceptron.play_row import PlayRow
from nnviz.views.labs.perceptron.small_network import SmallNetwork
from nnviz.views.labs.plot.ink import Ink
from nnviz.views.labs.plot.plot import LabPlot
from nnviz.views.labs.section import LabSection
from nnviz.widgets.count_field import CountField
from nnviz.widgets.limits import Limits
from nnviz.widgets.log_slider import LogSlider
from nnviz.widgets.number_label import NumberLabel
from nnviz.widgets.paragraph import Paragraph
from nnviz.widgets.segments import Segments
from nnviz.widgets.split_row import SplitRow

SIDE = 121
"""Rows and columns of the picture of the output."""
DYE = 0.55
"""How strongly it is coloured, so that points and lines stand out."""
BOUNDARY = Ink("text", width=3.4)
HIDDEN = (Ink("test", width=2.2, dashes=(9, 5)), Ink("train", width=2.2, dashes=(3, 4)))
LOSS = Ink("train", width=2.6)
MOST_DRAWN = 800
"""Points of the loss curve; of longer ones every so many-th is drawn, and the last."""
NUMBERS = ("iteration", "loss", "gradient", "right")


class MlpSection(LabSection):
    """Knobs left, the plane with the network's answer in the middle, the network and its loss right."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, "perceptron", parent)
        self.model = session.labs.of(PerceptronLab).mlp
        self._due = True
        self._make_knobs()
        self.plane = Plane(theme, "mlp_plane", self)
        self.network = SmallNetwork(theme, "mlp_network", self)
        self.loss = LabPlot(theme, "mlp_curve", self)
        self.numbers = {name: NumberLabel(f"mlp_{name}", self) for name in NUMBERS}
        self._names = {name: QLabel(self) for name in NUMBERS}
        self.verdict = statement("mlp_verdict", self)
        self._lay_out()
        self._connect()
        self.word()
        self.dress()

    def _make_knobs(self) -> None:
        self.activation = Segments("mlp_activation", tuple(STARTS), self, wrap=True)
        self.rate = LogSlider(Limits(*RATES), RATES[0], 3, parent=self)
        self.rate.setObjectName("mlp_rate")
        self.seed = CountField(Limits(*SEEDS, whole=True), parent=self)
        self.seed.setObjectName("mlp_seed")
        self._rows = {"rate": SplitRow(self.rate, parent=self), "seed": SplitRow(self.seed, parent=self)}
        self.starts = Segments("mlp_start", ("learns", "stuck"), self, wrap=True)
        self.controls = PlayRow("mlp", self, 1.0, 3)
        self._captions = {name: Paragraph(parent=self) for name in ("activation", "starts", "hint")}

    def _lay_out(self) -> None:
        self._side = Knobs(
            self.theme, self,
            self._captions["starts"], self.starts, self.controls,
            self._captions["activation"], self.activation, *self._rows.values(), self._captions["hint"],
        )  # fmt: skip
        self._cards = {name: Card(self.theme, parent=self) for name in ("plane", "network", "loss")}
        self._cards["plane"].add(self.plane, stretch=1)
        self._cards["plane"].add(self.verdict)
        self._cards["network"].add(self.network, stretch=1)
        self._cards["loss"].add(self.loss, stretch=1)
        grid = QGridLayout()
        for place, (name, number) in enumerate(self.numbers.items()):
            grid.addWidget(self._names[name], place // 2, 3 * (place % 2))
            grid.addWidget(number, place // 2, 3 * (place % 2) + 1)
        grid.setColumnMinimumWidth(2, 18)
        # The room goes to the numbers, whose length changes all the time.
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(4, 1)
        self._cards["loss"].content.addLayout(grid)
        right = stack((self._cards["network"], 4), (self._cards["loss"], 5))
        columns(self, (self._side, 0), (self._cards["plane"], 6), (right, 5))

    def _connect(self) -> None:
        self.activation.value_changed.connect(lambda name: self.do(SetHidden(name)))
        self.starts.value_changed.connect(lambda ending: self.do(UseStart(ending)))
        self.rate.value_changed.connect(lambda rate: self.do(SetMlpRate(rate)))
        self.rate.refused.connect(self._rows["rate"].set_message)
        self.seed.value_changed.connect(lambda seed: self.do(SetSeed(int(seed))))
        self.network.picked.connect(self._pick)
        self.plane.pressed.connect(self._press)
        self.session.clock.slow.connect(self._on_slow)

    # Showing

    def refresh(self) -> None:
        model = self.model
        if model.playing and not self._due:
            # While it runs, ten pictures a second are enough.
            self.mark()
            return
        self._due = False
        self.activation.set_value(model.activation)
        seed = model.experiment.seed
        self.starts.set_value(next((name for name, at in STARTS[model.activation].items() if at == seed), ""))
        self.rate.set_value(model.experiment.learning_rate)
        self.seed.set_value(seed)
        self.controls.show_player(model)
        self._show_plane()
        self.network.show_network(model.network, model.trace, model.looked, model.unit)
        self._show_loss()
        values = (model.iteration, model.losses[-1], model.gradient_norm, model.right)
        for number, value in zip(self.numbers.values(), values, strict=True):
            number.set_value(float(value))
        self._cards["plane"].set_title(self._title())
        self.verdict.setText(self._say())

    def _title(self) -> str:
        if self.model.unit == "y":
            return self.tr("What the network answers everywhere")
        return self.tr("What {unit} answers everywhere").format(unit=f"h{'₁₂'[int(self.model.unit[1]) - 1]}")

    def _show_plane(self) -> None:
        model, plane = self.model, self.plane
        x, y = plane.seen
        across, up = np.linspace(*x, SIDE), np.linspace(*y, SIDE)
        grid = np.stack(np.meshgrid(across, up), axis=2)
        trace = model.network.forward(grid.reshape(-1, 2))
        plane.draw_picture("answer", self._dyed(self._answers(trace).reshape(SIDE, SIDE)), x, y)
        sums = np.asarray(trace.z[-1], np.float64).reshape(SIDE, SIDE)
        ends = zero_lines(sums, across, up).reshape(-1, 2)
        plane.draw_pieces("boundary", ends[:, 0], ends[:, 1], BOUNDARY)
        # After the boundary: where both are in one place the dashes are seen on it.
        for k, (w1, w2, b) in enumerate(model.hidden_lines()):
            plane.show_line(Unit(w1, w2, b), f"hidden_{k + 1}", HIDDEN[k], f"h{'₁₂'[k]}")
        answers = model.trace.output[:, 0] > 0.5
        wrong = [k for k, (y, t) in enumerate(zip(answers, GATES["XOR"], strict=True)) if y != t]
        plane.show_points(POINTS, GATES["XOR"], model.looked, wrong)
        for k, ((x1, x2), output) in enumerate(zip(POINTS, model.trace.output[:, 0], strict=True)):
            side = (0.5, -0.75) if x2 < 0.5 else (0.5, 1.75)
            plane.draw_label(f"output_{k}", x1, x2, f"y = {output:.3f}", None, side)

    def _answers(self, trace: ForwardTrace) -> Values:
        """(m,) what the chosen unit answers in a pass, −1…1: 0 where it is undecided."""
        unit, tanh = self.model.unit, self.model.activation == "tanh"
        if unit == "y":
            return np.asarray(2 * trace.output[:, 0] - 1)
        answers = trace.a[0][:, UNITS.index(unit) - 1]
        return np.asarray(answers if tanh else 2 * answers - 1)

    def _dyed(self, answers: Values) -> Rgb:
        """(rows, columns) answers −1…1 → colours from negative over that of the ground to positive."""
        palette = self.theme.palette
        surface = rgb(palette.surface)
        full = diverging(answers, 1.0, palette).astype(np.float32)
        return np.asarray(surface + (full - surface) * np.float32(DYE)).round().astype(np.uint8)

    def _show_loss(self) -> None:
        losses = np.array(self.model.losses)
        step = max(1, len(losses) // MOST_DRAWN)
        at = np.unique([*range(0, len(losses), step), len(losses) - 1])
        self.loss.set_limits((0.0, max(100.0, 1.05 * len(losses))), (0.0, 1.1 * max(0.8, float(losses.max()))))
        self.loss.draw_line("guessing", Ink("muted", width=1.6, dashes=(6, 5)), y=float(np.log(2)))
        self.loss.draw_label("guessing_label", 0.0, float(np.log(2)), self.tr(" always ½: log 2"), Ink("muted"), (0, 1))
        self.loss.draw_curve("loss", at, losses[at], LOSS)
        self.loss.draw_points("now", [len(losses) - 1], losses[-1:], Ink("train", dot=11))

    def _say(self) -> str:
        model = self.model
        fields = {"loss": f"{model.losses[-1]:.3g}", "norm": f"{model.gradient_norm:.2g}", "right": model.right}
        sentences = {
            "start": self.tr("Random weights. Press Play."),
            "learning": self.tr("Learning: {right} of 4 right."),
            "learnt": self.tr("Learnt: 4 of 4 right. Two bent half-planes together do what one line cannot."),
            "stuck": self.tr(
                "Stuck: the loss stays at {loss}, for the gradient is nearly 0 (norm {norm}). Another start may do."
            ),
            "diverged": self.tr("The learning rate is too large: the loss is no number any more. Press Reset."),
        }
        return sentences[model.verdict].format(**fields)

    # Doing

    def _on_slow(self) -> None:
        self._due = True

    def _pick(self, name: str) -> None:
        if name in UNITS:
            self.do(ShowUnit(name))
            return
        x1, x2 = POINTS[self.model.looked]
        wanted = (1 - x1, x2) if name == "x1" else (x1, 1 - x2)
        self.do(LookAt(POINTS.index(wanted)))

    def _press(self, at: tuple[float, float]) -> None:
        self.do(LookAt(min(range(4), key=lambda k: abs(POINTS[k][0] - at[0]) + abs(POINTS[k][1] - at[1]))))

    # Words

    def word(self) -> None:
        self.activation.set_words(
            self.tr("Activation of the hidden units"), {"sigmoid": self.tr("Sigmoid"), "tanh": self.tr("Tanh")}
        )
        self.starts.set_words(
            self.tr("Start"), {"learns": self.tr("A start that learns"), "stuck": self.tr("A start that gets stuck")}
        )
        self._captions["starts"].setText(self.tr("Same network, another start"))
        self._captions["activation"].setText(self.tr("Activation of the hidden units"))
        self._captions["hint"].setText(
            self.tr(
                "The solid line is where y = ½; on a dashed one the sum of a hidden unit is 0. Press an input of the "
                "network to change it, a unit to see its answers all over the plane. Training: gradient descent on "
                "all four points at once, binary cross-entropy."
            )
        )
        for name, title in (("rate", self.tr("Rate η")), ("seed", self.tr("Seed"))):
            self._rows[name].caption.setText(title)
        self.rate.setAccessibleName(self.tr("Learning rate η"))
        self.seed.setAccessibleName(self.tr("Seed of the start"))
        self.controls.word()
        self._cards["plane"].set_title(self._title())
        self._cards["network"].set_title(self.tr("The network"))
        self._cards["loss"].set_title(self.tr("Loss"))
        self._name()

    def _name(self) -> None:
        titles = (self.tr("Iteration"), self.tr("Loss"), self.tr("Gradient norm"), self.tr("Points right, of 4"))
        brief = (titles[0], titles[1], self.tr("Gradient"), self.tr("Right, of 4"))
        for name, title, short_title in zip(NUMBERS, titles, brief, strict=True):
            self._names[name].setText(short_title)
            self._names[name].setToolTip(title)
            self.numbers[name].set_title(title)
        self.plane.set_titles("x₁", "x₂")
        self.loss.set_titles(self.tr("iteration"))
        self.plane.setAccessibleName(self.tr("The network’s output over the plane, its boundary, both hidden lines"))
        self.network.setAccessibleName(
            self.tr("The network; arrow keys choose a node, Space switches an input or shows a unit")
        )
        self.loss.setAccessibleName(self.tr("Loss over the iterations"))

    def dress(self) -> None:
        self._side.dress()
        self.verdict.setFont(self.theme.font(1.15, bold=True))
