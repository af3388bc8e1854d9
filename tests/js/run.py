#!/usr/bin/env python3
"""Runs the JavaScript behaviour tests: every tests/js/<area>/<behaviour>.{js,mjs} as a process of its own.

usage: run.py RUNTIME [--filter REGEX] [--repeat N] [--jobs N] [--timeout SECONDS]

A test passes when its process ends with code 0. It gets an empty temporary folder as TMPDIR. What a failing
test printed is shown; the last line counts.
"""
import argparse
import concurrent.futures
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))


def tests(pattern):
    for folder, folders, files in sorted(os.walk(HERE)):
        folders[:] = [f for f in folders if f not in ('common', 'fixtures', 'node_modules')]
        for name in sorted(files):
            path = os.path.join(folder, name)
            if name.endswith(('.js', '.mjs', '.cjs')) and re.search(pattern, os.path.relpath(path, HERE)):
                yield path


def options_of(path):
    """The words of a first line `// Flags: --expose-gc …`."""
    with open(path, encoding='utf8') as file:
        match = re.match(r"(?:'use strict';\n)?// Flags: (.*)", file.read(400))
    return match.group(1).split() if match else []


def run(runtime, path, timeout):
    """Returns None for a pass, else what to show."""
    folder = tempfile.mkdtemp(prefix='phasor-test.')
    try:
        process = subprocess.Popen(
            [runtime, *options_of(path), path], cwd=folder, env={**os.environ, 'TMPDIR': folder, 'NO_COLOR': '1'},
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True)
        try:
            output, _ = process.communicate(timeout=timeout)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            output, _ = process.communicate()
            return f'still running after {timeout} s\n' + output.decode(errors='replace')
        if process.returncode:
            return f'exit code {process.returncode}\n' + output.decode(errors='replace')
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('runtime')
    parser.add_argument('--filter', default='')
    parser.add_argument('--repeat', type=int, default=1)
    parser.add_argument('--jobs', type=int, default=os.cpu_count())
    parser.add_argument('--timeout', type=float, default=60)
    arguments = parser.parse_args()
    runtime = shutil.which(arguments.runtime) or sys.exit(f'no such runtime: {arguments.runtime}')
    runtime = os.path.abspath(runtime)
    selected = list(tests(arguments.filter)) * arguments.repeat
    if not selected:
        sys.exit('no test matches')
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        jobs = [(path, pool.submit(run, runtime, path, arguments.timeout)) for path in selected]
        for path, job in jobs:
            failure = job.result()
            if failure is not None:
                failed += 1
                print(f'FAIL {os.path.relpath(path, HERE)}: {failure}', flush=True)
    print(f'{len(selected) - failed} passed, {failed} failed')
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()
