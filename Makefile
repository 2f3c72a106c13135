# The front door. `make demo` and `make test` set up all they need: python3 and make suffice.
.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin

help: ## what can be asked
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

.venv/ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

test: .venv/ready ## the tests
	$(BIN)/python -m pytest

lock: ## pin the dependencies anew, without addresses (needs uv)
	uv pip compile pyproject.toml --extra nlp --group dev --universal --generate-hashes \
		--no-emit-index-url --no-header --quiet -o requirements.lock

.PHONY: help demo test lock
