# The front door. `make demo` and `make test` set up all they need: python3 and make suffice.
.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

help: ## what can be asked
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

.venv/ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q checker cli rules  # an editable install does not, and start-up is what an editor waits for
	@touch $@

demo: .venv/ready ## check three samples of ours: two drafts and a rundown
	@$(BIN)/kiemtin check corpus/drafts/hoi-nghi-sai-thu-tu.txt corpus/drafts/hoi-nghi-qua-dai.docx \
		corpus/rundowns/thoi-su-toi-sai-thu-tu.xlsx || test $$? -eq 1  # 1: there are findings, as there should be

test: .venv/ready ## the tests
	$(BIN)/python -m pytest

evaluate: .venv/ready ## recognition over our annotated texts; fails if a figure falls below the baseline
	$(BIN)/python tests/evaluation/evaluate.py

lint: .venv/ready ## style and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/ready ## mypy, strict
	$(BIN)/mypy

contracts: .venv/ready ## who may import whom
	$(BIN)/lint-imports

wheel: .venv/ready ## build the wheel, install it into an empty environment, run it there
	$(BIN)/python .ci/check_wheel.py

compiled: .venv/ready ## build the wheel whose recognition is compiled to C into dist/, and test it (needs a C compiler)
	$(BIN)/python .ci/check_compiled.py

bench: .venv/ready ## the benchmarks (figures, not verdicts)
	$(BIN)/python -m pytest tests/benchmarks --benchmark-enable --benchmark-only --benchmark-columns=min,median,rounds

lock: ## pin the dependencies anew, without addresses (needs uv)
	uv pip compile pyproject.toml --extra nlp --group dev --universal --generate-hashes \
		--no-emit-index-url --no-annotate --no-header --quiet -o requirements.lock

.PHONY: help demo test evaluate lint types contracts wheel compiled bench lock
