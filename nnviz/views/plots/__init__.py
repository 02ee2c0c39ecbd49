"""The plots: loss and accuracy over the epochs; a network's true output over the plane, with the decision boundary."""
