"""Recordings: what the window has to do with them: the menu, the two strips, the files, and the warnings before."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMainWindow, QMessageBox, QToolBar, QWidget

from nnviz.export.picture import write_whole
from nnviz.languages import in_use
from nnviz.session.facts import Notice
from nnviz.session.metronome import TICK
from nnviz.session.playback import Playback
from nnviz.session.recorder import Recorder
from nnviz.session.recording import SUFFIX, Recording, named, read
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.dialogs.unsaved import DISCARD, SAVE
from nnviz.views.dialogs.unsaved_recording import UnsavedRecording
from nnviz.views.replay.playing_bar import PlayingBar
from nnviz.views.replay.recording_bar import RecordingBar
from nnviz.widgets.files import SaveDialog, asked_file


class Recordings(QObject):
    """Signals: refused(Exception); done(Notice) where a recording was saved."""

    refused = Signal(object)
    done = Signal(object)

    def __init__(self, window: QMainWindow, session: Session, theme: Theme, actions: dict[str, QAction]) -> None:
        super().__init__(window)
        self._window, self._session, self._actions = window, session, actions
        self.recorder = Recorder(session)
        self.playback: Playback | None = None
        self._path = Path()
        # What could not be saved, until it is, or is given up.
        self._unsaved: Recording | None = None
        self.recording_bar = RecordingBar(session, self.recorder, theme, window)
        self.playing_bar = PlayingBar(session, theme, window)
        self._strips = [self._strip(bar) for bar in (self.recording_bar, self.playing_bar)]
        self.recorder.changed.connect(self._show)
        self.recording_bar.cue_wished.connect(self.cue)
        self.recording_bar.stop_wished.connect(self.stop)
        self.playing_bar.place_wished.connect(self._go_to)
        self.playing_bar.close_wished.connect(self.close_playback)
        self._show()

    def slots(self) -> dict[str, Callable[[], object]]:
        """What the actions do, by name."""
        return {"record": self._toggle, "play_recording": self._ask_play, "set_cue": self.cue}

    def word(self) -> None:
        """The action that starts a recording also ends it."""
        if self.recorder.on:
            self._actions["record"].setText(self.tr("Stop recording"))

    def record(self, path: str) -> None:
        """Record into a file from now on."""
        self.close_playback()
        self._path = Path(path)
        self._try(lambda: self.recorder.start(in_use()))

    def stop(self) -> bool:
        """End the recording, and save it; where that fails, another place is asked for. False then."""
        if self.recorder.on:
            self._unsaved = self.recorder.stop()
        return self._save(self._path)

    def cue(self) -> None:
        """Mark this place of the recording."""
        self._try(self.recorder.cue)

    def open_file(self, path: str) -> None:
        """Play the recording in a file, from its beginning."""
        self._try(lambda: self._play(Path(path)))

    def close_playback(self) -> None:
        """Go on from where the recording stands."""
        if self.playback:
            self.playback.close()

    def close(self) -> bool:
        """The window wants to close: what was recorded is saved. False: it cannot be, and the window must stay."""
        saved = self.stop()
        self.close_playback()
        return saved

    # Recording

    def _toggle(self) -> None:
        if self.recorder.on or self._unsaved:
            self.stop()
            return
        text = self.tr(
            "A recording holds everything you do, and plays it again exactly.\n\nIt begins with a fresh start: every "
            "network goes back to its start weights, with the settings it has now, the labs are as at their first "
            "opening, and an open lesson is closed. Sweeps are no part of a recording."
        )
        self._warn(text, "record_warning", self._ask_place)

    def _ask_place(self) -> None:
        self._ask_file(self.record)

    def _ask_file(self, then: Callable[[str], object]) -> SaveDialog:
        kinds = self.tr("Recordings (*{suffix})").format(suffix=SUFFIX)
        title, suffix = self.tr("Where shall the recording go?"), SUFFIX.removeprefix(".")
        dialog = SaveDialog(self._window, title, "record_dialog", f"lecture{SUFFIX}", (kinds,), suffix)
        dialog.fileSelected.connect(then)
        dialog.open()
        return dialog

    def _save(self, path: str | Path) -> bool:
        if self._unsaved is None:
            return True
        try:
            write_whole(Path(path), self._unsaved.encoded())
        except (ValueError, OSError) as error:
            self._ask_other_place()
            self.refused.emit(error)
            return False
        self._unsaved = None
        self.done.emit(Notice("recording_saved", {"file": Path(path).name}))
        return True

    def _ask_other_place(self) -> None:
        self._ask_file(self._save).rejected.connect(self._ask_what_becomes_of_it)

    def _ask_what_becomes_of_it(self) -> None:
        if self._unsaved:
            question = UnsavedRecording(self._unsaved.ticks * TICK, self._window)
            question.answered.connect(self._answer)
            question.open()

    def _answer(self, answer: str) -> None:
        if answer == SAVE:
            self._ask_other_place()
        if answer == DISCARD:
            self._unsaved = None

    # Playing

    def _ask_play(self) -> None:
        kinds = self.tr("Recordings (*{suffix})").format(suffix=SUFFIX)
        chosen = asked_file(self._window, self.tr("Play a recording"), kinds)
        if chosen:
            self.offer(chosen)

    def offer(self, path: Path) -> None:
        """Play the recording in a file, once the user knows what that takes away."""
        text = self.tr(
            "A recording begins anew on all pages: the networks and labs as they are now are gone then.\n\nAs soon "
            "as you do something yourself, it ends, and you go on from there."
        )
        self._warn(text, "play_warning", partial(self.open_file, str(path)))

    def _play(self, path: Path) -> None:
        recording = read(path)
        with named(path):
            playback = Playback(self._session, recording)
        self.stop()
        self.close_playback()
        self.playback = playback
        playback.changed.connect(self._show)
        self.playing_bar.show_playback(playback)
        playback.begin()
        playback.play()

    def _go_to(self, tick: int) -> None:
        if self.playback and self.playback.is_open:
            QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
            try:
                self.playback.go_to(tick)
            finally:
                QApplication.restoreOverrideCursor()

    # Showing

    def _show(self) -> None:
        if self.playback and not self.playback.is_open:
            self.playback = None
        recording = self.recorder.on
        for strip, on in zip(self._strips, (recording, self.playback is not None), strict=True):
            strip.setVisible(on)
        self._actions["set_cue"].setEnabled(recording)
        self._actions["record"].setText(self.tr("Stop recording") if recording else self.tr("Record…"))

    def _strip(self, bar: QWidget) -> QToolBar:
        strip = QToolBar(self._window)
        strip.setObjectName(f"strip_{bar.objectName()}")
        strip.setMovable(False)
        strip.toggleViewAction().setVisible(False)
        strip.addWidget(bar)
        self._window.addToolBar(Qt.ToolBarArea.BottomToolBarArea, strip)
        return strip

    def _warn(self, text: str, name: str, then: Callable[[], None]) -> None:
        box = QMessageBox(self._window)
        box.setObjectName(name)
        box.setText(text)
        box.setStandardButtons(QMessageBox.StandardButton.Ok | QMessageBox.StandardButton.Cancel)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.accepted.connect(then)
        box.open()

    def _try(self, what: Callable[[], object]) -> None:
        try:
            what()
        except (ValueError, OSError) as error:
            self.refused.emit(error)
