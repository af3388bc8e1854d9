"""What REPLs can do, found out by trying: each probe types into one and looks at the screen.

A probe is a function that gets an open terminal and returns whether the feature is there. `table` runs all of them against
several commands.
"""

import os
import shlex
import tempfile

from terminal import Failure, Terminal

# A feature that is not there shows itself by nothing happening for so long.
PATIENCE = 6


def shows(t, text):
    """Whether `text` comes to stand on a line of its own."""
    return comes(t, lambda screen: text in screen.lines())


def comes(t, condition):
    try:
        t.wait(condition, 'it', PATIENCE)
        return True
    except Failure:
        return False


def prompt(t):
    return comes(t, lambda screen: screen.line_with_cursor() in ('> |', '>|', '> |'))


def enter(t, text):
    prompt(t)
    t.type(text)
    comes(t, lambda screen: screen.line_with_cursor().split('|')[0].endswith(text[-12:]))
    t.type('\r')


def typing_goes_on(t):
    enter(t, "setTimeout(() => console.log('la' + 'ter'), 300) && 0")
    prompt(t)
    t.type('abc')
    return comes(t, lambda screen: 'later' in screen.lines() and screen.line_with_cursor().startswith('> abc|'))


def runaway(t):
    enter(t, 'var kept = 41')
    enter(t, 'for (;;);')
    comes(t, lambda screen: screen.row > 2 and screen.line_with_cursor() == '|')
    for _ in range(5):
        t.type('\x03')
        if comes(t, lambda screen: screen.line_with_cursor() == '> |'):
            break
    enter(t, 'kept + 1')
    return shows(t, '42')


def runaway_callback(t):
    enter(t, "setTimeout(() => { console.log('st' + 'uck'); for (;;); }, 100) && 0")
    comes(t, lambda screen: 'stuck' in screen.lines())
    prompts = prompt_count(t.screen)
    t.type('\x03')
    comes(t, lambda screen: prompt_count(screen) > prompts)
    enter(t, '40 + 2')
    return shows(t, '42')


def prompt_count(screen):
    return sum(line.startswith('>') for line in screen.lines())


def left_await(t):
    enter(t, 'await new Promise(() => { setTimeout(() => {}, 1e6) })')
    comes(t, lambda screen: screen.line_with_cursor() == '|')
    t.type('\x03')
    enter(t, '40 + 2')
    return shows(t, '42')


def kept_const(t):
    enter(t, 'const value = await Promise.resolve(41)')
    enter(t, 'value + 1')
    return shows(t, '42')


def declared_again(t):
    enter(t, 'const again = 1')
    enter(t, 'const again = 42')
    enter(t, 'again')
    return shows(t, '42')


def import_statement(t):
    enter(t, "import { sep } from 'node:path'")
    enter(t, "'x' + sep + 'y'")
    return comes(t, lambda screen: any(line in ("'x/y'", '"x/y"') for line in screen.lines()))


def object_literal(t):
    enter(t, '{ a: 41 + 1 }')
    return shows(t, '{ a: 42 }')


def types(t):
    enter(t, 'let typed: number = 42; typed')
    return shows(t, '42')


def indentation(t):
    prompt(t)
    t.type('function f() {')
    t.type('\r')
    return comes(t, lambda screen: screen.line_with_cursor().endswith('  |') and screen.line_with_cursor() != '> |')


def colours(t):
    prompt(t)
    t.type('const a = "b"')
    return comes(t, lambda _: (t.style('"b"') or '') != '')


def regex_colours(t):
    prompt(t)
    t.type('/a/.test(b) / 2')
    return comes(t, lambda _: (t.style('/a/') or '') not in ('', None) and t.style('/a/') != t.style('b'))


def matching_bracket(t):
    prompt(t)
    t.type('(a)')
    return comes(t, lambda _: (t.style('(') or '') != '' and t.style('(') != t.style('a'))


def preview(t):
    prompt(t)
    t.type('6 * 7')
    return shows(t, '42')


def completion_preview(t):
    prompt(t)
    t.type('encodeURIC')
    return comes(t, lambda screen: 'encodeURIComponent' in screen.line(screen.row))


def signature(t):
    enter(t, 'function add(first, second) { return first + second }')
    prompt(t)
    t.type('add(')
    return comes(t, lambda screen: 'first, second' in '\n'.join(screen.lines()[-2:]) and 'function' not in screen.lines()[-1])


def search(t):
    enter(t, "'pear'")
    prompt(t)
    t.type('\x12')
    t.type('pea')
    return comes(t, lambda screen: "'pear'" in screen.lines()[-1] and 'pea' in screen.lines()[-1].split("'pear'")[0]) or comes(
        t, lambda screen: 'bck-i-search' in '\n'.join(screen.lines()))


def paste(t):
    prompt(t)
    t.send(b'\x1b[200~let p = 1\nlet q = 41\np + q\x1b[201~')
    comes(t, lambda screen: 'p + q' in screen.line(screen.row))
    # Nothing may have been evaluated yet.
    if any(line in ('undefined', '42') for line in t.screen.lines()):
        return False
    t.type('\r')
    return shows(t, '42')


def uncaught(t):
    enter(t, "setTimeout(() => { throw new Error('la' + 'te') }, 50) && 0")
    comes(t, lambda screen: 'late' in '\n'.join(screen.lines()))
    enter(t, '40 + 2')
    return shows(t, '42')


def command(name, sign):
    def probe(t):
        enter(t, name)
        found = comes(t, lambda screen: sign in '\n'.join(screen.lines()[2:]).replace(f'> {name}', ''))
        return found and not any(word in t.text() for word in ('Invalid REPL keyword', 'Error'))
    return probe


FEATURES = [
    ('what callbacks print stands above the line that is being typed', typing_goes_on),
    ('an endless loop is ended by Ctrl-C, the session stays', runaway),
    ('so is one in a callback, while a line is typed', runaway_callback),
    ('an await that never settles is left by Ctrl-C', left_await),
    ('an error in a callback does not end the session', uncaught),
    ('`const` survives a top-level await', kept_const),
    ('`let` and `const` can be declared again', declared_again),
    ('`import` statements', import_statement),
    ('an object literal at the start of a line', object_literal),
    ('TypeScript types', types),
    ('indentation of the next line', indentation),
    ('colours while typing', colours),
    ('regular expressions among them', regex_colours),
    ('the matching bracket stands out', matching_bracket),
    ('results are previewed', preview),
    ('names are completed in grey', completion_preview),
    ('signatures of functions', signature),
    ('searching the history', search),
    ('pasted lines are edited before they run', paste),
    ('`.loop`: phases, handles, requests', command('.loop', 'turn')),
    ('`.queues`: ticks, microtasks, timers', command('.queues', 'microtask')),
    ('`.step`: one phase, one turn', command('.step', 'timers')),
    ('`.trace`: a line for each callback', command('.trace on', 'trac')),
]


def probe(program, function):
    words = shlex.split(program)
    with tempfile.TemporaryDirectory() as folder:
        env = {
            'PHASOR_REPL_HISTORY': os.path.join(folder, 'history'), 'NODE_REPL_HISTORY': os.path.join(folder, 'history'),
            'DENO_DIR': os.path.join(folder, 'deno'), 'DENO_NO_UPDATE_CHECK': '1',
        }
        try:
            with Terminal(words[0], words[1:], env=env, folder=folder, wait=None) as t:
                return prompt(t) and bool(function(t))
        except Failure:
            return False


def table(programs):
    """Rows of a Markdown table: every feature against every (name, command)."""
    yield '| | ' + ' | '.join(name for name, _ in programs) + ' |'
    yield '| --- |' + ' --- |' * len(programs)
    for title, function in FEATURES:
        found = ['yes' if probe(program, function) else 'no' for _, program in programs]
        yield f'| {title} | ' + ' | '.join(found) + ' |'
