"""Settings: what the program remembers between two starts, as JSON; what is as by default is left out."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from platformdirs import user_config_path

from nnviz.notation import Notation
from nnviz.strict_json import read_json

FILE = "settings.json"
THEMES = ("system", "light", "dark", "projector", "safe_light", "safe_dark")
MOTIONS = ("system", "full", "reduced")
LANGUAGES = ("system", "en", "ko")
MEMORIES = (64, 128, 256, 512, 1024)
SCALES = (0.5, 3.0)
"""Writing smaller or larger than this could not be read, nor set right."""


@dataclass
class Settings:
    """theme one of THEMES; language one of LANGUAGES; page in front, section of its lab; folder
    of the file that was opened or saved last; text_scale of the writing, without what a hall
    adds; hall: larger writing and lines; motion one of MOTIONS; memory of the timeline in MB, one of MEMORIES;
    notation the fields of a Notation; geometry and layouts of the window, base64; paths of the files used last, the
    newest first."""

    theme: str = "system"
    language: str = "system"
    page: str = "digits"
    section: str = ""
    folder: str = ""
    text_scale: float = 1.0
    hall: bool = False
    motion: str = "system"
    memory: int = 256
    welcome_seen: bool = False
    geometry: str = ""
    layouts: dict[str, str] | None = None
    notation: dict[str, str] | None = None
    recent: list[str] = field(default_factory=list)


def settings_path() -> Path:
    """Where the settings are kept on this system."""
    return user_config_path("nnviz", appauthor=False) / FILE


def load_settings(path: Path | None = None) -> tuple[Settings, bool]:
    """The settings and whether they could be read; a broken file gives the defaults."""
    try:
        return _checked(read_json(path or settings_path())), True
    except FileNotFoundError:
        return Settings(), True
    except (OSError, ValueError, TypeError):
        return Settings(), False


def save_settings(settings: Settings, path: Path | None = None) -> None:
    """Write atomically: the old file is whole until the new one is. OSError where that fails."""
    path = path or settings_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    defaults = asdict(Settings())
    changed = {name: value for name, value in asdict(settings).items() if value != defaults[name]}
    draft = path.with_suffix(".part")
    draft.write_text(json.dumps(changed, indent=2), encoding="utf-8")
    draft.replace(path)


def _checked(values: Any) -> Settings:
    """Settings of the right types only; anything else is a broken file."""
    if not isinstance(values, dict):
        raise TypeError(values)
    defaults = {known.name: getattr(Settings(), known.name) for known in fields(Settings)}
    for name, value in values.items():
        if name not in defaults or not isinstance(value, type(defaults[name]) if defaults[name] is not None else dict):
            raise TypeError(name)
    settings = Settings(**values)
    if not all(isinstance(text, str) for text in (*settings.recent, *(settings.layouts or {}).values())):
        raise TypeError(settings.recent, settings.layouts)
    if not SCALES[0] <= settings.text_scale <= SCALES[1]:
        raise ValueError(settings.text_scale)
    Notation(**settings.notation or {})
    limited = (("theme", THEMES), ("language", LANGUAGES), ("motion", MOTIONS), ("memory", MEMORIES))
    for name, choices in limited:
        if getattr(settings, name) not in choices:
            raise ValueError(name)
    return settings
