"""Subjects: what a worksheet can be about: the network in reach with what goes through it, or the example."""

from __future__ import annotations

import numpy as np

from nnviz.engine.refusal import Refusal
from nnviz.models.examples import FORWARD_PASS_INPUT, FORWARD_PASS_TARGET, forward_pass
from nnviz.session.session import Session
from nnviz.worksheets.sheet import Subject, check_lines

NETWORK, EXAMPLE = "network", "example"
SUBJECTS = (NETWORK, EXAMPLE)


def network_subject(session: Session) -> Subject:
    """The network as it is now, and the sample that is shown. Refusal worksheet_nothing_shown, or as of `worksheet`
    where the network has no sheet at all."""
    check_lines(session.experiment)
    step = session.study
    if step is None:
        raise Refusal("worksheet_nothing_shown")
    row = session.study_sample
    return Subject(step.experiment, step.before, step.forward.x[row], step.target[row], step.learning_rate)


def example_subject() -> Subject:
    """The 2-3-2-2 network of the lectures."""
    model = forward_pass()
    x, target = np.array(FORWARD_PASS_INPUT), np.array(FORWARD_PASS_TARGET)
    return Subject(model.experiment, model.parameters, x, target, model.experiment.learning_rate)
