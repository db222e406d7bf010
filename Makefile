# What each target does: make help
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
# The stages that decide about people: every branch of them is tested.
COVERED := src/kansrijk/pack/*,src/kansrijk/case/*,src/kansrijk/engine/*,src/kansrijk/screening/*,src/kansrijk/asking/*,src/kansrijk/planning/*,src/kansrijk/exploring/*,src/kansrijk/sharing/*,src/kansrijk/workbench/*

.DEFAULT_GOAL := help
.PHONY: help demo test lint types unit long mutation bench soak schemas wheel installed paper clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

demo: $(READY) ## screen an example case and lay out its care plan
	$(BIN)/kansrijk plan examples/alleenstaand-met-schulden.yaml --on 2026-11-26

test: lint types unit ## everything that must hold: style, types, tests, coverage

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

unit: $(READY)
	$(BIN)/python -m pytest -n 2 --cov --cov-report=
	$(BIN)/coverage report --include='$(COVERED)' --fail-under=100

long: $(READY) ## the same tests with many more random cases
	KANSRIJK_LONG=1 $(BIN)/python -m pytest -n 2

$(VENV)/.mutation: $(READY)
	$(BIN)/python -m pip install -q --disable-pip-version-check -c constraints.txt -e '.[dev,mutation]'
	@touch $@

mutation: $(VENV)/.mutation ## change the code that decides, one thing at a time; ONLY=engine, SAMPLE=300
	PYTHONHASHSEED=0 ONLY=$(ONLY) SAMPLE=$(SAMPLE) SEED=$(SEED) AGAIN=$(AGAIN) $(BIN)/python tests/mutation/run.py

bench: $(READY) ## measure: every figure as a ratio in one run
	$(BIN)/python bench/bench.py

soak: $(READY) ## run the durable engine on a million cases, from one and from eight threads
	$(BIN)/python bench/soak_durable.py --subject hoogeveen --cases 1000000 --threads 1,8

schemas: $(READY) ## write the JSON Schemas that editors use
	$(BIN)/python rules/schemas/make.py

wheel: $(READY) ## build the wheel into dist/
	rm -rf dist
	$(BIN)/python -m pip wheel -q --disable-pip-version-check --no-deps -w dist .

installed: wheel ## install the wheel in an empty environment elsewhere and screen an example
	PYTHON=$(PYTHON) tests/installed.sh dist/kansrijk-*.whl constraints.txt examples/alleenstaand-met-schulden.yaml

paper: $(READY) ## hold every PDF and HTML copy to outside checkers, which it installs; says what was not run
	$(BIN)/python tests/paper/check.py

clean: ## remove what was built
	rm -rf $(VENV) .paper .mutation dist build .coverage* .mypy_cache .ruff_cache .pytest_cache .hypothesis
