"""InputFields: the numbers of variables in a graph, to be typed or dragged where they stand."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from nnviz.engine.autograd import Graph
from nnviz.session.labs.graph.lab import LARGEST
from nnviz.theme.theme import FAMILY, Theme
from nnviz.views.labs.graph.shapes import TEXT, Drawing
from nnviz.views.labs.graph.view import View
from nnviz.widgets.drag_field import DragField
from nnviz.widgets.limits import Limits

LEGIBLE = 0.4
"""Below this scale there is no field: what it said could not be read."""
LOOK = """
QLineEdit {{ background: {field}; color: {text}; border: 1px solid {border}; border-radius: {radius}px;
    padding: 0 2px; min-height: 0; }}
QLineEdit:hover, QLineEdit:focus {{ border: 1px solid {accent}; }}
QLineEdit[invalid="true"] {{ border: 1px solid {warning}; }}
"""
RADIUS = 6
"""Of a field's corners, in units of the drawing."""


class InputFields(QObject):
    """One DragField for each variable, a child of the canvas at its chip.

    Signals: value_chosen(str, float) by the user; focused(int) with the node whose field got the keyboard;
    pointed(int | None) with the node whose field the mouse is over.
    """

    value_chosen = Signal(str, float)
    focused = Signal(int)
    pointed = Signal(object)

    def __init__(self, theme: Theme, canvas: QWidget, editable: bool) -> None:
        super().__init__(canvas)
        self._theme, self._canvas, self._editable = theme, canvas, editable
        self._nodes: Mapping[str, int] = {}
        self._fields: dict[str, DragField] = {}
        self._radius = 0

    def field(self, name: str) -> DragField:
        """The field of a variable."""
        return self._fields[name]

    def has_focus(self) -> bool:
        """True while a number is being edited."""
        return any(field.hasFocus() for field in self._fields.values())

    def set_graph(self, graph: Graph) -> None:
        """Fields for the variables of another graph; those with the same name stay."""
        # One that goes hands the keyboard to another: that one has to know its node in the new graph.
        self._nodes = graph.variables
        for name in [name for name in self._fields if name not in graph.variables]:
            self._drop(self._fields.pop(name))
        for name in graph.variables if self._editable else ():
            if name not in self._fields:
                self._fields[name] = self._made(name)
        self._order()

    def set_values(self, values: Mapping[str, float]) -> None:
        """Show the numbers in effect."""
        for name, field in self._fields.items():
            field.set_value(values[name])

    def refuse(self, name: str, value: float) -> None:
        """Back to the value in effect, marked."""
        self._fields[name].set_value(value)
        self._fields[name].refuse("")

    def place(self, drawing: Drawing, view: View) -> None:
        """Put the fields where their chips are."""
        self._dress_at(view.scale)
        font = _font(max(1.0, TEXT * view.scale))
        for name, field in self._fields.items():
            box = drawing.nodes[self._nodes[name]].field
            assert box
            field.setFont(font)
            field.setGeometry(view.rect(box).toAlignedRect())
            field.setVisible(view.scale >= LEGIBLE)

    def dress(self) -> None:
        """Colours of the theme."""
        radius, self._radius = self._radius, 0
        self._dress_at(radius / RADIUS)

    def edit(self, index: int | None) -> bool:
        """Give a variable's field the keyboard; False where the node is none."""
        name = next((name for name, node in self._nodes.items() if node == index), "")
        if name not in self._fields:
            return False
        self._fields[name].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell which field has the keyboard or the mouse."""
        if isinstance(watched, DragField) and event.type() in (QEvent.Type.FocusIn, QEvent.Type.Enter):
            node = self._nodes.get(watched.property("variable"))
            if node is not None:
                (self.focused if event.type() == QEvent.Type.FocusIn else self.pointed).emit(node)
        elif event.type() == QEvent.Type.Leave:
            self.pointed.emit(None)
        return super().eventFilter(watched, event)

    def _made(self, name: str) -> DragField:
        field = DragField(f"{self._canvas.objectName()}_{name}", Limits(-LARGEST, LARGEST), self._canvas)
        field.setProperty("variable", name)
        field.setAccessibleName(name)
        field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        field.value_chosen.connect(self._chosen)
        field.installEventFilter(self)
        field.setVisible(self._canvas.isVisible())
        return field

    def _drop(self, field: DragField) -> None:
        field.removeEventFilter(self)
        field.setObjectName("")
        field.hide()
        field.deleteLater()

    def _order(self) -> None:
        """Tab goes from one to the next."""
        fields = [self._fields[name] for name in self._nodes if name in self._fields]
        for before, after in zip([self._canvas, *fields], fields, strict=False):
            QWidget.setTabOrder(before, after)

    def _chosen(self, value: float, _: int) -> None:
        field = self.sender()
        if isinstance(field, DragField):
            self.value_chosen.emit(field.property("variable"), value)

    def _dress_at(self, scale: float) -> None:
        """A style sheet with corners for this scale: setting one is dear, so only when it changes."""
        radius = max(1, round(RADIUS * scale))
        if radius != self._radius:
            self._radius = radius
            self._canvas.setStyleSheet(LOOK.format(**vars(self._theme.palette), radius=radius))


def _font(size: float) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(max(1, round(size)))
    font.setWeight(QFont.Weight.DemiBold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
