"""Notes: the lecturer's own window: notes of the step, what comes next, the time, and what the audience sees."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, QTime, Signal
from PySide6.QtGui import QCloseEvent, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from nnviz.lessons.lesson import Lesson, Question
from nnviz.session.lecture import PREDICT, LectureState
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.presenter.cover import BLACK, FROZEN, WHITE
from nnviz.views.presenter.desk import Desk
from nnviz.views.presenter.keys import NEXT
from nnviz.views.presenter.stopwatch import Stopwatch
from nnviz.widgets.marking import set_role
from nnviz.widgets.paragraph import Paragraph
from nnviz.widgets.prose import Prose
from nnviz.widgets.reading_area import ReadingArea
from nnviz.widgets.typesetter import Typesetter
from nnviz.widgets.worded import Worded

TITLE, NOTES, ANSWER, TEXT, SMALL = 1.7, 1.55, 1.25, 1.0, 0.95
"""Sizes of the writing: notes are read while standing."""
PREVIEW = 190
"""Height in pixels at the ordinary size of writing of the picture of what lies beneath."""
COLUMNS = 760
"""Pixels at the ordinary size of writing from which on what comes next stands beside the notes."""
FIRST_SIZE = (1000, 680)


class Notes(Worded, QWidget):
    """A window of its own; it goes with the one it belongs to.

    Signals: wished(str), a command of the buttons; closed().
    """

    wished = Signal(str)
    closed = Signal()

    def __init__(self, session: Session, theme: Theme, watch: Stopwatch, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("presenter_notes")
        self._session, self._theme = session, theme
        self._cover, self._dirty = "", True
        typesetter = Typesetter()
        self.place, self.title, self.state = (QLabel(self) for _ in range(3))
        self.notes = Prose(theme, typesetter, "notes_text", self, NOTES)
        self.answer_caption, self.answer = QLabel(self), Prose(theme, typesetter, "notes_answer", self, ANSWER)
        self.because = Prose(theme, typesetter, "notes_because", self, TEXT)
        self.next_caption, self.next_title = QLabel(self), Paragraph("notes_next_title", self, "value")
        self.next_text = Prose(theme, typesetter, "notes_next_text", self, TEXT)
        self.preview, self.clock = QLabel(self), QLabel(self)
        self.desk = Desk(theme, watch, self)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._answer_box, self._next_box = QFrame(self), QFrame(self)
        self._name()
        self._build()
        self._connect()
        self._word()
        self._dress()
        self.resize(*FIRST_SIZE)

    # What a window may call

    def show_cover(self, kind: str) -> None:
        """What lies over the window of the audience: "" nothing, FROZEN, BLACK or WHITE."""
        self._cover = kind
        self._show_state()

    def show_beneath(self, picture: QPixmap) -> None:
        """The window beneath what the audience sees; an empty one where they see it themselves."""
        room = self.preview.contentsRect().size()
        ratio = self.devicePixelRatioF()
        if not picture.isNull():
            picture = picture.scaled(
                room * ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            picture.setDevicePixelRatio(ratio)
        self.preview.setPixmap(picture)

    # Building

    def _name(self) -> None:
        names = ("place", "title", "state", "clock", "preview", "answer_caption", "next_caption")
        for name in names:
            getattr(self, name).setObjectName(f"notes_{name}")
        for label in (self.place, self.answer_caption, self.next_caption):
            label.setProperty("role", "hint")
        self.title.setProperty("role", "title")
        self.title.setWordWrap(True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "surface")
        # The keyboard stays with what is presented.
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(self.place)
        head.addStretch(1)
        head.addWidget(self.state)
        head.addWidget(self.clock)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.title)
        column.addLayout(self._columns, 1)
        column.addWidget(self.desk)
        self._columns.setSpacing(18)
        self._columns.addWidget(self._scrolling("notes_page", self.notes, self._build_answer()), 3)
        self._columns.addWidget(self._build_next(), 2)

    def _build_answer(self) -> QFrame:
        box = self._answer_box
        box.setObjectName("notes_answer_box")
        box.setProperty("role", "quote")
        rows = QVBoxLayout(box)
        rows.setContentsMargins(14, 10, 14, 12)
        rows.setSpacing(6)
        for part in (self.answer_caption, self.answer, self.because):
            rows.addWidget(part)
        return box

    def _build_next(self) -> QWidget:
        side = self._next_box
        side.setObjectName("notes_next")
        side.setProperty("role", "quote")
        rows = QVBoxLayout(side)
        rows.setContentsMargins(14, 10, 6, 12)
        rows.setSpacing(6)
        rows.addWidget(self.preview)
        rows.addWidget(self.next_caption)
        rows.addWidget(self.next_title)
        rows.addWidget(self._scrolling("notes_next_page", self.next_text), 1)
        self.preview.setAlignment(Qt.AlignmentFlag.AlignCenter)
        # A picture shall not make the window larger.
        self.preview.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        return side

    def _scrolling(self, name: str, *parts: QWidget) -> ReadingArea:
        page = QWidget(self)
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 2, 8, 2)
        rows.setSpacing(14)
        for part in parts:
            rows.addWidget(part)
        rows.addStretch(1)
        area = ReadingArea(name, page, self)
        page.setAutoFillBackground(False)
        area.viewport().setAutoFillBackground(False)
        return area

    def _connect(self) -> None:
        session = self._session
        session.lecture.changed.connect(self._mark)
        session.clock.frame.connect(self._on_frame)
        session.clock.text.connect(self._on_text)
        self._theme.changed.connect(self._dress)
        self.desk.wished.connect(self._wish)

    def _wish(self, command: str) -> None:
        """What is pressed is not always done: the button shows what is so."""
        self.wished.emit(command)
        self.desk.show_frozen(self._cover == FROZEN)

    # Showing

    def _mark(self) -> None:
        self._dirty = True

    def _on_frame(self) -> None:
        if self._dirty and self.isVisible():
            self._dirty = False
            self._refresh(self._session.lecture.state)

    def _on_text(self) -> None:
        if self.isVisible():
            self.clock.setText(QLocale().toString(QTime.currentTime(), QLocale.FormatType.ShortFormat))
            self.desk.tell()

    def _refresh(self, state: LectureState) -> None:
        lesson = state.lesson
        if lesson is None:
            self._show_nothing()
        else:
            self._show_step(lesson, state)
            self._show_next(lesson, state.index + 1)
        self._show_answer(state)
        self._show_state()

    def _show_nothing(self) -> None:
        self.place.setText("")
        self.title.setText(self.tr("No lesson is open"))
        self.notes.show_markdown(self._keys())
        self.next_caption.setText("")
        self.next_title.setText("")
        self.next_text.show_markdown("")

    def _show_step(self, lesson: Lesson, state: LectureState) -> None:
        step = lesson.steps[state.index]
        place = self.tr("{lesson}, step {number} of {count}")
        self.place.setText(place.format(lesson=lesson.title, number=state.index + 1, count=len(lesson.steps)))
        self.title.setText(step.title)
        # Where nothing was noted, at least what the audience reads.
        self.notes.show_markdown(step.notes or step.text, lesson.folders)

    def _show_next(self, lesson: Lesson, index: int) -> None:
        if index >= len(lesson.steps):
            self.next_caption.setText("")
            self.next_title.setText(self.tr("This is the last step."))
            self.next_text.show_markdown("")
            return
        step = lesson.steps[index]
        self.next_caption.setText(self.tr("Next"))
        self.next_title.setText(step.title)
        asks = f"{step.predict.question}\n\n" if step.predict else ""
        self.next_text.show_markdown(asks + step.text, lesson.folders)

    def _show_answer(self, state: LectureState) -> None:
        """The right one, also while the audience is still thinking."""
        question: Question | None = state.step.predict if state.step else None
        self._answer_box.setVisible(question is not None)
        if question and state.lesson:
            asked = state.phase == PREDICT
            self.answer_caption.setText(self.tr("They are asked. Right is:") if asked else self.tr("Right was:"))
            self.answer.show_markdown(question.answers[question.right], state.lesson.folders)
            self.because.show_markdown(question.because, state.lesson.folders)

    def _show_state(self) -> None:
        words = {
            "": self.tr("Live"),
            FROZEN: self.tr("Frozen: the audience sees a still picture"),
            BLACK: self.tr("The screen is black"),
            WHITE: self.tr("The screen is white"),
        }
        self.state.setText(words[self._cover])
        set_role(self.state, "warning" if self._cover else "hint")
        self.preview.setVisible(bool(self._cover))
        self._next_box.setVisible(self._session.lecture.is_open or bool(self._cover))
        self.desk.show_frozen(self._cover == FROZEN)

    def _keys(self) -> str:
        return self.tr(
            "**Page Down**, **Page Up**: a beat of the passes; where none are open, one iteration of training\n\n"
            "**.** plays the passes, or holds them\n\n"
            "**B**, **W**: black and white screen\n\n"
            "**F5** or **Esc** ends presenting"
        )

    def _word(self) -> None:
        self.setWindowTitle(self.tr("Presenter's window"))
        self.setAccessibleName(self.tr("Presenter's window"))
        self.preview.setAccessibleName(self.tr("What lies beneath"))
        self.clock.setAccessibleName(self.tr("Time of day"))
        pages = {"notes_page": self.tr("Notes"), "notes_next_page": self.tr("Next")}
        for area in self.findChildren(ReadingArea):
            area.setAccessibleName(pages[area.objectName()])
        self._show_state()
        self.desk.word()
        self._mark()

    def _dress(self) -> None:
        theme = self._theme
        for label in (self.place, self.answer_caption, self.next_caption, self.clock):
            label.setFont(theme.font(SMALL))
        self.state.setFont(theme.font(SMALL, bold=True))
        self.preview.setFixedHeight(round(PREVIEW * theme.scale))
        self.title.setFont(theme.font(TITLE, bold=True))
        self.next_title.setFont(theme.font(ANSWER, bold=True))
        self.desk.dress()
        self._arrange()
        self._mark()

    def _arrange(self) -> None:
        """Side by side where there is room for both."""
        wide = self.width() >= COLUMNS * self._theme.scale
        self._columns.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.desk.buttons[NEXT].setFocus()
        self._dress()
        self._on_frame()
        self._on_text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()
