"""Loader: lesson files into Lessons. Every mistake is refused with file, line and key."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from nnviz.assets import resource
from nnviz.engine.refusal import Refusal
from nnviz.lessons.lesson import LABS, WAITS, Entry, Lesson, Question, Step, Wait, folders_of
from nnviz.lessons.places import Places, without_strings
from nnviz.lessons.texts import mistakes_of

MOST_BYTES = 2**17
"""A larger file is no lesson: the longest that nnviz has takes a tenth of it."""
DOTTED = re.compile(r"(?<![\w-])(?:[\w-]+\s*\.\s*){16}")
"""A key of so many parts is none of a lesson; tomllib takes the square of their number as long."""
LESSON_KEYS: dict[str, type] = {
    "id": str, "title": str, "summary": str, "minutes": int, "rows": list, "step": list,
}  # fmt: skip
STEP_KEYS: dict[str, type] = {
    "title": str, "text": str, "notes": str, "actions": list, "focus": str, "wait": dict, "predict": dict,
}  # fmt: skip
QUESTION_KEYS: dict[str, type] = {"question": str, "answers": list, "right": int, "because": str}
STEP_NEEDS = ("title", "text")
PROSE = ("text", "notes", "question", "because")
"""Keys of texts with formulas and figures."""
WANTED = {
    str: "lesson_wants_text", int: "lesson_wants_whole", float: "lesson_wants_number", bool: "lesson_wants_truth",
    list: "lesson_wants_list", dict: "lesson_wants_table",
}  # fmt: skip
"""What is said where a value has another type."""
Reader = Callable[[Mapping[str, Any]], object]
"""Makes an intent of a plain table, or refuses it (`nnviz.session.codec.Codec.intent`)."""


def load(path: Path, read: Reader) -> Lesson:
    """The lesson in a file. Refusal lesson_mistake names file, line, key and what is wrong there; lesson_unreadable
    where it cannot be read at all."""
    return _Loader(path, _text(path), read).lesson()


def is_shipped(lesson: Lesson) -> bool:
    """False of a lecturer's own."""
    return lesson.path.is_relative_to(resource("lessons"))


def mistake_in(lesson: Lesson, step: int, reason: Refusal, *keys: str | int) -> Refusal:
    """A mistake of a step (from 0) that shows only when it is played, told as those are that `load` finds."""
    return _mistake(lesson.path, _text(lesson.path), step, reason, *keys)


def catalogue(language: str) -> tuple[Entry, ...]:
    """The shipped lessons of a language, in their order; those in English where there are none."""
    folder = lessons_folder(language)
    return tuple(_entry(path) for path in sorted(folder.glob("[0-9][0-9]-*.toml")))


def lessons_folder(language: str) -> Path:
    """Where the shipped lessons of a language are."""
    try:
        return resource("lessons", language)
    except FileNotFoundError:
        return resource("lessons", "en")


def _entry(path: Path) -> Entry:
    found = tomllib.loads(path.read_text(encoding="utf-8"))
    return Entry(found["id"], found["title"], found["summary"], found["minutes"], path)


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise Refusal(
                "lesson_unreadable", file=path.name, reason=Refusal("lesson_too_large", most=MOST_BYTES / 2**20)
            )
        # Some editors begin a file with a byte order mark; all line ends are one character.
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise Refusal("lesson_not_text", file=path.name, line=line) from error
    except OSError as error:
        raise Refusal("lesson_unreadable", file=path.name, reason=f"{error.strerror or error}.") from error


class _Loader:
    """One file while it is read; `_step` is the step at hand, None before the first."""

    def __init__(self, path: Path, text: str, read: Reader) -> None:
        self._path, self._text, self._read = path, text, read
        self._step: int | None = None

    def lesson(self) -> Lesson:
        found = self._parsed()
        self._check(found, LESSON_KEYS, tuple(LESSON_KEYS))
        rows = self._texts(found["rows"], "rows")
        if found["minutes"] <= 0:
            raise self._mistake(Refusal("lesson_not_positive"), "minutes")
        if not found["step"]:
            raise self._mistake(Refusal("lesson_no_steps"), "step")
        steps = tuple(self._made(number, step) for number, step in enumerate(found["step"]))
        texts = (found["id"], found["title"], found["summary"])
        return Lesson(*texts, found["minutes"], rows, steps, self._path)

    def _parsed(self) -> dict[str, Any]:
        deep = DOTTED.search(without_strings(self._text))
        try:
            if deep:
                raise RecursionError
            return tomllib.loads(self._text)
        except tomllib.TOMLDecodeError as error:
            at = re.search(r"at line (\d+), column (\d+)", str(error))
            line = int(at[1]) if at else self._text.count("\n") + 1
            raise Refusal("lesson_not_toml", file=self._path.name, line=line, column=int(at[2]) if at else 1) from error
        except (ValueError, RecursionError) as error:
            # A number of thousands of digits; lists in lists in lists.
            line = self._text.count("\n", 0, deep.start()) + 1 if deep else 1
            raise Refusal("lesson_not_toml", file=self._path.name, line=line, column=1) from error

    def _made(self, number: int, found: object) -> Step:
        self._step = number
        if not isinstance(found, dict):
            raise self._mistake(Refusal("lesson_wants_table"), "step")
        self._check(found, STEP_KEYS, STEP_NEEDS)
        made = dict(found)
        made["actions"] = self._actions(found.get("actions", []))
        if "wait" in found:
            made["wait"] = self._wait(found["wait"])
        if "predict" in found:
            made["predict"] = self._question(found["predict"])
        return Step(**made)

    def _actions(self, found: list[Any]) -> tuple[Mapping[str, Any], ...]:
        for number, action in enumerate(found):
            try:
                self._read(action)
            except Refusal as error:
                raise self._mistake(error, "actions", number) from error
        return tuple(found)

    def _wait(self, found: dict[str, Any]) -> Wait:
        for kind in found.keys() - WAITS.keys():
            raise self._mistake(Refusal("lesson_unknown_key", known=", ".join(WAITS)), "wait", kind)
        if len(found) != 1:
            raise self._mistake(Refusal("lesson_one_wait", known=", ".join(WAITS)), "wait")
        kind, amount = next(iter(found.items()))
        self._check_type(amount, WAITS[kind], "wait", kind)
        if WAITS[kind] in (int, float) and not 0 < amount < float("inf"):
            raise self._mistake(Refusal("lesson_not_positive"), "wait", kind)
        if kind == "lab" and amount not in LABS:
            refused = Refusal("unknown_choice", field="lab", value=amount, choices=", ".join(LABS))
            raise self._mistake(refused, "wait", kind)
        return Wait(kind, amount)

    def _question(self, found: dict[str, Any]) -> Question:
        self._check(found, QUESTION_KEYS, tuple(QUESTION_KEYS), "predict")
        answers = self._texts(found["answers"], "predict", "answers")
        if len(answers) < 2:
            raise self._mistake(Refusal("lesson_two_answers"), "predict", "answers")
        if not 0 <= found["right"] < len(answers):
            refused = Refusal("out_of_range", field="right", value=found["right"], low=0, high=len(answers) - 1)
            raise self._mistake(refused, "predict", "right")
        return Question(found["question"], answers, found["right"], found["because"])

    def _texts(self, found: list[Any], *keys: str) -> tuple[str, ...]:
        for number, text in enumerate(found):
            self._check_type(text, str, *keys, number)
        return tuple(found)

    def _check(self, found: dict[str, Any], known: Mapping[str, type], needed: tuple[str, ...], *within: str) -> None:
        """Unknown and missing keys, and types."""
        for key, value in found.items():
            if key not in known:
                raise self._mistake(Refusal("lesson_unknown_key", known=", ".join(known)), *within, key)
            self._check_type(value, known[key], *within, key)
        for key in needed:
            if key not in found:
                raise self._mistake(Refusal("lesson_missing_key"), *within, key)
        for key in PROSE:
            for mistake in mistakes_of(found.get(key, ""), folders_of(self._path)):
                raise self._mistake(mistake, *within, key)

    def _check_type(self, value: object, kind: type, *keys: str | int) -> None:
        # true is an int for Python, but no number.
        fits = isinstance(value, (int, float) if kind is float else kind) and isinstance(value, bool) == (kind is bool)
        if not fits:
            raise self._mistake(Refusal(WANTED[kind]), *keys)

    def _mistake(self, reason: Refusal, *keys: str | int) -> Refusal:
        return _mistake(self._path, self._text, self._step, reason, *keys)


def _mistake(path: Path, text: str, step: int | None, reason: Refusal, *keys: str | int) -> Refusal:
    line = Places(text).line(step, *keys)
    name = "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in keys).removeprefix(".")
    return Refusal("lesson_mistake", file=path.name, line=line, name=name, reason=reason)
