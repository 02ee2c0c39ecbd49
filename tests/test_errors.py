"""Every key that is raised has a sentence, every sentence is used, and an unexpected error says so calmly."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

from nnviz.engine.refusal import Refusal
from nnviz.errors import report, words
from nnviz.sentences import (
    COMMANDS,
    DATA,
    ENGINE,
    EXPRESSIONS,
    FIGURES,
    HAND,
    LABS,
    LESSONS,
    MESSAGES,
    MODELS,
    SESSION,
    SWEEPS,
    WORKSHEETS,
)

PACKAGE = Path(__file__).resolve().parent.parent / "nnviz"
RAISERS = {"Refusal", "DivergedError", "Notice"}


@cache
def texts() -> dict[Path, str]:
    """All modules of the package, read once."""
    return {path: path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py")}


@cache
def constants(path: Path) -> frozenset[str]:
    """All string literals of a module."""
    nodes = (node for node in ast.walk(ast.parse(texts()[path])) if isinstance(node, ast.Constant))
    return frozenset(node.value for node in nodes if isinstance(node.value, str))


def raised() -> set[str]:
    """Keys of all Refusal("key", …) and Notice("key", …) in the package."""
    keys: set[str] = set()
    for text in texts().values():
        if not re.search(rf"({'|'.join(RAISERS)})\(", text):
            continue
        for node in ast.walk(ast.parse(text)):
            named = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in RAISERS
            if named and node.args and isinstance(node.args[0], ast.Constant):
                keys.add(node.args[0].value)
    return keys


def is_used(key: str) -> bool:
    """Whether it stands somewhere in the package as a literal, the table of sentences left out."""
    places = (path for path, text in texts().items() if key in text and path.parent.name != "sentences")
    return any(key in constants(path) for path in places)


def test_every_key_has_a_sentence() -> None:
    assert raised() - MESSAGES.keys() == set()


def test_no_key_stands_twice() -> None:
    tables = [ENGINE, EXPRESSIONS, FIGURES, HAND, DATA, MODELS, LABS, LESSONS, SESSION, WORKSHEETS, COMMANDS, SWEEPS]
    assert sum(map(len, tables)) == len(MESSAGES)


def test_every_sentence_is_used() -> None:
    built = {"finished_epochs", "finished_early_stopping"}
    assert not [key for key in MESSAGES if key not in built and not is_used(key)]


def test_sentences_end_and_begin_like_sentences() -> None:
    for key, text in MESSAGES.items():
        assert re.search(r"[.!?}]$", text), key


def test_words_are_translated_before_they_are_filled() -> None:
    error = Refusal("no_such_sample", sample=12, last=9)
    assert words(error) == "There is no sample 12; the test set has samples 0 to 9."
    assert words(error, lambda text: text.replace("There is", "Hier ist")).startswith("Hier ist no sample 12;")


def test_the_unexpected_has_a_sentence_and_a_trace() -> None:
    try:
        raise KeyError("lost")
    except KeyError as error:
        said = report(error)
    assert "KeyError" in said.text
    assert "Traceback" in said.trace
    assert "numpy" in said.trace


def test_what_a_file_holds_makes_no_endless_sentence() -> None:
    text = words(Refusal("unknown_intent", intent="a" * 10_000, near="Run"))
    assert len(text) < 800
    assert text.endswith("Did you mean: Run?")
