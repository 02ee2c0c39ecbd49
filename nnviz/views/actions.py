"""The actions of the main window as a table: name, words, shortcut, icon and menu; the window connects each by name."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from nnviz.sentences.marking import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class Entry:
    """One action. `after_line`: a separator stands before it in its menu."""

    name: str
    menu: str
    text: str
    tip: str
    shortcut: str = ""
    icon: str = ""
    checkable: bool = False
    after_line: bool = False


MENUS: dict[str, str] = {
    "file": QT_TRANSLATE_NOOP("actions", "&File"),
    "edit": QT_TRANSLATE_NOOP("actions", "&Edit"),
    "training": QT_TRANSLATE_NOOP("actions", "&Training"),
    "view": QT_TRANSLATE_NOOP("actions", "&View"),
    "labs": QT_TRANSLATE_NOOP("actions", "&Labs"),
    "lessons": QT_TRANSLATE_NOOP("actions", "Le&ssons"),
    "present": QT_TRANSLATE_NOOP("actions", "&Present"),
    "help": QT_TRANSLATE_NOOP("actions", "&Help"),
}

ENTRIES: tuple[Entry, ...] = (
    Entry(
        "open_model", "file", QT_TRANSLATE_NOOP("actions", "Open a network…"),
        QT_TRANSLATE_NOOP("actions", "Open a network of nnviz or PyTorch (.safetensors), or of a course (.npz)"),
        "Ctrl+O",
    ),
    Entry(
        "open_table", "file", QT_TRANSLATE_NOOP("actions", "Open a table…"),
        QT_TRANSLATE_NOOP("actions", "Train on a table of your own (CSV or TSV); dropping its file does the same"),
        "Ctrl+D",
    ),
    Entry(
        "open_images", "file", QT_TRANSLATE_NOOP("actions", "Open a folder of images…"),
        QT_TRANSLATE_NOOP("actions", "Train on images of your own: a folder with a folder of images for each class"),
        "Ctrl+Shift+D",
    ),
    Entry(
        "save_model", "file", QT_TRANSLATE_NOOP("actions", "Save the network…"),
        QT_TRANSLATE_NOOP("actions", "Save the network as it is now"), "Ctrl+S",
    ),
    Entry(
        "export_run", "file", QT_TRANSLATE_NOOP("actions", "Export as Python…"),
        QT_TRANSLATE_NOOP("actions", "Write the run as a NumPy or PyTorch script, or its weights for PyTorch"),
    ),
    Entry(
        "save_figure", "file", QT_TRANSLATE_NOOP("actions", "Save figure…"),
        QT_TRANSLATE_NOOP("actions", "Save the pane in front as picture, drawing or document (PNG, SVG, PDF)"),
        "Ctrl+Shift+S", after_line=True,
    ),
    Entry(
        "copy_figure", "file", QT_TRANSLATE_NOOP("actions", "Copy figure"),
        QT_TRANSLATE_NOOP("actions", "Copy the pane in front to the clipboard, as picture and as drawing"),
        "Ctrl+Shift+C",
    ),
    Entry(
        "worksheet", "file", QT_TRANSLATE_NOOP("actions", "Worksheet…"),
        QT_TRANSLATE_NOOP("actions", "Work one training step out by hand: on screen, checked, or printed"),
        "Ctrl+Shift+W", after_line=True,
    ),
    Entry(
        "open_shipped", "file", QT_TRANSLATE_NOOP("actions", "Open the trained digit network"),
        QT_TRANSLATE_NOOP("actions", "Open the network that comes with nnviz, trained on MNIST"), after_line=True,
    ),
    Entry(
        "example", "file", QT_TRANSLATE_NOOP("actions", "Open the 2-3-2-2 example"),
        QT_TRANSLATE_NOOP("actions", "A network with round weights, whose passes can be followed on paper"),
    ),
    Entry(
        "record", "file", QT_TRANSLATE_NOOP("actions", "Record…"),
        QT_TRANSLATE_NOOP("actions", "Record everything that is done from now on, or end the recording"),
        "Ctrl+Shift+R", after_line=True,
    ),
    Entry(
        "set_cue", "file", QT_TRANSLATE_NOOP("actions", "Set a cue"),
        QT_TRANSLATE_NOOP("actions", "Mark this place of the recording, to go to it when it is played"), "Ctrl+K",
    ),
    Entry(
        "play_recording", "file", QT_TRANSLATE_NOOP("actions", "Play a recording…"),
        QT_TRANSLATE_NOOP("actions", "Live through a recorded lecture once more, exactly as it was"),
    ),
    Entry("quit", "file", QT_TRANSLATE_NOOP("actions", "Quit"), QT_TRANSLATE_NOOP("actions", "Close nnviz"), "Ctrl+Q",
          after_line=True),
    Entry(
        "undo", "edit", QT_TRANSLATE_NOOP("actions", "Undo"),
        QT_TRANSLATE_NOOP("actions", "Take the last change of the network made by hand back"), "Ctrl+Z",
    ),
    Entry(
        "redo", "edit", QT_TRANSLATE_NOOP("actions", "Redo"),
        QT_TRANSLATE_NOOP("actions", "Make the change again that was taken back"), "Ctrl+Shift+Z",
    ),
    Entry(
        "preferences", "edit", QT_TRANSLATE_NOOP("actions", "Preferences…"),
        QT_TRANSLATE_NOOP("actions", "Colours, size of the writing, motion, language, notation, memory"), "Ctrl+,",
        after_line=True,
    ),
    Entry(
        "paste_table", "edit", QT_TRANSLATE_NOOP("actions", "Paste a table"),
        QT_TRANSLATE_NOOP("actions", "Train on the cells that were copied in a spreadsheet"), "Ctrl+V",
        after_line=True,
    ),
    Entry(
        "train", "training", QT_TRANSLATE_NOOP("actions", "Train"),
        QT_TRANSLATE_NOOP("actions", "Train until you pause, or pause"), "Ctrl+R", "train",
    ),
    Entry(
        "step", "training", QT_TRANSLATE_NOOP("actions", "Step"),
        QT_TRANSLATE_NOOP("actions", "One iteration: forward, backward and update on one mini-batch"), "Ctrl+.", "step",
    ),
    Entry(
        "step_back", "training", QT_TRANSLATE_NOOP("actions", "Step back"),
        QT_TRANSLATE_NOOP("actions", "One iteration back in time, exactly"), "Ctrl+B", "step_back",
    ),
    Entry(
        "epoch", "training", QT_TRANSLATE_NOOP("actions", "Epoch"),
        QT_TRANSLATE_NOOP("actions", "Train to the end of this epoch: one pass through the training set"), "Ctrl+E",
        "epoch",
    ),
    Entry(
        "passes", "training", QT_TRANSLATE_NOOP("actions", "Show the passes"),
        QT_TRANSLATE_NOOP("actions", "Play forward pass, loss, backward pass and update of what is shown, or pause"),
        "Ctrl+P", after_line=True,
    ),
    Entry(
        "batch", "training", QT_TRANSLATE_NOOP("actions", "Show one mini-batch"),
        QT_TRANSLATE_NOOP("actions", "Train one iteration on the next mini-batch and play what happened in it"),
        "Ctrl+Shift+P",
    ),
    Entry(
        "reset", "training", QT_TRANSLATE_NOOP("actions", "Reset"),
        QT_TRANSLATE_NOOP("actions", "Back to the same start: the same weights, the same order of mini-batches"),
        "Ctrl+Backspace", "reset", after_line=True,
    ),
    Entry(
        "new_seed", "training", QT_TRANSLATE_NOOP("actions", "New start"),
        QT_TRANSLATE_NOOP("actions", "A new start from other random weights (the next seed)"), "Ctrl+Shift+Backspace",
        "new_seed",
    ),
    Entry(
        "sweep", "training", QT_TRANSLATE_NOOP("actions", "Sweep…"),
        QT_TRANSLATE_NOOP("actions", "Train many runs with other settings and seeds, on all cores, in a window beside"),
        "Ctrl+Shift+E", after_line=True,
    ),
    Entry(
        "teach_hand", "training", QT_TRANSLATE_NOOP("actions", "Teach it your hand…"),
        QT_TRANSLATE_NOOP("actions", "Draw five to ten of your own digits; the network learns them within seconds"),
        "Ctrl+H", after_line=True,
    ),
    Entry(
        "page_digits", "view", QT_TRANSLATE_NOOP("actions", "Digits"),
        QT_TRANSLATE_NOOP("actions", "Draw a digit and see the network answer"), "Ctrl+1", "digits", checkable=True,
    ),
    Entry(
        "page_playground", "view", QT_TRANSLATE_NOOP("actions", "Playground"),
        QT_TRANSLATE_NOOP("actions", "Train on points of the plane and watch the boundary"), "Ctrl+2", "playground",
        checkable=True,
    ),
    Entry(
        "page_compare", "view", QT_TRANSLATE_NOOP("actions", "Compare"),
        QT_TRANSLATE_NOOP("actions", "Two to four runs beside each other that differ in one setting"), "Ctrl+3",
        "compare", checkable=True,
    ),
    Entry(
        "page_labs", "view", QT_TRANSLATE_NOOP("actions", "Labs"),
        QT_TRANSLATE_NOOP("actions", "What a lecturer draws on the board: one page for each thing"), "Ctrl+4", "labs",
        checkable=True,
    ),
    Entry(
        "page_functions", "labs", QT_TRANSLATE_NOOP("actions", "Functions"),
        QT_TRANSLATE_NOOP("actions", "Activations, softmax, losses, and gradient descent in one dimension"), "Ctrl+5",
        checkable=True,
    ),
    Entry(
        "page_perceptron", "labs", QT_TRANSLATE_NOOP("actions", "Perceptron"),
        QT_TRANSLATE_NOOP("actions", "One unit, its decision line, gates, and why XOR needs layers"), "Ctrl+6",
        checkable=True,
    ),
    Entry(
        "page_graph", "labs", QT_TRANSLATE_NOOP("actions", "Graph"),
        QT_TRANSLATE_NOOP("actions", "Type an expression and watch back-propagation in its computational graph"),
        "Ctrl+7", checkable=True,
    ),
    Entry(
        "page_descent", "labs", QT_TRANSLATE_NOOP("actions", "Descent"),
        QT_TRANSLATE_NOOP("actions", "Optimizers race down surfaces, that of your own network included"), "Ctrl+8",
        checkable=True,
    ),
    Entry(
        "page_depth", "labs", QT_TRANSLATE_NOOP("actions", "Depth"),
        QT_TRANSLATE_NOOP("actions", "What initialisation, activation and normalisation do to a deep network"),
        "Ctrl+9", checkable=True,
    ),
    Entry(
        "theme", "view", QT_TRANSLATE_NOOP("actions", "Light or dark"),
        QT_TRANSLATE_NOOP("actions", "Switch between the light and the dark palette"), "Ctrl+T", "theme",
        after_line=True,
    ),
    Entry(
        "larger_text", "view", QT_TRANSLATE_NOOP("actions", "Larger text"),
        QT_TRANSLATE_NOOP("actions", "Larger writing everywhere, for the back of the hall"), "Ctrl++",
    ),
    Entry(
        "smaller_text", "view", QT_TRANSLATE_NOOP("actions", "Smaller text"),
        QT_TRANSLATE_NOOP("actions", "Smaller writing everywhere"), "Ctrl+-",
    ),
    Entry(
        "ordinary_text", "view", QT_TRANSLATE_NOOP("actions", "Ordinary text"),
        QT_TRANSLATE_NOOP("actions", "Writing as large as at the first start"), "Ctrl+0",
    ),
    Entry(
        "next_step", "lessons", QT_TRANSLATE_NOOP("actions", "Next step"),
        QT_TRANSLATE_NOOP("actions", "Go on with the lesson"), "PgDown", after_line=True,
    ),
    Entry(
        "previous_step", "lessons", QT_TRANSLATE_NOOP("actions", "Step before"),
        QT_TRANSLATE_NOOP("actions", "Back in the lesson, with everything as it was then"), "PgUp",
    ),
    Entry(
        "replay_step", "lessons", QT_TRANSLATE_NOOP("actions", "Replay the step"),
        QT_TRANSLATE_NOOP("actions", "This step of the lesson once more, from its beginning"), ".",
    ),
    Entry(
        "open_lesson", "lessons", QT_TRANSLATE_NOOP("actions", "Open a lesson file…"),
        QT_TRANSLATE_NOOP("actions", "Open a lesson of your own, a .toml file"), after_line=True,
    ),
    Entry(
        "close_lesson", "lessons", QT_TRANSLATE_NOOP("actions", "Close the lesson"),
        QT_TRANSLATE_NOOP("actions", "No lesson any more; everything else stays as it is"),
    ),
    Entry(
        "present", "present", QT_TRANSLATE_NOOP("actions", "Present"),
        QT_TRANSLATE_NOOP("actions", "Full screen and large, for an audience; Esc ends it"), "F5", checkable=True,
    ),
    Entry(
        "notes", "present", QT_TRANSLATE_NOOP("actions", "Presenter's window"),
        QT_TRANSLATE_NOOP("actions", "Your own window: notes, what comes next, and the time"), "Ctrl+Shift+N",
        checkable=True,
    ),
    Entry(
        "swap_screens", "present", QT_TRANSLATE_NOOP("actions", "Swap the screens"),
        QT_TRANSLATE_NOOP("actions", "The audience gets your screen, and you get theirs"),
    ),
    Entry(
        "spotlight", "present", QT_TRANSLATE_NOOP("actions", "Spotlight"),
        QT_TRANSLATE_NOOP("actions", "Dim all but a circle around the mouse; Alt and the wheel change its size"),
        "Ctrl+L", checkable=True, after_line=True,
    ),
    Entry(
        "laser", "present", QT_TRANSLATE_NOOP("actions", "Laser pointer"),
        QT_TRANSLATE_NOOP("actions", "A red dot at the mouse"), "Ctrl+Shift+L", checkable=True,
    ),
    Entry(
        "freeze", "present", QT_TRANSLATE_NOOP("actions", "Freeze the picture"),
        QT_TRANSLATE_NOOP("actions", "The audience sees the picture as it is now; Space shows what you did meanwhile"),
        "Ctrl+F", checkable=True,
    ),
    Entry(
        "black_screen", "present", QT_TRANSLATE_NOOP("actions", "Black screen (B)"),
        QT_TRANSLATE_NOOP("actions", "Nothing but black, until any key is pressed"),
    ),
    Entry(
        "white_screen", "present", QT_TRANSLATE_NOOP("actions", "White screen (W)"),
        QT_TRANSLATE_NOOP("actions", "Nothing but white, until any key is pressed"),
    ),
    Entry(
        "present_next", "present", QT_TRANSLATE_NOOP("actions", "On (Page Down)"),
        QT_TRANSLATE_NOOP("actions", "The next step of the lesson; without one, a beat of the passes or an iteration"),
        after_line=True,
    ),
    Entry(
        "present_back", "present", QT_TRANSLATE_NOOP("actions", "Back (Page Up)"),
        QT_TRANSLATE_NOOP("actions", "The step before; without a lesson, a beat or an iteration back"),
    ),
    Entry(
        "present_replay", "present", QT_TRANSLATE_NOOP("actions", "Once more (.)"),
        QT_TRANSLATE_NOOP("actions", "Replay the step of the lesson; without one, play the passes or hold them"),
    ),
    Entry(
        "help_on", "help", QT_TRANSLATE_NOOP("actions", "Help on this"),
        QT_TRANSLATE_NOOP("actions", "What the thing in focus shows, and what can be done there"), "F1",
    ),
    Entry(
        "shortcuts", "help", QT_TRANSLATE_NOOP("actions", "Keyboard shortcuts"),
        QT_TRANSLATE_NOOP("actions", "All keys of the program, to be searched"), "?",
    ),
    Entry(
        "welcome", "help", QT_TRANSLATE_NOOP("actions", "Welcome"),
        QT_TRANSLATE_NOOP("actions", "What can be done here"), after_line=True,
    ),
    Entry(
        "about", "help", QT_TRANSLATE_NOOP("actions", "About nnviz"),
        QT_TRANSLATE_NOOP("actions", "Version and licence"),
    ),
)  # fmt: skip


def build_actions(window: QMainWindow) -> dict[str, QAction]:
    """All actions by name, in the menus of `window`."""
    menus = {name: window.menuBar().addMenu("") for name in MENUS}
    actions = {}
    for entry in ENTRIES:
        if entry.after_line:
            menus[entry.menu].addSeparator()
        actions[entry.name] = _action(entry, window)
        menus[entry.menu].addAction(actions[entry.name])
    for name, menu in menus.items():
        menu.setObjectName(f"menu_{name}")
    word_actions(window, actions)
    return actions


def word_actions(window: QMainWindow, actions: dict[str, QAction]) -> None:
    """Set every text of the menus anew, in the language of the program."""
    for name, title in MENUS.items():
        menu = window.findChild(QMenu, f"menu_{name}")
        assert isinstance(menu, QMenu)
        menu.setTitle(_tr(title))
    for entry in ENTRIES:
        action = actions[entry.name]
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setText(_tr(entry.text))
        action.setToolTip(f"{_tr(entry.tip)} ({keys})" if keys else _tr(entry.tip))
        action.setStatusTip(_tr(entry.tip))


def _action(entry: Entry, window: QMainWindow) -> QAction:
    action = QAction(window)
    action.setObjectName(f"action_{entry.name}")
    action.setShortcut(QKeySequence(entry.shortcut))
    action.setCheckable(entry.checkable)
    # Icons are dressed for the header, where some stand on the accent colour.
    action.setIconVisibleInMenu(False)
    return action


def _tr(text: str) -> str:
    return QCoreApplication.translate("actions", text)
