"""Opening: networks from files, as runs of the page in front."""

from __future__ import annotations

from collections.abc import Callable

from nnviz.data.shelf import Shelf
from nnviz.engine.experiment import Experiment
from nnviz.engine.refusal import Refusal
from nnviz.models.examples import open_example
from nnviz.models.files import open_model, open_shipped
from nnviz.models.model import Model
from nnviz.session import intents
from nnviz.session.facts import Notice


class Opening:
    """`shelf` gives the data there is; `restart` begins a run with a model; `tell` hears what was opened."""

    def __init__(
        self,
        shelf: Callable[[], Shelf],
        restart: Callable[[Experiment, Model], None],
        tell: Callable[[Notice], None],
    ) -> None:
        self._shelf, self._restart, self._tell = shelf, restart, tell

    def handlers(self) -> dict[type[intents.Intent], Callable[..., None]]:
        """Its intents."""
        return {
            intents.OpenModel: self._open_model,
            intents.OpenShipped: lambda intent: self._open(open_shipped()),
            intents.OpenExample: lambda intent: self._open(open_example(intent.name)),
        }

    def _open_model(self, intent: intents.OpenModel) -> None:
        model = open_model(intent.path, intent.activation, intent.output, intent.scaling)
        self._open(model)
        if model.training:
            self._tell(Notice("run_opened", {"iteration": model.training.state.iteration}))

    def _open(self, model: Model) -> None:
        shelf = self._shelf()
        if not model.experiment.data:
            raise Refusal("model_fits_no_data", inputs=model.experiment.inputs)
        shelf.check_fit(model.experiment)
        self._restart(model.experiment, model)
