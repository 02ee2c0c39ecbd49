"""All sentences that tell a user what is wrong or what has happened, by key. English; translated when shown."""

from __future__ import annotations

from nnviz.sentences.commands import COMMANDS
from nnviz.sentences.data import DATA
from nnviz.sentences.engine import ENGINE
from nnviz.sentences.expressions import EXPRESSIONS
from nnviz.sentences.figures import FIGURES
from nnviz.sentences.hand import HAND
from nnviz.sentences.labs import LABS
from nnviz.sentences.lessons import LESSONS
from nnviz.sentences.models import MODELS
from nnviz.sentences.session import SESSION
from nnviz.sentences.sweeps import SWEEPS
from nnviz.sentences.worksheets import WORKSHEETS

MESSAGES: dict[str, str] = {
    **ENGINE,
    **EXPRESSIONS,
    **FIGURES,
    **HAND,
    **DATA,
    **MODELS,
    **LABS,
    **LESSONS,
    **SESSION,
    **WORKSHEETS,
    **COMMANDS,
    **SWEEPS,
}
