"""What the network gets wrong: the confusion matrix and the test samples behind each of its cells."""
