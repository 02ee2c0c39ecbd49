"""The pane "What the layers do": histograms, gradient norms, saturated and dead units, sizes of updates."""
