"""Every key that is raised has a sentence, every sentence is used, and an unexpected error says so calmly."""

from __future__ import annotations

import ast
import re
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


def literals() -> set[str]:
    """All string literals of the package, the table of sentences left out."""
    found: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        if path.parent.name != "sentences":
            tree = ast.parse(path.read_text(encoding="utf-8"))
            nodes = (node for node in ast.walk(tree) if isinstance(node, ast.Constant))
            found |= {node.value for node in nodes if isinstance(node.value, str)}
    return found


def raised() -> set[str]:
    """Keys of all Refusal("key", …) and Notice("key", …) in the package."""
    keys: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            named = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in RAISERS
            if named and node.args and isinstance(node.args[0], ast.Constant):
                keys.add(node.args[0].value)
    return keys


def test_every_key_has_a_sentence() -> None:
    assert raised() - MESSAGES.keys() == set()


def test_no_key_stands_twice() -> None:
    tables = [ENGINE, EXPRESSIONS, FIGURES, HAND, DATA, MODELS, LABS, LESSONS, SESSION, WORKSHEETS, COMMANDS, SWEEPS]
    assert sum(map(len, tables)) == len(MESSAGES)


def test_every_sentence_is_used() -> None:
    built = {"finished_epochs", "finished_early_stopping"}
    assert MESSAGES.keys() - literals() - built == set()


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
