"""Header: the bar above everything: pages, transport, speed, and where the run is."""

from __future__ import annotations

from math import isnan

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QSlider, QToolButton, QVBoxLayout, QWidget

from nnviz.session.intents import SetSpeed
from nnviz.session.pages import COMPARE, LABS, RUNS
from nnviz.session.session import Session
from nnviz.session.states import RunState
from nnviz.theme.icons import icon
from nnviz.theme.palettes import Palette
from nnviz.theme.theme import Theme
from nnviz.widgets.focus import keep_on
from nnviz.widgets.worded import Worded

SPEEDS: tuple[float | None, ...] = (1, 2, 5, 10, 30, 100, 300, 1000, None)
"""Iterations a second that the slider offers; None is full speed."""
PAGES = ("page_digits", "page_playground", "page_compare", "page_labs")
TRANSPORT = ("reset", "new_seed", "train", "step_back", "step", "epoch")
FACTS = ("epoch", "iteration", "loss", "accuracy")
SPACING = 6
SLACK = 4
"""Pixels that stay free where words are shown: the numbers at the right may grow."""
MANY_EPOCHS = 1000
WIDEST = {"epoch": "000.00", "iteration": "000,000"}
"""Numbers that room is kept for."""
SLIDER = (40, 96)
"""Width of the speed slider where room is short, and where it is not."""


class Header(Worded, QWidget):
    """Buttons for the actions of the window, the speed slider and the read-out."""

    def __init__(self, session: Session, theme: Theme, actions: dict[str, QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self._session, self._theme, self._actions = session, theme, actions
        self._transport, self._figures = QWidget(self), QWidget(self)
        self._buttons = {name: self._button(name) for name in (*PAGES, *TRANSPORT, "theme")}
        self._least = 0
        self._icons: dict[str, tuple[str, Palette, str]] = {}
        self._speed = self._slider()
        self._speed_text = QLabel(self)
        self._facts = {name: QLabel(self) for name in FACTS}
        self._captions = {name: QLabel(self) for name in FACTS}
        self._dirty = True
        self._build()
        self._dress()
        self._connect()
        self._word()

    def _word(self) -> None:
        """Every text, in the language of the program."""
        for name, button in self._buttons.items():
            button.setAccessibleName(self._actions[name].text())
        self._speed.setAccessibleName(self.tr("Speed"))
        self._name_facts()
        self._show_state(self._session.state)
        self._show_speed(self._session.speed)

    def _name_facts(self) -> None:
        for name, text in zip(FACTS, self._fact_names(), strict=True):
            self._captions[name].setText(text)
            self._facts[name].setAccessibleName(text)

    def _connect(self) -> None:
        session = self._session
        session.state_changed.connect(self._show_state)
        session.history_changed.connect(self._mark)
        session.snapshot_changed.connect(self._mark)
        session.speed_changed.connect(self._show_speed)
        session.clock.text.connect(self._refresh)
        self._theme.changed.connect(self._dress)
        # Once more when the buttons have got the new writing: only then is it known how wide they are.
        self._theme.changed.connect(self._word_buttons, Qt.ConnectionType.QueuedConnection)
        self._speed.valueChanged.connect(self._send_speed)

    def _fact_names(self) -> tuple[str, ...]:
        if self._session.page == COMPARE:
            return self.tr("epoch"), self.tr("iteration"), self.tr("loss of run A"), self.tr("accuracy of A")
        return self.tr("epoch"), self.tr("iteration"), self.tr("mini-batch loss"), self.tr("test accuracy")

    def _button(self, name: str) -> QToolButton:
        button = _Steady(self)
        button.setDefaultAction(self._actions[name])
        button.setObjectName(f"button_{name}")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _slider(self) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal, self)
        slider.setObjectName("speed")
        slider.setRange(0, len(SPEEDS) - 1)
        slider.setFixedWidth(SLIDER[1])
        return slider

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 12, 6)
        row.setSpacing(SPACING)
        for name in PAGES:
            row.addWidget(self._buttons[name])
        row.addWidget(self._transport)
        row.addStretch(1)
        row.addWidget(self._figures)
        row.addWidget(self._buttons["theme"])
        self._build_transport()
        figures = QHBoxLayout(self._figures)
        figures.setContentsMargins(0, 0, 0, 0)
        figures.setSpacing(SPACING)
        for name in FACTS:
            figures.addLayout(self._fact(name))

    def _build_transport(self) -> None:
        row = QHBoxLayout(self._transport)
        row.setContentsMargins(10, 0, 0, 0)
        row.setSpacing(SPACING)
        for name in TRANSPORT:
            row.addWidget(self._buttons[name])
        self._buttons["train"].setProperty("role", "primary")
        self._spell(["train"], True)
        row.addSpacing(8)
        row.addWidget(self._speed)
        row.addWidget(self._speed_text)

    def _fact(self, name: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.setContentsMargins(0, 0, 8, 0)
        value, caption = self._facts[name], self._captions[name]
        value.setObjectName(f"fact_{name}")
        for label, role in ((value, "value"), (caption, "hint")):
            label.setProperty("role", role)
            label.setAlignment(Qt.AlignmentFlag.AlignRight)
            label.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
            column.addWidget(label)
        return column

    def _dress(self) -> None:
        palette, scale = self._theme.palette, self._theme.scale
        for button in self._buttons.values():
            button.setIconSize(QSize(round(18 * scale), round(18 * scale)))
            button.setMinimumHeight(round(36 * scale))
        self._buttons["train"].setMinimumWidth(round(92 * scale))
        self._speed_text.setMinimumWidth(self._speed_text.fontMetrics().horizontalAdvance(self.tr("full speed")) + 4)
        for name, button in self._buttons.items():
            role = "on_accent" if name == "train" or button.isChecked() else "text"
            wanted = (self._icon_name(name), palette, role)
            if self._icons.get(name) != wanted:
                # Drawing them is a tenth of the program's start.
                self._icons[name] = wanted
                button.defaultAction().setIcon(icon(*wanted))
        for name in FACTS:
            self._facts[name].setFont(self._theme.font(1.25, bold=True))
            self._captions[name].setFont(self._theme.font(0.85))
        for name, label in self._facts.items():
            label.setMinimumWidth(label.fontMetrics().horizontalAdvance(WIDEST.get(name, "00.00 %")))
        self._word_buttons()

    def _word_buttons(self) -> None:
        """What there is room for, the most important first: the epoch, the pages' words, the speed in words, a long
        slider, the transport's words. The most important button always has its word."""
        self._show_epoch(False)
        self._speed_text.hide()
        self._speed.setFixedWidth(SLIDER[0])
        optional = [name for name in (*PAGES, *TRANSPORT) if name != "train"]
        self._spell(optional, False)
        self._least = self._measure()
        icons = {name: self._buttons[name].sizeHint().width() for name in optional}
        self._spell(optional, True)
        words = {name: self._buttons[name].sizeHint().width() - icons[name] for name in optional}
        pages, transport = (sum(words.get(name, 0) for name in names) for names in (PAGES, TRANSPORT))
        rooms = (self._epoch_room(), pages, self._speed_room(), SLIDER[1] - SLIDER[0], transport)
        epoch, paged, speed, long, transported = self._granted(rooms)
        self._show_epoch(epoch)
        self._spell([name for name in PAGES if not paged], False)
        self._spell([name for name in TRANSPORT if name != "train" and not transported], False)
        self._speed_text.setVisible(speed)
        self._speed.setFixedWidth(SLIDER[long])

    def _show_epoch(self, on: bool) -> None:
        """It can be reckoned from the iteration; in the largest writing it gives way."""
        for label in (self._facts["epoch"], self._captions["epoch"]):
            label.setVisible(on)

    def _measure(self) -> int:
        """The least width, as its parts are dressed now: they would tell it only later."""
        for part in (self._transport, self._figures):
            layout = part.layout()
            assert layout is not None
            layout.activate()
            part.updateGeometry()
        return super().minimumSizeHint().width()

    def _granted(self, needed: tuple[int, ...]) -> list[bool]:
        """Which of these widths there is room for, the first of them first."""
        spare, granted = self.width() - self._least - SLACK, []
        for width in needed:
            granted.append(spare >= width)
            spare -= width * granted[-1]
        return granted

    def _spell(self, names: list[str], wordy: bool) -> None:
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if wordy else Qt.ToolButtonStyle.ToolButtonIconOnly
        for name in names:
            self._buttons[name].setToolButtonStyle(style)

    def _speed_room(self) -> int:
        return _width(self._speed_text) + SPACING

    def _epoch_room(self) -> int:
        """The margin beside it stays."""
        return max(_width(self._facts["epoch"]), _width(self._captions["epoch"])) + SPACING

    def focus_train(self) -> None:
        """The keyboard goes to the Train button."""
        self._buttons["train"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _icon_name(self, name: str) -> str:
        if name == "train":
            return "pause" if self._session.state.is_running else "train"
        return name.removeprefix("page_")

    def _show_state(self, state: RunState) -> None:
        running, there = state.is_running, self._session.page in RUNS
        self._actions["train"].setText(self.tr("Pause") if running else self.tr("Train"))
        self._actions["train"].setEnabled(there and (running or state.can_train))
        for name in ("step", "epoch"):
            self._actions[name].setEnabled(there and state.can_train)
        for name in ("reset", "new_seed"):
            self._actions[name].setEnabled(there)
        alone = there and self._session.page != COMPARE
        self._actions["step_back"].setEnabled(alone and state.can_train and self._session.timeline.position > 0)
        for name in ("passes", "batch"):
            self._actions[name].setEnabled(alone)
        self._buttons["train"].setAccessibleName(self._actions["train"].text())
        self._dress()
        self._mark()

    def mark_page(self, page: str) -> None:
        """Show which page is in front."""
        for name in PAGES:
            self._actions[name].setChecked(name == f"page_{page}")
        self._actions["page_labs"].setChecked(page in LABS)
        self._show_run(page in RUNS)
        self._name_facts()
        self._dress()

    def take_focus_along(self, page: str, lost: bool) -> None:
        """To the button of the page in front, where that of another page has it, or where it is `lost`."""
        button = self._buttons["page_labs" if page in LABS else f"page_{page}"]
        if lost:
            button.setFocus()
        else:
            keep_on(button, [self._buttons[name] for name in PAGES])

    def _show_run(self, there: bool) -> None:
        """Transport and figures belong to the run of a page."""
        self._transport.setVisible(there)
        self._figures.setVisible(there)

    def _send_speed(self, index: int) -> None:
        self._session.do(SetSpeed(SPEEDS[index]))

    def _show_speed(self, speed: float | None) -> None:
        self._speed.blockSignals(True)
        self._speed.setValue(SPEEDS.index(speed) if speed in SPEEDS else len(SPEEDS) - 1)
        self._speed.blockSignals(False)
        words = self.tr("full speed") if speed is None else self.tr("{count} / s").format(count=f"{speed:,.0f}")
        self._speed_text.setText(words)
        self._speed.setToolTip(self._speed_tip().format(speed=words))

    def _speed_tip(self) -> str:
        return self.tr("Speed, now {speed}: from one iteration a second to as fast as this machine can")

    def _mark(self) -> None:
        self._dirty = True

    def _refresh(self) -> None:
        if self._dirty and self.isVisible():
            self._dirty = False
            self.show_facts()

    def show_facts(self) -> None:
        """Write the newest numbers."""
        snapshot, scores = self._session.snapshot, self._session.scores
        loss = scores.train_loss if isnan(scores.batch_loss) else scores.batch_loss
        accuracy = "–" if isnan(scores.test_accuracy) else f"{100 * scores.test_accuracy:.2f} %"
        values = (_epochs(snapshot.epoch), f"{snapshot.iteration:,}", _short(loss), accuracy)
        for name, value in zip(FACTS, values, strict=True):
            self._facts[name].setText(value)

    # Qt overrides

    def minimumSizeHint(self) -> QSize:
        """As if no optional word were shown, so that the window can be made narrow enough to hide them."""
        return QSize(self._least, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._word_buttons()


def _width(label: QLabel) -> int:
    return label.sizeHint().expandedTo(label.minimumSize()).width()


def _epochs(epoch: float) -> str:
    """Small data is passed through thousands of times: then parts of an epoch are of no interest, and have no room."""
    return f"{epoch:,.0f}" if epoch >= MANY_EPOCHS else f"{epoch:.2f}"


def _short(loss: float) -> str:
    """Four decimals, or a power of ten where that would be long."""
    if isnan(loss):
        return "–"
    return f"{loss:.4f}" if abs(loss) < 1000 else f"{loss:.2e}"


class _Steady(QToolButton):
    """A button that keeps the focus while it is switched off, as Train is whenever a run is loaded: Qt would pass it on
    to the next one, and Space would do something else from then on."""

    def focusNextPrevChild(self, following: bool) -> bool:
        """Tab leads on, being switched off does not."""
        return not self.isEnabled() or super().focusNextPrevChild(following)
