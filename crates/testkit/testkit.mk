# The targets of crates/testkit, included by the Makefile. CASES and TESTS narrow a run.

.PHONY: testkit record compat conformance-stability

testkit: setup
	@cargo build --release --locked -p phasor-testkit

## conformance: callback order against what Node did (CASES="timers exit/*" for a part)
conformance: build testkit
	$(call say,conformance)
	@node crates/testkit/conformance/generate.mjs --check
	target/release/phasor-conformance --runtime "Phasor=$(PHASOR)" $(CASES)

## conformance-stability: every case 20 times while all processors are busy (RUNTIME=command, CASES=area, REPEAT=N)
conformance-stability: build testkit
	$(call say,conformance, again and again under load)
	@target/release/phasor-conformance --repeat $(or $(REPEAT),20) --load --runtime "$(or $(RUNTIME),Phasor=$(PHASOR))" $(CASES)

## test262: the language tests that a host must pass (TESTS=path for a part, TEST262=folder for a checkout)
test262: build testkit
	$(call say,test262)
	@target/release/phasor-test262 --runtime "Phasor=$(PHASOR)" $(if $(TEST262),--test262 $(TEST262)) $(TESTS)

## mutants: builds with a wrong order, each of which the conformance suite must notice
mutants: build testkit
	$(call say,mutants)
	@crates/testkit/mutants/run.py --phasor $(PHASOR) --conformance target/release/phasor-conformance

## record: record the expectations again, from the node on PATH (or NODE=path)
record: testkit
	@target/release/phasor-conformance --record --repeat 3 --runtime $(or $(NODE),node) $(CASES)

## compat: the table of docs/compat.md (RUNTIMES='--runtime "Node 20=node"' adds columns)
compat: build testkit
	@target/release/phasor-conformance --expected-failures none --markdown target/compat.md \
	  --runtime "Phasor=$(PHASOR)" $(RUNTIMES) > target/compat.log || test $$? = 1 # a difference is what it shows
	cat target/compat.md
