"""What is measured against what. Never part of the tests: `make bench` prints ratios from one run."""
