"""Lecturer: what a term's lecturer does over and over in the window, in random order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from benchmarks.soak.hands import Hands
from nnviz.lessons.loader import catalogue
from nnviz.session import intents
from nnviz.session.data_intents import ClearPoints, ErasePoints, PaintPoints
from nnviz.session.labs.lab import OpenSection
from nnviz.session.pages import COMPARE, DIGITS, LABS, PAGES, PLAYGROUND
from nnviz.views.labs.page import LabPage

Act = Callable[[], None]
SETTINGS: tuple[Mapping[str, object], ...] = (
    {"learning_rate": 0.05}, {"learning_rate": 0.003}, {"optimizer": "sgd"}, {"optimizer": "adam"}, {"l2": 0.001},
    {"batch_size": 8}, {"data": "moons"}, {"data": "circles"}, {"data": "sine"}, {"noise": 0.2},
    {"precision": "float64"}, {"layers": [{"units": 4, "activation": "relu"}]},
    {"layers": [{"units": 6, "activation": "tanh"}] * 3},
)  # fmt: skip
COMPARISONS = (("optimizer", ("sgd", "adam")), ("learning_rate", (0.003, 0.03, 0.3)), ("seed", (0, 1, 2, 3)))
MOST_TURNS = 40
"""Of the pages of a lesson."""
VIEW = ("larger_text", "smaller_text", "ordinary_text", "theme")
STAGE = (
    "spotlight", "laser", "freeze", "black_screen", "white_screen", "present_next", "present_back", "present_replay",
    "notes",
)  # fmt: skip


class Lecturer:
    """acts  what is done, and how often compared with the others"""

    def __init__(self, hands: Hands) -> None:
        self._hands, self._session, self._window = hands, hands.parts.session, hands.parts.window
        self._random = hands.random
        self.acts: dict[Act, int] = {
            self._turn_to_page: 8, self._train: 8, self._change_settings: 6, self._edit: 8, self._undo: 5,
            self._travel: 4, self._play_passes: 5, self._inspect: 5, self._draw: 5, self._paint: 3, self._compare: 3,
            self._visit_lab: 6, self._teach: 5, self._present: 3, self._look: 5, self._speak: 3, self._arrange: 2,
            self._fiddle: 14, self._poke: 14,
        }  # fmt: skip

    def pages(self) -> Iterator[Act]:
        """Every page, and of labs every section."""
        yield from (partial(self._open, page) for page in (DIGITS, PLAYGROUND, COMPARE))
        yield from (partial(self._walk, lab) for lab in LABS)

    def tour(self) -> Iterator[Act]:
        """Every page, and every lesson from its beginning to its end."""
        yield from self.pages()
        yield from (partial(self._give, entry.id) for entry in catalogue("en"))

    # The run

    def _turn_to_page(self) -> None:
        self._open(self._random.choice(PAGES))

    def _open(self, page: str) -> None:
        self._hands.trigger(f"page_{page}")
        self._hands.wait(5)

    def _train(self) -> None:
        self._hands.trigger(self._random.choice(("train", "train", "train", "step", "epoch", "reset", "new_seed")))
        self._hands.wait(self._random.randint(3, 20))
        if self._session.state.is_running and self._random.random() < 0.7:
            self._hands.trigger("train")

    def _change_settings(self) -> None:
        self._window.do(intents.Adjust(dict(self._random.choice(SETTINGS))))

    def _edit(self) -> None:
        layer = self._random.randint(1, len(self._session.experiment.layers) + 1)
        unit, value = self._random.randrange(2), self._random.gauss(0, 1)
        self._window.do(
            self._random.choice(
                (
                    intents.SetWeight(layer, 0, unit, value),
                    intents.SetBias(layer, unit, value),
                    intents.Freeze(layer, unit, self._random.random() < 0.5),
                    intents.SwitchOff(layer, unit, self._random.random() < 0.5),
                    intents.AddUnit(layer),
                    intents.RemoveUnit(layer, unit),
                    intents.AddLayer(layer),
                    intents.RemoveLayer(layer),
                )
            )
        )
        self._hands.wait(3)

    def _undo(self) -> None:
        for _ in range(self._random.randint(1, 4)):
            self._hands.trigger(self._random.choice(("undo", "undo", "redo")))
            self._hands.wait(2)

    def _travel(self) -> None:
        newest = self._session.timeline.newest
        places = (intents.GoTo(self._random.randint(0, max(newest, 1))), intents.StepBack(), intents.CheckGradient())
        self._window.do(self._random.choice(places))
        self._hands.wait(4)

    def _play_passes(self) -> None:
        self._hands.trigger(self._random.choice(("passes", "batch")))
        self._hands.wait(8)
        for _ in range(3):
            if self._session.passes.state.is_open:
                self._window.do(intents.StepPasses(self._random.choice((-1, 1, 1))))
                self._hands.wait(2)
        if self._random.random() < 0.5:
            self._window.do(intents.ClosePasses())

    def _inspect(self) -> None:
        layer = self._random.randint(1, len(self._session.experiment.layers) + 1)
        source = self._random.choice((None, 0, 1))
        self._window.do(intents.Inspect(layer, self._random.randrange(2), source))
        self._hands.wait(3)

    # Pages

    def _draw(self) -> None:
        self._hands.trigger(f"page_{DIGITS}")
        self._hands.wait(1)
        self._hands.draw(self._hands.find(QWidget, "digit_canvas"))
        self._hands.wait(3)
        if self._random.random() < 0.5:
            self._hands.find(QAbstractButton, "digit_clear").click()

    def _paint(self) -> None:
        self._hands.trigger(f"page_{PLAYGROUND}")
        if not self._session.stock.can_paint:
            self._window.do(intents.Adjust({"data": "moons"}))
            self._hands.wait(5)
        points = tuple((self._random.gauss(0, 1), self._random.gauss(0, 1)) for _ in range(8))
        gesture = self._random.randint(1, 1000)
        doings = (PaintPoints(self._random.randrange(2), points, gesture), ErasePoints(points, 0.3, gesture))
        if self._session.data is not None:
            self._window.do(self._random.choice((*doings, *doings, ClearPoints())))
            self._hands.wait(4)

    def _compare(self) -> None:
        self._hands.trigger(f"page_{COMPARE}")
        self._window.do(intents.Compare(*self._random.choice(COMPARISONS)))
        self._hands.trigger("train")
        self._hands.wait(10)
        self._window.do(intents.Pause())

    def _visit_lab(self) -> None:
        self._hands.trigger(f"page_{self._random.choice(LABS)}")
        page = self._lab()
        self._window.do(OpenSection(page.lab.name, self._random.choice(page.lab.sections)))
        self._hands.wait(3)
        for _ in range(4):
            self._hands.fiddle(page)
            self._hands.wait(3)

    def _lab(self) -> LabPage:
        return next(page for page in self._window.findChildren(LabPage) if page.isVisible())

    def _walk(self, lab: str) -> None:
        self._hands.trigger(f"page_{lab}")
        for section in self._lab().lab.sections:
            self._window.do(OpenSection(lab, section))
            self._hands.wait(3)

    # Lectures

    def _give(self, lesson: str) -> None:
        """A whole lesson."""
        self._window.do(intents.OpenLesson(lesson))
        for _ in range(MOST_TURNS):
            self._window.do(intents.NextStep())
            self._hands.wait_for(lambda: not self._session.lecture.busy, 60)
            if self._session.lecture.state.is_last:
                break
        self._window.do(intents.CloseLesson())

    def _teach(self) -> None:
        entry = self._random.choice(catalogue("en"))
        self._window.do(intents.OpenLesson(entry.id))
        for _ in range(self._random.randint(1, 4)):
            self._window.do(self._random.choice((intents.NextStep(), intents.NextStep(), intents.PreviousStep())))
            self._hands.wait_for(lambda: not self._session.lecture.busy, 60)
        if self._random.random() < 0.7:
            self._window.do(intents.CloseLesson())

    def _present(self) -> None:
        self._hands.trigger("present")
        for name in self._random.choices(STAGE, k=3):
            self._hands.wait(3)
            self._hands.trigger(name)
        self._hands.wait(3)
        self._window.presenting.leave()
        self._hands.trigger("notes")
        self._hands.wait(2)
        self._window.presenting.lectern.close()

    # How it looks

    def _look(self) -> None:
        choices = [self._window.actions_by_name[name] for name in VIEW]
        menus = (self._window.appearance.menu, self._hands.find(QMenu, "menu_notation"))
        choices += [action for menu in menus for action in menu.actions() if action.isCheckable()]
        self._random.choice(choices).trigger()
        self._hands.wait(3)

    def _speak(self) -> None:
        self._random.choice(self._hands.find(QMenu, "menu_language").actions()).trigger()
        self._hands.wait(2)

    def _arrange(self) -> None:
        width, height = self._random.choice(((1100, 760), (1280, 800), (1600, 1000)))
        self._window.open_at(width, height)
        self._hands.wait(2)

    def _fiddle(self) -> None:
        for _ in range(3):
            self._hands.fiddle(self._window)
            self._hands.wait(2)

    def _poke(self) -> None:
        for _ in range(3):
            self._hands.poke(self._window)
            self._hands.wait(1)
