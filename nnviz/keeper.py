"""Keeper: what a person chose comes back at the next start, and no exception ends the program."""

from __future__ import annotations

import sys
from dataclasses import replace
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject

from nnviz.languages import meant
from nnviz.notation import CHOICES
from nnviz.session.intents import SetTimelineBudget
from nnviz.session.labs.lab import OpenSection
from nnviz.session.pages import LABS
from nnviz.settings import LANGUAGES, MEMORIES, MOTIONS, THEMES, Settings, save_settings
from nnviz.theme.palettes import COUNTERPARTS
from nnviz.theme.theme import fitting_scale
from nnviz.views.dialogs.preferences import OFF, ON, Preferences, Setting
from nnviz.widgets.files import last_folder, remember_folder

if TYPE_CHECKING:
    from nnviz.app import App

FIRST_SIZE = (1440, 900)
TEXT_SIZES = (80, 90, 100, 110, 120, 130, 140, 150, 160)
"""Per cent of ordinary writing that the preferences offer."""
MEGABYTE = 2**20


class Keeper(QObject):
    """Keeps the settings up to date, and turns an unexpected exception into the window's dialog."""

    def __init__(self, parts: App) -> None:
        super().__init__()
        self._parts = parts
        parts.window.theme_toggled.connect(self._toggle_theme)
        appearance = parts.window.appearance.menu
        appearance.palette_chosen.connect(self._wear)
        appearance.hall_chosen.connect(self._enlarge)
        appearance.motion_chosen.connect(self._move)
        parts.window.welcome_closed.connect(self._welcome_seen)
        parts.window.language_chosen.connect(self._speak)
        parts.window.recent.load(parts.settings.recent)
        parts.window.recent.changed.connect(self._note_recent)
        self.preferences = Preferences(self._choices(), parts.window)
        parts.window.actions_by_name["preferences"].triggered.connect(self.preferences.open)
        parts.theme.changed.connect(self._renew)
        parts.window.centre.timeline.memory.budget_chosen.connect(self._note_memory)
        if parts.settings.memory != Settings().memory:
            self._give_memory(str(parts.settings.memory))
        parts.application.aboutToQuit.connect(self._save)

    def restore(self) -> None:
        """Size, arrangement, section and folder as they were left; at the first start a size that fits the screen."""
        parts, settings, window = self._parts, self._parts.settings, self._parts.window
        page = parts.session.page
        remember_folder(settings.folder)
        if page == settings.page and page in LABS and settings.section in parts.session.labs.lab(page).sections:
            parts.session.do(OpenSection(page, settings.section))
        if not (settings.geometry and window.restoreGeometry(QByteArray.fromBase64(settings.geometry.encode()))):
            room = window.screen().availableSize()
            parts.theme.set_scale(fitting_scale(room.height()))
            window.open_at(min(FIRST_SIZE[0], room.width()), min(FIRST_SIZE[1], room.height()))
        if settings.layouts:
            window.restore_layouts(settings.layouts)

    def greet(self, readable: bool) -> None:
        """The welcome at the first start; a word if the settings could not be read."""
        if not self._parts.settings.welcome_seen:
            self._parts.window.welcome.open()
        if not readable:
            self._parts.window.say("settings_broken")

    def unexpected(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """sys.excepthook: the trace for the developer, the dialog for the user; the program goes on."""
        sys.__excepthook__(kind, error, trace)
        if isinstance(error, Exception):
            self._parts.window.show_failure(error)

    def _choices(self) -> tuple[Setting, ...]:
        """The rows of the preferences."""
        settings, first = self._parts.settings, Settings()
        sizes, memories = map(str, TEXT_SIZES), map(str, MEMORIES)
        return (
            Setting("theme", THEMES, first.theme, lambda: settings.theme, self._wear),
            Setting("text", tuple(sizes), "100", self._text_size, self._resize),
            Setting("hall", (OFF, ON), OFF, lambda: ON if settings.hall else OFF, lambda key: self._enlarge(key == ON)),
            Setting("motion", MOTIONS, first.motion, lambda: settings.motion, self._move),
            Setting("language", LANGUAGES, first.language, lambda: settings.language, self._speak),
            Setting("memory", tuple(memories), str(first.memory), lambda: str(settings.memory), self._give_memory),
            *(
                Setting(part, keys, keys[0], partial(self._way, part), partial(self._write, part))
                for part, keys in CHOICES.items()
            ),
        )

    def _way(self, part: str) -> str:
        """How a part of the notation is written."""
        return str(getattr(self._parts.theme.notation, part))

    def _write(self, part: str, key: str) -> None:
        self._parts.theme.write_as(replace(self._parts.theme.notation, **{part: key}))

    def _renew(self) -> None:
        """Keys and menus choose, too."""
        self.preferences.renew()

    def _toggle_theme(self) -> None:
        self._wear(COUNTERPARTS[self._parts.theme.palette.name])

    def _wear(self, palette: str) -> None:
        self._parts.settings.theme = palette
        self._parts.theme.use(palette)

    def _enlarge(self, on: bool) -> None:
        self._parts.settings.hall = on
        self._parts.theme.set_hall(on)

    def _move(self, motion: str) -> None:
        self._parts.settings.motion = motion
        self._parts.theme.set_motion(motion)

    def _text_size(self) -> str:
        """The nearest of those that are offered."""
        return str(min(TEXT_SIZES, key=lambda size: abs(size - 100 * self._parts.theme.chosen_scale)))

    def _resize(self, percent: str) -> None:
        self._parts.theme.set_scale(int(percent) / 100)

    def _speak(self, language: str) -> None:
        self._parts.settings.language = language
        self._parts.languages.use(meant(language))

    def _give_memory(self, megabytes: str) -> None:
        size = int(megabytes) * MEGABYTE
        self._note_memory(size)
        self._parts.session.do(SetTimelineBudget(size))

    def _note_memory(self, size: int) -> None:
        """The strip of the timeline has a menu for it, too."""
        self._parts.settings.memory = size // MEGABYTE

    def _note_recent(self, paths: list[str]) -> None:
        self._parts.settings.recent = paths
        self._save()

    def _welcome_seen(self) -> None:
        self._parts.settings.welcome_seen = True
        # After a crash it is not shown again.
        self._save()

    def _section(self) -> str:
        """Of the lab in front, "" on other pages."""
        session = self._parts.session
        return session.labs.lab(session.page).section if session.page in LABS else ""

    def _save(self) -> None:
        settings, window = self._parts.settings, self._parts.window
        settings.page = self._parts.session.page
        settings.section = self._section()
        settings.folder = last_folder()
        settings.text_scale = self._parts.theme.chosen_scale
        settings.notation = self._parts.theme.notation.chosen or None
        settings.geometry = bytes(window.saveGeometry().toBase64().data()).decode()
        settings.layouts = window.layouts()
        try:
            save_settings(settings)
        except OSError as error:
            print(f"nnviz: settings not saved: {error}", file=sys.stderr)
