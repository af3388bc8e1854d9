#!/usr/bin/env python3
"""Measures Phasor against Node in the same run.

usage: run.py RUNTIME [--node NODE] [--rounds N] [--filter REGEX]

Each program of programs/ prints the milliseconds of its own work. The two runtimes take turns, and the median of the rounds
counts. A ratio above 1 says that Phasor needs less: less time, or less memory.
"""
import argparse
import os
import re
import statistics
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
PROGRAMS = [
    ('immediates, one a turn', 'immediates-one-a-turn.js'),
    ('immediates, a million at once', 'immediates-at-once.js'),
    ('nextTick', 'next-tick.js'),
    ('await', 'await.js'),
    ('timers, a million fire', 'timers-fire.js'),
    ('timers, two million armed and cancelled', 'timers-cancel.js'),
    ('fs.stat, 32 in flight', 'fs-stat.js'),
    ('fs.readFile, 32 in flight', 'fs-read-file.js'),
]


def program(name):
    return os.path.join(HERE, 'programs', name)


def work_time(runtime, name):
    """Milliseconds that the program itself measured."""
    done = subprocess.run([runtime, program(name)], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f'{runtime} {name} ended with {done.returncode}:\n{done.stderr}')
    return float(done.stdout)


def start_up(runtime):
    """Wall milliseconds and resident KiB of a process that says hello."""
    start = time.perf_counter()
    pid = os.posix_spawn(runtime, [runtime, program('hello.js')], os.environ,
                         file_actions=[(os.POSIX_SPAWN_OPEN, 1, '/dev/null', os.O_WRONLY, 0)])
    _, status, usage = os.wait4(pid, 0)
    elapsed = (time.perf_counter() - start) * 1000
    if status != 0:
        sys.exit(f'{runtime} hello.js ended with status {status}')
    return elapsed, usage.ru_maxrss


def medians(rounds, measure_node, measure_phasor):
    """The medians of two measurements that take turns."""
    pairs = [(measure_node(), measure_phasor()) for _ in range(rounds)]
    return statistics.median(p[0] for p in pairs), statistics.median(p[1] for p in pairs)


def print_row(name, unit, theirs, ours):
    print(f'{name:<42}{theirs:>12.1f}{ours:>12.1f} {unit:<4}{theirs / ours:>8.2f}', flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('runtime')
    parser.add_argument('--node', default='node')
    parser.add_argument('--rounds', type=int, default=5)
    parser.add_argument('--filter', default='')
    options = parser.parse_args()
    node = subprocess.run([options.node, '-p', 'process.execPath'], capture_output=True, text=True, check=True).stdout.strip()
    version = subprocess.run([node, '-v'], capture_output=True, text=True, check=True).stdout.strip()
    runtime = os.path.abspath(options.runtime)
    wanted = re.compile(options.filter)

    print(f'{"":<42}{"Node " + version:>12}{"Phasor":>12}     {"ratio":>8}')
    if wanted.search('start-up'):
        rounds = [(start_up(node), start_up(runtime)) for _ in range(options.rounds * 4)]
        for name, unit, index in (('start-up, wall', 'ms', 0), ('start-up, resident memory', 'KiB', 1)):
            print_row(name, unit, *(statistics.median(r[side][index] for r in rounds) for side in (0, 1)))
    for name, file in PROGRAMS:
        if wanted.search(name):
            print_row(name, 'ms', *medians(options.rounds, lambda: work_time(node, file), lambda: work_time(runtime, file)))


if __name__ == '__main__':
    main()
