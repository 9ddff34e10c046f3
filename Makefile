# make help      this list
# make run       serve the app on http://localhost:8501 (another port: make run PORT=8600)
# make check     style, types and the quick unit tests: what to run before each commit
# make check-js  the same for what runs in the browser alone
# make test      all tests: those of `make check`, the slow ones, and those with a browser
# make fuzz      10 000 damaged and invented files, texts and uploads of each kind (another seed: make fuzz SEED=1)
# make coverage  the lines and branches that no test enters, and a fault if these are too many
# make audit     known vulnerabilities of what is installed; needs internet
# make interop   open the exports with GDAL, QGIS, validators and others, as far as they are here
# make docs      the documents as a site with the handout in it, in .cache/site
# make pictures  the pictures in README and docs, taken anew
# make printed   what is printed from the model: the schema of the data, the types for the browser
# make bench     the side-by-side measurements
# make lock      pin the requirements anew (newest versions: make lock UPGRADE=--upgrade)
# make clean     remove what the others made
#
# Each makes .venv by itself, and again when the requirements change.

PYTHON ?= python3
PORT ?= 8501
SEED ?= 6
BIN := .venv/bin
# Node comes from a Python package, whatever else is installed.
NPM := PATH="$(CURDIR)/$(BIN):$$PATH" npm
# Where an image sets it, each of the many processes of the tests would compile all modules anew.
unexport PYTHONDONTWRITEBYTECODE
# One set of pins for every platform and Python 3.11 or newer; pins that still fit stay.
PIN = $(BIN)/uv --no-config pip compile --quiet --universal --python-version 3.11 \
	--fork-strategy fewest --custom-compile-command 'make lock' $(UPGRADE)

.PHONY: help run check check-js test style style-js lint types quick fuzz coverage audit interop docs pictures printed bench lock clean

help:
	@sed -n '/^# make/s/^# //p' Makefile

run: .venv/run.installed
	$(BIN)/python -m streamlit run server.py --server.headless true --server.port $(PORT)

check: lint
	@$(MAKE) --no-print-directory --jobs 2 types quick

check-js: style-js
	$(BIN)/python -m pytest tests/scripts

test: style
	$(BIN)/python scripts/find_chromium.py
	$(BIN)/python -m pytest --numprocesses 3 --dist loadfile --no-loadscope-reorder

style: lint types

lint: style-js
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/dev.installed
	$(BIN)/mypy --strict .

quick: .venv/dev.installed
	$(BIN)/python -m pytest -m 'not browser and not slow' --ignore tests/browser \
	    --numprocesses auto --dist loadfile

style-js: node_modules/.installed
	$(NPM) run --silent check

fuzz: .venv/dev.installed
	$(BIN)/python -m pytest tests/reading/test_fuzz.py tests/reading/test_data.py tests/drafting/test_fuzz.py \
	    tests/reviewing/test_fuzz.py tests/reviewing/test_any_edits.py tests/edge/test_forged.py \
	    --hypothesis-profile fuzz --hypothesis-seed $(SEED) --timeout 7200 --durations 0

coverage: .venv/dev.installed
	$(BIN)/python -m pytest -m 'not browser' --numprocesses auto --dist loadfile \
	    --cov --cov-report term-missing:skip-covered

audit: .venv/dev.installed
	$(BIN)/uv tool run pip-audit@2.10.1 --strict --requirement requirements-dev.txt --no-deps --disable-pip

interop: .venv/dev.installed
	$(BIN)/uv --no-config pip install --quiet --target .cache/interop fastkml==1.4.0 PyLD==3.3.0 rdflib==7.6.0 \
	    jsonschema==4.26.0 geopandas==1.2.0
	PYTHONPATH=.cache/interop $(BIN)/python -m tests.exporting.clients

docs: .venv/dev.installed
	$(BIN)/uv --no-config pip install --quiet --target .cache/docs mkdocs-material==9.8.2
	NO_MKDOCS_2_WARNING=1 PYTHONPATH=.cache/docs $(BIN)/python -m mkdocs build --quiet --strict
	@echo 'Open .cache/site/index.html, or put that folder on any web server.'

pictures: .venv/dev.installed
	$(BIN)/python scripts/take_pictures.py

printed: .venv/run.installed
	$(BIN)/python -m statement_map schema
	$(BIN)/python -m scripts.print_types

bench: .venv/dev.installed
	CHROMIUM=$$($(BIN)/python scripts/find_chromium.py) && export CHROMIUM && \
	    $(BIN)/python -m benchmarks

lock: .venv/dev.installed
	$(PIN) requirements.in --output-file requirements.txt
	$(PIN) requirements-dev.in --output-file requirements-dev.txt

clean:
	rm -rf .venv node_modules .cache .hypothesis tests/browser/failures
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/run.installed: requirements.txt | $(BIN)/python
	@echo 'Installing what the app needs; the first time this takes a minute or two.'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/dev.installed: requirements-dev.txt .venv/run.installed
	@echo 'Installing what the tests need.'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

node_modules/.installed: package-lock.json .venv/dev.installed
	@echo 'Installing what the scripts of the browser are checked with.'
	$(NPM) ci --silent --no-audit --no-fund
	@touch $@

# Debian and Ubuntu ship Python without the part that makes environments.
$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	    echo 'Python 3.11 or newer is needed; name one: make PYTHON=python3.12 ...' >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { \
	    package=$$($(PYTHON) -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'); \
	    root=$$([ "$$(id -u)" = 0 ] || echo 'sudo -n'); \
	    echo "$(PYTHON) cannot make environments yet; installing $$package."; \
	    { $$root apt-get -qq update && $$root apt-get -qq install -y "$$package"; } || { \
	        echo "That did not work. As root, please: apt-get install $$package" >&2; exit 1; }; }
	$(PYTHON) -m venv --clear .venv
