"""The stock of a session: own data is trained on, painted on, undone and told to scripts."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from nnviz.data.sheet import Sheet
from nnviz.data.shelf import BUILT_IN
from nnviz.data.table import glimpse, guess
from nnviz.data.table_data import import_table
from nnviz.engine.optimizers import PAPER_DEFAULTS
from nnviz.engine.refusal import Refusal
from nnviz.session.data_intents import (
    BringData,
    ClearPoints,
    ErasePoints,
    ImportImages,
    ImportTable,
    PaintPoints,
    PasteTable,
    RestoreData,
    UseData,
)
from nnviz.session.intents import (
    Adjust,
    Compare,
    Configure,
    OpenModel,
    OpenPage,
    Pause,
    Reset,
    Run,
    SaveModel,
    SetWeight,
)
from nnviz.session.states import RunState

LEFT = tuple((-0.6 + 0.02 * k, 0.3) for k in range(12))
RIGHT = tuple((0.3 + 0.02 * k, -0.3) for k in range(12))


def pets(count: int = 120) -> str:
    rng = np.random.default_rng(0)
    x = rng.normal(size=(count, 3)) * [10, 3, 1] + [100, 20, 0]
    rows = [f"{a:.3f}\t{b:.3f}\t{c:.3f}\t{'cat' if a > 100 else 'dog'}" for a, b, c in x]
    return "\n".join(["height\tweight\tage\tpet", *rows])


def recipe_of(sheet: Sheet):
    return guess(glimpse(sheet))


def test_a_pasted_table_is_learned(session):
    text = pets()
    session.do(PasteTable(text, recipe_of(Sheet(None, text))))
    assert session.experiment.sizes[0] == 3
    assert session.experiment.scaling == "standard"
    assert session.data.features == ("height", "weight", "age")
    session.do(Run())
    session.advance(300)
    assert session.scores.test_accuracy > 0.9


def test_a_file_is_read_once_where_it_was_read_beside(session, tmp_path):
    path = tmp_path / "pets.tsv"
    path.write_text(pets())
    sheet = Sheet(path)
    recipe = recipe_of(sheet)
    session.stock.put(import_table(sheet, recipe, lambda share: None))
    path.unlink()
    session.do(ImportTable(path, recipe))
    assert session.stock.shelf.owned(session.experiment.data).name == "pets"
    with pytest.raises(OSError, match="pets"):
        session.do(ImportTable(path, replace(recipe, missing="fill")))


def test_images_of_a_folder_are_learned(session, tmp_path):
    for k in range(30):
        folder = tmp_path / ("dark", "bright")[k % 2]
        folder.mkdir(exist_ok=True)
        Image.fromarray(np.full((9, 9), 40 + 170 * (k % 2) + k, np.uint8)).save(folder / f"{k}.png")
    session.do(ImportImages(tmp_path, 8))
    assert session.data.image == (8, 8)
    # The page's own steps, fit for two inputs, would saturate the units.
    assert session.experiment.learning_rate == PAPER_DEFAULTS[session.experiment.optimizer]["learning_rate"]
    session.do(Adjust({"distortion": 0.5}))
    session.do(Run())
    session.advance(150)
    assert session.scores.test_accuracy == 1


def test_painting_goes_on_from_the_points_that_are_there(session):
    session.do(Configure(replace(session.experiment, samples=50)))
    before = session.data
    session.do(PaintPoints(0, LEFT))
    assert len(session.data.train_x) + len(session.data.test_x) == 62
    assert session.experiment.samples == 62
    points = {tuple(x) for x in np.concatenate([session.data.train_x, session.data.test_x]).tolist()}
    assert {tuple(x) for x in np.concatenate([before.train_x, before.test_x]).tolist()} < points


def test_an_empty_plane_waits_for_points_of_two_classes(session):
    session.do(ClearPoints())
    assert session.data is None
    assert session.stock.painted is not None
    with pytest.raises(Refusal, match="too_few_points"):
        session.do(Run())
    session.do(PaintPoints(0, LEFT))
    with pytest.raises(Refusal, match="too_few_points"):
        session.do(Run())
    session.do(PaintPoints(1, RIGHT))
    session.do(Run())
    session.advance(100)
    assert session.scores.test_accuracy == 1


def test_what_trains_trains_on_from_the_same_seed_when_points_are_painted(session):
    session.do(ClearPoints())
    session.do(PaintPoints(0, LEFT))
    session.do(PaintPoints(1, RIGHT))
    start = session.snapshot.parameters.copy()
    session.do(Run())
    session.advance(20)
    session.do(PaintPoints(1, ((0.9, 0.9),)))
    assert session.state is RunState.RUNNING
    assert session.snapshot.iteration == 0
    assert np.array_equal(session.snapshot.parameters, start)
    session.advance(5)
    assert session.snapshot.iteration == 5
    session.do(ClearPoints())
    assert session.state is RunState.READY


def test_a_third_class_changes_the_output_and_an_output_that_fits_stays(session):
    session.do(ClearPoints())
    session.do(PaintPoints(0, LEFT))
    session.do(PaintPoints(1, RIGHT))
    assert session.experiment.output == "sigmoid"
    session.do(Configure(replace(session.experiment, outputs=2, output="softmax", loss="cross_entropy")))
    session.do(PaintPoints(0, ((0.0, 0.9),)))
    assert session.experiment.outputs == 2
    session.do(PaintPoints(2, ((0.0, 0.9),)))
    assert (session.experiment.outputs, session.experiment.loss) == (3, "cross_entropy")


def test_what_takes_a_stroke_back(session):
    told = []
    session.edited.connect(told.append)
    first = session.experiment
    session.do(PaintPoints(1, RIGHT))
    assert told[-1].inverse == UseData(first.data, first.samples)
    session.do(told[-1].inverse)
    assert session.experiment == first
    session.do(told[-1].inverse)
    assert session.stock.painted is not None
    session.do(ErasePoints(RIGHT, 0.01))
    assert len(session.stock.painted.x) <= first.samples


NOWHERE = ((5.0, 5.0),)


@pytest.mark.parametrize("first", [ErasePoints(NOWHERE, 0.01, 9), ErasePoints(LEFT, 0.05, 9)])
def test_what_was_there_before_a_gesture_can_be_had_again(session, first):
    session.do(ClearPoints())
    session.do(PaintPoints(1, RIGHT, gesture=7))
    before = session.experiment
    if first.path is LEFT:
        session.do(PaintPoints(0, LEFT, gesture=8))
    # The gesture stands where an older edit stood before it goes on.
    session.do(first)
    assert session.experiment.data == before.data
    session.do(ErasePoints(RIGHT[:3], 0.01, 9))
    session.do(ErasePoints(RIGHT[3:5], 0.01, 9))
    session.do(UseData(before.data, before.samples))
    assert session.experiment == before


def test_strokes_of_one_gesture_leave_one_version_behind(session):
    session.do(ClearPoints())
    count = len(session.stock.shelf.own)
    for k in range(5):
        session.do(PaintPoints(0, ((0.1 * k, 0.0),), gesture=7))
    assert len(session.stock.shelf.own) == count + 1
    session.do(PaintPoints(1, RIGHT, gesture=8))
    assert len(session.stock.shelf.own) == count + 2


@pytest.mark.parametrize("data", ["handwriting"])
def test_images_are_no_plane(session, data):
    session.do(Adjust({"data": data}))
    with pytest.raises(Refusal, match="no_plane_to_paint"):
        session.do(PaintPoints(0, LEFT))


def test_a_table_is_taken_back_and_what_was_set_meanwhile_stays(session):
    told = []
    session.edited.connect(told.append)
    session.do(Adjust({"data": "circle", "samples": 300, "noise": 0.3, "loss": "mse"}))
    first, text = session.experiment, pets()
    session.do(PasteTable(text, recipe_of(Sheet(None, text))))
    second = session.experiment
    assert told[-1].data == second.data
    session.do(told[-1].inverse)
    assert session.experiment == first
    session.do(told[-1].inverse)
    assert session.experiment == second
    session.do(Adjust({"learning_rate": 0.007, "layers": [{"units": 3}]}))
    session.do(told[-1].inverse)
    assert session.experiment == replace(first, learning_rate=0.007, layers=session.experiment.layers)
    assert session.experiment.sizes == (2, 3, 1)


def test_the_network_of_a_file_is_back_with_its_data(session, tmp_path):
    told, path = [], tmp_path / "m.safetensors"
    session.do(SetWeight(1, 0, 0, 0.5))
    session.do(SaveModel(path))
    session.do(OpenModel(path))
    start = session.snapshot.parameters.copy()
    session.edited.connect(told.append)
    session.do(PasteTable(pets(), recipe_of(Sheet(None, pets()))))
    assert session.model is None
    session.do(told[-1].inverse)
    assert session.model is not None
    assert np.array_equal(session.snapshot.parameters, start)


def test_a_plane_of_heights_begins_empty(session):
    session.do(Adjust({"data": "wave"}))
    session.do(PaintPoints(1, RIGHT))
    assert len(session.stock.painted.x) == len(RIGHT)
    assert session.experiment.loss == "binary_cross_entropy"


def test_data_that_is_not_there_is_refused_and_nothing_has_changed(session):
    before = session.experiment
    for intent in (Configure(replace(before, data="own:123")), Adjust({"data": "own:123"}), UseData("own:123", 10)):
        with pytest.raises(Refusal, match="own_data_gone"):
            session.do(intent)
    assert session.experiment == before
    assert session.data is not None


def test_compared_runs_share_own_data(session):
    session.do(OpenPage("compare"))
    session.do(PaintPoints(1, RIGHT))
    session.do(Compare("learning_rate", (0.01, 0.1)))
    session.do(Run())
    session.advance(10)
    assert [lane.snapshot.iteration for lane in session.comparison.lanes] == [10, 10]
    assert {lane.experiment.data for lane in session.comparison.lanes} == {session.stock.painted.key}


def test_intents_go_through_json(session):
    text = pets(20)
    recipe = recipe_of(Sheet(None, text))
    kinds = [
        PasteTable(text, recipe), ImportTable(Path("a.csv"), recipe), ImportImages(Path("pics"), 16),
        PaintPoints(1, RIGHT, 3), ErasePoints(LEFT, 0.1, 4), ClearPoints(), UseData("moons", 400), BringData("own:1"),
        RestoreData({"data": "moons", "inputs": 2}),
    ]  # fmt: skip
    plain = json.loads(json.dumps([session.codec.plain(intent) for intent in kinds]))
    assert [session.codec.intent(one) for one in plain] == kinds
    for intent in (PasteTable(text, recipe), PaintPoints(0, LEFT)):
        if isinstance(intent, PaintPoints):
            session.do(Adjust({"data": "moons"}))
        session.do(session.codec.intent(json.loads(json.dumps(session.codec.plain(intent)))))
    assert session.stock.painted is not None


def test_a_weight_set_by_hand_is_gone_with_the_run(session):
    told = []
    session.edits_gone.connect(told.append)
    session.do(SetWeight(1, 0, 0, 0.5))
    session.do(PaintPoints(1, RIGHT))
    assert told[-1].data == session.stock.painted.key
    session.do(Reset())
    assert session.stock.painted is not None


def go_on(session) -> None:
    session.do(Run())
    session.advance(20)
    session.do(Pause())


def test_painted_points_are_in_the_file_of_their_network_and_asked_for_until_they_are(session, tmp_path):
    path = tmp_path / "m.safetensors"
    assert session.rescue.unsaved == ()
    session.do(PaintPoints(0, LEFT))
    assert session.rescue.unsaved == (session.page,)
    go_on(session)
    session.do(SaveModel(path))
    points, parameters = session.stock.painted, session.snapshot.parameters
    assert session.rescue.unsaved == ()
    go_on(session)
    ahead = session.snapshot.parameters
    assert not np.array_equal(ahead, parameters)

    session.do(Adjust({"data": "moons"}))
    session.stock.shelf = BUILT_IN
    session.do(OpenModel(path))
    assert session.rescue.unsaved == ()
    assert np.array_equal(session.stock.painted.x, points.x)
    assert session.stock.painted.frame == points.frame
    assert np.array_equal(session.snapshot.parameters, parameters)
    go_on(session)
    assert np.array_equal(session.snapshot.parameters, ahead)
    session.do(PaintPoints(1, RIGHT))
    session.do(Reset())
    assert session.rescue.unsaved == (session.page,)


def test_too_few_points_to_train_on_are_not_asked_for(session):
    session.do(ClearPoints())
    session.do(PaintPoints(0, LEFT))
    assert session.rescue.unsaved == ()


def test_a_network_whose_own_data_is_not_open_says_so(session, tmp_path):
    path = tmp_path / "m.safetensors"
    session.do(PasteTable(pets(), recipe_of(Sheet(None, pets()))))
    session.do(SaveModel(path))
    session.do(Adjust({"data": "moons"}))
    session.stock.shelf = BUILT_IN
    with pytest.raises(Refusal, match="own_data_gone"):
        session.do(OpenModel(path))
    assert session.experiment.data == "moons"
