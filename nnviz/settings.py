"""Settings: what the program remembers between two starts, as JSON; what is as by default is left out."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from platformdirs import user_config_path

from nnviz.notation import Notation

FILE = "settings.json"
THEMES = ("system", "light", "dark", "projector", "safe_light", "safe_dark")
MOTIONS = ("system", "full", "reduced")
LANGUAGES = ("system", "en", "ko")


@dataclass
class Settings:
    """theme one of THEMES; language one of LANGUAGES; page in front; text_scale of the writing, without what a hall
    adds; hall: larger writing and lines; motion one of MOTIONS;
    notation the fields of a Notation; geometry and layouts of the window, base64."""

    theme: str = "system"
    language: str = "system"
    page: str = "digits"
    text_scale: float = 1.0
    hall: bool = False
    motion: str = "system"
    welcome_seen: bool = False
    geometry: str = ""
    layouts: dict[str, str] | None = None
    notation: dict[str, str] | None = None


def settings_path() -> Path:
    """Where the settings are kept on this system."""
    return user_config_path("nnviz", appauthor=False) / FILE


def load_settings(path: Path | None = None) -> tuple[Settings, bool]:
    """The settings and whether they could be read; a broken file gives the defaults."""
    try:
        return _checked(json.loads((path or settings_path()).read_text(encoding="utf-8"))), True
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
    defaults = {field.name: getattr(Settings(), field.name) for field in fields(Settings)}
    for name, value in values.items():
        if name not in defaults or not isinstance(value, type(defaults[name]) if defaults[name] is not None else dict):
            raise TypeError(name)
    settings = Settings(**values)
    Notation(**settings.notation or {})
    for name, choices in (("theme", THEMES), ("language", LANGUAGES), ("motion", MOTIONS)):
        if getattr(settings, name) not in choices:
            raise ValueError(name)
    return settings
