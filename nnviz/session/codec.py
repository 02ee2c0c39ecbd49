"""Codec: intents as plain dictionaries, for scripts, lessons and recordings, and back.

{"do": "OpenPage", "page": "graph"}, {"do": "graph.SetInput", "name": "x", "value": 3}: the class of the intent, with
its lab before it, and its fields. What does not fit is refused whole, with the name of the intent and of the field.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import msgspec

from nnviz.engine.experiment import Experiment
from nnviz.engine.refusal import Refusal
from nnviz.session.intents import Intent
from nnviz.session.labs.lab import LabIntent
from nnviz.strict_json import parsed


class Codec:
    """Knows the intents it is given."""

    def __init__(self, kinds: Iterable[type[Intent]]) -> None:
        self._kinds = {name_of(kind): kind for kind in kinds}

    @property
    def kinds(self) -> tuple[type[Intent], ...]:
        """All of them."""
        return tuple(self._kinds.values())

    def plain(self, intent: Intent) -> dict[str, Any]:
        """The intent as a dictionary of what JSON and TOML can say."""
        values = msgspec.to_builtins(intent, enc_hook=_text)
        return {"do": name_of(type(intent)), **values}

    def intent(self, plain: object) -> Intent:
        """The intent a dictionary describes. Refusal intent_not_table, unknown_intent, unknown_intent_field,
        bad_intent_field, or that of the Experiment it holds."""
        if not isinstance(plain, Mapping) or not isinstance(plain.get("do"), str):
            raise Refusal("intent_not_table", value=plain)
        kind = self._kind(plain["do"])
        values = {name: value for name, value in plain.items() if name != "do"}
        known = {field.name for field in fields(kind)}  # type: ignore[arg-type]  # every intent is a dataclass
        for name in values.keys() - known:
            raise Refusal("unknown_intent_field", intent=plain["do"], field=name, known=", ".join(sorted(known)) or "–")
        return _converted(plain["do"], kind, values)

    def script(self, text: str) -> tuple[Intent, ...]:
        """The intents of a JSON list. Refusal not_json or as of `intent`."""
        try:
            found = parsed(text)
        except json.JSONDecodeError as error:
            raise Refusal("not_json", line=error.lineno, column=error.colno) from error
        if not isinstance(found, list):
            raise Refusal("intent_not_table", value=found)
        return tuple(self.intent(plain) for plain in found)

    def _kind(self, name: str) -> type[Intent]:
        if name in self._kinds:
            return self._kinds[name]
        near = get_close_matches(name, self._kinds, n=3) or sorted(self._kinds)
        raise Refusal("unknown_intent", intent=name, near=", ".join(near))


def name_of(kind: type[Intent]) -> str:
    """Its class, with the lab before it: labs may use the same words."""
    return f"{kind.lab}.{kind.__name__}" if issubclass(kind, LabIntent) else kind.__name__


def _converted(name: str, kind: type[Intent], values: Mapping[str, Any]) -> Intent:
    if isinstance(values.get("experiment"), Mapping):
        # Its own reader refuses settings there are not.
        Experiment.from_dict(values["experiment"])
    try:
        return msgspec.convert(dict(values), kind, dec_hook=_path)
    except msgspec.ValidationError as error:
        if isinstance(error.__cause__, Refusal):
            raise error.__cause__ from error
        raise Refusal("bad_intent_field", intent=name, reason=str(error)) from error


def _text(value: object) -> str:
    """Paths are the only thing an intent holds that is neither a number, a text, a table nor a list."""
    if isinstance(value, Path):
        return str(value)
    raise NotImplementedError(type(value))


def _path(kind: type, value: object) -> object:
    if kind is Path and isinstance(value, str):
        return Path(value)
    raise TypeError("a path is a text")
