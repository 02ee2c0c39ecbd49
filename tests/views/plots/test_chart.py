"""One chart by itself."""

import pyqtgraph as pg

from nnviz.views.plots.chart import Chart


def test_it_may_be_given_its_place_before_it_shows_anything(qtbot):
    widget = pg.GraphicsLayoutWidget()
    qtbot.addWidget(widget)
    chart = Chart(widget.addPlot())
    chart.plot.vb.sigResized.emit(chart.plot.vb)
    chart.show((0.0, 2.0))
    assert chart.plot.getAxis("bottom")._tickLevels[0][0][0] == 0
