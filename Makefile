# What a person does with this repository; CI runs `make test` and nothing else.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
T ?= tests
PYTEST_OPTIONS ?= --no-header -n 2

RUNTIME := $(VENV)/.runtime-installed
DEVELOPMENT := $(VENV)/.development-installed
BROWSER_PACKAGES := node_modules/.package-lock.json
STATIC := var/static/.compressed
SPARK := var/spark/.installed

UV_COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-strip-extras --no-annotate --no-emit-index-url --no-emit-find-links \
	--custom-compile-command "make lock"

.DEFAULT_GOAL := help
.PHONY: help setup demo test check browser bench spark lock docs translations screens migration lint unit machine

help: ## print these commands
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sort | awk -F ':.*## ' '{printf "  make %-13s %s\n", $$1, $$2}'

setup: $(DEVELOPMENT) $(STATIC) ## virtual environment, locked dependencies, static files, git hook
	@$(PYTHON) tools/git_hook.py

demo: $(RUNTIME) $(STATIC) ## the app with the invented world at http://127.0.0.1:8050
	@$(BIN)/portefeuille demo

test: machine setup spark lint unit browser ## everything, on a bare machine; T=tests/domain is a part of it

check: setup lint ## format, lint, types, layers and the tests without a browser or a server
	@$(BIN)/python tools/run_tests.py --markers "not browser and not server and not postgresql and not spark" $(T) $(PYTEST_OPTIONS)

lint: $(DEVELOPMENT)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy dashboard
	$(BIN)/lint-imports

unit: $(DEVELOPMENT) $(STATIC)
	@$(BIN)/python tools/run_tests.py --markers "not browser" $(T) $(PYTEST_OPTIONS)

browser: $(DEVELOPMENT) $(STATIC) ## the tests that drive Chromium
	@$(BIN)/python tools/run_tests.py --markers browser $(T) $(PYTEST_OPTIONS)

screens: setup ## accept new pictures of the screens, after looking at them
	$(BIN)/python -m pytest tests/browser -m browser -k screen --snapshot-update

bench: machine setup spark ## speed as ratios to a no-op callback, beside the budgets
	@$(BIN)/python -m bench

docs: setup ## regenerate docs/metrics.md, docs/settings.md and the command help
	$(BIN)/python -m tools.docs

translations: setup ## collect the sentences of the code and compile the catalogues
	$(BIN)/python -m tools.translations

migration: setup ## a new migration step, checked against the schema: make migration m="add notes"
	$(BIN)/python -m tools.migration "$(m)"

spark: machine ## Apache Spark into var/spark, where Java is here
	@if command -v java >/dev/null; then $(MAKE) --no-print-directory $(SPARK); fi

lock: $(DEVELOPMENT) ## resolve the dependencies again; UPGRADE=--upgrade takes newer ones
	$(UV_COMPILE) $(UPGRADE) pyproject.toml --extra postgresql --group build -o requirements.lock
	$(UV_COMPILE) $(UPGRADE) pyproject.toml --extra postgresql --group dev -c requirements.lock -o requirements-dev.lock
	$(BIN)/python tools/extra.py spark | $(UV_COMPILE) $(UPGRADE) - -c requirements.lock -o requirements-spark.lock
	npm install --package-lock-only

machine: $(DEVELOPMENT)
	@$(BIN)/python tools/prepare_machine.py

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed.")'
	$(PYTHON) -m venv $(VENV)

$(RUNTIME): requirements.lock pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(DEVELOPMENT): requirements-dev.lock pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(RUNTIME) $@

$(SPARK): requirements-spark.lock | $(BIN)/python
	rm -rf $(@D)
	$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes --target $(@D) -r requirements-spark.lock
	@touch $@

$(BROWSER_PACKAGES): package.json package-lock.json
	@if command -v npm >/dev/null; then npm ci --ignore-scripts --silent || echo "npm failed: charts use the Python package's plotly.js." >&2; \
	else echo "npm is not here: charts use the Python package's plotly.js." >&2; fi
	@mkdir -p node_modules && touch $@

$(STATIC): $(BROWSER_PACKAGES) requirements.lock $(wildcard dashboard/static_files/*.py assets/*) | $(BIN)/python
	@test -f $(RUNTIME) || $(MAKE) --no-print-directory $(RUNTIME)
	@$(BIN)/python -m dashboard.static_files
	@touch $@
