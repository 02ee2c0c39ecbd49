"""Stock: the session's shelf of data, and what can be done to it: bring tables and images along, paint points."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from nnviz.data.images_folder import import_images, recipe_of
from nnviz.data.own import LEAST, OwnData
from nnviz.data.painted import from_samples, nothing, with_points, without_points
from nnviz.data.sheet import Sheet
from nnviz.data.shelf import Shelf
from nnviz.data.table import plain
from nnviz.data.table_data import import_table
from nnviz.engine.experiment import Experiment, adapted, read_fields
from nnviz.engine.optimizers import PAPER_DEFAULTS
from nnviz.engine.refusal import Refusal
from nnviz.models.model import Model
from nnviz.session import intents
from nnviz.session.data_intents import (
    IMPORTS,
    BringData,
    ClearPoints,
    DataEdit,
    ErasePoints,
    ImportImages,
    ImportTable,
    PaintPoints,
    PasteTable,
    RestoreData,
    UseData,
)
from nnviz.session.edits import Edited

if TYPE_CHECKING:
    from nnviz.session.session import Session

Restart = Callable[[Experiment, Model | None], None]


class Stock(QObject):
    """All data of a session.

    Signals: changed(Shelf).
    """

    changed = Signal(object)

    def __init__(self, session: Session, restart: Restart, train: Callable[[str], None]) -> None:
        """`restart` begins a run anew, `train` lets it train."""
        # No child of the session, which it knows: neither would ever be let go.
        super().__init__()
        self._session, self._restart, self._train = session, restart, train
        self.shelf = Shelf()
        # Number of the gesture that goes on, and the points that only it has made so far.
        self._gesture: tuple[int, str] = (0, "")
        self._models: dict[Experiment, Model] = {}
        self._filed: set[str] = set()

    def handlers(self) -> dict[type[intents.Intent], Callable[..., None]]:
        """What each intent about own data does."""
        return {
            **dict.fromkeys(IMPORTS, lambda intent: self._bring(intent, self.read(intent))),
            BringData: lambda intent: self._bring(intent, self._brought(intent.data)),
            RestoreData: self._restore,
            PaintPoints: self._paint,
            ErasePoints: self._erase,
            ClearPoints: self._clear,
            UseData: self._use,
        }

    def begin(self, own: tuple[OwnData, ...]) -> None:
        """The session begins anew: this is there, and no gesture goes on."""
        self._gesture, self._models = (0, ""), {}
        for data in own:
            self.put(data)

    def put(self, data: OwnData) -> None:
        """On the shelf with it: what was read beside the session is not read again by the intent that follows."""
        self.shelf = self.shelf.with_data(data)
        self.changed.emit(self.shelf)

    def require(self, name: str) -> None:
        """Refuse to train on next to nothing: too_few_points; or own_data_gone."""
        self.shelf.source(name)
        if not self.is_ready(name):
            raise Refusal("too_few_points", least=LEAST)

    def is_ready(self, name: str) -> bool:
        """False for own data that is not enough to train on, as an empty plane."""
        data = self.shelf.owned(name)
        return data is None or data.is_enough

    @property
    def painted(self) -> OwnData | None:
        """The painted points of the run in reach; None where it has others."""
        return self.shelf.painted(self._session.experiment.data)

    def is_unsaved(self, name: str) -> bool:
        """True for painted points, enough to train on, that no file has."""
        points = self.shelf.painted(name)
        return points is not None and points.is_enough and name not in self._filed

    def note_file(self, points: OwnData) -> None:
        """A model's file has these points."""
        self._filed.add(points.key)

    @property
    def can_paint(self) -> bool:
        """True where the run's data is a plane with classes, or can become one."""
        source = self.shelf.sources.get(self._session.experiment.data)
        return source is not None and source.kind == "plane"

    # Bringing along

    def read(self, intent: ImportTable | PasteTable | ImportImages) -> OwnData:
        """What an intent brings along; what was read just like this before is not read again. Refusal as of
        `import_table` and `import_images`; OSError."""
        if isinstance(intent, ImportImages):
            known = self.shelf.made_by(recipe_of(intent.folder, intent.side))
            return known or import_images(intent.folder, intent.side, _unwatched).data
        sheet = Sheet(intent.path) if isinstance(intent, ImportTable) else Sheet(None, intent.text)
        return self.shelf.made_by(plain(sheet, intent.recipe)) or import_table(sheet, intent.recipe, _unwatched)

    def _brought(self, name: str) -> OwnData:
        data = self.shelf.owned(name)
        if data is None:
            raise Refusal("own_data_gone")
        return data

    def _bring(self, intent: DataEdit, data: OwnData) -> None:
        """Train on data from outside; what belongs to the data is as usual for it."""
        shelf = self.shelf.with_data(data)
        new = adapted(self._session.experiment, **(_usual(self._session.experiment, data) | shelf.defaults(data.key)))
        self.put(data)
        self._renew(intent, new)

    def _restore(self, intent: RestoreData) -> None:
        new = adapted(self._session.experiment, **read_fields(intent.values))
        self.shelf.check_fit(new)
        self._renew(intent, new, self._models.get(new))

    def _renew(self, intent: DataEdit, new: Experiment, model: Model | None = None) -> None:
        """A new start on other data. What it changes can be had again, with the model the run began with."""
        old = self._session.experiment
        if self._session.model:
            self._models[old] = self._session.model
        changed = new.to_dict()
        before = {name: value for name, value in old.to_dict().items() if value != changed[name]}
        self._session.edited.emit(Edited(intent, RestoreData(before), new.data))
        self._restart(new, model)

    # Painting

    def _paint(self, intent: PaintPoints) -> None:
        self._go_on(intent, with_points(self._ground(), intent.label, intent.points), intent.gesture)

    def _erase(self, intent: ErasePoints) -> None:
        self._go_on(intent, without_points(self._ground(), intent.path, intent.radius), intent.gesture)

    def _clear(self, intent: ClearPoints) -> None:
        self._go_on(intent, nothing(self._ground()))

    def _use(self, intent: UseData) -> None:
        self.shelf.source(intent.data)
        self._repaint(intent, intent.data, intent.samples)

    def _ground(self) -> OwnData:
        """The points to paint on: those that are there."""
        if self.painted:
            return self.painted
        if not self.can_paint:
            raise Refusal("no_plane_to_paint")
        if self._session.data is None:
            raise Refusal("no_data_yet")
        return from_samples(self._session.data, self._session.bounds)

    def _go_on(self, intent: DataEdit, data: OwnData, gesture: int = 0) -> None:
        """With these points; those of the same gesture before are needed no longer."""
        before = self._gesture[1] if gesture and self._gesture[0] == gesture else ""
        # What was there before the gesture stays, also where the gesture comes back to it: an earlier edit needs it.
        passing = data.key == before or self.shelf.owned(data.key) is None
        self._gesture = (gesture, data.key if passing else "")
        self.put(data)
        self._repaint(intent, data.key, self.shelf.defaults(data.key)["samples"])
        if before and before != data.key:
            self.shelf = self.shelf.without(before)
            self.changed.emit(self.shelf)

    def _repaint(self, intent: DataEdit, name: str, samples: int) -> None:
        """A new start on other points of the same plane, from the same seed; what was training trains on."""
        session = self._session
        old, running = session.experiment, session.state.is_running
        new = self._fitted(old, name, samples)
        session.edited.emit(Edited(intent, UseData(old.data, old.samples), name))
        self._restart(new, None)
        if running and self.is_ready(name):
            self._train("run")

    def _fitted(self, experiment: Experiment, name: str, samples: int) -> Experiment:
        """The experiment on other points; its output stays as long as it suits the classes."""
        values: dict[str, Any] = {"data": name, "samples": samples}
        usual = self.shelf.defaults(name) | values | {"scaling": experiment.scaling}
        before, after = self.shelf.source(experiment.data), self.shelf.source(name)
        if bool(before.classes) != bool(after.classes):
            return adapted(experiment, **usual)
        same = adapted(experiment, **values)
        try:
            self.shelf.check_fit(same)
        except Refusal:
            return adapted(experiment, **usual)
        return same


def _usual(experiment: Experiment, data: OwnData) -> dict[str, float]:
    """What suits data from outside. Hundreds of pixels move a sum together: steps fit for two inputs saturate it."""
    rate = PAPER_DEFAULTS[experiment.optimizer]["learning_rate"]
    return {"distortion": 0.0} | ({"learning_rate": min(rate, experiment.learning_rate)} if data.image else {})


def _unwatched(share: float) -> None:
    """Progress that nobody watches: of a lesson or a script."""
