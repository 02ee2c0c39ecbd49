# nnviz: `make run` opens the window, `make test` checks everything. Both set up .venv first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: run test check pytest bench system clean

run: $(READY) system-window
	$(BIN)/nnviz

test: check pytest

check: $(READY)
	$(BIN)/ruff check nnviz tests benchmarks main.py
	$(BIN)/ruff format --check nnviz tests benchmarks main.py
	$(BIN)/mypy

pytest: $(READY) system-offscreen
	QT_QPA_PLATFORM=offscreen OPENBLAS_NUM_THREADS=1 $(BIN)/python -m pytest -n auto

bench: $(READY) system-offscreen
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m benchmarks

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $(READY)

# Qt's libraries: what is missing is installed as root, or named. See packaging/system.sh.
.PHONY: system-window system-offscreen
system-window:
	@sh packaging/system.sh window
system-offscreen:
	@sh packaging/system.sh offscreen

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache dist build
