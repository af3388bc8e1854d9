#!/usr/bin/env python3
"""Runs the cases of tests/pty/cases: the REPL on a pseudo-terminal, typed keys in, screen out.

    tests/pty/run.py PROGRAM [NAME...] [--jobs N] [--repeat N] [--list]

A case is a function `test_*(new)` of a file in cases/; `new(...)` opens a terminal with the program. NAME selects cases
whose `file/function` contains it. Exit code 0 if all passed.
"""

import argparse
import concurrent.futures
import importlib
import os
import sys
import time
import traceback

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
sys.path.insert(0, os.path.join(HERE, 'cases'))


def cases():
    for name in sorted(os.listdir(os.path.join(HERE, 'cases'))):
        if not name.endswith('.py') or name.startswith('_'):
            continue
        module = importlib.import_module(name[:-3])
        for attribute, value in vars(module).items():
            if attribute.startswith('test_') and value.__module__ == module.__name__:
                yield f'{name[:-3]}/{attribute[5:]}', name[:-3], attribute


def run(program, module, function):
    """Runs one case; returns the error's text, or None."""
    from terminal import Failure, Terminal

    def new(*arguments, **options):
        return Terminal(program, arguments, **options)

    try:
        getattr(importlib.import_module(module), function)(new)
        return None
    except Failure as failure:
        frames = [f for f in traceback.extract_tb(failure.__traceback__) if os.sep + 'cases' + os.sep in f.filename]
        where = f'{os.path.basename(frames[-1].filename)}:{frames[-1].lineno}: {frames[-1].line}\n' if frames else ''
        return f'{where}{failure}'
    except Exception:
        return traceback.format_exc()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('program')
    parser.add_argument('names', nargs='*')
    parser.add_argument('--jobs', type=int, default=2 * (os.cpu_count() or 1))
    parser.add_argument('--repeat', type=int, default=1)
    parser.add_argument('--list', action='store_true')
    options = parser.parse_args()
    program = os.path.abspath(options.program)
    chosen = [case for case in cases() if not options.names or any(name in case[0] for name in options.names)]
    if options.list:
        print('\n'.join(name for name, _, _ in chosen))
        return 0
    if not chosen:
        print('no case has such a name', file=sys.stderr)
        return 1
    began = time.monotonic()
    failed = 0
    with concurrent.futures.ProcessPoolExecutor(options.jobs) as pool:
        running = {
            pool.submit(run, program, module, function): name
            for _ in range(options.repeat) for name, module, function in chosen
        }
        for future in concurrent.futures.as_completed(running):
            error = future.result()
            if error is not None:
                failed += 1
                print(f'FAIL {running[future]}\n{error}\n', flush=True)
    total = len(chosen) * options.repeat
    print(f'pty: {total - failed} of {total} passed in {time.monotonic() - began:.1f} s')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
