"""A lecturer who does anything at all, in an order that a seed decides."""

from __future__ import annotations

import time
from contextlib import suppress
from random import Random

from nnviz.data.sheet import Sheet
from nnviz.data.table import glimpse, guess
from nnviz.models.journal import as_text
from nnviz.session import intents
from nnviz.session.data_intents import PasteTable, RestoreData, UseData
from nnviz.session.playback import Playback
from nnviz.session.recorder import Recorder
from nnviz.session.recording import Recording, decoded
from nnviz.session.session import Session
from nnviz.session.states import RunState

STROKE = (((140.0, 40.0), (140.0, 240.0)),)
TABLES = (
    "height,weight,pet\n" + "".join(f"{20 + k},{3 + k % 5},{('cat', 'dog')[k % 2]}\n" for k in range(24)),
    "a,b,c,y\n" + "".join(f"{k},{k % 3},{k * k},{k / 2:.1f}\n" for k in range(30)),
)
PLAIN: tuple[dict[str, object], ...] = (
    *({"do": "OpenPage", "page": page} for page in ("playground", "compare", "digits", "graph", "depth", "perceptron")),
    {"do": "OpenPage", "page": "playground"}, {"do": "OpenPage", "page": "functions"},
    {"do": "Run"}, {"do": "Run"}, {"do": "Run"}, {"do": "Pause"}, {"do": "StepOnce"}, {"do": "StepEpoch"},
    {"do": "Reset"}, {"do": "NewSeed"}, {"do": "NewSeed", "seed": 7}, {"do": "SetSpeed", "steps_per_second": 500.0},
    {"do": "SetSpeed", "steps_per_second": None}, {"do": "Adjust", "values": {"learning_rate": 0.05}},
    {"do": "Adjust", "values": {"optimizer": "sgd"}}, {"do": "Adjust", "values": {"data": "moons"}},
    {"do": "Adjust", "values": {"learning_rate": 1000.0, "optimizer": "sgd"}},
    {"do": "AddUnit", "layer": 1}, {"do": "RemoveUnit", "layer": 1, "unit": 0}, {"do": "AddLayer", "layer": 2},
    {"do": "RemoveLayer", "layer": 1}, {"do": "SetWeight", "layer": 1, "i": 0, "unit": 1, "value": 0.7},
    {"do": "SwitchOff", "layer": 1, "unit": 1}, {"do": "Freeze", "layer": 1, "unit": 0}, {"do": "StepBack"},
    {"do": "GoTo", "iteration": 5}, {"do": "CheckGradient"}, {"do": "LoadPoint", "x": 0.3, "y": -0.2},
    {"do": "Compare", "setting": "learning_rate", "values": [0.01, 0.1]},
    {"do": "OpenExample", "name": "forward_pass"}, {"do": "ShowSample", "index": 3},
    {"do": "ShowPoint", "x": 1, "y": 0},
    {"do": "OpenPasses"}, {"do": "OpenPasses", "subject": "batch"}, {"do": "PlayPasses"}, {"do": "ClosePasses"},
    {"do": "SetPasses", "grain": "term", "speed": 8.0}, {"do": "OpenLesson", "lesson": "xor"},
    {"do": "OpenLesson", "lesson": "overfitting", "language": "ko"}, {"do": "NextStep"}, {"do": "NextStep"},
    {"do": "NextStep"}, {"do": "PreviousStep"}, {"do": "ReplayStep"}, {"do": "ChooseAnswer", "index": 0},
    {"do": "OpenSection", "lab": "depth", "section": "starts"}, {"do": "depth.TrainStarts", "on": True},
    {"do": "graph.PlayGraph"}, {"do": "graph.SetInput", "name": "x", "value": 2.5},
    *({"do": "PaintPoints", "label": k % 3, "points": [[0.1 * k, 0.3], [-0.2, 0.1 * k]], "gesture": k // 2}
      for k in range(6)),
    {"do": "ErasePoints", "path": [[0.0, 0.0], [0.4, 0.4]], "radius": 0.3}, {"do": "ClearPoints"},
    {"do": "ErasePoints", "path": [[0.0, 0.2]], "radius": 0.2, "gesture": 9},
    {"do": "functions.PlayBall"}, {"do": "OpenSection", "lab": "functions", "section": "slope"},
)  # fmt: skip


def live(session: Session, seed: int, turns: int, on_its_own: bool) -> Recording:
    """A recording of some turns. on_its_own: the runner makes iterations when it likes."""
    luck, recorder = Random(seed), Recorder(session)
    session.watch("landscape", recorder, True)
    recorder.start("en")
    for _ in range(turns):
        with suppress(ValueError):
            session.do(_something(session, luck))
        for _ in range(luck.randrange(12)):
            _pass_a_frame(session, luck, on_its_own)
        if luck.random() < 0.1:
            recorder.cue()
    session.hold()
    recording = recorder.stop()
    end(session)
    return decoded(recording.encoded())


def replayed(session: Session, recording: Recording) -> Playback:
    """All of it, as fast as possible."""
    playback = Playback(session, recording)
    playback.begin()
    while not playback.over:
        session.metronome.tick()
    session.hold()
    playback.close()
    end(session)
    return playback


def end(session: Session) -> None:
    """From here on nothing is trained; the session was held."""
    session.do(intents.Pause())
    session.iterate(0)
    session.release()


def settle(session: Session) -> None:
    """Wait until a thread has nothing left to tell."""
    session.hold()
    session.iterate(0)
    session.release()
    assert session.state is not RunState.LOADING


def _something(session: Session, luck: Random) -> intents.Intent:
    if luck.random() < 0.08:
        return intents.DrawStrokes(STROKE, 280.0)
    if luck.random() < 0.08:
        return intents.PutBack(luck.randrange(1, 6))
    if luck.random() < 0.1:
        return _about_own_data(session, luck)
    return session.codec.intent(luck.choice(PLAIN))


def _about_own_data(session: Session, luck: Random) -> intents.Intent:
    """A table that is pasted, data that was there before, or weights as a lesson of the hand leaves them."""
    known = [data.key for data in session.stock.shelf.own]
    what = luck.choice(("paste", "weights", *(("use", "adjust", "restore") if known else ())))
    if what == "paste":
        sheet = Sheet(None, luck.choice(TABLES))
        return PasteTable(sheet.text, guess(glimpse(sheet)))
    if what == "weights":
        return intents.LoadWeights(as_text(session.snapshot.parameters * 0.9))
    name = luck.choice(known)
    if what == "restore":
        return RestoreData(session.stock.shelf.defaults(luck.choice((name, "moons"))))
    return UseData(name, 50) if what == "use" else intents.Adjust({"data": name})


def _pass_a_frame(session: Session, luck: Random, on_its_own: bool) -> None:
    if on_its_own:
        time.sleep(luck.random() * 0.004)
        session.deliver()
    else:
        session.iterate(luck.randrange(8))
    for _ in range(luck.randrange(3)):
        session.metronome.tick()
