"""Settings and values as they are typed."""

import pytest

from nnviz.engine.experiment import Experiment, LayerSpec
from nnviz.engine.refusal import Refusal
from nnviz.sweeps.axis import changes, read_axis, written


@pytest.mark.parametrize(
    ("text", "path", "values"),
    [
        ("learning_rate=0.001,0.01, 1", "learning_rate", (0.001, 0.01, 1.0)),
        ("batch_size=8,32", "batch_size", (8, 32)),
        ("optimizer=sgd, adam", "optimizer", ("sgd", "adam")),
        ("layers.0.units=4,8", "layers.0.units", (4, 8)),
        ("dropout=0,0.2", "layers.*.dropout", (0.0, 0.2)),
        ("batch_norm=on,off", "layers.*.batch_norm", (True, False)),
    ],
)
def test_values_have_the_types_of_their_field(text, path, values):
    axis = read_axis(text)
    assert (axis.path, axis.values) == (path, values)
    assert [type(value) for value in axis.values] == [type(value) for value in values]
    assert read_axis(f"{axis.path}={','.join(axis.texts())}") == axis


@pytest.mark.parametrize(
    ("text", "key", "field"),
    [
        ("learning_rate", "sweep_form", None),
        ("=3", "sweep_form", None),
        ("speed=1", "unknown_field", "speed"),
        ("inputs=1,2", "unknown_field", "inputs"),
        ("layers=4", "unknown_field", "layers"),
        ("layers.units=4", "unknown_field", "layers.units"),
        ("layers.x.units=4", "unknown_field", "layers.x.units"),
        ("batch_size=8,many", "bad_field", "batch_size"),
        ("batch_size=8.5", "bad_field", "batch_size"),
        ("layers.*.batch_norm=maybe", "bad_field", "layers.*.batch_norm"),
        ("learning_rate=", "sweep_values", "learning_rate"),
        ("learning_rate=0.1,0.10", "sweep_values", "learning_rate"),
    ],
)
def test_what_does_not_fit_is_refused_by_name(text, key, field):
    with pytest.raises(Refusal) as refused:
        read_axis(text)
    assert refused.value.key == key
    assert refused.value.fields.get("field") == field


def test_a_layer_is_counted_from_either_end():
    experiment = Experiment(layers=(LayerSpec(4), LayerSpec(5), LayerSpec(6)))
    units = [
        [layer["units"] for layer in changes(experiment, {path: 9})["layers"]]
        for path in ("layers.0.units", "layers.-1.units", "layers.*.units")
    ]
    assert units == [[9, 5, 6], [4, 5, 9], [9, 9, 9]]


def test_two_settings_of_layers_come_together():
    found = changes(Experiment(), {"layers.0.units": 3, "layers.*.activation": "relu", "l2": 0.1})
    assert [(layer["units"], layer["activation"]) for layer in found["layers"]] == [(3, "relu"), (8, "relu")]
    assert found["l2"] == 0.1


@pytest.mark.parametrize("path", ["layers.2.units", "layers.-3.units"])
def test_a_layer_that_is_not_there_is_refused(path):
    with pytest.raises(Refusal, match="sweep_layer"):
        changes(Experiment(), {path: 3})


def test_values_are_written_as_they_are_typed():
    assert [written(value) for value in (0.001, 1e-8, 8, True, "adam")] == ["0.001", "1e-08", "8", "on", "adam"]
