"""Without a screen there is a sentence, not an abort of Qt; the real window can be drawn without one."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from nnviz.display import check_display
from nnviz.engine.refusal import Refusal


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment that names no display."""
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize("display", ["", ":987", "nonsense", "localhost:987"])
def test_no_x_server_is_refused(display: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", display)
    with pytest.raises(Refusal, match="no_display"):
        check_display()


@pytest.mark.usefixtures("bare")
def test_missing_libraries_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr("nnviz.display._x11_answers", lambda display: True)
    monkeypatch.setattr("nnviz.display._loads", lambda library: "cursor" not in library)
    with pytest.raises(Refusal) as caught:
        check_display()
    assert caught.value.fields["packages"] == "libxcb-cursor0"


@pytest.mark.usefixtures("bare")
def test_a_wayland_compositor_is_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    with pytest.raises(Refusal, match="no_display"):
        check_display()
    with socket.socket(socket.AF_UNIX) as compositor:
        compositor.bind(str(tmp_path / "wayland-0"))
        compositor.listen()
        check_display()


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize(
    ("platform", "key"),
    [("offscreen", ""), ("xcb", "no_display"), ("wayland", "no_display"), ("foo", "unknown_platform")],
)
def test_explicit_platforms(platform: str, key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    with pytest.raises(Refusal, match=key) if key else nullcontext():
        check_display()


def run(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """nnviz as a process of its own, without a display."""
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "NNVIZ_DATA")
    kept = {name: value for name, value in os.environ.items() if name not in hidden}
    command = [sys.executable, "-m", "nnviz", *words]
    return subprocess.run(command, capture_output=True, text=True, env=kept | environment, timeout=100, check=False)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a display")
def test_window_without_a_screen_is_a_sentence() -> None:
    done = run()
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "no screen" in done.stderr


def test_render_draws_the_real_window(tmp_path: Path) -> None:
    """In another theme than the usual one, in which tests/commands/test_render.py draws."""
    out = tmp_path / "shot.png"
    done = run("render", "digits", "--out", str(out), "--size", "1280x800", "--theme", "dark")
    assert done.returncode == 0, done.stderr
    image = QImage(str(out))
    assert (image.width(), image.height()) == (1280, 800)
    assert image.pixelColor(3, 790).lightness() < 60
