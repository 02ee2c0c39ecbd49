"""Films: frames into an MP4 (PyAV) or a GIF (Pillow), one after the other; none is kept.

A film comes into being beside its name and takes it when it is whole.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from fractions import Fraction
from itertools import product
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import IO, Any, Protocol, cast

import numpy as np
from numpy.typing import NDArray
from PIL import GifImagePlugin, Image

from nnviz.engine.refusal import Refusal

Frame = NDArray[np.uint8]
"""(height, width, 4): blue, green, red, and a fourth that means nothing. Whoever adds it does not write into it."""
Chapter = tuple[float, str]
"""Seconds from the beginning, and a title."""
Point = tuple[int, int]
CODECS = {"libx264": {"crf": "18", "preset": "veryfast", "tune": "animation"}, "mpeg4": {"q": "3"}}
"""Encoders in the order in which they are wished for, and their settings."""
WAITING = 4
"""Frames that wait for the encoder at most."""
BRIEFEST_DELAY, LONGEST_DELAY = 2, 65_535
"""Hundredths of a second that a frame of a GIF can stay: what is briefer, viewers show for a tenth of a second."""
OWN_COLORS, CUBE = 128, 5
"""Colours of a GIF: those the first frame has most of, and a cube of all colours with so many steps a side."""


class Film(Protocol):
    """Takes frames."""

    def add(self, frame: Frame) -> None:
        """The next frame."""

    def close(self, chapters: list[Chapter]) -> None:
        """That was the last one."""

    def abandon(self) -> None:
        """It will not be finished: let go of the file."""


class Mp4:
    """H.264 where there is an encoder for it, else MPEG-4. It encodes in a thread of its own, while the next frame is
    drawn."""

    def __init__(self, path: Path, size: tuple[int, int], fps: int) -> None:
        try:
            import av
        except ImportError as error:
            raise Refusal("film_needs_av") from error
        self._av, self._fps = av, fps
        self._file = cast(Any, av.open(str(path), "w", format="mp4"))
        codec = next(name for name in CODECS if name in av.codecs_available)
        self._stream = self._file.add_stream(codec, rate=Fraction(fps), options=CODECS[codec])
        self._stream.width, self._stream.height = size
        self._stream.pix_fmt = "yuv420p"
        self._queue: Queue[Frame | None] = Queue(WAITING)
        self._failure: list[Exception] = []
        self._thread = Thread(target=self._encode_all, name="film", daemon=True)
        self._thread.start()

    def add(self, frame: Frame) -> None:
        """The next frame. What went wrong with an earlier one is raised here."""
        if self._failure:
            raise self._failure[0]
        self._queue.put(frame)

    def close(self, chapters: list[Chapter]) -> None:
        """All frames are encoded afterwards."""
        self._join()
        self._file.set_chapters(self._chapters(chapters))
        self._file.close()
        if self._failure:
            raise self._failure[0]

    def abandon(self) -> None:
        """Let go of the file."""
        self._join()
        self._file.close()

    def _join(self) -> None:
        self._queue.put(None)
        self._thread.join()

    def _encode_all(self) -> None:
        while (frame := self._queue.get()) is not None:
            if not self._failure:
                self._encode(frame)
        self._encode(None)

    def _encode(self, frame: Frame | None) -> None:
        """One frame, or None: what the encoder has kept back."""
        try:
            picture = None if frame is None else self._av.VideoFrame.from_ndarray(frame, format="bgra")
            self._file.mux(self._stream.encode(picture))
        except Exception as error:
            self._failure.append(error)

    def _chapters(self, chapters: list[Chapter]) -> list[dict[str, Any]]:
        starts = [round(1000 * seconds) for seconds, _ in chapters]
        ends = [*starts[1:], starts[-1] + 1000] if starts else []
        return [
            {"id": number, "start": start, "end": end, "time_base": Fraction(1, 1000), "metadata": {"title": title}}
            for number, (start, end, (_, title)) in enumerate(zip(starts, ends, chapters, strict=True))
        ]


class Gif:
    """One palette for all frames; of each, only the box of what differs from the one before."""

    def __init__(self, path: Path, size: tuple[int, int], fps: int) -> None:
        self._file: IO[bytes] = path.open("wb")
        self._fps, self._count = fps, 0
        self._palette = Image.new("P", (1, 1))
        self._last: Frame | None = None
        self._pending: tuple[Image.Image, Point, int] | None = None

    def add(self, frame: Frame) -> None:
        """The next frame. One that comes too soon after the one before is left out."""
        if self._pending is None or self._now - self._pending[2] >= BRIEFEST_DELAY:
            self._take(frame)
        self._count += 1

    def _take(self, frame: Frame) -> None:
        picture = Image.fromarray(np.ascontiguousarray(frame[:, :, 2::-1]))
        if self._last is None:
            self._palette.putpalette(palette_of(picture))
        picture = picture.quantize(palette=self._palette, dither=Image.Dither.NONE)
        if self._last is None:
            self._file.writelines(GifImagePlugin.getheader(picture, info={"loop": 0})[0])
        indices = np.asarray(picture)
        box = changed_box(self._last, indices)
        if box:
            self._write_pending()
            self._pending = picture.crop(box), box[:2], self._now
        self._last = indices

    def close(self, chapters: list[Chapter]) -> None:
        """The last frame, and the end."""
        self._write_pending()
        self._file.write(b";")
        self._file.close()

    def abandon(self) -> None:
        """Let go of the file."""
        self._file.close()

    @property
    def _now(self) -> int:
        """Hundredths of a second."""
        return round(100 * self._count / self._fps)

    def _write_pending(self) -> None:
        """A picture stays until the next one comes."""
        if self._pending:
            part, place, since = self._pending
            shown = min(self._now - since, LONGEST_DELAY)
            self._file.writelines(GifImagePlugin.getdata(part, place, duration=10 * shown))


def palette_of(picture: Image.Image) -> list[int]:
    """(3 · colours) the colours a picture has most of, and a cube of all others: later frames have other ones."""
    own = picture.quantize(OWN_COLORS, Image.Quantize.MEDIANCUT).getpalette() or []
    steps = [round(255 * step / (CUBE - 1)) for step in range(CUBE)]
    return [*own[: 3 * OWN_COLORS], *(part for color in product(steps, repeat=3) for part in color)]


def changed_box(before: Frame | None, now: Frame) -> tuple[int, int, int, int] | None:
    """(left, top, right, bottom) of what differs between two pictures; the whole where there is none before."""
    if before is None:
        return 0, 0, now.shape[1], now.shape[0]
    rows, columns = (np.flatnonzero((before != now).any(axis=axis)) for axis in (1, 0))
    if not len(rows):
        return None
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1


FORMATS: dict[str, Callable[[Path, tuple[int, int], int], Film]] = {".mp4": Mp4, ".gif": Gif}
"""By suffix."""


def check_film(path: Path) -> None:
    """Refuse a name that no film can have: to be asked before it is made. Refusal film_target."""
    if path.suffix.lower() not in FORMATS or path.is_dir() or not os.access(path.parent, os.W_OK):
        raise Refusal("film_target", file=path, suffixes=", ".join(FORMATS))


@contextmanager
def filming(path: Path, size: tuple[int, int], fps: int, chapters: list[Chapter]) -> Iterator[Film]:
    """A film of `size` pixels, to which frames are added, and `chapters` until it ends. Whatever happens before that
    leaves no file behind. Refusal as of `check_film`, film_needs_av, figure_failed where it cannot be written."""
    check_film(path)
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    film: Film | None = None
    try:
        film = FORMATS[path.suffix.lower()](draft, size, fps)
        yield film
        whole, film = film, None
        whole.close(chapters)
        draft.replace(path)
    except OSError as error:
        if error.filename not in (None, str(draft)):
            raise
        raise Refusal("figure_failed", file=path, reason=error.strerror or error) from error
    finally:
        # A full disk refuses even the end of a file.
        with suppress(OSError):
            if film:
                film.abandon()
        draft.unlink(missing_ok=True)
