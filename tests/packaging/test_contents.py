"""What `make bundle` packs: nothing of nnviz's own is left out, and nothing that nobody asks for comes along."""

from __future__ import annotations

import configparser
import importlib.util
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from importlib.metadata import distribution
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SPEC = importlib.util.spec_from_file_location("contents", ROOT / "packaging" / "contents.py")
assert SPEC is not None
assert SPEC.loader is not None
contents = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(contents)


def imported() -> set[str]:
    """Dotted names of everything that nnviz imports from elsewhere, wherever in its modules."""
    texts = (path.read_text(encoding="utf-8") for path in (ROOT / "nnviz").rglob("*.py"))
    found = {name for text in texts for name in re.findall(r"^ *(?:from|import) ([\w.]+)", text, re.MULTILINE)}
    return {name for name in found if not name.startswith("nnviz")}


def test_nothing_that_nnviz_imports_is_left_out() -> None:
    # A cluster's own library is asked for only where somebody has a cluster.
    names = imported() - {"distributed"}
    left_out = {name for name in names for other in contents.EXCLUDED if f"{name}.".startswith(f"{other}.")}
    assert not left_out
    assert {"numpy", "PySide6.QtWidgets", "scipy"} <= names


def test_every_folder_of_resources_is_packed() -> None:
    places = dict(contents.resources())
    for path in (ROOT / "resources").rglob("*"):
        assert path.is_dir() or any(path.is_relative_to(folder) for folder in places), path
    assert places[str(ROOT / "resources" / "help")] == "resources/help"


def test_the_table_of_digits_is_where_the_bundle_expects_it() -> None:
    assert distribution("scikit-learn").locate_file(contents.DIGITS).is_file()


@pytest.mark.parametrize(
    ("name", "packed"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", False),
        ("PySide6/Qt/plugins/sqldrivers/libqsqlite.so", False),
        ("PySide6/Qt/lib/libQt6Gui.so.6", True),
        ("PySide6/Qt/lib/libQt6Pdf.so.6", False),
        ("libQt6Quick.so.6", False),
        ("PySide6/Qt/translations/qtbase_ko.qm", True),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("numpy/_core/_multiarray_umath.so", True),
    ],
)
def test_of_qt_only_what_is_used(name: str, packed: bool) -> None:
    assert contents.wanted(name) is packed


def test_a_system_library_is_packed_only_for_what_is_packed() -> None:
    asks = {
        "PySide6/Qt/plugins/platforms/libqxcb.so": ["libxcb.so.1"],
        "libxcb.so.1": ["libXau.so.6"],
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so": ["libgtk-3.so.0"],
    }
    names = [*asks, "libXau.so.6", "libgtk-3.so.0"]
    packed = contents.needed(names, lambda name: asks.get(name, []))
    assert packed == {"PySide6/Qt/plugins/platforms/libqxcb.so", "libxcb.so.1", "libXau.so.6"}


def test_the_menu_entry_is_put_in_and_taken_out(tmp_path: Path) -> None:
    program = tmp_path / "a folder" / "nnviz"
    script, variables = ROOT / "packaging" / "desktop.sh", {**os.environ, "XDG_DATA_HOME": str(tmp_path / "share")}
    subprocess.run(["sh", script, "install", program], env=variables, check=True)
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]  # keys of desktop entries have capitals
    entry.read(tmp_path / "share" / "applications" / "nnviz.desktop", encoding="utf-8")
    assert entry["Desktop Entry"]["Exec"] == f'"{program}"'
    assert entry["Desktop Entry"]["TryExec"] == str(program)
    icon = entry["Desktop Entry"]["Icon"]
    # By this name a desktop knows which entry a window belongs to.
    asked = "from nnviz.app import application as a; print(a().desktopFileName(), a().windowIcon().isNull())"
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, check=True, text=True, cwd=ROOT)
    assert told.stdout.split() == [entry["Desktop Entry"]["StartupWMClass"], "False"] == ["nnviz", "False"]
    assert (tmp_path / "share" / "icons" / "hicolor" / "scalable" / "apps" / f"{icon}.svg").is_file()
    subprocess.run(["sh", script, "uninstall"], env=variables, check=True)
    assert not list((tmp_path / "share").rglob("nnviz*"))


def test_the_description_for_software_centres_names_the_menu_entry() -> None:
    tree = ET.parse(ROOT / "packaging" / "desktop" / "nnviz.metainfo.xml")
    assert tree.findtext("launchable") == "nnviz.desktop"
    assert tree.findtext("project_license") == "MIT"
