#!/usr/bin/env python3
"""Runs real npm programs under Node and under Phasor and compares what they print, byte for byte.

usage: run.py RUNTIME [--node NODE] [--filter REGEX] [--keep FOLDER]

The packages of package-lock.json are installed into a temporary folder (or into --keep, where they are found
again the next time) with the cases of programs/ beside them. A case passes when standard output and exit code
are the same. The time shown is the ratio of the two runs; it decides nothing.
"""
import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
SAMPLE = 'programs/sample'

# Name, and the arguments that the runtime gets. The working folder is the one with node_modules.
CASES = [
    ('acorn: command line', ['node_modules/acorn/bin/acorn', '--ecma2025', '--module', f'{SAMPLE}/module.mjs']),
    ('commander: parse', ['programs/commander.js', 'split', '--separator', ',', 'a,b,c']),
    ('commander: help', ['programs/commander.js', '--help']),
    ('commander: unknown option', ['programs/commander.js', 'split', '--nope']),
    ('handlebars: template', ['programs/handlebars.js']),
    ('js-yaml: command line', ['node_modules/js-yaml/bin/js-yaml.js', f'{SAMPLE}/data.yml']),
    ('js-yaml: error', ['node_modules/js-yaml/bin/js-yaml.js', f'{SAMPLE}/broken.yml']),
    ('lodash: collections', ['programs/lodash.js']),
    ('marked: command line', ['node_modules/marked/bin/marked.js', '-i', f'{SAMPLE}/text.md']),
    ('mocha: passing and failing', ['node_modules/mocha/bin/mocha.js', '--reporter', 'json', 'programs/mocha.js']),
    ('mocha: ES module', ['node_modules/mocha/bin/mocha.js', '--reporter', 'tap', 'programs/mocha.mjs']),
    ('prettier: TypeScript', ['node_modules/prettier/bin/prettier.cjs', f'{SAMPLE}/program.ts']),
    ('prettier: Markdown', ['node_modules/prettier/bin/prettier.cjs', f'{SAMPLE}/text.md']),
    ('prettier: check', ['node_modules/prettier/bin/prettier.cjs', '--check', SAMPLE]),
    ('semver: range', ['node_modules/semver/bin/semver.js', '-r', '>=1.2 <3', '1.0.0', '2.5.1', '2.4.0', '3.0.0']),
    ('semver: increment', ['node_modules/semver/bin/semver.js', '-i', 'prerelease', '--preid', 'beta', '1.2.3']),
    ('terser: minify', ['node_modules/terser/bin/terser', '--compress', '--mangle', '--', f'{SAMPLE}/module.mjs']),
    ('terser: lodash', ['node_modules/terser/bin/terser', 'node_modules/lodash/lodash.js', '-c', '-m']),
    ('typescript: errors', ['node_modules/typescript/bin/tsc', '--noEmit', '--strict', f'{SAMPLE}/wrong.ts']),
    ('typescript: compile', ['programs/typescript.js']),
    ('yargs: command', ['programs/yargs.js', 'greet', '--name', 'World', '-vv']),
    ('yargs: help', ['programs/yargs.js', '--help']),
    ('yargs: missing argument', ['programs/yargs.js', 'greet']),
]


def install(folder):
    for name in ('package.json', 'package-lock.json'):
        shutil.copy(os.path.join(HERE, name), folder)
    shutil.copytree(os.path.join(HERE, 'programs'), os.path.join(folder, 'programs'), dirs_exist_ok=True)
    if not os.path.exists(os.path.join(folder, 'node_modules', '.package-lock.json')):
        subprocess.run(['npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
                       cwd=folder, check=True)


def run(runtime, arguments, folder):
    environment = {**os.environ, 'NO_COLOR': '1', 'COLUMNS': '80'}
    environment.pop('NODE_OPTIONS', None)
    started = time.monotonic()
    try:
        done = subprocess.run([runtime, *arguments], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                              capture_output=True, timeout=120)
        result = (done.returncode, done.stdout, done.stderr)
    except subprocess.TimeoutExpired:
        result = ('timeout', b'', b'')
    return result, time.monotonic() - started


def stable(output):
    """mocha reports how long things took and when."""
    output = re.sub(rb'"(duration|start|end)": (\d+|"[^"]*")', rb'"\1": 0', output)
    return re.sub(rb' \(\d+ms\)', b'', output)


def difference(expected, actual):
    if expected[0] != actual[0]:
        return f'exit code {actual[0]}, not {expected[0]}'
    ours, theirs = stable(actual[1]), stable(expected[1])
    if ours == theirs:
        return None
    at = next((i for i, (a, b) in enumerate(zip(ours, theirs)) if a != b), min(len(ours), len(theirs)))
    return f'byte {at}: {ours[at:at + 60]!r}, not {theirs[at:at + 60]!r}'


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('runtime')
    parser.add_argument('--node', default='node')
    parser.add_argument('--filter', default='')
    parser.add_argument('--keep')
    options = parser.parse_args()
    runtime = os.path.abspath(options.runtime)
    folder = options.keep or tempfile.mkdtemp(prefix='phasor-ecosystem.')
    os.makedirs(folder, exist_ok=True)
    failed = 0
    try:
        install(folder)
        for name, arguments in CASES:
            if not re.search(options.filter, name):
                continue
            expected, node_seconds = run(options.node, arguments, folder)
            actual, seconds = run(runtime, arguments, folder)
            problem = difference(expected, actual)
            failed += problem is not None
            print(f'{"same" if problem is None else "DIFFERS":8} {seconds / node_seconds:5.2f}x  {name}', flush=True)
            if problem is not None:
                print(f'         {problem}')
                print(actual[2].decode(errors='replace')[:800])
    finally:
        if not options.keep:
            shutil.rmtree(folder, ignore_errors=True)
    print(f'{failed} of {len(CASES)} differ' if failed else 'all the same')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
