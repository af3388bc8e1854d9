#!/usr/bin/env python3
"""Writes docs/repl.md anew: sessions as they really ran, and tables of what was really found.

    tests/pty/record.py PROGRAM [--node COMMAND] [--deno COMMAND] [--check]

The page has places `<!-- recorded: NAME -->` … `<!-- end -->`; what stands between them is replaced. A session of `sessions.py` is
typed into PROGRAM on a pseudo-terminal, and the screen is the text. The tables `features` and `figures` need the other
runtimes: without them they stay as they are. With --check nothing is written; the exit code says whether a session has changed.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import json

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
PAGE = os.path.join(ROOT, 'docs', 'repl.md')
sys.path.insert(0, HERE)

import features  # noqa: E402
import sessions  # noqa: E402
from terminal import Terminal  # noqa: E402


# What no two runs have in common: durations, turns, the spaces that align them, and places inside of lib/.
VARIABLE = [
    (r'(\(node:[\w/]+):\d+:\d+', r'\1:n'), (r' *\d+\.\d+ ms', ' n ms'),
    (r'\bin \d+ ms', 'in n ms'), (r'\bTurn \d+', 'Turn n'), (r' +\d+ callbacks', ' n callbacks'),
]


def record(program, steps):
    """The screen after a session, without the greeting."""
    with Terminal(program, columns=88, rows=50, env={'PS1': ''}) as t:
        greeting = len(t.screen.lines()) - 1
        steps(t)
        lines = t.screen.lines()[greeting:]
    while lines and lines[-1].strip() in ('', '>'):
        lines.pop()
    text = '\n'.join(lines)
    for pattern, replacement in VARIABLE:
        text = re.sub(pattern, replacement, text)
    return f'```console\n{text}\n```'


def figures(commands):
    """First prompt and memory, as a table."""
    with tempfile.NamedTemporaryFile(suffix='.json') as file:
        subprocess.run([
            sys.executable, os.path.join(ROOT, 'tests', 'bench', 'prompt.py'), '--json', file.name,
            *(f'{name}={command}' for name, command in commands)], check=True)
        rows = json.load(open(file.name))
    first = next(iter(rows.values()))
    yield '| | first prompt | memory at the prompt |'
    yield '| --- | --- | --- |'
    for name, row in rows.items():
        compared = '' if row is first else f' ({row["ms"] / first["ms"]:.1f} ×)'
        more = '' if row is first else f' ({row["MiB"] / first["MiB"]:.1f} ×)'
        yield f'| {name} | {row["ms"]:.0f} ms{compared} | {row["MiB"]:.0f} MiB{more} |'


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('program')
    parser.add_argument('--node')
    parser.add_argument('--deno')
    parser.add_argument('--check', action='store_true')
    options = parser.parse_args()
    program = os.path.abspath(options.program)
    commands = [('Phasor', program)]
    if options.node:
        commands.append(('Node', options.node))
    if options.deno:
        commands.append(('Deno', f'{options.deno} repl'))
    tables = {'features': lambda: features.table(commands), 'figures': lambda: figures(commands)}
    with open(PAGE, encoding='utf-8') as file:
        page = file.read()

    def block(match):
        name = match.group(1)
        if name in tables:
            if len(commands) < 3 or options.check:
                return match.group(0)
            text = '\n'.join(tables[name]())
        else:
            text = record(program, getattr(sessions, name))
        return f'<!-- recorded: {name} -->\n{text}\n<!-- end -->'

    new = re.sub(r'<!-- recorded: (\w+) -->\n.*?<!-- end -->', block, page, flags=re.S)
    if options.check:
        if new != page:
            print('docs/repl.md is not what the REPL shows any more: run `make docs-repl`', file=sys.stderr)
            return 1
        return 0
    with open(PAGE, 'w', encoding='utf-8') as file:
        file.write(new)
    return 0


if __name__ == '__main__':
    sys.exit(main())
