"""Lesson files: what they say, and that every mistake is told with file, line and key."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from nnviz.assets import resource
from nnviz.engine.refusal import Refusal
from nnviz.errors import words
from nnviz.lessons.lesson import LABS, Lesson, Question, Wait
from nnviz.lessons.loader import catalogue, load
from nnviz.session.labs.labs import MODELS
from nnviz.session.session import Session

SHIPPED = sorted((resource("lessons", "en")).glob("*.toml"))
IN_ALL_LANGUAGES = sorted(resource("lessons").glob("*/*.toml"))
GOOD = """\
id = "x"
title = "X"
summary = "S"
minutes = 3
rows = ["A1", "B2"]

[[step]]
title = "One"
text = '''
# [[step]] in a text is none
title = "nor is this a key" $\\\\frac{1}{2}$
'''
actions = [
    {do = "OpenPage", page = "graph"},   # [a comment]
    {do = "GoTo", iteration = 3},
]
wait = {seconds = 2.5}

[[step]]
title = "Two"
text = "t"
notes = "n"
focus = "unit_plane"
[step.predict]
question = "?"
answers = ["a", "b"]
right = 1
because = "so"
"""


@pytest.fixture
def read(session: Session, tmp_path: Path) -> Callable[[str | bytes], Lesson]:
    def read_text(text: str | bytes) -> Lesson:
        path = tmp_path / "07-own.toml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return load(path, session.codec.intent)

    return read_text


def test_a_lesson_says_what_its_file_says(read: Callable[[str | bytes], Lesson]) -> None:
    lesson = read(GOOD)
    assert (lesson.id, lesson.title, lesson.minutes, lesson.rows) == ("x", "X", 3, ("A1", "B2"))
    one, two = lesson.steps
    assert (one.actions[1], one.wait, one.predict) == ({"do": "GoTo", "iteration": 3}, Wait("seconds", 2.5), None)
    assert two.predict == Question("?", ("a", "b"), 1, "so")
    assert (two.notes, two.focus, two.actions) == ("n", "unit_plane", ())


@pytest.mark.parametrize("how", [lambda t: "\ufeff" + t, lambda t: t.replace("\n", "\r\n")], ids=["bom", "crlf"])
def test_files_of_other_editors_are_read(read: Callable[[str | bytes], Lesson], how: Callable[[str], str]) -> None:
    assert len(read(how(GOOD)).steps) == 2
    with pytest.raises(Refusal) as caught:
        read(how(GOOD.replace("right = 1", "right = 2")))
    assert caught.value.fields["line"] == 27


MISTAKES = [
    ('id = "x"', 'ident = "x"', 1, "ident", "no such key"),
    ('summary = "S"\n', "", 1, "summary", "missing"),
    ("minutes = 3", 'minutes = "3"', 4, "minutes", "whole number"),
    ("minutes = 3", "minutes = true", 4, "minutes", "whole number"),
    ('rows = ["A1", "B2"]', 'rows = ["A1", 2]', 5, "rows[1]", "text in quotes"),
    ('title = "One"\n', "", 7, "title", "missing"),
    ('title = "Two"', 'titel = "Two"', 20, "titel", "no such key"),
    ('page = "graph"', "page = 3", 14, "actions[0]", "OpenPage"),
    ('{do = "GoTo", iteration = 3}', '{do = "GoThere"}', 15, "actions[1]", "GoThere"),
    ('{do = "GoTo", iteration = 3}', '"GoTo"', 15, "actions[1]", "do"),
    ('{do = "GoTo", iteration = 3}', '{do = "Adjust", values = {units = 3}}', 15, "actions[1]", "units"),
    ("wait = {seconds = 2.5}", "wait = {hours = 2}", 17, "wait.hours", "iterations"),
    ("wait = {seconds = 2.5}", "wait = {}", 17, "wait", "exactly one"),
    ("wait = {seconds = 2.5}", "wait = {seconds = 0}", 17, "wait.seconds", "more than 0"),
    ("wait = {seconds = 2.5}", "wait = {seconds = nan}", 17, "wait.seconds", "more than 0"),
    ("wait = {seconds = 2.5}", "wait = {iterations = 2.5}", 17, "wait.iterations", "whole number"),
    ("wait = {seconds = 2.5}", 'wait = {lab = "chemistry"}', 17, "wait.lab", "perceptron"),
    ("wait = {seconds = 2.5}", "wait = 5", 17, "wait", "table"),
    ('answers = ["a", "b"]', 'answers = ["a"]', 26, "predict.answers", "two answers"),
    ('answers = ["a", "b"]', "answers = [\n  'a',\n  2,\n]", 28, "predict.answers[1]", "text in quotes"),
    ("right = 1", "right = 2", 27, "predict.right", "2"),
    ('because = "so"\n', "", 24, "predict.because", "missing"),
    ('because = "so"', 'becuase = "so"', 28, "predict.becuase", "question"),
    ("minutes = 3", "minutes = 0", 4, "minutes", "more than 0"),
    ('because = "so"', 'because = "$a_{$"', 28, "predict.because", "a_{ cannot be typeset"),
    ('because = "so"', 'because = "`$a_{$` costs 5\\\\$ ![](none.svg)"', 28, "predict.because", "figure none.svg"),
    ('notes = "n"', 'notes = "$ $"', 22, "notes", "cannot be typeset"),
    (GOOD[GOOD.index("[[step]]") :], "step = []", 7, "step", "at least one"),
    (GOOD[GOOD.index("[[step]]") :], "step = [3]", 7, "step", "table"),
]


@pytest.mark.parametrize(("old", "new", "line", "name", "said"), MISTAKES)
def test_a_mistake_is_told_with_file_line_and_key(
    read: Callable[[str | bytes], Lesson], old: str, new: str, line: int, name: str, said: str
) -> None:
    assert GOOD.count(old) == 1
    with pytest.raises(Refusal) as caught:
        read(GOOD.replace(old, new))
    text = words(caught.value)
    assert text.startswith(f"07-own.toml, line {line}, key “{name}”: "), text
    assert said in text.partition("”: ")[2]


def test_what_is_no_toml_is_told_with_its_place(read: Callable[[str | bytes], Lesson]) -> None:
    with pytest.raises(Refusal) as caught:
        read(GOOD.replace("minutes = 3", "minutes = = 3"))
    assert words(caught.value).startswith("07-own.toml, line 4, column 11: ")
    with pytest.raises(Refusal) as caught:
        read('id = "x"\ntext = """open')
    assert caught.value.key == "lesson_not_toml"


def test_what_cannot_be_read_is_refused(
    read: Callable[[str | bytes], Lesson], tmp_path: Path, session: Session
) -> None:
    with pytest.raises(Refusal) as caught:
        read(b'id = "x"\ntitle = "\xff"\n')
    assert words(caught.value).startswith("07-own.toml, line 2: ")
    with pytest.raises(Refusal) as caught:
        read(" " * (2**20 + 1))
    assert "0.125 MiB" in words(caught.value)
    with pytest.raises(Refusal, match="lesson_unreadable"):
        load(tmp_path / "nothing.toml", session.codec.intent)


def test_reasons_are_translated_too(read: Callable[[str | bytes], Lesson]) -> None:
    with pytest.raises(Refusal) as caught:
        read(GOOD.replace("right = 1", "right = true"))
    assert words(caught.value, lambda text: text.replace("This must be", "Das sei")).endswith("Das sei a whole number.")


def test_the_labs_a_step_may_wait_for_are_the_labs_there_are() -> None:
    assert set(LABS) == set(MODELS)


@pytest.mark.parametrize("path", IN_ALL_LANGUAGES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_shipped_lessons_load_and_bear_their_number_and_id(session: Session, path: Path) -> None:
    lesson = load(path, session.codec.intent)
    number, _, name = path.stem.partition("-")
    assert (len(number), name) == (2, lesson.id)
    assert all(step.notes for step in lesson.steps)


def test_the_catalogue_has_them_in_order_and_english_for_other_languages() -> None:
    entries = catalogue("en")
    assert [entry.path for entry in entries] == SHIPPED
    assert (entries[0].id, entries[0].title) == ("neuron", "One neuron")
    assert catalogue("xx") == entries
