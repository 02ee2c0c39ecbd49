"""The controls pane: every field of the Experiment, with its name, its limits and what it is for."""

from nnviz.views.controls.pane import ControlsPane

__all__ = ["ControlsPane"]
