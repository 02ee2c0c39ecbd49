"""Doors: how a file of each kind comes in, and a first use of what came in. A door says whether the file was opened:
False where the program goes on without it, as with damaged settings; whatever is refused raises Refusal or OSError."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from contextlib import redirect_stderr
from dataclasses import replace
from io import StringIO
from pathlib import Path

import numpy as np

from nnviz.commands.classify import classify, load_digit_score
from nnviz.commands.sweep import read_experiment
from nnviz.data import catalogue
from nnviz.data.images_folder import grey
from nnviz.data.mnist import FOLDER_VARIABLE, load_mnist
from nnviz.data.own import OwnData
from nnviz.data.own_file import unpacked
from nnviz.data.sheet import Sheet
from nnviz.data.shelf import Shelf
from nnviz.data.table import glimpse, guess, read_table
from nnviz.data.table_data import data_of
from nnviz.engine.experiment import Experiment
from nnviz.engine.layout import layout
from nnviz.engine.refusal import Refusal
from nnviz.engine.scaling import fit_scaling
from nnviz.engine.training import Trainer
from nnviz.lessons.loader import load as load_lesson
from nnviz.models.bundle import read_bundle
from nnviz.models.files import open_model, open_shipped, outline
from nnviz.models.model import Model
from nnviz.session.booth.tally import Tally
from nnviz.session.codec import Codec
from nnviz.session.recording import Recording, read
from nnviz.settings import load_settings
from nnviz.sweeps.folder import PLAN, RESULTS, SweepFolder
from nnviz.sweeps.summary import BANDS, groups, ranked

Door = Callable[[Path], bool]

MOST_PARAMETERS = 100_000
"""A larger network is not trained here, only checked."""


def model(path: Path) -> bool:
    """A network, its outline and a pass through it."""
    found = open_model(path, None if outline(path) is None else "tanh")
    _use(found)
    return True


def _use(found: Model) -> None:
    """A pass through a network, and a few steps with toy data where it is for them. A network whose numbers are too
    large for a pass is told so by the pass."""
    try:
        found.forward(np.zeros((2, found.experiment.inputs), np.float32))
    except Refusal as error:
        if error.key != "model_overflows":
            raise
    name = found.experiment.data
    if name in catalogue.SOURCES and catalogue.SOURCES[name].kind == "plane":
        _train(found.experiment, Shelf(), found)


def _train(experiment: Experiment, shelf: Shelf, found: Model | None = None) -> None:
    """Two steps, from the weights of a network where there is one."""
    if layout(experiment)[-1].end > MOST_PARAMETERS:
        return
    shelf.check_fit(experiment)
    small = (
        replace(experiment, samples=min(experiment.samples, 500))
        if shelf.owned(experiment.data) is None
        else experiment
    )
    data = shelf.load(small)
    samples = data.samples(small, fit_scaling(small.scaling, data.train_x))
    trainer = Trainer(small, samples, None if found is None else found.parameters)
    if found and found.training and found.training.state.position < len(samples.train_x):
        trainer.restore(found.training.state)
    for _ in range(2):
        trainer.step()
    trainer.evaluate()


def experiment(path: Path) -> bool:
    """An experiment for `nnviz sweep`, and two steps of it."""
    found = read_experiment(path)
    if catalogue.source(found.data).kind == "plane":
        _train(found, Shelf())
    return True


def own_data(path: Path) -> bool:
    """Data of a saved session, and two steps with it."""
    _use_data(unpacked(path.read_bytes()))
    return True


def _use_data(data: OwnData) -> None:
    shelf = Shelf((data,))
    if data.is_enough and data.source.inputs * len(data.x) < 10**7:
        _train(Experiment(**{**shelf.defaults(data.key), "layers": ()}), shelf)


def table(path: Path) -> bool:
    """A table as the dialog opens it: looked at, understood, read, used."""
    sheet = Sheet(path)
    recipe = guess(glimpse(sheet))
    _use_data(data_of(sheet, read_table(sheet, recipe, lambda share: None), recipe)[0])
    return True


def pasted(path: Path) -> bool:
    """A table from the clipboard."""
    sheet = Sheet(None, path.read_bytes().decode("utf-8", "replace"))
    recipe = replace(guess(glimpse(sheet)), missing="fill")
    _use_data(data_of(sheet, read_table(sheet, recipe, lambda share: None), recipe)[0])
    return True


class Classified:
    """Pictures and strokes, as `nnviz classify` takes them, with the network and the score that come with nnviz."""

    def __init__(self) -> None:
        self._model, self._score = open_shipped(), load_digit_score()

    def __call__(self, path: Path) -> bool:
        # A bar would be drawn for what takes long.
        with redirect_stderr(StringIO()):
            classify(self._model, self._score, [str(path)])
        return True


def image(path: Path) -> bool:
    """One image of a folder of images; what cannot be read is passed over."""
    found = grey(path, 28)
    assert found is None or (found.shape == (28, 28) and found.dtype == np.uint8)
    return found is not None


class Mnist:
    """One of MNIST's files, beside three that are whole."""

    def __init__(self, folder: Path, name: str) -> None:
        self._folder, self._name = folder, name

    def __call__(self, path: Path) -> bool:
        shutil.copyfile(path, self._folder / self._name)
        before = os.environ.get(FOLDER_VARIABLE)
        os.environ[FOLDER_VARIABLE] = str(self._folder)
        try:
            load_mnist()
        finally:
            os.environ.pop(FOLDER_VARIABLE)
            if before is not None:
                os.environ[FOLDER_VARIABLE] = before
        return True


class Lesson:
    """A lesson of one's own."""

    def __init__(self, codec: Codec) -> None:
        self._codec = codec

    def __call__(self, path: Path) -> bool:
        return bool(load_lesson(path, self._codec.intent).steps)


class Script:
    """Intents for `nnviz render --do`."""

    def __init__(self, codec: Codec) -> None:
        self._codec = codec

    def __call__(self, path: Path) -> bool:
        from nnviz.commands.render import _read

        for intent in self._codec.script(_read(path)):
            self._codec.plain(intent)
        return True


def recording(path: Path) -> bool:
    """A recorded lecture: read, and whole enough to be written again."""
    found: Recording = read(path)
    found.encoded()
    return True


class Plan:
    """The plan of a sweep that is to go on."""

    def __init__(self, folder: Path) -> None:
        self._folder = SweepFolder(folder)

    def __call__(self, path: Path) -> bool:
        shutil.copyfile(path, self._folder.path / PLAN)
        plan = self._folder.plan()
        ranked(groups(plan, self._folder.results(plan)))
        return True


class Results:
    """The results of a sweep; damaged lines are passed over."""

    def __init__(self, folder: Path) -> None:
        self._folder = SweepFolder(folder)
        self._plan = self._folder.plan()

    def __call__(self, path: Path) -> bool:
        shutil.copyfile(path, self._folder.path / RESULTS)
        results = self._folder.results(self._plan)
        for group in ranked(groups(self._plan, results)):
            _ = (group.accuracy, group.loss, group.best_epoch, group.seconds)
            for band in BANDS:
                group.curve("test_loss", band)
        return bool(results)


class Autosave:
    """One file of an autosave, beside those that are whole."""

    def __init__(self, folder: Path, name: str, door: Door | None = None) -> None:
        """`door` takes the folder."""
        self._folder, self._name, self._door = folder, name, door or _bundle
        self._whole = (folder / name).read_bytes()

    def __call__(self, path: Path) -> bool:
        shutil.copyfile(path, self._folder / self._name)
        try:
            return self._door(self._folder)
        finally:
            (self._folder / self._name).write_bytes(self._whole)


def _bundle(folder: Path) -> bool:
    found = read_bundle(folder)
    return found is not None and not found.damaged


def settings(path: Path) -> bool:
    """What the program remembers."""
    return load_settings(path)[1]


def tally(path: Path) -> bool:
    """The booth's counts of the day."""
    return Tally(path).counts.visitors > 0
