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
	$(BIN)/ruff check nnviz tests benchmarks packaging main.py
	$(BIN)/ruff format --check nnviz tests benchmarks packaging main.py
	$(BIN)/mypy

# The tests start many processes: with byte code kept, each begins half a second sooner.
pytest: $(READY) system-offscreen
	PYTHONDONTWRITEBYTECODE= QT_QPA_PLATFORM=offscreen OPENBLAS_NUM_THREADS=1 $(BIN)/python -m pytest -n auto

bench: $(READY) system-offscreen
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m benchmarks

# A term of lectures in the window and an hour of visitors at the booth, accelerated: `make soak HOURS=8`.
HOURS ?= 8
soak: $(READY) system-offscreen
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m benchmarks.soak.window $(HOURS)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m benchmarks.soak.booth

# A training window is killed 50 times; every restart must offer a whole state, at most 5 s old.
.PHONY: crash
crash: $(READY) system-offscreen
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m benchmarks.crash

# Damaged files of every kind: each opens or is refused with a sentence, in little memory: `make fuzz COUNT=30000`.
.PHONY: fuzz
COUNT ?= 10000
fuzz: $(READY) system-offscreen
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m benchmarks.fuzz $(COUNT)

# Every text of the program into the table of translations, and the finished ones into what the program reads.
TABLE := resources/i18n/nnviz_ko
i18n: $(READY)
	$(BIN)/pyside6-lupdate $$(find nnviz -name '*.py' | LC_ALL=C sort) -ts $(TABLE).ts \
		-source-language en_US -target-language ko_KR -locations none -no-obsolete -silent
	$(BIN)/pyside6-lrelease $(TABLE).ts -qm $(TABLE).new.qm -silent
	@mv $(TABLE).new.qm $(TABLE).qm # a window that runs has the old one open

# One folder, dist/nnviz, for machines without Python; the test takes away all that could help it.
.PHONY: bundle bundle-test install-desktop uninstall-desktop
bundle: $(READY) system-window
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[bundle]'
	$(BIN)/python -m PyInstaller --noconfirm --log-level WARN packaging/nnviz.spec

bundle-test:
	$(BIN)/python -m pytest -p no:cacheprovider packaging/test_bundle.py

# Into the menu of your desktop: the bundle where it was made, else what runs from here.
install-desktop: $(READY)
	sh packaging/desktop.sh install "$$(realpath -e dist/nnviz/nnviz 2>/dev/null || realpath -s $(BIN)/nnviz)"

uninstall-desktop:
	sh packaging/desktop.sh uninstall

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
