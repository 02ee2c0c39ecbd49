"""Labs: the models of all labs, the door through which intents reach them, and what moves the one in front."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar, cast

from PySide6.QtCore import QObject, Signal

from nnviz.session.clock import FrameClock
from nnviz.session.intents import Intent
from nnviz.session.labs.checks import check_choice
from nnviz.session.labs.lab import Lab, LabIntent, OpenSection
from nnviz.session.labs.memento import LabMemento, recall, remembered

Kind = TypeVar("Kind", bound=Lab)


class Labs(QObject):
    """One model a lab, made when it is needed for the first time.

    Signals: changed(str) after the model of that lab changed, by an intent or, once a tick, by moving;
    handled(str) after an intent changed it.
    """

    changed = Signal(object)
    handled = Signal(object)

    def __init__(self, clock: FrameClock) -> None:
        super().__init__(clock)
        self._clock = clock
        self._labs: dict[str, Lab] = {}
        self._front = ""

    def lab(self, name: str) -> Lab:
        """The model of a lab. Refusal unknown_choice."""
        check_choice("lab", name, MODELS)
        if name not in self._labs:
            self._labs[name] = MODELS[name]()
        return self._labs[name]

    def of(self, kind: type[Kind]) -> Kind:
        """The model of a kind, for pages."""
        return cast(Kind, self.lab(kind.name))

    def kinds(self) -> tuple[type[Intent], ...]:
        """All intents of all labs."""
        return OpenSection, *(kind for name in MODELS for kind in self.lab(name).handlers())

    def do(self, intent: LabIntent | OpenSection) -> None:
        """Carry out an intent. Refusal if it cannot be; then nothing has changed."""
        lab = self.lab(intent.lab)
        if isinstance(intent, OpenSection):
            lab.open_section(intent.section)
        else:
            lab.handlers()[type(intent)](intent)
            self.handled.emit(lab.name)
        self.changed.emit(lab.name)

    def memento(self) -> dict[str, LabMemento]:
        """All models as they are now."""
        return {name: remembered(lab) for name, lab in self._labs.items()}

    def recall(self, memento: Mapping[str, LabMemento]) -> None:
        """All models as they were; one made since is as it was when it was made."""
        for name, lab in self._labs.items():
            recall(lab, memento[name] if name in memento else remembered(MODELS[name]()))
            self.changed.emit(name)

    def bring(self, page: str) -> None:
        """This page is in front: only its lab, if it is one, goes on by itself."""
        self._front = page

    @property
    def moving(self) -> bool:
        """True while the lab in front goes on by itself."""
        lab = self._labs.get(self._front)
        return lab is not None and lab.moving

    def advance(self, seconds: float) -> None:
        """Let the lab in front go on by so many seconds."""
        lab = self._labs.get(self._front)
        if lab and lab.moving:
            self._clock.wake()
            lab.advance(seconds)
            self.changed.emit(lab.name)


def _functions() -> Lab:
    from nnviz.session.labs.functions.lab import FunctionsLab

    return FunctionsLab()


def _perceptron() -> Lab:
    from nnviz.session.labs.perceptron.lab import PerceptronLab

    return PerceptronLab()


def _graph() -> Lab:
    from nnviz.session.labs.graph.lab import GraphLab

    return GraphLab()


def _descent() -> Lab:
    from nnviz.session.labs.descent.lab import DescentLab

    return DescentLab()


def _depth() -> Lab:
    from nnviz.session.labs.depth.lab import DepthLab

    return DepthLab()


MODELS: dict[str, Callable[[], Lab]] = {
    "functions": _functions,
    "perceptron": _perceptron,
    "graph": _graph,
    "descent": _descent,
    "depth": _depth,
}
"""Imported when they are needed: most starts of the program never open a lab."""
