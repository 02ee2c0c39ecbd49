"""Words of the comparison: settings, what they leave alike, and how a run stands."""

from __future__ import annotations

from PySide6.QtCore import QObject

from nnviz.session.comparison import Lane
from nnviz.session.states import RunState


class CompareWords(QObject):
    """Everything that the settings row and the table say."""

    def settings(self) -> dict[str, str]:
        """What the settings are called within a sentence, in the order they are offered."""
        return {
            "optimizer": self.tr("optimizer"),
            "learning_rate": self.tr("learning rate"),
            "activation": self.tr("activation"),
            "initializer": self.tr("initializer"),
            "loss": self.tr("loss"),
            "momentum": self.tr("momentum"),
            "batch_size": self.tr("batch size"),
            "l2": self.tr("L2 penalty"),
            "l1": self.tr("L1 penalty"),
            "dropout": self.tr("dropout"),
            "seed": self.tr("seed"),
        }

    def explanation(self, setting: str) -> str:
        """What the runs have in common, and what they have not."""
        special = {
            "seed": self.tr("Same data: each seed draws its own start and its own order of mini-batches."),
            "initializer": self.tr("Same order of mini-batches: each initializer draws its own start."),
            "batch_size": self.tr("Same start, same order of samples: only where one mini-batch ends differs."),
            "loss": self.tr(
                "Same start, same order of mini-batches: only the loss differs. Two kinds of loss share no scale; "
                "compare the accuracy."
            ),
        }
        usual = self.tr("Same start, same order of mini-batches: only the {setting} differs.")
        return special.get(setting) or usual.format(setting=self.settings()[setting])

    def state(self, lane: Lane, iteration: int) -> str:
        """How a run stands."""
        states = {
            RunState.LOADING: self.tr("loading"),
            RunState.READY: self.tr("ready"),
            RunState.RUNNING: self.tr("training"),
            RunState.PAUSED: self.tr("paused") if iteration else self.tr("ready"),
            RunState.DIVERGED: self.tr("diverged at iteration {count}").format(count=f"{iteration:,}"),
            RunState.FAILED: self.tr("failed"),
        }
        return states[lane.state]

    def captions(self, brief: bool) -> dict[str, str]:
        """Titles of the table's columns."""
        return {
            "iteration": self.tr("iteration"),
            "loss": self.tr("batch") if brief else self.tr("mini-batch loss"),
            "test_loss": self.tr("test") if brief else self.tr("test loss"),
            "test_accuracy": self.tr("accuracy") if brief else self.tr("test accuracy"),
            "state": self.tr("state"),
        }

    def tips(self) -> dict[str, str]:
        """What the columns mean."""
        return {
            "iteration": self.tr("Mini-batches trained on"),
            "loss": self.tr("Mean loss of the last 50 mini-batches"),
            "test_loss": self.tr("Newest loss on the whole test set"),
            "test_accuracy": self.tr("Newest accuracy on the whole test set"),
            "state": self.tr("A run that has diverged rests at its last finite state while the others go on"),
        }
