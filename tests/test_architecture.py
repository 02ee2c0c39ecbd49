"""Who may import whom: design rules, checked on the syntax trees of all modules."""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable, Iterator, Sequence
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


@cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of a module, read once."""
    return ast.parse(path.read_text(encoding="utf-8"))


def of_every(paths: Sequence[Path]) -> Callable[[Rule], Callable[[], None]]:
    """One test of a rule for modules: thousands of tests would take longer to begin than to run."""

    def decorate(rule: Rule) -> Callable[[], None]:
        def test() -> None:
            assert paths
            for path in paths:
                rule(path)

        return test

    return decorate


def imports(path: Path) -> Iterator[str]:
    """Dotted names of everything a module imports, type-checking blocks included."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            assert all(alias.name != "*" for alias in node.names), f"{path}: import *"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


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
    for path in MODULES:
        calls = (node for node in ast.walk(tree(path)) if isinstance(node, ast.Call))
        makes = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "Session"]
        assert not makes or ids(path) == "app.py", ids(path)


@of_every(MODULES)
def test_modules_are_rooms_not_drawers(path: Path) -> None:
    assert path.stem not in {"utils", "misc", "helpers", "common"}
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 400, "past 400 lines a module wants a second room"
    assert ast.get_docstring(tree(path)), "a module says what it is for"


@of_every(MODULES)
def test_painters_are_ended_whatever_happens(path: Path) -> None:
    """One that is still at work after an error stops its window from ever being painted again."""
    if ids(path) == "theme/painting.py":
        return
    nodes = list(ast.walk(tree(path)))
    calls = [node for node in nodes if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
    ended = [item.context_expr for node in nodes if isinstance(node, ast.With) for item in node.items]
    for call in calls:
        assert ast.unparse(call.func) not in {"QPainter", "QStylePainter"}, call.lineno
        assert ast.unparse(call.func) != "painting" or call in ended, call.lineno


@of_every(MODULES)
def test_widgets_hear_of_another_language_in_one_way(path: Path) -> None:
    names = [node.attr for node in ast.walk(tree(path)) if isinstance(node, ast.Attribute)]
    assert "LanguageChange" not in names or ids(path) == "widgets/worded.py", "a Worded writes its texts in _word"


def test_functions_are_short() -> None:
    lengths = []
    for path in MODULES:
        nodes = ast.walk(tree(path))
        functions = (node for node in nodes if isinstance(node, ast.FunctionDef))
        lengths += [(node.end_lineno or node.lineno) - node.lineno + 1 for node in functions]
    lengths.sort()
    assert lengths[len(lengths) // 2] <= 12
    assert lengths[int(len(lengths) * 0.9)] <= 40
