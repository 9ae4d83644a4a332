# Two commands: `make demo` and `make test`. Both set up what they need; nothing else is required but python3.11 and make.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
JOBS ?= 2
BIN := .venv/bin
READY := .venv/.ready
PUBLISH := .venv-publish
COMPILE = $(PUBLISH)/bin/uv pip compile --generate-hashes --no-emit-index-url --no-header --universal --python-version 3.11 -q
PYTEST := $(BIN)/python -m pytest
export PYTHONDONTWRITEBYTECODE :=

.PHONY: demo test lint format corpus bench torture interop wheel deb package-test transcript container container-test docs lock servers clean

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

# The verdicts on real mail, and a real support mailbox replayed on a real server and audited, as tables; WATCHER_CORPUS names the folder.
corpus: $(READY) servers
	$(BIN)/python -m tests.attention_table
	$(BIN)/python -m tests.conversations
	$(BIN)/python -m tests.tools.sign_hits
	$(BIN)/python -m tests.replay -v
	$(BIN)/python -m tests.audit_replay -v

# Speed, beside other programs: docs/performance.md. `python -m tests.bench NAME`: one measurement.
bench: $(READY) servers
	@PYTHON="$(PYTHON)" sh tests/bench/install.sh
	$(BIN)/python -m tests.bench

# Breaks everything on purpose: the table of docs/development/reliability.md, in an hour on two cores. `python -m tests.torture NAME`: one row.
torture: $(READY) servers
	$(BIN)/python -m tests.torture all --jobs $(JOBS)
	$(PYTEST) -n $(JOBS) --dist worksteal -m torture --timeout 3600 -s

# The life of an inquiry on mail servers of Debian's packages, in throw-away roots: the table of docs/development/interoperability.md, as root.
interop: $(READY) servers
	$(BIN)/python -m tests.interop

# dist/watcher_mail-*.whl, and beside it the versions it was tested with, with their checksums: docs/operating.md, "with pip"
wheel: $(READY)
	rm -f dist/watcher_mail-*.whl
	$(BIN)/python -m hatchling build -t wheel
	cp requirements/run.lock dist/constraints.txt

# dist/watcher_*.deb for Debian 12 and 13. ARCHITECTURE=arm64: for such machines, from here.
ARCHITECTURE ?= amd64
deb: wheel $(PUBLISH)/.ready
	$(BIN)/python packaging/build_deb.py $(PUBLISH)/bin/uv $(ARCHITECTURE)

# The package on fresh Debians with a systemd of their own, from the installation to the purge, as root; 5 minutes a Debian.
package-test: deb servers
	$(BIN)/python -m tests.packaging

# docs/transcript.md: the tutorial on a fresh Debian, as root; the ports 993 and 465 of this machine must be free.
transcript: deb servers
	$(BIN)/python -m tests.packaging.transcript

# The image watcher:VERSION, by podman or docker. BASE: any image with python3 and its venv module.
ENGINE ?= $(shell command -v podman || command -v docker)
BUILD_OPTIONS ?=
BASE ?= docker.io/library/python:3.13-slim
container: wheel
	$(ENGINE) build $(if $(findstring podman,$(ENGINE)),--format docker) $(BUILD_OPTIONS) \
	  --build-arg BASE=$(BASE) \
	  -t watcher:$$($(BIN)/python -c 'import watcher; print(watcher.__version__)') -f packaging/container/Containerfile dist

# The image beside a real mailbox, as root: read-only root, no capability, health, state on a volume; with podman.
container-test: container servers
	$(BIN)/python -m tests.packaging.container watcher:$$($(BIN)/python -c 'import watcher; print(watcher.__version__)')

# The documentation as a site in site/, for any web server: python3 -m http.server -d site
docs: $(READY) $(PUBLISH)/.ready
	rm -rf build/docs site
	$(BIN)/python packaging/write_reference.py site build/docs
	NO_MKDOCS_2_WARNING=1 $(PUBLISH)/bin/python -m mkdocs -q build --strict

# Every lock: what the tests run with, what is published beside the wheel and goes into the packages, what those are made with.
lock: $(PUBLISH)/.ready
	$(COMPILE) pyproject.toml --all-extras --group dev -o requirements/dev.lock
	$(COMPILE) pyproject.toml --all-extras --constraints requirements/dev.lock -o requirements/run.lock
	$(COMPILE) --group publish --constraints requirements/dev.lock -o requirements/publish.lock

servers:
	@sh tests/servers/install.sh

$(READY): requirements/dev.lock pyproject.toml
	@sh requirements/venv.sh "$(PYTHON)"
	$(BIN)/python -m pip install -q --require-hashes -r requirements/dev.lock
	$(BIN)/python -m pip install -q --no-deps --no-build-isolation -e .
	@touch $(READY)

$(PUBLISH)/.ready: requirements/publish.lock
	@sh requirements/venv.sh "$(PYTHON)" $(PUBLISH)
	$(PUBLISH)/bin/python -m pip install -q --require-hashes -r requirements/publish.lock
	@touch $@

clean:
	rm -rf .venv .venv-publish .venv-peers demo-out .mypy_cache .ruff_cache .hypothesis build dist site
