"""The page: all parts fit, in both palettes and with large writing."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from nnviz.views.compare_page import ComparePage


@pytest.fixture
def page(show):
    return show(ComparePage)


@pytest.mark.parametrize(
    ("size", "scale"), [((900, 520), 1.0), ((900, 600), 1.4), ((680, 520), 1.0), ((2560, 1440), 1.0)]
)
def test_nothing_is_cut_off(page, theme, compare, train, size, scale):
    compare("learning_rate", 0.001, 0.01, 0.1, 1.0)
    theme.set_scale(scale)
    page.resize(*size)
    train(20)
    QApplication.processEvents()
    assert (page.width(), page.height()) == size
    for part in page.findChildren(QWidget):
        if part.isVisible() and part.objectName().startswith(("lane_", "compare_", "difference_")):
            assert page.rect().contains(part.rect().translated(part.mapTo(page, part.rect().topLeft()))), (
                part.objectName()
            )
            assert part.width() >= min(part.minimumSizeHint().width(), 260), part.objectName()
    cards = [field.geometry() for field in page.settings.fields]
    assert not any(one.intersects(other) for k, one in enumerate(cards) for other in cards[:k])
    assert not page.grab().isNull()


def test_light_and_dark_differ(page, theme, train):
    train(20)
    grounds = {}
    for name in ("light", "dark"):
        theme.use(name)
        QApplication.processEvents()
        grounds[name] = page.grab().toImage().pixelColor(page.width() - 3, 3)
        assert grounds[name] == theme.color("surface")


def test_a_tall_page_puts_curves_above_the_network(page):
    def places():
        QApplication.processEvents()
        return [part.mapTo(page, part.rect().center()) for part in (page.curves, page.difference)]

    curves, network = places()
    assert curves.x() < network.x()
    page.resize(650, 1300)
    curves, network = places()
    assert curves.y() < network.y()


def test_the_keyboard_reaches_every_part(page, qtbot):
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.settings.setting.setFocus()
    reached = []
    for _ in range(30):
        reached.append(page.focusWidget().objectName())
        page.focusNextChild()
        if page.focusWidget() is page.settings.setting:
            break
    wanted = ["compare_setting", "lane_0_field", "lane_0_remove", "lane_1_field", "lane_1_remove"]
    assert reached[:5] == wanted
    assert {"compare_add", "compare_curves", "difference_b", "difference_a", "difference_view"} <= set(reached)
