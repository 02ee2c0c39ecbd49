"""The bundle on a machine without Python: run by `make bundle-test` after `make bundle`, not with the other tests.

The machine is this one with everything taken away by which a program could find a Python: no PATH, no variables,
another folder. What the window has loaded is read from the kernel's list.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

BUNDLE = Path(os.environ.get("NNVIZ_BUNDLE", Path(__file__).parent.parent / "dist" / "nnviz"))
LARGEST = 400 * 2**20
"""Bytes, 100 MB of them for films (FFmpeg). More means that a library came along that nothing asks for."""
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundle, moved to a folder with a space in its name."""
    place = tmp_path_factory.mktemp("another folder")
    shutil.copytree(BUNDLE, place / "nnviz", symlinks=True)
    return place / "nnviz" / "nnviz"


@pytest.fixture
def machine(tmp_path: Path) -> dict[str, str]:
    """All the variables there are."""
    return {"PATH": "/nonexistent", "HOME": str(tmp_path), "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}


@pytest.fixture
def window(program: Path, machine: dict[str, str], tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """The program with its window open for some seconds: the labs' modules are imported beside it meanwhile."""
    process = subprocess.Popen([program], env=machine, cwd=tmp_path, stderr=subprocess.PIPE, text=True)
    time.sleep(6)
    yield process
    process.kill()
    process.wait()


def run(program: Path, machine: dict[str, str], *words: object) -> subprocess.CompletedProcess[str]:
    command = [str(program), *map(str, words)]
    return subprocess.run(
        command, env=machine, cwd=machine["HOME"], capture_output=True, text=True, timeout=120, check=False
    )


def loaded(process: subprocess.Popen[str]) -> set[Path]:
    """Files that a process has in its memory."""
    lines = Path(f"/proc/{process.pid}/maps").read_text(encoding="utf-8").splitlines()
    return {Path(line.split(maxsplit=5)[5]) for line in lines if "/" in line and ".so" in line}


def test_it_says_its_version(program: Path, machine: dict[str, str]) -> None:
    done = run(program, machine, "--version")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("nnviz ")


@pytest.mark.parametrize("page", ["digits", "playground", "functions", "perceptron", "graph", "descent", "depth"])
def test_it_draws_every_kind_of_page(program: Path, machine: dict[str, str], tmp_path: Path, page: str) -> None:
    done = run(program, machine, "render", page, "--out", tmp_path / "x.png")
    assert (done.returncode, done.stderr) == (0, "")
    picture = (tmp_path / "x.png").read_bytes()
    assert picture.startswith(PNG)
    assert len(picture) > 20_000


def test_it_trains_on_the_data_that_come_along(program: Path, machine: dict[str, str], tmp_path: Path) -> None:
    done = run(program, machine, "train", "--data", "handwriting", "--epochs", 1, "--save", tmp_path / "m.safetensors")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "m.safetensors").stat().st_size > 1000


def test_its_processes_are_itself(program: Path, machine: dict[str, str], tmp_path: Path) -> None:
    words = ("--data", "moons", "--layers", "2", "--iterations", 5, "--seeds", 2, "--jobs", 2, "--out", tmp_path / "s")
    done = run(program, machine, "sweep", *words)
    assert done.returncode == 0, done.stderr
    assert "2 of 2 runs" in done.stdout


def test_it_films(program: Path, machine: dict[str, str], tmp_path: Path) -> None:
    words = ("--size", "640x400", "--fps", 2, "--speed", 20, "--seconds", 2)
    done = run(program, machine, "film", "xor", "--out", tmp_path / "x.mp4", *words)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "x.mp4").stat().st_size > 1000


def test_its_window_opens_and_is_whole(program: Path, window: subprocess.Popen[str]) -> None:
    assert window.poll() is None, window.communicate()[1]
    libraries = loaded(window)
    own = {path for path in libraries if path.is_relative_to(program.parent)}
    assert any("libpython" in path.name for path in own)
    assert any("libqoffscreen" in path.name for path in own)
    # pyqtgraph, NumPy and Qt of the bundle, none of this machine.
    strangers = [path for path in libraries - own if "python" in str(path) or path.name.startswith("libQt")]
    assert not strangers
    window.send_signal(signal.SIGTERM)
    assert "Traceback" not in window.communicate(timeout=20)[1]


def test_it_is_not_larger_than_it_has_to_be(program: Path) -> None:
    size = sum(path.stat().st_size for path in program.parent.rglob("*") if path.is_file() and not path.is_symlink())
    assert size < LARGEST
