"""What follows from an edit is always a legal experiment, and the one the user means."""

from dataclasses import replace

import pytest

from nnviz.data.catalogue import SOURCES
from nnviz.engine.experiment import ACTIVATION_NAMES, LOSSES_OF_OUTPUT, OPTIMIZER_NAMES, Experiment, LayerSpec
from nnviz.engine.network import trained_count
from nnviz.engine.optimizers import PAPER_DEFAULTS
from nnviz.engine.refusal import Refusal
from nnviz.views.controls.rules import activated, changed, choices, parameter_terms


@pytest.mark.parametrize("before", SOURCES)
@pytest.mark.parametrize("after", SOURCES)
def test_every_data_set_can_follow_every_other(before, after):
    experiment = changed(changed(Experiment(), "data", before), "data", after)
    source = SOURCES[after]
    assert (experiment.data, experiment.inputs) == (after, source.inputs)
    assert experiment.loss in LOSSES_OF_OUTPUT[experiment.output]
    assert experiment.outputs == source.outputs


@pytest.mark.parametrize("points", ["plane", "moons"])
def test_points_of_a_plane_do_not_inherit_the_samples_of_handwriting(points):
    images = changed(Experiment(samples=250), "data", "handwriting")
    assert images.samples == 1797
    assert changed(images, "data", points).samples == Experiment().samples


def test_a_plane_does_not_inherit_the_samples_and_distortion_of_images():
    images = replace(changed(Experiment(samples=250), "data", "mnist"), distortion=0.5)
    assert images.samples == 60_000
    moons = changed(images, "data", "moons")
    assert (moons.samples, moons.distortion) == (Experiment().samples, 0.0)
    assert changed(Experiment(samples=250), "data", "xor").samples == 250


@pytest.mark.parametrize("name", [name for name, source in SOURCES.items() if source.classes])
def test_outputs_and_loss_follow_the_output_layer(name):
    classes = len(SOURCES[name].classes)
    experiment = changed(changed(Experiment(), "data", name), "output", "softmax")
    assert (experiment.outputs, experiment.loss) == (classes, "cross_entropy")
    experiment = changed(experiment, "output", "sigmoid")
    assert (experiment.outputs, experiment.loss) == (1 if classes == 2 else classes, "binary_cross_entropy")


def test_a_loss_that_stays_legal_stays():
    experiment = replace(Experiment(), loss="mse")
    assert changed(experiment, "output", "softmax").loss == "mse"


@pytest.mark.parametrize("name", SOURCES)
def test_only_legal_outputs_and_losses_are_offered(name):
    experiment = changed(Experiment(), "data", name)
    outputs = choices(experiment, "output")
    assert outputs == (("identity", "sigmoid", "softmax") if SOURCES[name].classes else ("identity",))
    for output in outputs:
        chosen = changed(experiment, "output", output)
        for loss in choices(chosen, "loss"):
            assert changed(chosen, "loss", loss).loss == loss


def test_data_of_no_catalogue_stay_among_the_choices():
    painted = replace(Experiment(), data="painted")
    assert "painted" in choices(painted, "data")
    assert changed(painted, "output", "softmax").outputs == 2
    assert changed(painted, "data", "xor").data == "xor"


@pytest.mark.parametrize("optimizer", OPTIMIZER_NAMES)
def test_an_optimizer_comes_with_its_paper_defaults(optimizer):
    experiment = changed(Experiment(learning_rate=3.0, momentum=0.1), "optimizer", optimizer)
    assert all(getattr(experiment, name) == value for name, value in PAPER_DEFAULTS[optimizer].items())


def test_an_activation_comes_with_its_parameters_and_leaves_the_rest():
    layer = activated(LayerSpec(5, "leaky_relu", alpha=0.3, dropout=0.2), "elu")
    assert layer == LayerSpec(5, "elu", alpha=1.0, dropout=0.2)


def test_an_impossible_value_is_refused():
    with pytest.raises(Refusal, match="out_of_range"):
        changed(Experiment(), "batch_size", 0)


def test_terms_of_the_course_network():
    book = Experiment(
        inputs=784, outputs=10, output="softmax", loss="cross_entropy", layers=(LayerSpec(50), LayerSpec(100))
    )
    terms = parameter_terms(book)
    assert [term.text for term in terms] == ["784·50 + 50", "50·100 + 100", "100·10 + 10"]
    assert sum(term.count for term in terms) == 45_360


@pytest.mark.parametrize("batch_norm", [False, True])
@pytest.mark.parametrize("activation", ACTIVATION_NAMES)
def test_terms_add_up_to_the_count_and_say_so(activation, batch_norm):
    layers = (LayerSpec(5, activation, pieces=3, batch_norm=batch_norm), LayerSpec(4, activation))
    experiment = replace(Experiment(), layers=layers)
    terms = parameter_terms(experiment)
    assert sum(term.count for term in terms) == trained_count(experiment)
    for term in terms:
        assert eval(term.text.replace("·", "*")) == term.count
