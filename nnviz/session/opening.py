"""Opening: networks from files, as runs of the page in front."""

from __future__ import annotations

from collections.abc import Callable

from nnviz.engine.experiment import Experiment
from nnviz.engine.refusal import Refusal
from nnviz.models.examples import open_example
from nnviz.models.files import open_model, open_shipped
from nnviz.models.model import Model
from nnviz.session import intents
from nnviz.session.facts import Notice
from nnviz.session.stock import Stock


class Opening:
    """`stock` has the data there is; `restart` begins a run with a model; `tell` hears what was opened."""

    def __init__(
        self,
        stock: Stock,
        restart: Callable[[Experiment, Model], None],
        tell: Callable[[Notice], None],
    ) -> None:
        self._stock, self._restart, self._tell = stock, restart, tell

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
        if not model.experiment.data:
            raise Refusal("model_fits_no_data", inputs=model.experiment.inputs)
        shelf = self._stock.shelf.with_data(model.points) if model.points else self._stock.shelf
        shelf.check_fit(model.experiment)
        if model.points:
            self._stock.put(model.points)
            self._stock.note_file(model.points)
        self._restart(model.experiment, model)
