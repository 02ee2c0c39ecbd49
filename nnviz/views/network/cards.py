"""Cards: what the pane tells of the unit or edge that is pointed at, on screen and to a screen reader."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from nnviz.views.network.card import Card
from nnviz.views.network.hands.handles import exists
from nnviz.views.network.hands.words import HandWords
from nnviz.views.network.passes.readout import passing_edge, passing_unit
from nnviz.views.network.readout import edge_readout, unit_card, unit_readout
from nnviz.views.network.refs import EdgeRef, Handle
from nnviz.views.network.scene import Scene, UnitRef
from nnviz.views.network.stage import Stage
from nnviz.views.network.texts import output_names
from nnviz.views.network.words import Readout

if TYPE_CHECKING:
    from nnviz.session.session import Session


class Cards:
    """Reads the session's newest weights and the values of the pass that the stage shows; of an animated iteration what
    it has reached."""

    def __init__(self, session: Session, stage: Stage, words: HandWords) -> None:
        self._session, self._stage, self._hands = session, stage, words

    def unit_name(self, ref: UnitRef, scene: Scene) -> str:
        """What a unit is called."""
        words, data = self._stage.words, self._session.data
        names = output_names(scene.experiment, data.classes if data else (), words)
        return words.unit(scene.experiment, ref, names, scene.layout.image.columns if scene.layout.image else 0)

    def name(self, handle: Handle, scene: Scene) -> str:
        """What a weight or bias is called."""
        if isinstance(handle, EdgeRef):
            return self._stage.words.weight(scene.experiment, handle.layer, handle.i, handle.j)
        return self._hands.bias_of(self.unit_name(handle, scene))

    def sentence(self, handle: Handle | None, scene: Scene) -> str:
        """All of it in one line for a screen reader; what the keyboard does where there is nothing else to say."""
        if isinstance(handle, EdgeRef):
            readout = self.edge(handle, scene)
            return f"{readout.sentence}; {self._hands.edge_hint()}" if readout else ""
        return self.unit(handle, scene).sentence if handle else self._hands.help()

    def unit(self, ref: UnitRef, scene: Scene) -> Readout:
        """All numbers of a unit, and whether it is frozen or switched off."""
        name, moment, words = self.unit_name(ref, scene), self._stage.moment, self._stage.words
        if moment is not None:
            readout = passing_unit(ref, moment, name, words)
        else:
            readout = unit_readout(ref, self._session.snapshot, scene.trace, name, words)
        return replace(readout, rows=(*readout.rows, *self._hands.state(self._session.experiment, ref)))

    def edge(self, ref: EdgeRef, scene: Scene) -> Readout | None:
        """The weight of an edge and what else it shows; None where the network that is shown has no such edge."""
        moment, snapshot, words = self._stage.moment, self._session.snapshot, self._stage.words
        if not exists(ref, snapshot.experiment if moment is None else moment.step.experiment):
            return None
        name = self.name(ref, scene)
        return passing_edge(ref, moment, name, words) if moment else edge_readout(ref, snapshot, name, words)

    def unit_card(self, ref: UnitRef, scene: Scene) -> Card:
        """The card of a unit, with its picture."""
        words, moment = self._stage.words, self._stage.moment
        network = self._session.snapshot.network if moment is None else moment.step.network
        return unit_card(ref, scene, network, self.unit(ref, scene), self._stage.answers, words=words)

    def edge_card(self, ref: EdgeRef, scene: Scene) -> Card | None:
        """The card of an edge."""
        readout = self.edge(ref, scene)
        return Card(readout) if readout else None
