"""Whether a window can be opened at all, asked before Qt, which would abort the process instead of answering."""

from __future__ import annotations

import ctypes
import os
import re
import socket
import sys
from pathlib import Path

from nnviz.engine.refusal import Refusal

X11_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
"""What Qt's X11 plugin loads beyond a bare system, and Debian's packages of it."""
WITHOUT_SCREEN = {"offscreen", "minimal", "vnc", "linuxfb", "eglfs", "minimalegl"}
"""Qt platforms that need neither X11 nor Wayland."""
ON_SCREEN = {"", "xcb", "wayland", "wayland-egl", "wayland-brcm"}
"""Those that do; without a name Qt tries Wayland, then X11."""


def check_display() -> None:
    """Refusal no_display or missing_packages where a window cannot be opened. Other systems than Linux always can."""
    platform = os.environ.get("QT_QPA_PLATFORM", "").split(":")[0]
    if not sys.platform.startswith("linux") or platform in WITHOUT_SCREEN:
        return
    if platform not in ON_SCREEN:
        raise Refusal("unknown_platform", platform=platform)
    if platform != "xcb" and _wayland_answers(os.environ.get("WAYLAND_DISPLAY", "")):
        return
    if platform.startswith("wayland") or not _x11_answers(os.environ.get("DISPLAY", "")):
        raise Refusal("no_display")
    missing = [package for library, package in X11_LIBRARIES.items() if not _loads(library)]
    if missing:
        raise Refusal("missing_packages", packages=" ".join(missing))


def _wayland_answers(display: str) -> bool:
    """True if a compositor listens at the socket WAYLAND_DISPLAY names, within XDG_RUNTIME_DIR unless it is a path."""
    path = Path(os.environ.get("XDG_RUNTIME_DIR", "/nonexistent")) / display
    return bool(display) and _connects(socket.AF_UNIX, str(path))


def _x11_answers(display: str) -> bool:
    """True if an X server listens where DISPLAY points to: host:number.screen, or a local socket without a host."""
    match = re.fullmatch(r"([^:]*):(\d+)(?:\.\d+)?", display)
    if not match:
        return False
    host, number = match.group(1), int(match.group(2))
    remote = host not in ("", "unix")
    families = [(socket.AF_INET, (host, 6000 + number))] if remote else _local_addresses(number)
    return any(_connects(family, address) for family, address in families)


def _local_addresses(number: int) -> list[tuple[socket.AddressFamily, object]]:
    path = f"/tmp/.X11-unix/X{number}"
    return [(socket.AF_UNIX, path), (socket.AF_UNIX, f"\0{path}"), (socket.AF_INET, ("localhost", 6000 + number))]


def _connects(family: socket.AddressFamily, address: object) -> bool:
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.settimeout(2)
        try:
            probe.connect(address)  # type: ignore[arg-type]
        except OSError:
            return False
        return True


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
