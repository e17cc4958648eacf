# Two commands: `make site` builds the playbook's website, `make test` runs the tests.
# Everything is installed into .venv from the lock files; nothing outside this folder is touched.

PYTHON ?= python3
ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
else
BIN := .venv/bin
endif
UV := $(shell command -v uv 2>/dev/null)

.PHONY: help site test check serve lint lock clean
.DEFAULT_GOAL := help

help:  ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

site: .venv/ready  ## check the playbook and build its website into site/
	@$(BIN)/tuneup build

serve: .venv/ready  ## live preview; an edit shows within a second
	@$(BIN)/tuneup serve

check: .venv/ready  ## look for everything that needs a person
	@$(BIN)/tuneup check

# One worker more than most machines have cores: a browser or git is waited for a quarter of the time.
test: .venv/ready-dev  ## all tests, the linters and the type checker among them
	@$(BIN)/python -m pytest -n 3 --dist loadgroup

lint: .venv/ready-dev  ## only the linters and the type checker
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(BIN)/lint-imports

lock: .venv/ready-dev  ## resolve the newest versions into the lock files
	@$(BIN)/python -m pip install --quiet uv
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --upgrade --no-header pyproject.toml -o requirements.lock
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --upgrade --no-header pyproject.toml --group dev -o requirements-dev.lock

clean:  ## throw away the site, the caches and the environment
	rm -rf site .venv .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis dist

.venv/ready: requirements.lock pyproject.toml
	@echo "Installing the playbook generator into .venv (about a minute, once)"
	$(call install,requirements.lock)
	@touch $@

.venv/ready-dev: requirements-dev.lock .venv/ready
	@echo "Installing the tools for the tests into .venv (about a minute, once)"
	$(call install,requirements-dev.lock)
	@touch $@

ifdef UV
define install
	@test -x $(BIN)/python || uv venv --quiet --python '>=3.11' .venv
	@uv pip install --quiet --python $(BIN)/python --require-hashes -r $(1)
	@uv pip install --quiet --python $(BIN)/python --no-deps -e .
endef
else
define install
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; name one with: make PYTHON=python3.12"; exit 2; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || { rm -rf .venv; exit 2; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $(1)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
endef
endif
