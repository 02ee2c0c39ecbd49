"""Who may import whom: design rules, checked on the syntax trees of all modules."""

from __future__ import annotations

import ast
import gc
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "nnviz"
MODULES = sorted(PACKAGE.rglob("*.py"))
QT = {"PySide6", "pyqtgraph", "shiboken6"}

LEAVES = {"errors", "settings", "assets", "sentences", "notation", "markdown", "strict_json"}
ROOMS = {
    "engine": set(),
    "data": {"engine"},
    "models": {"engine", "data"},
    "lessons": {"engine"},
    "worksheets": {"engine"},
    "sweeps": {"engine", "data", "models"},
    "session": {"engine", "data", "models", "lessons", "sweeps"},
    "languages": set(),
    "theme": set(),
    "widgets": {"theme"},
    "export": {"engine", "theme", "widgets"},
    "board": {"engine", "data", "session", "theme", "widgets"},
    "views": {
        "engine", "data", "models", "lessons", "sweeps", "worksheets", "session", "theme", "widgets", "export", "board",
        "languages",
    },
    "commands": {"engine", "data", "models", "worksheets", "sweeps"},
}  # fmt: skip
"""Rooms each room may import besides itself and the leaves."""
WITHOUT_QT = {"engine", "data", "models", "lessons", "worksheets", "sweeps", "commands"} | LEAVES


LAB_NAMES = {"functions", "perceptron", "graph", "descent", "depth"}


Rule = Callable[[Path], None]


@dataclass
class Facts:
    """All that the rules ask about a module: trees of all of them would take much room, and a walk for each rule long.
    calls: names that are called, and their lines; entered: lines and columns of what is entered by `with`."""

    lines: int
    told: bool
    imports: list[str] = field(default_factory=list)
    calls: list[tuple[str, int, int]] = field(default_factory=list)
    entered: set[tuple[int, int]] = field(default_factory=set)
    attributes: set[str] = field(default_factory=set)
    lengths: list[int] = field(default_factory=list)

    def learn(self, node: ast.AST) -> None:
        """What one node says."""
        match node:
            case ast.Attribute(attr=name):
                self.attributes.add(name)
            case ast.Call(func=ast.Name(id=name)):
                self.calls.append((name, node.lineno, node.col_offset))
            case ast.FunctionDef():
                self.lengths.append((node.end_lineno or node.lineno) - node.lineno + 1)
            case ast.Import(names=names):
                self.imports += [alias.name for alias in names]
            case ast.ImportFrom():
                assert node.level == 0, f"relative: {ast.unparse(node)}"
                assert all(alias.name != "*" for alias in node.names), ast.unparse(node)
                self.imports += [f"{node.module}.{alias.name}" for alias in node.names]
            case ast.With(items=items):
                self.entered |= {(item.context_expr.lineno, item.context_expr.col_offset) for item in items}


@contextmanager
def uncollected() -> Iterator[None]:
    """A syntax tree has no cycles: to look for some while it grows takes longer than to read it."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@cache
def facts(path: Path) -> Facts:
    """A module, read and walked once for all rules."""
    text = path.read_text(encoding="utf-8")
    with uncollected():
        tree = ast.parse(text, str(path))
        found = Facts(len(text.splitlines()), bool(ast.get_docstring(tree)))
        for node in ast.walk(tree):
            found.learn(node)
    return found


def of_every(paths: Sequence[Path]) -> Callable[[Rule], Callable[[], None]]:
    """One test of a rule for modules: thousands of tests would take longer to begin than to run."""

    def decorate(rule: Rule) -> Callable[[], None]:
        def test() -> None:
            assert paths
            for path in paths:
                rule(path)

        return test

    return decorate


def imports(path: Path) -> list[str]:
    """Dotted names of everything a module imports, type-checking blocks included."""
    return facts(path).imports


def room(path: Path) -> str:
    """First folder below nnviz/, or the module's own name for those at the top."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def ids(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


@of_every(MODULES)
def test_imports_only_rooms_below(path: Path) -> None:
    here = room(path)
    if here not in ROOMS:
        return
    for name in imports(path):
        parts = name.split(".")
        if parts[0] != "nnviz" or len(parts) < 2:
            continue
        allowed = {here} | ROOMS[here] | (LEAVES if here != "engine" else set()) | {"__version__"}
        if path.name in {"render.py", "worksheet.py", "film.py"} and here == "commands":
            allowed |= {"app", "filming"}
        assert parts[1] in allowed, f"{ids(path)} imports {name}"


@of_every([path for path in MODULES if room(path) == "engine"])
def test_engine_needs_numpy_and_the_standard_library_only(path: Path) -> None:
    for name in imports(path):
        assert name.split(".")[0] in {"numpy", "nnviz", *sys.stdlib_module_names}, name


@of_every([path for path in MODULES if room(path) in WITHOUT_QT])
def test_no_qt_below_the_session(path: Path) -> None:
    assert not [name for name in imports(path) if name.split(".")[0] in QT]


@of_every([path for path in MODULES if room(path) == "session"])
def test_session_knows_qtcore_only(path: Path) -> None:
    qt = [name for name in imports(path) if name.split(".")[0] in QT]
    assert all(name.startswith("PySide6.QtCore.") for name in qt), qt


@of_every([path for path in MODULES if room(path) == "views"])
def test_panes_are_strangers(path: Path) -> None:
    here = path.relative_to(PACKAGE / "views").parts
    if len(here) == 1:
        return
    for name in imports(path):
        parts = name.split(".")
        if parts[:2] == ["nnviz", "views"] and len(parts) > 2:
            assert parts[2] == here[0], f"{ids(path)} imports {name}"
        if parts[0] == "pyqtgraph":
            assert here[0] in {"plots", "labs"}, f"{ids(path)} imports {name}"


def lab_of(path: Path) -> str:
    """The lab a module belongs to, "" for all others and for what the labs share."""
    parts = path.relative_to(PACKAGE).parts
    at = parts.index("labs") + 1 if "labs" in parts else len(parts)
    return parts[at] if at < len(parts) - 1 and parts[at] in LAB_NAMES else ""


@of_every([path for path in MODULES if lab_of(path)])
def test_labs_are_strangers(path: Path) -> None:
    for name in imports(path):
        parts = name.split(".")
        others = LAB_NAMES - {lab_of(path)}
        assert "labs" not in parts or not others & set(parts), f"{ids(path)} imports {name}"


@of_every([path for path in MODULES if room(path) == "session" and lab_of(path)])
def test_models_of_labs_know_no_qt(path: Path) -> None:
    assert not [name for name in imports(path) if name.split(".")[0] in QT]


def test_every_lab_has_a_model_and_a_page() -> None:
    assert {lab_of(path) for path in MODULES if room(path) == "session"} - {""} == LAB_NAMES
    assert {lab_of(path) for path in MODULES if room(path) == "views"} - {""} == LAB_NAMES


def test_only_app_creates_a_session() -> None:
    makers = [ids(path) for path in MODULES if any(name == "Session" for name, *_ in facts(path).calls)]
    assert makers == ["app.py"]


@of_every(MODULES)
def test_modules_are_rooms_not_drawers(path: Path) -> None:
    assert path.stem not in {"utils", "misc", "helpers", "common"}
    assert facts(path).lines <= 400, "past 400 lines a module wants a second room"
    assert facts(path).told, "a module says what it is for"


@of_every(MODULES)
def test_painters_are_ended_whatever_happens(path: Path) -> None:
    """One that is still at work after an error stops its window from ever being painted again."""
    if ids(path) == "theme/painting.py":
        return
    for name, line, column in facts(path).calls:
        assert name not in {"QPainter", "QStylePainter"}, f"{ids(path)}:{line}"
        assert name != "painting" or (line, column) in facts(path).entered, f"{ids(path)}:{line}"


@of_every(MODULES)
def test_widgets_hear_of_another_language_in_one_way(path: Path) -> None:
    hears = "LanguageChange" in facts(path).attributes
    assert not hears or ids(path) == "widgets/worded.py", "a Worded writes its texts in _word"


def test_functions_are_short() -> None:
    lengths = sorted(length for path in MODULES for length in facts(path).lengths)
    assert lengths[len(lengths) // 2] <= 12
    assert lengths[int(len(lengths) * 0.9)] <= 40
