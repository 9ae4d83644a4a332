# Two commands: `make demo` and `make test`. Both set up what they need; nothing else is required but python3.11 and make.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
JOBS ?= 2
BIN := .venv/bin
READY := .venv/.ready
PYTEST := $(BIN)/python -m pytest
export PYTHONDONTWRITEBYTECODE :=

.PHONY: demo test lint format corpus bench torture interop lock servers clean

demo: $(READY)
	$(BIN)/watcher demo

test: $(READY) servers lint
	$(PYTEST) -n $(JOBS) --dist worksteal

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy -p watcher
	$(BIN)/watcher rules test
	$(BIN)/watcher rules lint

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# The verdicts on real mail, and a real support mailbox replayed on a real server, as tables; WATCHER_CORPUS names the folder.
corpus: $(READY) servers
	$(BIN)/python -m tests.attention_table
	$(BIN)/python -m tests.tools.sign_hits
	$(BIN)/python -m tests.replay -v

bench: $(READY)
	$(BIN)/python -m tests.bench

# Breaks everything on purpose: the table of docs/development/reliability.md, in an hour on two cores. `python -m tests.torture NAME`: one row.
torture: $(READY) servers
	$(BIN)/python -m tests.torture all --jobs $(JOBS)
	$(PYTEST) -n $(JOBS) --dist worksteal -m torture --timeout 3600 -s

# The life of an inquiry on mail servers of Debian's packages, in throw-away roots: the table of docs/development/interoperability.md, as root.
interop: $(READY) servers
	$(BIN)/python -m tests.interop

lock: $(READY)
	$(BIN)/python -m pip install -q uv
	$(BIN)/uv pip compile pyproject.toml --all-extras --group dev --generate-hashes --no-emit-index-url --no-header \
	  --universal --python-version 3.11 -q -o requirements/dev.lock

servers:
	@sh tests/servers/install.sh

$(READY): requirements/dev.lock pyproject.toml
	@sh requirements/venv.sh "$(PYTHON)"
	$(BIN)/python -m pip install -q --require-hashes -r requirements/dev.lock
	$(BIN)/python -m pip install -q --no-deps --no-build-isolation -e .
	@touch $(READY)

clean:
	rm -rf .venv demo-out .mypy_cache .ruff_cache .hypothesis build dist
