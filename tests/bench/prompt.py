#!/usr/bin/env python3
"""How soon a REPL's first prompt is there, and what memory the process holds then.

    tests/bench/prompt.py [--rounds N] [--json FILE] NAME=COMMAND...

Every round starts each command once on a pseudo-terminal, so that a busy moment of the machine hits all of them. The time
ends when the prompt `> ` is on the screen; the memory is the resident set size half a second later. Figures are medians; those
of the other commands are followed by their ratio to the first one.
"""

import argparse
import json
import os
import shlex
import signal
import statistics
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'pty'))

from terminal import Terminal  # noqa: E402


def resident(pid):
    with open(f'/proc/{pid}/status') as file:
        for line in file:
            if line.startswith('VmRSS:'):
                return int(line.split()[1]) / 1024
    return 0


def measure(command, folder):
    """Milliseconds to the first prompt and mebibytes at it."""
    words = shlex.split(command)
    env = {'NODE_REPL_HISTORY': '', 'PHASOR_REPL_HISTORY': '', 'DENO_DIR': os.path.join(folder, 'deno'), 'DENO_NO_UPDATE_CHECK': '1'}
    began = time.perf_counter()
    with Terminal(words[0], words[1:], env=env, folder=folder, wait=None) as terminal:
        terminal.wait(lambda screen: screen.line(screen.row).startswith('>'), 'the prompt')
        milliseconds = (time.perf_counter() - began) * 1000
        # The memory is to be looked at in rest: this pause decides nothing.
        time.sleep(0.5)
        memory = resident(terminal.process.pid)
        os.kill(terminal.process.pid, signal.SIGKILL)
    return milliseconds, memory


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('commands', nargs='+', metavar='NAME=COMMAND')
    parser.add_argument('--rounds', type=int, default=15)
    parser.add_argument('--json')
    options = parser.parse_args()
    commands = dict(command.split('=', 1) for command in options.commands)
    results = {name: [] for name in commands}
    with tempfile.TemporaryDirectory() as folder:
        for name, command in commands.items():
            measure(command, folder)  # Fills caches.
        for _ in range(options.rounds):
            for name, command in commands.items():
                results[name].append(measure(command, folder))
    table = {
        name: {'ms': statistics.median(t for t, _ in runs), 'MiB': statistics.median(m for _, m in runs)}
        for name, runs in results.items()
    }
    first = next(iter(table.values()))
    for name, row in table.items():
        print(f'{name:12} {row["ms"]:8.1f} ms ({row["ms"] / first["ms"]:.2f})  {row["MiB"]:7.1f} MiB ({row["MiB"] / first["MiB"]:.2f})')
    if options.json:
        with open(options.json, 'w') as file:
            json.dump(table, file, indent=2)


if __name__ == '__main__':
    main()
