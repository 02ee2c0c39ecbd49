"""The menu tells the theme, and shows what the theme has."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from nnviz.notation import CHOICES, Notation
from nnviz.theme.theme import Theme
from nnviz.views.notation_menu import NotationMenu


@pytest.fixture
def menu(theme: Theme, qtbot: QtBot) -> NotationMenu:
    menu = NotationMenu(theme)
    qtbot.addWidget(menu)
    return menu


def action(menu: NotationMenu, part: str, key: str) -> QAction:
    found = menu.findChild(QAction, f"notation_{part}_{key}")
    assert isinstance(found, QAction)
    return found


def checked(menu: NotationMenu) -> dict[str, str]:
    return dict(one.data() for one in menu.findChildren(QAction) if one.isChecked())


def test_the_programs_own_is_checked_at_first(menu: NotationMenu) -> None:
    assert checked(menu) == {"letters": "z_a", "order": "ij", "layers": "subscript"}


def test_each_choice_is_kept_beside_the_others(menu: NotationMenu, theme: Theme) -> None:
    heard: list[Notation] = []
    theme.changed.connect(lambda _: heard.append(theme.notation))
    for part, key in (("letters", "a_z"), ("order", "ji"), ("layers", "brackets")):
        action(menu, part, key).trigger()
    assert theme.notation == Notation("a_z", "ji", "brackets")
    assert len(heard) == 3
    assert checked(menu) == theme.notation.chosen


def test_it_follows_the_theme(menu: NotationMenu, theme: Theme) -> None:
    theme.write_as(Notation("net_o", "ji"))
    assert checked(menu) == {"letters": "net_o", "order": "ji", "layers": "subscript"}


def test_every_choice_shows_a_formula_of_its_own(menu: NotationMenu) -> None:
    texts = [action(menu, part, key).text() for part, keys in CHOICES.items() for key in keys]
    assert len(set(texts)) == len(texts) == 8
    assert action(menu, "letters", "a_z").text() == "a = … + b,  z = f(a)\tBishop, Saito"
    assert action(menu, "order", "ji").text() == "wⱼᵢ,  Wa + b\tNielsen, Bishop"
    assert action(menu, "layers", "parentheses").text() == "W^(1)\tBishop, Goodfellow"


def test_words_come_anew_with_the_language(menu: NotationMenu) -> None:
    menu.setTitle("")
    QApplication.sendEvent(menu, QEvent(QEvent.Type.LanguageChange))
    assert menu.title() == "Notation"
    assert [label.text() for label in menu.findChildren(QLabel)] == [
        "Weighted sum and activation", "Weight from unit i to unit j", "Layer number",
    ]  # fmt: skip
