"""Films: what is put in comes out again; nothing is left of one that was broken off."""

from __future__ import annotations

import errno
import sys
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image, ImageSequence

from nnviz.engine.refusal import Refusal
from nnviz.errors import words
from nnviz.export.film import FORMATS, Chapter, Frame, Gif, changed_box, filming

SIZE = (96, 64)


def frames(count: int) -> list[Frame]:
    """A square that wanders over a ramp; the third picture is the second once more."""
    made = []
    for number in (0, 1, *range(1, count - 1)):
        frame = np.zeros((SIZE[1], SIZE[0], 4), np.uint8)
        frame[..., 0] = np.linspace(0, 250, SIZE[0]).astype(np.uint8)
        frame[10:20, 5 + 8 * number : 15 + 8 * number, 2] = 255
        made.append(frame)
    return made


def film(path: Path, fps: int, count: int = 6, chapters: list[Chapter] | None = None) -> list[Frame]:
    made = frames(count)
    with filming(path, SIZE, fps, chapters or []) as sink:
        for frame in made:
            sink.add(frame)
    return made


def test_an_mp4_has_its_frames_colours_and_chapters(tmp_path: Path) -> None:
    path = tmp_path / "film.mp4"
    made = film(path, 25, 12, [(0.0, "One"), (0.2, "Zwei, 둘")])
    with av.open(str(path)) as found:
        stream = found.streams.video[0]
        assert (stream.average_rate, stream.width, stream.height, stream.pix_fmt) == (25, *SIZE, "yuv420p")
        assert [chapter["metadata"]["title"] for chapter in found.chapters()] == ["One", "Zwei, 둘"]
        pictures = [frame.to_ndarray(format="bgra") for frame in found.decode(stream)]
    assert len(pictures) == len(made) == 12
    for picture, frame in zip(pictures, made, strict=True):
        assert np.abs(picture[..., :3].astype(int) - frame[..., :3]).mean() < 12
    assert list(tmp_path.iterdir()) == [path]


def test_a_gif_has_its_frames_for_as_long_as_they_stay(tmp_path: Path) -> None:
    path = tmp_path / "film.gif"
    made = film(path, 8)
    shown, stays = [], []
    with Image.open(path) as found:
        assert found.info["loop"] == 0
        for picture in ImageSequence.Iterator(found):
            shown.append(np.asarray(picture.convert("RGB"))[..., ::-1])
            stays.append(picture.info["duration"])
    distinct = [made[0], made[1], *made[3:]]
    assert len(shown) == len(distinct)
    for picture, frame in zip(shown, distinct, strict=True):
        assert np.abs(picture.astype(int) - frame[..., :3]).max() < 40
    assert stays == [120, 260, 120, 120, 130]


def test_only_the_box_that_changed_is_kept() -> None:
    one, other = (frame[..., 2] for frame in frames(3)[:2])
    assert changed_box(None, one) == (0, 0, *SIZE)
    assert changed_box(one, one) is None
    assert changed_box(one, other) == (5, 10, 23, 20)


def break_off(path: Path) -> None:
    with filming(path, SIZE, 10, []) as sink:
        sink.add(frames(3)[0])
        raise KeyboardInterrupt


def test_no_frame_of_a_gif_is_so_brief_that_viewers_show_it_slowly(tmp_path: Path) -> None:
    path = tmp_path / "film.gif"
    film(path, 60, 12)
    with Image.open(path) as found:
        stays = [picture.info["duration"] for picture in ImageSequence.Iterator(found)]
    assert min(stays) >= 20
    assert sum(stays) == 200


class FullDisk(Gif):
    """Takes nothing, not even the end of a film."""

    def add(self, frame: Frame) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    def abandon(self) -> None:
        super().abandon()
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_is_a_sentence_with_the_name_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(FORMATS, ".gif", FullDisk)
    with pytest.raises(Refusal, match="figure_failed") as refusal:
        film(tmp_path / "film.gif", 10)
    assert "film.gif could not be written (No space left on device)" in words(refusal.value)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("suffix", [".mp4", ".gif"])
def test_what_is_broken_off_leaves_nothing_and_the_old_film_whole(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"film{suffix}"
    path.write_bytes(b"old")
    with pytest.raises(KeyboardInterrupt):
        break_off(path)
    assert (path.read_bytes(), list(tmp_path.iterdir())) == (b"old", [path])


def test_without_pyav_a_sentence_names_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "av", None)
    with pytest.raises(Refusal) as refusal:
        film(tmp_path / "film.mp4", 10)
    assert "nnviz[film]" in words(refusal.value)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["film.avi", "nowhere/film.mp4"])
def test_a_name_that_no_film_can_have_is_refused_before_it_is_made(tmp_path: Path, name: str) -> None:
    with pytest.raises(Refusal, match="film_target"):
        film(tmp_path / name, 10)
