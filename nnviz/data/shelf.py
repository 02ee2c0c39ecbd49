"""Shelf: all data there is to train on, the built-in sources and what the user brought along. It never changes: more
data is another shelf."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from nnviz.data import catalogue
from nnviz.data.catalogue import SOURCES, Source
from nnviz.data.dataset import DataSet
from nnviz.data.mnist import Progress
from nnviz.data.own import PREFIX, OwnData
from nnviz.engine.experiment import Experiment
from nnviz.engine.refusal import Refusal


@dataclass(frozen=True)
class Shelf:
    """own  the user's data, oldest first; other versions of the same thing have the same name."""

    own: tuple[OwnData, ...] = ()

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """All of them by the name an Experiment has for them."""
        return {**SOURCES, **{data.key: data.source for data in self.own}}

    @cached_property
    def offered(self) -> tuple[str, ...]:
        """Those to choose from: of several versions of the same thing the newest."""
        newest = {(data.name, data.is_painted): data.key for data in self.own}
        return (*SOURCES, *newest.values())

    def source(self, name: str) -> Source:
        """The source called `name`. Refusal unknown_choice, or own_data_gone."""
        if name in self.sources:
            return self.sources[name]
        if name.startswith(PREFIX):
            raise Refusal("own_data_gone")
        return catalogue.source(name)

    def owned(self, name: str) -> OwnData | None:
        """The user's data called `name`; None where it is a built-in source."""
        return next((data for data in self.own if data.key == name), None)

    def painted(self, name: str) -> OwnData | None:
        """The painted points called `name`; None where it is any other data."""
        data = self.owned(name)
        return data if data and data.is_painted else None

    def made_by(self, recipe: Mapping[str, Any]) -> OwnData | None:
        """Data that was made just like this before."""
        return next((data for data in reversed(self.own) if data.recipe == recipe), None)

    def defaults(self, name: str) -> dict[str, Any]:
        """The fields of an Experiment that follow from the choice of data."""
        return catalogue.fields_of(self.source(name))

    def check_fit(self, experiment: Experiment) -> None:
        """Refuse an experiment whose inputs or outputs are not those of its data: wrong_width, wrong_outputs."""
        catalogue.check_source(self.source(experiment.data), experiment)

    def load(self, experiment: Experiment, progress: Progress | None = None) -> DataSet:
        """The samples an experiment names, split. Refusal as of `catalogue.load`."""
        data = self.owned(experiment.data)
        return data.split(experiment) if data else catalogue.load(experiment, progress)

    def with_data(self, data: OwnData) -> Shelf:
        """This shelf and this data on it, as the newest."""
        return Shelf((*self.without(data.key).own, data))

    def without(self, name: str) -> Shelf:
        """This shelf but for the user's data called `name`."""
        return Shelf(tuple(data for data in self.own if data.key != name))


BUILT_IN = Shelf()
"""Where the user brought nothing along."""
