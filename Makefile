# nnviz: `make run` opens the window, `make test` checks everything. Both set up .venv first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: run test check pytest bench soak i18n system clean

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

# Hours of visitors at the booth, accelerated: `make soak HOURS=3`.
HOURS ?= 1
soak: $(READY) system-offscreen
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m benchmarks.soak $(HOURS)

# Every text of the program into the table of translations, and the finished ones into what the program reads.
TABLE := resources/i18n/nnviz_ko
i18n: $(READY)
	$(BIN)/pyside6-lupdate $$(find nnviz -name '*.py' | LC_ALL=C sort) -ts $(TABLE).ts \
		-source-language en_US -target-language ko_KR -locations none -no-obsolete -silent
	$(BIN)/pyside6-lrelease $(TABLE).ts -qm $(TABLE).qm -silent

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
