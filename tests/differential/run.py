#!/usr/bin/env python3
"""Runs random programs under Phasor and under Node, and tells where they differ.

usage: run.py RUNTIME [--node NODE] [--seeds FIRST..LAST] [--size N]

A program prints the same for a seed under every run of a runtime, unless a deadline was missed: a difference counts only if
no two of five runs of each side agree. Compare with the Node release that Phasor follows. Exit code: 0 if
nothing differs, 1 if something does, 2 for a mistake in the call.
"""
import argparse
import concurrent.futures
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
RUNS = 5
SECONDS = 60
CONTEXT = 6


def output(runtime, program, seed, size):
    try:
        done = subprocess.run([runtime, '--no-warnings', program, str(seed), str(size)], capture_output=True, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        return f'still running after {SECONDS} s'
    text = done.stdout.decode(errors='replace')
    return text if done.returncode == 0 else f'{text}exit code {done.returncode}\n{done.stderr.decode(errors="replace")[-400:]}'


def compare(node, runtime, program, seed, size):
    """None, or a pair of outputs that differ."""
    theirs, ours = output(node, program, seed, size), output(runtime, program, seed, size)
    if theirs == ours:
        return None
    all_theirs = {theirs} | {output(node, program, seed, size) for _ in range(RUNS - 1)}
    all_ours = {ours} | {output(runtime, program, seed, size) for _ in range(RUNS - 1)}
    return None if all_theirs & all_ours else (theirs, ours)


def describe(seed, theirs, ours):
    left, right = theirs.split('\n'), ours.split('\n')
    same = next((i for i, pair in enumerate(zip(left, right)) if pair[0] != pair[1]), min(len(left), len(right)))
    print(f'seed {seed} differs after {same} lines')
    for line in left[max(0, same - CONTEXT):same]:
        print(f'    {line}')
    for line in left[same:same + CONTEXT]:
        print(f'  - {line}')
    for line in right[same:same + CONTEXT]:
        print(f'  + {line}')
    sys.stdout.flush()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('runtime')
    parser.add_argument('--node', default='node')
    parser.add_argument('--seeds', default='1..100', metavar='FIRST..LAST')
    parser.add_argument('--size', type=int, default=40)
    options = parser.parse_args()
    try:
        first, last = (int(number) for number in options.seeds.split('..'))
    except ValueError:
        parser.error(f'--seeds takes two numbers, as 1..100, not {options.seeds}')
    runtime = os.path.abspath(options.runtime)
    program = os.path.join(HERE, 'order.js')

    different = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        jobs = {seed: pool.submit(compare, options.node, runtime, program, seed, options.size) for seed in range(first, last + 1)}
        for seed, job in jobs.items():
            if job.result() is not None:
                different += 1
                describe(seed, *job.result())
    print(f'{last - first + 1} programs, {different} differ')
    return 1 if different else 0


if __name__ == '__main__':
    sys.exit(main())
