"""TimelineBar: the strip that goes back to any kept state of the run and forward again."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QSizePolicy, QToolButton, QWidget

from nnviz.errors import words
from nnviz.session.intents import GoTo, Intent, SetTimelineBudget
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.timeline.memory import MemoryButton
from nnviz.views.timeline.track import TimelineTrack
from nnviz.widgets.worded import Worded

MARGINS = (10, 3, 10, 3)
GAP = 8
BUTTON = 28
TRACK = 160
ROOMY = 260
"""Pixels the slider should have beside everything else, and beside all words about looking back."""
FORMS = (("states", "long", False), ("memory", "long", False), ("memory", "short", False), ("memory", "short", True),
         ("", "short", True), ("", "", True))  # fmt: skip
"""From roomy to narrow: what is said of the memory, or in its place of looking back, and whether the position is brief.
The form does not depend on where the run stands, or the slider would shrink under the hand that drags it."""
SEND_FRAMES = 5
"""While the handle is dragged, a wish is sent every fifth frame, 12 times a second."""


class TimelineBar(Worded, QWidget):
    """A slider over all iterations, where the run stands, and the memory that this takes."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self._wanted: int | None = None
        self._wait = 0
        self._dirty = True
        self._refused = ""
        self._brief = False
        self.track = TimelineTrack(theme, self)
        self.position = QLabel(self)
        self.hint = QLabel(self)
        self.newest = QToolButton(self)
        self.memory = MemoryButton(self)
        self._build()
        self._connect()
        self._name()
        self._dress()
        self._refresh()

    # Building

    def _build(self) -> None:
        self.setObjectName("timeline_bar")
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(*MARGINS)
        self._row.setSpacing(GAP)
        # The form follows the width, so what the present form needs may not hold the width up.
        self._row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        parts = {
            "track": self.track, "position": self.position, "newest": self.newest,
            "hint": self.hint,
        }  # fmt: skip
        for name, part in parts.items():
            part.setObjectName(f"timeline_{name}")
            self._row.addWidget(part, int(part is self.track))
        self._row.addWidget(self.memory)
        self.hint.setProperty("role", "hint")
        self.newest.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _connect(self) -> None:
        session = self._session
        session.timeline_changed.connect(self._on_changed)
        session.page_changed.connect(self._on_other_run)
        session.clock.frame.connect(self._on_frame)
        session.clock.slow.connect(self._on_slow)
        session.clock.text.connect(self._on_text)
        self._theme.changed.connect(self._dress)
        self.newest.clicked.connect(self._on_newest)
        self.track.valueChanged.connect(self._on_moved)
        self.track.sliderReleased.connect(self._on_released)
        self.memory.budget_chosen.connect(self._on_budget)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Timeline of the run"))
        self.track.setAccessibleName(self.tr("Iteration"))
        self.track.setToolTip(self.tr("Go back to any state that is kept (ticks), and forward again"))
        self.newest.setText(self.tr("Newest"))
        self.newest.setAccessibleName(self.tr("Go to the newest iteration"))
        self.newest.setToolTip(self.tr("Forward again to the newest iteration of this run"))
        self.memory.word()

    def _dress(self, _: object = None) -> None:
        for button in (self.newest, self.memory):
            button.setFixedHeight(round(BUTTON * self._theme.scale))
        small = self._theme.font(0.92)
        for part in (self.position, self.hint, self.newest, self.memory):
            part.setFont(small)
        self._dirty = True

    # Wishes

    def _do(self, intent: Intent) -> None:
        """Carry out an intent; a refusal is told in the strip until the next one that is taken."""
        self._refused = ""
        try:
            self._session.do(intent)
        except ValueError as error:
            self._refused = words(error, _error_in_words)
        self._dirty = True

    def _on_newest(self) -> None:
        self._do(GoTo(self._session.timeline.newest))

    def _on_budget(self, size: int) -> None:
        self._do(SetTimelineBudget(size))

    def _on_moved(self, iteration: int) -> None:
        """By hand or by key; at once, unless the last wish has only just gone."""
        self._wanted = iteration
        self._write()
        if self._wait == 0:
            self._send()

    def _on_released(self) -> None:
        self._send()
        self._dirty = True

    def _send(self) -> None:
        if self._wanted is not None:
            wanted, self._wanted, self._wait = self._wanted, None, SEND_FRAMES
            self._do(GoTo(wanted))

    # Facts

    def _on_changed(self, _: object) -> None:
        self._refused, self._dirty = "", True

    def _on_other_run(self, _: object) -> None:
        self._wanted, self._refused, self._dirty = None, "", True

    def _on_frame(self) -> None:
        self._wait = max(self._wait - 1, 0)
        if self._wait == 0:
            self._send()
        if not self._session.state.is_running:
            self._renew()

    def _on_slow(self) -> None:
        """While the run trains the handle moves more often than the numbers."""
        if self._dirty and self.isVisible():
            self._show_track()

    def _on_text(self) -> None:
        self._renew()

    def _renew(self) -> None:
        if self._dirty and self.isVisible():
            self._refresh()

    def _show_track(self) -> None:
        facts = self._session.timeline
        # A wish on its way keeps the handle where the hand has put it.
        if self._wanted is None:
            self.track.show_facts(facts)
        self.track.setEnabled(facts.newest > 0)

    def _refresh(self) -> None:
        self._dirty = False
        facts = self._session.timeline
        self._show_track()
        self.memory.show_facts(facts)
        self._arrange()

    def _write(self) -> None:
        """Where it stands, or where the hand is."""
        newest, value = self._session.timeline.newest, self.track.value()
        whole = self._words(value, newest, brief=False)
        self.position.setText(self._words(value, newest, self._brief))
        self.position.setAccessibleName(whole)
        self.position.setToolTip(whole)
        self.position.setFixedWidth(self._position_width(self._brief))

    def _words(self, position: int, newest: int, brief: bool) -> str:
        text = "{position} / {newest}" if brief else self.tr("iteration {position} of {newest}")
        return text.format(position=f"{position:,}", newest=f"{newest:,}")

    def _position_width(self, brief: bool) -> int:
        """As wide as the longest number will make it, so that nothing moves."""
        newest = self._session.timeline.newest
        return self.position.fontMetrics().horizontalAdvance(self._words(newest, newest, brief)) + 2

    @property
    def _looks_back(self) -> bool:
        facts = self._session.timeline
        return facts.position < facts.newest

    def _arrange(self) -> None:
        """What the slider leaves room for, see FORMS; a refusal takes the place of all numbers."""
        memory, hint, self._brief = next((form for form in FORMS if self._needed(*form) <= self.width()), FORMS[-1])
        self.memory.set_brief(memory == "memory")
        self._write()
        back, slot = self._looks_back, self._slot(memory, hint)
        self._tell(self._refused or (self._hint(hint) if back else ""), self._refused or self._hint("long"))
        numbers = self.position.width() + self.newest.sizeHint().width() + slot + 2 * GAP
        self.memory.setFixedWidth(slot)
        self.hint.setFixedWidth(numbers if self._refused else slot)
        self.hint.setVisible(bool(self._refused) or (bool(hint) and back))
        self.memory.setVisible(bool(memory) and not back and not self._refused)
        for part in (self.position, self.newest):
            part.setVisible(not self._refused)
        self.newest.setEnabled(back)
        self.newest.setAccessibleDescription(self._hint("long") if back else "")

    def _hint(self, form: str) -> str:
        """What is said while the run does not stand at the newest iteration."""
        texts = {"long": self.tr("looking back – Train goes on from here"), "short": self.tr("looking back")}
        return texts.get(form, "")

    def _tell(self, text: str, whole: str) -> None:
        self.hint.setText(text)
        self.hint.setToolTip(whole)
        role = "warning" if self._refused else "hint"
        if self.hint.property("role") != role:
            self.hint.setProperty("role", role)
            self.hint.style().polish(self.hint)

    def _needed(self, memory: str, hint: str, brief: bool) -> int:
        """Pixels of one row in a form, with a slider that can be used."""
        slot, track = self._slot(memory, hint), ROOMY if hint == "long" else TRACK
        return self._others() + self._position_width(brief) + (slot + GAP if slot else 0) + track

    def _slot(self, memory: str, hint: str) -> int:
        """Room of the memory, which is that of the hint while the run looks back."""
        told = self.hint.fontMetrics().horizontalAdvance(self._hint(hint)) + 2 if hint else 0
        return max(self.memory.room(memory == "states") if memory else 0, told)

    def _others(self) -> int:
        """Margins, gaps and the part that never changes."""
        return MARGINS[0] + MARGINS[2] + self.newest.sizeHint().width() + 2 * GAP

    # Qt

    def minimumSizeHint(self) -> QSize:
        """The last form, with a short slider."""
        parts = self._position_width(True) + self.track.minimumSizeHint().width()
        return QSize(self._others() + parts, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What fits."""
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Nothing was done while it was hidden."""
        super().showEvent(event)
        self._refresh()

    def _word(self) -> None:
        self._name()
        self._dirty = True


def _error_in_words(text: str) -> str:
    return QCoreApplication.translate("errors", text)
