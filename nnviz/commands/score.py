"""`nnviz train-score`: makes the digit score that nnviz ships. For maintainers, so it is not listed in the help."""

from __future__ import annotations

from argparse import Namespace

from nnviz.commands.inputs import load_data
from nnviz.commands.output import progress_bar
from nnviz.data.catalogue import defaults
from nnviz.data.digitness import train_score
from nnviz.engine.experiment import Experiment
from nnviz.models.files import check_destination


def run(args: Namespace) -> int:
    """Train the score on MNIST and save it."""
    check_destination(args.save)
    data = load_data(Experiment(**defaults("mnist")))
    with progress_bar(100, "Training the score", "%") as bar:
        score = train_score(data, args.seed, lambda share: bar.update(round(100 * share) - bar.n))
    score.save(args.save)
    print(f"saved {args.save}")
    return 0
