# Everything runs on this machine, without an Azure account. `make` alone explains.
PYTHON ?= python3
STACK ?= dev
export STACK
TOOLS = $(PYTHON) -m toolchain
LOCAL = $(TOOLS) run python -m local_azure.make
.DEFAULT_GOAL := help
.PHONY: help setup up preview refresh destroy down recover cancel env test kill bench fuzz docs lint clean

help:     ; @sed -n 's/^#: //p' Makefile
#: make up        bring the stack up on local Azure (STACK=prod make up: another stack)
up:       ; @$(LOCAL) up
#: make preview   show what `make up` would change
preview:  ; @$(LOCAL) preview
#: make refresh   show what was changed in local Azure behind the stack's back, and take it into the state
refresh:  ; @$(LOCAL) refresh
#: make destroy   remove the stack's resources from local Azure
destroy:  ; @$(LOCAL) destroy
#: make down      stop local Azure; what it holds is kept
down:     ; @$(LOCAL) down
#: make recover   after a run that was killed: release its lock, and settle what it has left open (ADOPT=1: and
#:                take into the state what Azure has and the state has forgotten)
recover:  ; @$(LOCAL) recover
#: make cancel    release the lock that a killed run has left on the stack, and nothing else
cancel:   ; @$(LOCAL) cancel
#: make env       print what a shell needs to run pulumi against local Azure: eval "$(make -s env)"
env:      ; @$(LOCAL) env
#: make test      run all the tests (ARGS='-k gallery': some of them)
test:     ; @$(TOOLS) run python -m pytest -n 4 --dist worksteal $(ARGS)
#: make kill      kill runs at RUNS random moments that SEED tells, and find the way back (RUNS=50 SEED=1 FROM=1)
kill:     ; @KILL_RUNS=$(or $(RUNS),50) KILL_SEED=$(SEED) KILL_FROM=$(FROM) \
            $(TOOLS) run python -m pytest -q -s tests/engine/test_kill.py -k random
#: make bench     measure previews, updates and checks beside what others do, in about a quarter of an hour
bench:    ; @$(TOOLS) run python -m benchmarks $(ARGS)
#: make fuzz      measure how long hard files and arbitrary input take to check (EXAMPLES=5000)
fuzz:     ; @$(TOOLS) run --no-engine python -m benchmarks --only any-input --examples $(or $(EXAMPLES),5000)
#: make docs      write the generated pages: rules, configuration, facts, coverage
docs:     ; @$(TOOLS) run --no-engine python -m pages
#: make lint      check style, types, imports and dependencies
lint:     ; @$(TOOLS) run --no-engine python -m toolchain.lint
#: make setup     install the Python packages, and find, install or build Pulumi's engine
setup:    ; @$(TOOLS) ensure
#: make clean     stop local Azure, remove what runs have made (ENGINE=1: the engine too)
clean:    ; @$(TOOLS) clean $(if $(ENGINE),--engine)
