"""The plots: loss and accuracy over the epochs, and the network's true output over the plane with its decision boundary."""
