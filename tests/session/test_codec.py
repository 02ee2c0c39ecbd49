"""Every intent as a plain dictionary and back; what does not fit is refused with a name."""

from __future__ import annotations

import json
import typing
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nnviz.engine.experiment import Experiment, LayerSpec
from nnviz.engine.refusal import Refusal
from nnviz.errors import words
from nnviz.session import intents
from nnviz.session.codec import name_of
from nnviz.session.session import Session

EXPERIMENTS = (
    Experiment(),
    Experiment(layers=(LayerSpec(3, "prelu", alpha=0.2), LayerSpec(3, "maxout", pieces=3)), frozen=((1, -1), (2, 0))),
    Experiment(layers=(LayerSpec(2, batch_norm=True, residual=True),), off=((1, 1),), precision="float64"),
)


def values_of(hint: object) -> st.SearchStrategy:
    """Values of a field, NaN left out: it is not equal to itself."""
    simple = {
        float: st.floats(allow_nan=False, allow_infinity=False), int: st.integers(-(2**31), 2**31), bool: st.booleans(),
        str: st.text(st.characters(exclude_categories=["Cs"]), max_size=20), Experiment: st.sampled_from(EXPERIMENTS),
        Path: st.sampled_from([Path("a b.safetensors"), Path("ordner/숫자.npz")]), type(None): st.none(),
    }  # fmt: skip
    if hint in simple:
        return simple[hint]
    arguments = typing.get_args(hint)
    if typing.get_origin(hint) is tuple:
        if arguments[-1] is ...:
            return st.lists(values_of(arguments[0]), max_size=3).map(tuple)
        return st.tuples(*map(values_of, arguments))
    if typing.get_origin(hint) in (dict, Mapping):
        return st.dictionaries(*map(values_of, arguments), max_size=3)
    return st.one_of(*map(values_of, arguments))


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_every_intent_comes_back_from_json(session: Session, data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(sorted(session.codec.kinds, key=name_of)))
    hints = typing.get_type_hints(kind)
    intent = kind(**{field.name: data.draw(values_of(hints[field.name])) for field in fields(kind)})
    text = json.dumps(session.codec.plain(intent))
    assert session.codec.intent(json.loads(text)) == intent


def test_all_intents_of_pages_and_labs_are_known(session: Session) -> None:
    names = {name_of(kind) for kind in session.codec.kinds}
    assert {"OpenPage", "Configure", "OpenSection", "SetWeight"} <= names
    for lab in ("functions", "perceptron", "graph", "descent", "depth"):
        assert any(name.startswith(f"{lab}.") for name in names), lab


@pytest.mark.parametrize(
    ("plain", "key", "said"),
    [
        ("OpenPage", "intent_not_table", "OpenPage"),
        ({"page": "graph"}, "intent_not_table", "do"),
        ({"do": "OpenPag"}, "unknown_intent", "OpenPage"),
        ({"do": "OpenPage"}, "bad_intent_field", "page"),
        ({"do": "OpenPage", "page": 3}, "bad_intent_field", "page"),
        ({"do": "OpenPage", "page": "graph", "tab": 1}, "unknown_intent_field", "tab"),
        ({"do": "Configure", "experiment": {"learning_rate": -1}}, "out_of_range", "-1"),
        ({"do": "Configure", "experiment": {"lerning_rate": 1}}, "unknown_field", "lerning_rate"),
        ({"do": "SetWeight", "layer": True, "i": 0, "unit": 0, "value": 1}, "bad_intent_field", "layer"),
    ],
)
def test_what_does_not_fit_is_refused_by_name(session: Session, plain: object, key: str, said: str) -> None:
    with pytest.raises(Refusal) as caught:
        session.codec.intent(plain)
    assert caught.value.key == key
    assert said in words(caught.value)


def test_a_script_is_refused_with_its_place(session: Session) -> None:
    with pytest.raises(Refusal, match="not_json"):
        session.codec.script('[{"do": "Run"},\n oops]')
    with pytest.raises(Refusal, match="intent_not_table"):
        session.codec.script('{"do": "Run"}')
    assert session.codec.script('[{"do": "Run"}]') == (intents.Run(),)


def test_no_two_intents_have_one_name(session: Session) -> None:
    """Parts of a lab are written by different people; what they call alike could not be told apart in a lesson."""
    names = [name_of(kind) for kind in session.labs.kinds()]
    assert len(names) == len(set(names))
