"""Pages of labs: the run of the page before stays in reach, and rests."""

from __future__ import annotations

import pytest

from nnviz import cli
from nnviz.engine.refusal import Refusal
from nnviz.session import intents
from nnviz.session.labs.lab import OpenSection
from nnviz.session.pages import LABS, PAGES, RUNS
from nnviz.session.session import Session

ALONE = [lab for lab in LABS if lab not in RUNS]


@pytest.mark.parametrize("lab", ALONE)
def test_a_lab_without_a_run_leaves_the_one_before_in_reach_at_rest(session: Session, lab: str) -> None:
    session.do(intents.Run())
    session.advance(5)
    weights = session.snapshot.parameters
    session.do(intents.OpenPage(lab))
    assert (session.page, session.run_page) == (lab, "playground")
    assert not session.state.is_running
    assert session.snapshot.iteration == 5
    session.do(intents.Run())
    session.advance(2)
    session.do(intents.OpenPage("playground"))
    assert (session.page, session.run_page) == ("playground", "playground")
    assert session.snapshot.iteration == 7
    assert session.snapshot.parameters is not weights


def test_the_page_of_depth_has_a_run_of_its_own(session: Session) -> None:
    session.do(intents.OpenPage("depth"))
    assert session.run_page == "depth"
    assert session.experiment.sizes == (64, 100, 100, 100, 100, 100, 10)
    session.do(intents.OpenPage("functions"))
    assert session.run_page == "depth"


def test_the_command_line_knows_the_same_pages() -> None:
    assert set(cli.PAGES) == set(PAGES)


@pytest.mark.parametrize("lab", LABS)
def test_sections_are_opened_by_intents_and_unknown_ones_refused(session: Session, lab: str) -> None:
    model = session.labs.lab(lab)
    for section in model.sections:
        session.do(OpenSection(lab, section))
        assert model.section == section
    with pytest.raises(Refusal, match="unknown_choice"):
        session.do(OpenSection(lab, "nowhere"))
    assert model.section == model.sections[-1]


def test_an_unknown_lab_is_refused(session: Session) -> None:
    with pytest.raises(Refusal, match="unknown_choice"):
        session.do(OpenSection("kitchen", "stove"))


def test_only_the_lab_in_front_moves(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    model, moved = session.labs.lab("functions"), []
    monkeypatch.setattr(type(model), "moving", True)
    monkeypatch.setattr(model, "advance", moved.append)
    session.labs.advance(0.1)
    assert not moved
    session.do(intents.OpenPage("functions"))
    session.labs.advance(0.1)
    assert moved == [0.1]
