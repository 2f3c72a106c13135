# The front door. `make demo` and `make test` set up all they need: python3 and make suffice.
.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
comma := ,

# Silent when it succeeds; what pip said is shown when it fails.
define pip_install
	@$(BIN)/python -m pip install --disable-pip-version-check $(1) >.venv/pip.log 2>&1 || { cat .venv/pip.log; exit 1; }
endef

help: ## what can be asked
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 20

.venv/installed: requirements.lock pyproject.toml
	@$(PYTHON) -m venv .venv
	$(call pip_install,--require-hashes -r requirements.lock)
	$(call pip_install,--no-deps --no-build-isolation -e .)
	@$(BIN)/python -m compileall -q checker cli rules  # an editable install does not, and start-up is what an editor waits for
	@touch $@

.venv/ready: .venv/installed requirements-dev.lock
	$(call pip_install,--require-hashes -r requirements-dev.lock)
	@touch $@

demo: .venv/installed ## check three samples of ours: two drafts and a rundown
	@$(BIN)/kiemtin check --pack nội-quy-báo-mẫu corpus/drafts/hoi-nghi-sai-thu-tu.txt \
		corpus/drafts/hoi-nghi-qua-dai.docx || test $$? -eq 1  # 1: there are findings, as there should be
	@$(BIN)/kiemtin check --pack nội-quy-đài-mẫu corpus/rundowns/thoi-su-toi-sai-thu-tu.xlsx || test $$? -eq 1

test: .venv/ready ## the tests, one process a core
	$(BIN)/python -m pytest --numprocesses auto --ignore tests/benchmarks

bench-once: .venv/ready ## each benchmark once, without its figures: it still runs
	$(BIN)/python -m pytest tests/benchmarks --numprocesses auto

.venv/integrations: .venv/ready requirements-integrations.lock
	$(call pip_install,--require-hashes -r requirements-integrations.lock)
	@touch $@

test-integrations: .venv/integrations ## the tests with programs of others (LibreOffice, a browser …); as root it installs them
	@$(BIN)/python tests/integrations/prepare.py
	$(BIN)/python -m pytest tests/integrations --numprocesses auto --dist loadfile

evaluate: .venv/ready ## recognition and findings over our annotated texts; fails if a figure falls below the baselines
	$(BIN)/python tests/evaluation/evaluate.py
	$(BIN)/python tests/evaluation/evaluate_findings.py
	$(BIN)/python tests/evaluation/evaluate_press.py
	$(BIN)/python tests/evaluation/evaluate_misspelt_titles.py
	$(BIN)/python tests/evaluation/evaluate_archive.py

fuzz: .venv/ready ## attacks on readers, packs, rosters, cache and output for an hour (MINUTES=5 SEED=1 KILLS=200)
	$(BIN)/python tests/fuzzing/fuzz.py --minutes $(or $(MINUTES),60) --seed $(or $(SEED),0) --kills $(or $(KILLS),200)

.venv/bundle: .venv/ready requirements-bundle.lock
	$(call pip_install,--require-hashes -r requirements-bundle.lock)
	@touch $@

bundle: .venv/bundle ## the program as a folder in dist/bundle that needs no Python, tried (EXTRAS=serve,watch)
	$(BIN)/python .ci/bundle.py --extras $(or $(EXTRAS),serve$(comma)watch)

.venv/release: .venv/ready requirements-release.lock
	$(call pip_install,--require-hashes -r requirements-release.lock)
	@touch $@

release: .venv/release ## what an index takes, in dist/release: sources, plain wheel, manylinux wheel; nothing is sent
	$(BIN)/python .ci/release.py

site: .venv/installed ## docs/ as a small site in site/: opens from a disk, loads nothing from elsewhere
	@$(BIN)/python docs/build_site.py site

lint: .venv/ready ## style and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/ready ## mypy, strict, as this system reads the sources and as Windows does
	$(BIN)/mypy
	$(BIN)/mypy --platform win32 --cache-dir .mypy_cache/windows

contracts: .venv/ready ## who may import whom
	$(BIN)/lint-imports

wheel: .venv/ready ## build the wheel, install it into an empty environment, run it there
	$(BIN)/python .ci/check_wheel.py

compiled: .venv/ready ## build the wheel whose recognition is compiled to C into dist/, and test it (needs a C compiler)
	$(BIN)/python .ci/check_compiled.py

bench: .venv/ready ## the benchmarks (figures, not verdicts)
	$(BIN)/python -m pytest tests/benchmarks --benchmark-enable --benchmark-only --benchmark-columns=min,median,rounds

PINS := uv pip compile pyproject.toml --universal --generate-hashes --no-emit-index-url --no-annotate --no-header --quiet

lock: ## pin the dependencies anew, without addresses (needs uv)
	$(PINS) --group install -o requirements.lock
	$(PINS) --group dev --extra archive --extra lsp --extra nlp --extra pdf --extra serve --extra sign --extra watch --extra web --constraint requirements.lock -o requirements-dev.lock
	$(PINS) --group bundle --constraint requirements-dev.lock -o requirements-bundle.lock
	$(PINS) --group release --constraint requirements-dev.lock -o requirements-release.lock
	$(PINS) --group integrations --extra dask --constraint requirements-dev.lock -o requirements-integrations.lock

.PHONY: help demo test bench-once test-integrations evaluate fuzz bundle release site lint types contracts wheel compiled bench lock
