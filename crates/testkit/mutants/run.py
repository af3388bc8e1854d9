#!/usr/bin/env python3
"""Shows that the conformance suite notices a wrong order.

Every mutation of mutants.json is applied to a copy of the sources; the executable made of it must
fail each case that the mutation names, and the executable as it is must pass them all. A mutation of
lib/ needs a new image only, one of a crate a build of its own (the first one takes some minutes).

usage: run.py --phasor PATH --conformance PATH [name ...]
exit code: 0 every mutant is caught, 1 one survives or no longer applies
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
WORK = ROOT / "target" / "mutants"


class Survived(Exception):
    """A mutant that was not caught, or could not be made."""


def mutate(tree, mutant):
    path = tree / mutant["file"]
    text = path.read_text()
    for edit in mutant["edits"]:
        if text.count(edit["find"]) != 1:
            raise Survived(f"the mutation no longer applies to {mutant['file']}: {edit['find']!r}")
        text = text.replace(edit["find"], edit["replace"])
    path.write_text(text)


def copy(names, tree):
    for name in names:
        target = tree / name
        if (ROOT / name).is_dir():
            shutil.rmtree(target, ignore_errors=True)
            # Times are kept, so that a build compiles again only what a mutation touches.
            shutil.copytree(ROOT / name, target, symlinks=True)
        else:
            shutil.copy2(ROOT / name, target)


def build(mutant, phasor):
    """Makes the mutated executable and returns its path."""
    is_lib = mutant["file"].startswith("lib/")
    slug = re.sub(r"\W+", "-", mutant["name"])
    tree = WORK / (slug if is_lib else "tree")
    tree.mkdir(parents=True, exist_ok=True)
    copy(["lib"] if is_lib else ["Cargo.toml", "Cargo.lock", "crates", "lib"], tree)
    mutate(tree, mutant)
    if not is_lib:
        # The mutated file must be newer than the last build of it.
        os.utime(tree / mutant["file"])
        environment = {**os.environ, "CARGO_TARGET_DIR": str(WORK / "build")}
        command = ["cargo", "build", "--profile", "quick", "--locked", "-p", "phasor-cli"]
        subprocess.run(command, cwd=tree, env=environment, check=True)
        phasor = WORK / "build" / "quick" / "phasor"
    folder = WORK / "executables" / slug
    folder.mkdir(parents=True, exist_ok=True)
    # The name tells the runner that this is Phasor.
    mutated = folder / "phasor"
    subprocess.run([phasor, "--build-image", mutated, tree / "lib"], check=True, cwd=ROOT)
    return mutated


def run_cases(conformance, runtime, cases):
    command = [conformance, "--suite", ROOT / "crates/testkit/conformance", "--runtime", runtime, "--verbose", *cases]
    output = subprocess.run(command, capture_output=True, text=True, cwd=ROOT).stdout
    verdict = lambda case: re.search(rf"^([A-Z ]+) {re.escape(case)}$", output, re.M)
    return {case: found.group(1) if (found := verdict(case)) else "NOT RUN" for case in cases}


def check(conformance, mutant, phasor):
    verdicts = run_cases(conformance, build(mutant, phasor), mutant["cases"])
    missed = [case for case, verdict in verdicts.items() if verdict != "FAIL"]
    if missed:
        raise Survived(f"not noticed by {', '.join(missed)}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--phasor", type=Path, required=True)
    parser.add_argument("--conformance", type=Path, required=True)
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    phasor, conformance = options.phasor.resolve(), options.conformance.resolve()
    mutants = json.loads((Path(__file__).parent / "mutants.json").read_text())
    mutants = [m for m in mutants if not options.names or m["name"] in options.names]
    cases = sorted({case for mutant in mutants for case in mutant["cases"]})
    wrong = {c: v for c, v in run_cases(conformance, phasor, cases).items() if v != "PASS"}
    if wrong:
        sys.exit(f"without a mutation these must pass: {wrong}")
    survivors = 0
    for mutant in mutants:
        try:
            check(conformance, mutant, phasor)
            print(f"caught    {mutant['name']}, by", *mutant["cases"], sep="\n          ", flush=True)
        except (Survived, subprocess.CalledProcessError) as reason:
            survivors += 1
            print(f"SURVIVED  {mutant['name']}: {reason}", flush=True)
    sys.exit(1 if survivors else 0)


main()
