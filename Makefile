# Two commands: `make run` starts the app, `make test` checks everything.
# Windows has no make; its lines are in README.md.

.DEFAULT_GOAL := help
.PHONY: help run test bench volhard schermen opmaak

VENV := .venv
PY := $(VENV)/bin/python
APP := $(VENV)/.app
DEV := $(VENV)/.dev
# Chosen when .venv is made: the first Python on the path that is new enough.
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3.14 python3; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)

help:
	@echo "make run       start the dashboard on http://127.0.0.1:8501 (first time: install, build the demo)"
	@echo "make test      every check and test (under 10 minutes)"
	@echo "make bench     speed as ratios to the floor of the same machine"
	@echo "make volhard   the long runs: kills, soak, large data"
	@echo "make schermen  screenshots of every page into docs/schermen"
	@echo "make opmaak    let ruff format the code"

$(PY):
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed and was not found." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

# The stamp is the last step: an install that broke off is done again.
$(APP): requirements.txt | $(PY)
	$(PY) -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(DEV): requirements.txt requirements-dev.txt | $(PY)
	$(PY) -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@ $(APP)

run: $(APP)
	@test -e "$${JEUGD_DATA:-data}/actueel" || $(PY) -m core demo
	$(PY) -m streamlit run start.py

test: $(DEV)
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(VENV)/bin/lint-imports --no-logo
	$(PY) -m mypy
	$(PY) -m pytest -q -n 3 --dist loadfile --no-loadscope-reorder

bench: $(DEV)
	$(PY) -m tests.bench

volhard: $(DEV)
	$(PY) -m pytest -q -m volhard --timeout 3600

schermen: $(DEV)
	$(PY) -m tests.schermen

opmaak: $(DEV)
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .
