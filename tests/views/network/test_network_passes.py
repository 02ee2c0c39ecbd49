"""The animated passes in the network pane: every drawn thing is an element of the StepTrace."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from nnviz.engine.experiment import Experiment, LayerSpec
from nnviz.engine.study import study
from nnviz.notation import Notation
from nnviz.session.intents import Configure, OpenPasses, SeekPasses, ShowPoint
from nnviz.session.moment import Moment
from nnviz.session.script import script_of
from nnviz.views.network.brush import Brush
from nnviz.views.network.edges import pairs_of, strongest_piece
from nnviz.views.network.layout import Frame, arrange
from nnviz.views.network.pane import NetworkPane
from nnviz.views.network.passes.loss_marks import target_marks
from nnviz.views.network.passes.picture import MOST_UPDATES
from nnviz.views.network.passes.pulses import MOST, SPRITE, drawn_pulses, fragments, layer_places, route_of
from nnviz.views.network.passes.readout import passing_unit
from nnviz.views.network.passes.scales import passes_scales
from nnviz.views.network.passes.sheets import reach_of
from nnviz.views.network.passes.texts import formulas, passes_captions, passes_legend
from nnviz.views.network.passes.units import (
    in_one_form,
    label_numbers,
    least_width,
    number_boxes,
    number_columns,
    unit_numbers,
)
from nnviz.views.network.readout import edge_readout
from nnviz.views.network.refs import EdgeRef
from nnviz.views.network.scene import UnitRef
from nnviz.views.network.view import View
from nnviz.views.network.walk import place_of
from nnviz.views.network.words import Caption
from nnviz.widgets.numerals import short
from tests.views.network.conftest import StillSession, image_data, image_experiment, layers, plane_data

SHARES = (0.0, 0.35)


def image_session():
    rng = np.random.default_rng(4)
    return StillSession(image_experiment(784, 50), image_data(28), rng.uniform(0, 16, 784) * (rng.random(784) < 0.2))


def maxout_session():
    specs = (LayerSpec(5, "maxout", pieces=3), LayerSpec(4, "maxout", pieces=2))
    return StillSession(Experiment(layers=specs), plane_data(), [0.4, -0.3])


def extras_session():
    first = LayerSpec(2, "tanh", batch_norm=True, residual=True)
    specs = (first, replace(first, activation="maxout", pieces=3))
    return StillSession(Experiment(layers=specs), plane_data(), [0.4, -0.3])


def random_session(seed):
    """A small network of random shape and kinds, whose inputs are no plane."""
    rng = np.random.default_rng(seed)
    kinds = rng.choice(["relu", "tanh", "sigmoid", "prelu", "elu", "softplus", "maxout"], 3)
    specs = tuple(LayerSpec(int(rng.integers(2, 9)), str(kind)) for kind in kinds)
    ends = (("softmax", "cross_entropy"), ("identity", "mse"), ("sigmoid", "binary_cross_entropy"))[seed % 3]
    shape = {"inputs": int(rng.integers(3, 7)), "outputs": int(rng.integers(2, 6))}
    experiment = Experiment(**shape, layers=specs, output=ends[0], loss=ends[1])
    return StillSession(experiment, None, rng.normal(size=shape["inputs"]))


NETS = {
    "random 0": lambda: random_session(0),
    "random 1": lambda: random_session(1),
    "random 2": lambda: random_session(2),
    "2-8-8-1": lambda: StillSession(Experiment(layers=layers(8, 8, activation="tanh")), plane_data(), [0.4, -0.3]),
    "maxout": maxout_session,
    "extras": extras_session,
    "4-16-3": lambda: StillSession(
        Experiment(inputs=4, outputs=3, layers=layers(16), output="softmax", loss="cross_entropy"), None, np.ones(4)
    ),
    "784-50-10": image_session,
    "2-1": lambda: StillSession(Experiment(layers=()), plane_data(), [0.4, -0.3]),
}


def step_of(session, seed=0, samples=1):
    """A what-if iteration on the shown sample and some others."""
    rng, experiment = np.random.default_rng(seed), session.experiment
    x = np.repeat(session.prediction.trace.x, samples, axis=0).astype(float)
    x[1:] += rng.normal(size=x[1:].shape)
    t = np.zeros((samples, experiment.outputs))
    t[np.arange(samples), rng.integers(0, experiment.outputs, samples)] = 1.0
    return study(experiment, session.snapshot.parameters, x, t, learning_rate=0.05)


@pytest.fixture
def play(qtbot, theme):
    """play(name, grain) → (session, pane), with an iteration on the stage."""

    def build(name, grain="layer", samples=1, size=(760, 520)):
        session = NETS[name]()
        pane = NetworkPane(session, theme)
        qtbot.addWidget(pane)
        pane.resize(*size)
        pane.show()
        session.tick()
        session.passes.open(step_of(session, samples=samples), "shown")
        session.passes.configure(None, grain, samples - 1)
        return session, pane

    return build


def at(session, pane, position, paint=True):
    """What is drawn at a position."""
    session.passes.seek(position)
    session.clock.frame.emit()
    if paint:
        pane.grab()
    return pane.picture


def beat(session, phase, layer, share):
    script = session.passes.script
    return next(n for n, b in enumerate(script) if (b.phase, b.layer) == (phase, layer)) + share


def positions(session, grain):
    """All beats; of single terms the first, one in the middle and the last of each sum."""
    script = session.passes.script
    for n, b in enumerate(script):
        ends = n == 0 or n + 1 == len(script) or script[n - 1].phase != b.phase or script[n + 1].phase != b.phase
        if grain == "layer" or b.term is None or ends or b.term == 7:
            yield n


def expected_values(moment, layer, kind):
    """(units,) of the whole layers; None of sums that are still gathering."""
    step, sample = moment.step, moment.sample
    if kind == "none":
        return np.full(step.experiment.sizes[layer], np.nan)
    if kind == "x":
        return step.forward.x[sample]
    if kind == "a":
        return step.forward.a[layer - 1][sample]
    return winning_delta(moment, layer) if kind == "delta" else gathering(moment, layer)


def gathering(moment, layer):
    """z without or with its bias, or ∂L/∂a, of the terms that have arrived."""
    k, beat, added = layer - 1, moment.beat, moment.terms_added()
    assert k == beat.layer
    if beat.phase == "pull":
        found = winning_weights(moment, k + 1)[:, :added] @ winning_delta(moment, layer + 1)[:added]
        if [*moment.step.experiment.layers, LayerSpec()][k + 1].residual:
            step = moment.step
            found[:added] += (step.network.layers[k + 2].W @ step.backward.delta[k + 2][moment.sample])[:added]
        return found
    x, units = moment.step.forward.input_of(k)[moment.sample], moment.step.experiment.sizes[layer]
    if beat.phase == "bias":
        return moment.step.forward.z[k][moment.sample].reshape(units, -1)[np.arange(units), winner(moment, k)]
    return x[:added] @ winning_weights(moment, k)[:added]


def check_units(picture, moment):
    nodes = picture.nodes
    for column in picture.layout.columns[1 if picture.layout.image else 0 :]:
        mine = nodes.layer == column.layer
        kind = picture.passes.units.layers[column.layer].kind
        expected = expected_values(moment, column.layer, kind)[column.shown]
        exact = kind in ("none", "x", "a", "delta")
        assert np.allclose(
            nodes.value[mine], expected, rtol=0 if exact else 1e-12, atol=0 if exact else 1e-15, equal_nan=True
        )


def winner(moment, k):
    n = moment.step.forward.n[k][moment.sample]
    return n.reshape(moment.step.experiment.sizes[k + 1], -1).argmax(axis=1)


def winning_delta(moment, layer):
    units = moment.step.experiment.sizes[layer]
    return moment.step.backward.delta[layer - 1][moment.sample].reshape(units, -1).sum(axis=1)


def winning_weights(moment, k):
    """(in, units) W of the pieces that won for the sample."""
    step, units = moment.step, moment.step.experiment.sizes[k + 1]
    W = step.network.layers[k].W.reshape(-1, units, step.forward.z[k].shape[1] // units)
    return W[:, np.arange(units), winner(moment, k)]


def check_pulses(picture, moment):
    pulses, step = picture.passes.pulses, moment.step
    phase, k = moment.beat.phase, moment.beat.layer
    if phase not in ("sum", "pull"):
        assert pulses is None
        return
    assert pulses.layer == (k if phase == "sum" else k + 1)
    W = winning_weights(moment, pulses.layer)
    factor = step.forward.input_of(k)[moment.sample][:, None] if phase == "sum" else winning_delta(moment, k + 2)
    terms = W * factor
    assert np.allclose(pulses.value, terms[pulses.i, pulses.j], rtol=1e-13, atol=0)
    if len(pulses.value):
        largest = np.abs(terms).max()
        assert np.allclose(pulses.share, np.abs(pulses.value) / largest)
        assert (np.diff(pulses.diameter[np.argsort(pulses.share)]) >= 0).all()
    columns = picture.layout.columns
    for n, (i, j) in enumerate(zip(pulses.i.tolist(), pulses.j.tolist(), strict=True)):
        left = columns[pulses.layer].points[np.searchsorted(columns[pulses.layer].shown, i)]
        right = columns[pulses.layer + 1].points[np.searchsorted(columns[pulses.layer + 1].shown, j)]
        start, end = (left, right) if phase == "sum" else (right, left)
        assert np.allclose(pulses.point[n], start + (end - start) * pulses.progress[n])
    if moment.beat.term is not None:
        assert ((pulses.i if phase == "sum" else pulses.j) == moment.beat.term).all()


def expected_matrix(moment, k, what):
    step, units = moment.step, moment.step.experiment.sizes[k + 1]
    old, new = step.network.layers[k].W, step.network_after.layers[k].W
    matrices = {"W": moment.weights(k), "dW": step.backward.dW[k], "update": new - old}
    return strongest_piece(matrices[what], units)


def check_edges(shown, moment):
    edges = shown.edges
    for k, what in enumerate(shown.quantity):
        mine = edges.layer == k
        matrix = expected_matrix(moment, k, what)
        assert np.array_equal(edges.weight[mine], matrix[edges.i[mine], edges.j[mine]])


@pytest.mark.parametrize("grain", ["layer", "term"])
@pytest.mark.parametrize("name", NETS)
def test_every_drawn_thing_is_an_element_of_the_trace(play, name, grain):
    session, pane = play(name, grain, samples=3)
    for n in positions(session, grain):
        for share in SHARES if grain == "layer" and name != "784-50-10" else SHARES[1:2]:
            # Those of random shape are painted no other way than the kinds that have a name.
            is_painted = share == SHARES[1] and grain == "layer" and not name.startswith("random")
            picture = at(session, pane, n + share, paint=is_painted)
            moment = picture.passes.moment
            assert moment.beat is session.passes.script[n]
            check_units(picture, moment)
            check_pulses(picture, moment)
            check_edges(picture.passes.edges, moment)
            if picture.passes.wiping is not None:
                check_edges(picture.passes.wiping, moment)


def color_at(image, point):
    return image.pixelColor(int(point[0]), int(point[1]))


def test_the_middle_of_every_unit_has_the_colour_of_what_it_shows(play):
    session, pane = play("4-16-3")
    for phase, share in (("sum", 0.7), ("activate", 0.6), ("loss", 0.5), ("gradient", 0.5)):
        picture = at(session, pane, beat(session, phase, 0 if phase != "loss" else 1, share))
        image, nodes = pane.grab().toImage(), picture.nodes
        for n, point in enumerate(nodes.point):
            unlit = np.isnan(nodes.value[n])
            expected = pane._stage.brush.color("surface") if unlit else QColor(*nodes.color[n].tolist())
            assert color_at(image, point) == expected
    assert np.isnan(at(session, pane, 0.5).nodes.value[-3:]).all()


def test_the_new_value_grows_from_the_middle_over_the_old_one(play):
    session, pane = play("4-16-3", size=(900, 760))
    picture = at(session, pane, beat(session, "activate", 0, 0.5))
    units, nodes = picture.passes.units, picture.nodes
    shown = [n for n in range(len(nodes.unit)) if nodes.layer[n] == 1]
    assert np.array_equal(units.old[shown], session.passes.step.forward.z[0][0])
    image = pane.grab().toImage()
    for n in shown:
        x, y = nodes.point[n]
        assert color_at(image, (x, y)) == QColor(*units.color[n].tolist())
        assert color_at(image, (x, y - 0.78 * nodes.radius[n])) == QColor(*units.old_color[n].tolist())


def test_the_strongest_pulse_is_painted_where_it_is_said_to_be(play):
    session, pane = play("4-16-3")
    for phase, layer in (("sum", 0), ("pull", 0)):
        position = beat(session, phase, layer, 0.6)
        picture = at(session, pane, position)
        pulses = picture.passes.pulses
        image = pane.grab().toImage()
        session.passes.seek(beat(session, phase, layer, 0.0))
        session.clock.frame.emit()
        empty = pane.grab().toImage()
        for n in np.argsort(pulses.share)[-5:]:
            assert color_at(image, pulses.point[n]) != color_at(empty, pulses.point[n])


def test_a_tail_lies_behind_its_head_and_no_longer_than_the_way():
    session = image_session()
    layout = arrange(session.experiment.sizes, Frame(0, 0, 800, 600), (28, 28))
    assert layout.image is not None
    view = View(1.5, 20, 10)
    step = step_of(session)
    moment = Moment(step, 0, script_of(session.experiment.sizes, "layer")[0], 0, 0.55)
    pairs, pulses = pairs_of(layout), moment.pulses()
    drawn = drawn_pulses(pairs, pulses, route_of(pairs, pulses, None))
    assert 0 < len(drawn.value) <= MOST
    x, y, _, _, width, tall, scale, _, angle, opacity = fragments(drawn, view).T
    head = view.map(drawn.point)
    direction = np.column_stack((np.cos(np.radians(angle)), np.sin(np.radians(angle))))
    back = np.column_stack((x, y)) - direction * (width / 2 * scale)[:, None]
    behind = ((head - back) * direction).sum(axis=1)
    way = np.hypot(*drawn.heading.T) * drawn.progress * view.scale
    assert (behind <= way + 1e-6).all()
    assert behind.max() > 10
    front = np.column_stack((x, y)) + direction * ((width / 2 - tall / 2) * scale)[:, None]
    assert np.allclose(front, head)
    assert (width <= SPRITE[0]).all()
    assert (opacity <= 1).all()


def test_the_strongest_terms_are_drawn_and_those_that_are_0_are_not(play):
    session, pane = play("784-50-10")
    pulses = at(session, pane, 0.5).passes.pulses
    terms = np.abs(winning_weights(session.passes.moment, 0) * session.passes.step.forward.x[0][:, None])
    shown = pane.picture.layout.columns[1].shown
    least = np.sort(terms[:, shown].ravel())[-MOST]
    assert (pulses.value != 0).all()
    assert np.abs(pulses.value).min() >= least
    route = pane._stage._passes._routes[0, True, None]
    assert len(route.chosen) == MOST
    assert route.largest == terms.max()
    assert len(pulses.value) > MOST / 2


def test_the_gradient_wipes_in_from_the_right(play):
    session, pane = play("4-16-3")
    picture = at(session, pane, beat(session, "gradient", 1, 0.5))
    assert picture.passes.edges.quantity == ("W", "W")
    assert picture.passes.wiping.quantity == ("W", "dW")
    half = pane.grab().toImage()
    session.passes.seek(beat(session, "gradient", 1, 0.0))
    session.clock.frame.emit()
    before = pane.grab().toImage()
    left, right = reach_of(picture.layout, pane.view, 1)
    changed = [x for x in range(int(left), int(right)) if column_of(half, x, pane) != column_of(before, x, pane)]
    assert changed
    assert min(changed) >= (left + right) / 2 - 2


def column_of(image: QImage, x, pane):
    top, bottom = int(pane._stage.middle().top()), int(pane._stage.middle().bottom())
    return [image.pixel(x, y) for y in range(top, bottom, 2)]


def test_the_update_ends_at_the_new_weights_and_sets_off_the_largest_changes(play):
    session, pane = play("784-50-10")
    step = session.passes.step
    end = len(session.passes.script)
    picture = at(session, pane, end)
    edges = picture.edges
    for k, layer in enumerate(step.network_after.layers):
        mine = edges.layer == k
        assert np.array_equal(edges.weight[mine], layer.W[edges.i[mine], edges.j[mine]])
    changes = picture.passes.wiping.edges
    assert picture.passes.wiping.quantity == ("update", "update")
    assert 0 < len(changes) <= MOST_UPDATES
    assert set(changes.layer.tolist()) == {0, 1}
    assert (changes.level > 0).all()
    shown = np.abs(picture.passes.wiping.values)
    for k in (0, 1):
        ours = np.sort(np.abs(changes.weight[changes.layer == k]))
        layer = shown[layer_places(pane._stage.scene.pairs, k)]
        # The strongest, to a step of the scale.
        assert ours[0] >= np.sort(layer)[-len(ours)] - layer.max() / 15
    bias = picture.nodes.bias[picture.nodes.layer == 2]
    assert np.array_equal(bias, step.network_after.layers[1].b)


def test_while_an_update_plays_weights_are_redrawn_within_a_share_of_the_time(play, monkeypatch):
    session, pane = play("2-8-8-1")
    sheets = pane._stage._passes
    now = [100.0]
    monkeypatch.setattr("nnviz.views.network.passes.sheets.perf_counter", lambda: now[0])
    session.passes.play()
    first = at(session, pane, beat(session, "update", 2, 0.1)).passes.edges
    sheets._sheets._cost = 0.01
    now[0] += 0.02
    assert at(session, pane, beat(session, "update", 2, 0.2)).passes.edges is first
    now[0] += 0.05
    later = at(session, pane, beat(session, "update", 2, 0.3)).passes.edges
    assert later is not first
    session.passes.pause()
    exact = at(session, pane, beat(session, "update", 2, 0.31)).passes
    check_edges(exact.edges, exact.moment)
    session.clock.unhurried = True
    session.passes.play()
    sheets._sheets._cost = 10.0
    filmed = at(session, pane, beat(session, "update", 2, 0.4)).passes
    check_edges(filmed.edges, filmed.moment)


def test_from_the_loss_on_the_outputs_stand_beside_their_targets(play):
    session, pane = play("4-16-3")
    assert at(session, pane, beat(session, "activate", 1, 0.5)).passes.target is None
    picture = at(session, pane, beat(session, "loss", 1, 0.5))
    step = session.passes.step
    assert np.array_equal(picture.passes.target, step.target[0])
    assert picture.passes.loss == step.loss
    outputs, scale = pane._stage._labels[0], picture.scales[-1]
    marks = target_marks(picture.passes.moment, outputs, scale, pane.view, pane._stage.brush)
    widths = np.array([box.width() for box in marks.box])
    lefts = np.array([box.left() for box in marks.box])
    assert np.allclose((marks.y_x - lefts) / widths, step.forward.output[0])
    assert np.allclose((marks.t_x - lefts) / widths, step.target[0])


def numbers_at(session, pane, phase, layer, share):
    """What is written at the units of the first hidden layer."""
    units = at(session, pane, beat(session, phase, layer, share)).passes.units
    stage = pane._stage
    places = number_columns(stage.scene.layout, stage._labels, pane.view, stage.brush)
    return unit_numbers(units, places[0], stage.brush)


def test_the_numbers_are_the_values_with_their_symbols(play):
    session, pane = play("2-8-8-1")
    step = session.passes.step
    wanted = {
        ("activate", 0, 0.0): [f"z {short(v)}" for v in step.forward.z[0][0]],
        ("activate", 0, 0.1): [f"a {short(v)}" for v in step.forward.a[0][0]],
        ("delta", 0, 0.1): [f"δ {short(v)}" for v in step.backward.delta[0][0]],
    }
    for moment, texts in wanted.items():
        assert list(numbers_at(session, pane, *moment)) == texts
    assert numbers_at(session, pane, "pull", 0, 0.999)[0].startswith("∂L/∂a ")
    stage, units = pane._stage, at(session, pane, 0.5).passes.units
    places = number_columns(stage.scene.layout, stage._labels, pane.view, stage.brush)
    assert [place.layer for place in places] == [1, 2]
    assert set(unit_numbers(units, places[1], stage.brush)) == {""}


@pytest.mark.parametrize(("width", "below"), [(1100, False), (560, True)])
def test_numbers_stand_beside_or_below_their_units_and_fit(play, width, below):
    session, pane = play("2-8-8-1")
    pane.resize(width, 620)
    session.tick()
    units = at(session, pane, beat(session, "delta", 0, 0.5)).passes.units
    stage = pane._stage
    step = stage.scene.layout.step * pane.view.scale
    for place in number_columns(stage.scene.layout, stage._labels, pane.view, stage.brush):
        texts = unit_numbers(units, place, stage.brush)
        points = pane.view.map(place.column.points)
        assert place.room >= least_width(stage.brush)
        for box, (x, y), text in zip(number_boxes(place, texts, pane.view, stage.brush), points, texts, strict=True):
            assert stage.brush.small_metrics.horizontalAdvance(text) == box.width()
            assert box.right() < x + step - place.column.radius * pane.view.scale
            assert (box.top() > y) == below
    pane.resize(400, 320)
    session.tick()
    at(session, pane, 0.5)
    assert not number_columns(stage.scene.layout, stage._labels, pane.view, stage.brush)


def test_a_column_of_numbers_has_one_form(theme):
    brush = Brush(theme)
    wide = brush.small_metrics.horizontalAdvance
    values = [0.2345678, -0.5, 0.0]
    assert in_one_form(values, "a", 200.0, brush) == ("a 0.2346", "a −0.5", "a 0")
    assert in_one_form(values, "a", wide("a −0.123"), brush) == ("a 0.235", "a −0.5", "a 0")
    uneven, room = [9e-6, 7e-6, 0.0011, -0.0028, 0.0], wide("δ −0.0028")
    assert in_one_form(uneven, "δ", room, brush) == ("δ 0.0000", "δ 0.0000", "δ 0.0011", "δ −0.0028", "δ 0.0000")
    tiny = [9e-6, -7.4e-7, 0.0]
    assert in_one_form(tiny, "δ", wide("δ −9×10⁻⁶"), brush) == ("δ 9×10⁻⁶", "δ −7×10⁻⁷", "δ 0")
    assert in_one_form([float("nan"), float("inf")], "", 1.0, brush) == ("–", "∞")


@pytest.mark.parametrize(("phase", "kind"), [("sum", "a"), ("pull", "delta")])
def test_the_unit_a_single_term_comes_from_is_named(play, phase, kind):
    session, pane = play("2-8-8-1", grain="term")
    assert at(session, pane, beat(session, "loss", 2, 0.5)).passes.source is None
    picture = at(session, pane, beat(session, phase, 1, 0.4) + (2 if phase == "sum" else 0)).passes
    moment, step = picture.moment, session.passes.step
    layer = 1 if phase == "sum" else 3
    values = step.forward.a[0][0] if phase == "sum" else step.backward.delta[2][0]
    assert (picture.source.ref, picture.source.kind) == (UnitRef(layer, moment.beat.term), kind)
    assert picture.source.value == values[moment.beat.term]


def test_outputs_are_called_y(play):
    session, pane = play("2-8-8-1")
    units = at(session, pane, beat(session, "loss", 2, 0.5)).passes.units
    y = float(session.passes.step.forward.output[0, 0])
    assert label_numbers(pane._stage._labels[0], units, pane._stage.brush) == (f"y {y:.3f}",)


def test_the_legend_says_first_what_is_on_its_way(play):
    session, pane = play("2-8-8-1")
    for phase, titles in {
        "pull": ["term w·δ", "∂L/∂a and δ", "gradient ∂L/∂W"],
        "delta": ["δ = ∂L/∂z", "gradient ∂L/∂W"],
        "gradient": ["gradient ∂L/∂W", "δ = ∂L/∂z"],
    }.items():
        moment = at(session, pane, beat(session, phase, 0, 0.5)).passes.moment
        legend = made_legend(session, pane, moment)
        assert [entry.title for entry in legend.entries][: len(titles)] == titles


def made_legend(session, pane, moment):
    picture, scene = pane.picture.passes, pane._stage.scene
    pulses = moment.pulses()
    route = route_of(scene.pairs, pulses, None) if pulses else None
    return passes_legend(moment, scene, picture.scales, route, picture.edges.edges, pane._words)


def test_the_limit_of_nothing_is_nothing(play):
    session, pane = play("2-8-8-1")
    at(session, pane, 0.5)
    step, scene = session.passes.step, pane._stage.scene
    dW = (np.zeros_like(step.backward.dW[0]), *step.backward.dW[1:])
    still = replace(step, backward=replace(step.backward, dW=dW))
    scales = passes_scales(still, 0, scene)
    assert scales.gradients[0] == 0
    assert min(scales.gradients[1:]) > 0
    assert pane._words.limits(scales.gradients, False).startswith("± 0 | ")
    assert scales.scale("delta", 1).high > 0


def test_captions_say_what_is_computed(play):
    session, _ = play("2-8-8-1")
    said = {}
    for n, b in enumerate(session.passes.script):
        said[b.phase, b.layer] = formulas(replace(session.passes.moment, beat=b, index=n), Notation())
    assert said["sum", 0] == (1, ("z₁ = xW₁ + b₁", "z₁"))
    assert said["activate", 1] == (2, ("a₂ = f(z₂)", "a₂"))
    assert said["pull", 0] == (1, ("∂L/∂a₁ = δ₂W₂ᵀ", "∂L/∂a₁"))
    assert said["gradient", 2] == (3, ("∂L/∂W₃ = a₂ᵀδ₃", "∂L/∂W₃"))
    assert said["activate", 2] == (3, ("y = f(z₃)", "y"))
    assert said["loss", 2][1] == ()


def test_captions_and_readouts_of_normalised_and_residual_layers(play):
    session, pane = play("extras")
    said = {}
    for n, b in enumerate(session.passes.script):
        moment = replace(session.passes.moment, beat=b, index=n, share=1.0)
        said[b.phase, b.layer] = formulas(moment, Notation())[1]
        if b.phase == "activate" and b.layer < 2:
            forward, k = moment.step.forward, b.layer
            rows = dict(passing_unit(UnitRef(k + 1, 1), moment, "unit", pane._words).rows)
            best = forward.n[k][0].reshape(2, -1)[1].argmax()
            z, n = (part[k][0].reshape(2, -1)[1, best] for part in (forward.z, forward.n))
            name = ("tanh", "maxout")[k]
            assert rows["weighted sum z"] == short(z)
            assert rows["normalised n"] == short(n)
            assert rows[f"activation a = {name}(n) + skip"] == short(forward.a[k][0, 1])
    assert said["activate", 0] == ("a₁ = f(n₁) + x", "a₁")
    assert said["activate", 1] == ("a₂ = f(n₂) + a₁", "a₂")
    assert said["pull", 0] == ("∂L/∂a₁ = δ₂W₂ᵀ + ∂L/∂a₂", "∂L/∂a₁")
    assert said["pull", 1] == ("∂L/∂a₂ = δ₃W₃ᵀ", "∂L/∂a₂")


@pytest.mark.parametrize("size", [(380, 300), (1200, 800)])
@pytest.mark.parametrize("name", ["2-8-8-1", "784-50-10"])
def test_the_layout_stays_when_the_passes_begin_and_the_legend_fits(play, name, size):
    session, pane = play(name, size=size)
    session.passes.close()
    session.tick()
    before = pane.picture.layout
    session.passes.open(step_of(session), "shown")
    stage = pane._stage
    for n in range(len(session.passes.script)):
        picture = at(session, pane, n + 0.5, paint=False)
        assert picture.layout is before
        passes = stage._passes
        setting = stage._setting(stage.scene, stage.edges, stage._backdrop, pane._marks)
        legend = passes._legend(picture.passes, setting, setting.texts().legend.compact)
        assert legend.height(stage.brush, size[0] - 28) <= stage._foot + 0.5
        assert legend.entries


def test_closing_the_passes_brings_the_network_back(play):
    session, pane = play("4-16-3")
    session.passes.close()
    session.tick()
    before = pane.grab().toImage()
    session.passes.open(step_of(session), "shown")
    at(session, pane, beat(session, "gradient", 0, 0.5))
    assert pane.grab().toImage() != before
    assert pane._stage._passes._sheets._sheets
    session.passes.close()
    session.tick()
    assert pane.picture.passes is None
    assert pane.grab().toImage() == before
    assert not pane._stage._passes._sheets._sheets
    assert np.array_equal(pane.picture.nodes.value[-3:], session.prediction.trace.output[0].astype(float))


def test_another_network_ends_what_is_shown_of_the_old_one(play):
    session, pane = play("4-16-3")
    at(session, pane, 1.5)
    session.begin(Experiment(layers=layers(3)))
    session.tick()
    assert pane.picture.passes is None
    pane.grab()
    session.passes.close()
    session.tick()
    assert len(pane.picture.layout.columns) == 3


def test_a_hidden_pane_does_nothing_while_the_passes_play(play):
    session, pane = play("4-16-3")
    before = at(session, pane, 0.5).passes.moment
    pane.hide()
    session.passes.seek(3.5)
    session.tick()
    assert pane._stage.moment.position == before.position
    pane.show()
    session.tick()
    assert pane.picture.passes.moment.position == 3.5


def test_pointing_at_a_unit_shows_its_own_gradients(play):
    session, pane = play("4-16-3")
    picture = at(session, pane, beat(session, "update", 1, 0.0))
    column = picture.layout.columns[1]
    ref = UnitRef(1, int(column.shown[3]))
    x, y, _ = place_of(picture.layout, ref)
    plain = pane.grab().toImage()
    QTest.mouseMove(pane, QPoint(round(x), round(y)))
    session.tick()
    assert pane._marks.strong == ref
    assert pane.grab().toImage() != plain


def test_zooming_moves_everything_of_the_passes(play):
    session, pane = play("4-16-3")
    at(session, pane, 0.5)
    pane._stage.look(View(1.4, -60, -40))
    image, nodes = pane.grab().toImage(), pane.picture.nodes
    inside = pane._stage.middle().adjusted(30, 30, -30, -30)
    for n, point in enumerate(pane.view.map(nodes.point)):
        if inside.contains(*point) and not np.isnan(nodes.value[n]):
            assert color_at(image, point) == QColor(*nodes.color[n].tolist())


def test_a_network_that_overflows_is_still_drawn(play):
    session, pane = play("4-16-3")
    wild = session.snapshot.parameters.astype(float) * 1e200
    x, t = session.prediction.trace.x, np.eye(3)[[0]]
    session.passes.open(study(session.experiment, wild, x, t, learning_rate=0.05), "shown")
    for n in range(len(session.passes.script)):
        at(session, pane, n + 0.5)
        assert pane.picture.passes.moment.index == n


@pytest.mark.parametrize("subject", ["shown", "batch"])
def test_the_pane_follows_a_real_session(session, theme, qtbot, subject):
    session.advance(3)
    session.do(ShowPoint(0.4, -0.3))
    pane = NetworkPane(session, theme)
    qtbot.addWidget(pane)
    pane.show()
    session.clock.tick()
    session.do(OpenPasses(subject))
    for position in (0.5, 3.5, len(session.passes.script) - 0.5):
        session.do(SeekPasses(position))
        session.clock.tick()
        picture = pane.picture
        assert picture.passes.moment.step is session.passes.step
        check_units(picture, picture.passes.moment)
        check_edges(picture.passes.edges, picture.passes.moment)
        pane.grab()
    session.do(Configure(replace(session.experiment, layers=layers(3))))
    session.clock.tick()
    assert pane.picture.passes is None
    assert [column.units for column in pane.picture.layout.columns[1:-1]] == [3]


BISHOP, MITCHELL = Notation("a_z", "ji", "parentheses"), Notation("net_o", "ij", "brackets")


@pytest.mark.parametrize(
    ("notation", "total", "value", "pull", "gradient"),
    [
        (BISHOP, "a^(1) = W^(1)x + b^(1)", "z^(2) = f(a^(2))", "∂L/∂z^(1) = W^(2)ᵀδ^(2)", "∂L/∂W^(3) = δ^(3)z^(2)ᵀ"),
        (MITCHELL, "net^[1] = xW^[1] + b^[1]", "o^[2] = f(net^[2])", "∂L/∂o^[1] = δ^[2]W^[2]ᵀ",
         "∂L/∂W^[3] = o^[2]ᵀδ^[3]"),
    ],
)  # fmt: skip
def test_captions_in_another_notation(play, theme, notation, total, value, pull, gradient):
    session, pane = play("2-8-8-1")
    theme.write_as(notation)
    wanted = {
        ("sum", 0): (1, total),
        ("activate", 1): (2, value),
        ("pull", 0): (1, pull),
        ("gradient", 2): (3, gradient),
    }
    for place, (layer, text) in wanted.items():
        moment = at(session, pane, beat(session, *place, 0.5)).passes.moment
        captions = passes_captions([Caption("", "")] * 4, moment, pane._words)
        assert (captions[layer].detail, captions[layer].current) == (text, True)


def test_units_show_the_same_numbers_under_other_letters(play, theme):
    session, pane = play("2-8-8-1")
    step = session.passes.step
    theme.write_as(BISHOP)
    assert list(numbers_at(session, pane, "activate", 0, 0.0)) == [f"a {short(v)}" for v in step.forward.z[0][0]]
    assert list(numbers_at(session, pane, "activate", 0, 0.1)) == [f"z {short(v)}" for v in step.forward.a[0][0]]
    theme.write_as(MITCHELL)
    assert list(numbers_at(session, pane, "activate", 0, 0.0)) == [f"net {short(v)}" for v in step.forward.z[0][0]]
    rows = dict(passing_unit(UnitRef(1, 3), session.passes.moment, "unit", pane._words).rows)
    assert rows["weighted sum net"] == short(float(step.forward.z[0][0, 3]))
    assert rows["activation o = tanh(net)"] == short(float(step.forward.a[0][0, 3]))


def test_the_legend_has_the_letters(play, theme):
    session, pane = play("2-8-8-1")
    theme.write_as(BISHOP)
    texts = {}
    for place in (("sum", 1), ("pull", 0), ("delta", 0)):
        at(session, pane, beat(session, *place, 0.5))
        moment, stage = session.passes.moment, pane._stage
        picture = pane.picture.passes
        legend = passes_legend(moment, stage.scene, picture.scales, None, picture.edges.edges, pane._words)
        texts[place[0]] = [entry.title for entry in legend.entries]
    assert texts["sum"][0] == "sum a"
    assert texts["pull"][0] == "∂L/∂z and δ"
    assert texts["delta"][0] == "δ = ∂L/∂a"


@pytest.mark.parametrize("order", ["ij", "ji"])
def test_the_name_on_the_card_of_an_edge_leads_to_its_element(play, theme, order):
    session, pane = play("2-8-8-1")
    theme.write_as(Notation(order=order))
    matrix = session.snapshot.network.layers[1].W if order == "ij" else session.snapshot.network.layers[1].W.T
    for i, j in ((0, 3), (5, 1), (7, 7)):
        ((symbol, number),) = edge_readout(EdgeRef(1, i, j), session.snapshot, "edge", pane._words).rows
        row, column = ("₀₁₂₃₄₅₆₇₈₉".index(digit) - 1 for digit in symbol.removeprefix("weight w"))
        assert number == short(float(matrix[row, column]))
