"""What goes into the bundle and what stays out, as tables; read by nnviz.spec and checked by tests/packaging."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

EXCLUDED = (
    # Of scikit-learn only a table of digits is read, which DIGITS brings along.
    "sklearn", "tkinter", "lib2to3", "setuptools", "pip", "wheel",
    # Of SciPy ndimage, which needs special.
    "scipy.cluster", "scipy.datasets", "scipy.differentiate", "scipy.fft", "scipy.fftpack", "scipy.integrate",
    "scipy.interpolate", "scipy.io", "scipy.linalg", "scipy.odr", "scipy.optimize", "scipy.signal", "scipy.sparse",
    "scipy.spatial", "scipy.stats", "scipy._lib.cobyqa", "scipy._lib.pyprima",
    # What libraries use where somebody has it.
    "IPython", "matplotlib", "pandas", "torch", "cupy", "dask", "distributed", "tornado", "yaml", "numba", "OpenGL",
    "h5py", "colorcet", "jupyter_rfb", "cairosvg", "pygments", "jax", "sparse", "ndonnx", "PyQt5", "PyQt6", "PySide2",
    # The tools of those who write nnviz.
    "pytest", "_pytest", "pytestqt", "hypothesis", "mypy", "mypyc", "ruff", "build", "PyInstaller",
    # Parts of the libraries that nothing here asks for.
    "PySide6.QtNetwork", "PySide6.QtTest", "PySide6.QtSql", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtDBus",
    "PySide6.QtPrintSupport", "PySide6.QtSvgWidgets",
    "pyqtgraph.examples", "pyqtgraph.opengl", "pyqtgraph.canvas", "pyqtgraph.jupyter",
    "PIL.ImageTk", "PIL.ImageQt", "PIL.AvifImagePlugin", "PIL._avif",
)  # fmt: skip
"""Modules that are not packed although something imports them."""

PLUGINS = {
    "platforms": ("qxcb", "qwayland", "qoffscreen", "qminimal"),
    "platforminputcontexts": ("composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"),
    "platformthemes": ("qxdgdesktopportal",),
    "imageformats": ("qsvg", "qjpeg", "qico"),
    "iconengines": ("qsvgicon",),
    "xcbglintegrations": ("qxcb-egl-integration", "qxcb-glx-integration"),
    "wayland-shell-integration": ("xdg-shell",),
    "wayland-decoration-client": ("bradient",),
    "wayland-graphics-integration-client": ("qt-plugin-wayland-egl",),
}
"""Qt's plugins that are packed, by kind. Korean is typed through compose and ibus."""

LIBRARIES = ("Core", "DBus", "EglClient", "Gui", "OpenGL", "Svg", "Wayland", "WlShell", "Widgets", "XcbQpa")
"""Beginnings of the names of Qt's libraries that these need."""

TRANSLATIONS = ("qtbase_ko.qm",)
"""Qt's own words, in the languages of nnviz but English."""

WITH_DATA = ("latex2mathml", "ziafont", "ziamath")
"""Libraries that read files of their own: signs and fonts of the formulas."""

DIGITS = "sklearn/datasets/data/digits.csv.gz"
"""The only file of scikit-learn that is read, from `site-packages`."""

PLUGIN = re.compile(r"PySide6/Qt/plugins/([\w-]+)/lib([\w-]+)\.so")
LIBRARY = re.compile(r"(?:PySide6/Qt/lib/)?libQt6(\w+)\.so[.\d]*")
SYSTEM = re.compile(r"lib[^/]+\.so[.\d]*")
TRANSLATION = re.compile(r"PySide6/Qt/translations/(\S+)")


def wanted(name: str) -> bool:
    """Whether a file is packed, by its place in the bundle."""
    if plugin := PLUGIN.fullmatch(name):
        return plugin[2] in PLUGINS.get(plugin[1], ())
    if library := LIBRARY.fullmatch(name):
        return library[1].startswith(LIBRARIES)
    if translation := TRANSLATION.fullmatch(name):
        return translation[1] in TRANSLATIONS
    return True


def needed(names: Iterable[str], asks: Callable[[str], Iterable[str]]) -> set[str]:
    """Which of these files are packed: `wanted` ones, but a system library only where another asks for it, directly or
    through others. `asks(name)` gives the names of the libraries that a file is linked with."""
    kept = {name for name in names if wanted(name)}
    found = todo = {name for name in kept if not SYSTEM.fullmatch(name)}
    system = kept - found
    while todo:
        todo = {asked for name in todo for asked in asks(name) if asked in system} - found
        found = found | todo
    return found


def resources() -> list[tuple[str, str]]:
    """Every folder below resources/ with its place in the bundle, for PyInstaller."""
    folders = (path for path in sorted((ROOT / "resources").iterdir()) if path.is_dir())
    return [(str(folder), f"resources/{folder.name}") for folder in folders]
