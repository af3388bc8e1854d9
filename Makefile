# Phasor. `make` sets up what a fresh machine lacks and builds; `make test` runs every check.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.ONESHELL:
.DEFAULT_GOAL := build

CARGO_HOME ?= $(HOME)/.cargo
V8_ARCHIVE := third_party/v8/librusty_v8_release_x86_64-unknown-linux-gnu.a.gz
V8_CACHED := $(CARGO_HOME)/.rusty_v8/v152_2_0_librusty_v8_release_x86_64_unknown_linux_gnu_a_gz
PHASOR := target/release/phasor
say = @printf '\033[1m== %s\033[0m\n' "$(1)"

.PHONY: build setup tools v8-archive lib-packages quick image v8 test lint lint-rust lint-js test-rust test-js test-pty check-docs-repl \
	bench ecosystem differential conformance test262 mutants docs-repl clean help

## build: set up what is missing and build target/release/phasor
build: setup
	$(call say,building target/release/phasor (the first time takes some minutes))
	@cargo build --release --locked -p phasor-cli
	target/release/phasor --build-image $(PHASOR)
	echo "done: $(PHASOR)"

## setup: check the tools, put V8's archive in place, fetch lib/'s npm packages
setup: tools v8-archive lib-packages

# A missing tool is named together with the command that installs it.
tools:
	@need() { command -v "$$1" >/dev/null || { echo "make: $$1 is missing. Install it: $$2" >&2; exit 1; }; }
	need cargo "curl https://sh.rustup.rs -sSf | sh   (Rust 1.95 or newer)"
	need gcc "apt-get install gcc g++"
	need g++ "apt-get install g++"
	need python3 "apt-get install python3"
	need node "apt-get install nodejs   (Node 20 or newer; tests and benchmarks compare with it)"
	need npm "apt-get install npm"
	need sha256sum "apt-get install coreutils"

v8-archive:
	@if [ "$$(uname -sm)" != "Linux x86_64" ]; then
	  echo "V8: cargo fetches upstream's archive for this platform"
	elif ! cmp -s $(V8_ARCHIVE) "$(V8_CACHED)"; then
	  echo "V8: verifying $(V8_ARCHIVE) and putting it into cargo's cache"
	  (cd third_party/v8 && sha256sum --quiet -c SHA256SUMS)
	  mkdir -p "$(dir $(V8_CACHED))"
	  cp $(V8_ARCHIVE) "$(V8_CACHED).part"
	  mv "$(V8_CACHED).part" "$(V8_CACHED)"
	fi

lib-packages: lib/node_modules/.package-lock.json

lib/node_modules/.package-lock.json: lib/package-lock.json
	$(call say,fetching the npm packages of lib/)
	@npm ci --prefix lib --ignore-scripts --no-audit --no-fund --loglevel=error
	touch $@

## quick: the executable to develop with, target/quick/phasor: release code, but built faster
quick: setup
	@cargo build --profile quick --locked -p phasor-cli
	target/quick/phasor --build-image target/quick/phasor

## image: put the present lib/ into target/quick/phasor without compiling Rust (OUT=path writes elsewhere)
image:
	@target/quick/phasor --build-image $(or $(OUT),target/quick/phasor) lib

## v8: build V8's archive again from source, with registry tools only (an hour and 8 GB)
v8:
	@third_party/v8/build-from-source target/v8-build target/librusty_v8_release_x86_64-unknown-linux-gnu.a.gz
	sha256sum target/librusty_v8_release_x86_64-unknown-linux-gnu.a.gz

## test: lint and every test
test: build lint test-rust test-js conformance test262
	$(call say,all checks passed)

## lint: rustfmt, clippy with warnings denied, cargo-deny, ESLint over lib/
lint: lint-rust lint-js

lint-rust: setup
	$(call say,rustfmt and clippy and cargo-deny)
	@cargo fmt --all --check
	cargo clippy --release --locked --workspace --all-targets -- -D warnings
	command -v cargo-deny >/dev/null || cargo install --locked cargo-deny
	cargo deny --log-level error check bans licenses sources

lint-js: tests/tools/node_modules/.package-lock.json
	$(call say,ESLint)
	@tests/tools/node_modules/.bin/eslint -c tests/tools/eslint.config.mjs --max-warnings 0 lib tests examples

tests/tools/node_modules/.package-lock.json: tests/tools/package-lock.json
	$(call say,fetching the tools that the tests use)
	@npm ci --prefix tests/tools --ignore-scripts --no-audit --no-fund --loglevel=error
	touch $@

test-rust: build
	$(call say,Rust tests)
	@cargo test --release --locked --workspace

test-js: build
	$(call say,JavaScript behaviour tests)
	@python3 tests/js/run.py $(PHASOR)

## test-pty: the REPL on a pseudo-terminal (CASES="editing vi" for a part); takes some minutes, so it is no part of test
test-pty: build
	@python3 tests/pty/run.py $(PHASOR) $(CASES)

## docs-repl: write the sessions of docs/repl.md anew, and with NODE= and DENO= (commands) its tables
docs-repl: build
	@python3 tests/pty/record.py $(PHASOR) $(if $(NODE),--node '$(NODE)') $(if $(DENO),--deno '$(DENO)')

## check-docs-repl: whether the sessions of docs/repl.md are still true
check-docs-repl: build
	@python3 tests/pty/record.py $(PHASOR) --check

## bench: speed against Node in the same run
bench: build
	@python3 tests/bench/run.py $(PHASOR)

## ecosystem: real npm programs under Node and under Phasor, byte for byte
ecosystem: build
	@python3 tests/ecosystem/run.py $(PHASOR)

## differential: random programs under Phasor and under NODE (a Node 26), which must agree on the order (SEEDS=1..1000)
differential: build
	@python3 tests/differential/run.py $(PHASOR) --node $(or $(NODE),node) --seeds $(or $(SEEDS),1..200)

-include crates/testkit/testkit.mk

## clean: remove what was built
clean:
	@rm -rf target lib/node_modules tests/tools/node_modules

## help: this list
help:
	@sed -n 's/^## //p' $(MAKEFILE_LIST)
