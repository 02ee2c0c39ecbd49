"""The style sheet: rounded fields and quiet docks.

The dynamic property `role` marks what differs: "primary", "segment", "title", "hint", "value", "card", "quote",
"layer", "rule"; "count", whose arrows are painted by the field in the colours of the palette.
"""

from nnviz.assets import resource
from nnviz.theme.palettes import Palette

SHEET = """
QMainWindow::separator {{ background: {window}; width: 6px; height: 6px; }}
QMainWindow::separator:hover {{ background: {accent}; }}
QToolTip {{ background: {raised}; color: {text}; border: {rim}px solid {border}; padding: 6px; }}

QDockWidget {{ font-weight: 600; }}
QDockWidget::title {{ background: {surface}; padding: 9px 12px 5px 12px; }}
QFrame[role="card"] {{ background: {surface}; border: {rim}px solid {border}; border-radius: 10px; }}
QFrame[role="quote"] {{ background: {window}; border: {rim}px solid {border}; border-radius: 10px; }}
QFrame[role="layer"] {{ background: {raised}; border: {rim}px solid {border}; border-radius: 8px; }}
QFrame[role="rule"] {{ background: {border}; }}
QWidget[role="surface"] {{ background: {surface}; }}
QLabel[role="title"] {{ color: {text}; font-weight: 600; background: transparent; }}
QLabel[role="hint"] {{ color: {muted}; background: transparent; }}
QLabel[role="value"] {{ color: {text}; font-weight: 600; background: transparent; }}
QLabel[role="key"] {{
    color: {text}; background: {raised}; border: 1px solid {border}; border-radius: 4px; padding: 1px 6px;
}}
QLabel[role="warning"] {{ color: {warning}; background: transparent; }}

QPushButton, QToolButton {{
    background: {raised}; color: {text}; border: {rim}px solid {border}; border-radius: 7px; padding: 5px 12px;
}}
QToolButton {{ padding: 5px 8px; }}
QPushButton:hover, QToolButton:hover {{ border-color: {accent}; }}
QPushButton:focus, QToolButton:focus {{ border: {focus}px solid {accent}; padding: 4px 11px; }}
QToolButton:focus {{ padding: 4px 7px; }}
QPushButton:pressed, QToolButton:pressed {{ background: {border}; }}
QPushButton:disabled, QToolButton:disabled {{ color: {faint}; }}
QPushButton[role="primary"], QToolButton[role="primary"] {{
    background: {accent}; color: {on_accent}; border-color: {accent}; font-weight: 600;
}}
QPushButton[role="primary"]:focus, QToolButton[role="primary"]:focus {{ border: {focus}px solid {text}; }}
QPushButton[role="primary"]:disabled {{ background: {raised}; color: {faint}; border-color: {border}; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QPushButton[role="segment"]:checked, QToolButton[role="segment"]:checked, QToolButton:checked {{
    background: {accent}; color: {on_accent}; border-color: {accent}; font-weight: 600;
}}

QToolButton[role="rail"] {{ background: transparent; border: {rim}px solid transparent; padding: 7px 2px; }}
QToolButton[role="rail"]:hover {{ border-color: {border}; }}
QToolButton[role="rail"]:focus {{ border: {focus}px solid {accent}; padding: 6px 1px; }}
QToolButton[role="rail"]:checked {{ background: {accent}; }}
QPushButton[role="tab"] {{
    background: transparent; color: {muted}; border: none; border-bottom: 2px solid transparent; border-radius: 0;
    padding: 7px 14px;
}}
QPushButton[role="tab"]:hover {{ color: {text}; }}
QPushButton[role="tab"]:checked {{ color: {text}; border-bottom: 2px solid {accent}; }}
QPushButton[role="tab"]:focus {{ border: 2px solid {accent}; padding: 5px 12px; }}

QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox {{
    background: {field}; color: {text}; border: {rim}px solid {border}; border-radius: 6px; padding: 3px 7px;
    selection-background-color: {accent}; selection-color: {on_accent}; min-height: 20px;
}}
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus {{ border: {rim}px solid {accent}; }}
QLineEdit[invalid="true"], QSpinBox[invalid="true"] {{ border: {rim}px solid {warning}; }}
QSpinBox[role="count"] {{ padding: 1px 20px 2px 4px; }}
QSpinBox[role="count"]::up-button {{
    subcontrol-origin: border; subcontrol-position: top right; width: 18px; height: 14px; border: none;
}}
QSpinBox[role="count"]::down-button {{
    subcontrol-origin: border; subcontrol-position: bottom right; width: 18px; height: 14px; border: none;
}}
QSpinBox[role="count"]::up-arrow, QSpinBox[role="count"]::down-arrow {{ image: none; width: 0; height: 0; }}
QComboBox::drop-down {{ border: none; width: 18px; }}
QComboBox QAbstractItemView {{ background: {raised}; border: {rim}px solid {border}; outline: none; }}

QCheckBox::indicator {{
    width: 15px; height: 15px; border: {rim}px solid {faint}; border-radius: 4px; background: {field};
}}
QCheckBox::indicator:hover, QCheckBox::indicator:focus {{ border-color: {accent}; }}
QCheckBox::indicator:checked {{ background: {accent}; border-color: {accent}; image: url({check}); }}

QScrollArea {{ border: none; background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {border}; border-radius: 4px; min-height: 28px; min-width: 28px; margin: 1px; }}
QScrollBar::handle:hover {{ background: {faint}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}

QSlider::groove:horizontal {{ background: {border}; height: 4px; border-radius: 2px; }}
QSlider::sub-page:horizontal {{ background: {accent}; height: 4px; border-radius: 2px; }}
QSlider::handle:horizontal {{
    background: {surface}; border: 2px solid {accent}; width: 12px; height: 12px; margin: -6px 0; border-radius: 8px;
}}
QSlider::handle:horizontal:focus {{ background: {accent}; border: 2px solid {text}; }}
QSlider::groove:vertical {{ background: {border}; width: 4px; border-radius: 2px; }}
QSlider::add-page:vertical {{ background: {accent}; border-radius: 2px; }}
QSlider::handle:vertical {{
    background: {surface}; border: 2px solid {accent}; width: 12px; height: 12px; margin: 0 -6px; border-radius: 8px;
}}
QSlider::handle:vertical:focus {{ background: {accent}; border: 2px solid {text}; }}

QMenuBar {{ background: {window}; color: {text}; }}
QMenuBar::item {{ padding: 4px 9px; background: transparent; border-radius: 5px; }}
QMenuBar::item:selected {{ background: {raised}; }}
QMenu {{ background: {raised}; color: {text}; border: {rim}px solid {border}; padding: 5px; }}
QMenu::item {{ padding: 5px 26px 5px 22px; border-radius: 5px; }}
QMenu::item:selected {{ background: {accent}; color: {on_accent}; }}
QMenu::item:disabled {{ color: {faint}; }}
QMenu::separator {{ background: {border}; height: 1px; margin: 5px 8px; }}
QStatusBar {{ background: {window}; color: {muted}; padding: 0 10px; }}
QStatusBar::item {{ border: none; }}
QToolBar {{ background: {window}; border: none; spacing: 6px; padding: 6px; }}
QProgressBar {{
    background: {field}; border: {rim}px solid {border}; border-radius: 6px; text-align: center; color: {text};
}}
QProgressBar::chunk {{ background: {accent}; border-radius: 5px; }}
QTabBar::tab {{ background: transparent; color: {muted}; padding: 6px 12px; border-bottom: 2px solid transparent; }}
QTabBar::tab:selected {{ color: {text}; border-bottom: 2px solid {accent}; }}
"""


def style_sheet(palette: Palette) -> str:
    """The application's style sheet in the colours of a palette."""
    check = resource("icons", "check_dark.svg" if palette.dark else "check_light.svg")
    rim = max(palette.rim, round(palette.line))
    return SHEET.format(**{**vars(palette), "rim": rim}, focus=rim + 1, check=check.as_posix())
