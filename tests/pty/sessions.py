"""The sessions that docs/repl.md shows: each function types into an open terminal and waits for what has to appear.

`record.py` writes the screen that is there at the end into the page. Durations and counts differ from run to run, and places
inside of lib/ with every change there: it puts an `n` in their place.
"""


def say(t, *texts):
    """Enters each text and waits for the next prompt."""
    for text in texts:
        t.enter(text)
        t.expect_prompt()


def evaluation(t):
    say(
        t, 'const answer = await Promise.resolve(6 * 7)', 'answer', 'const answer = 43', '_ + 1',
        "import { sep } from 'node:path'", '{ sep, answer }', "JSON.parse('{')", '_error.name')


def several_lines(t):
    t.type('function greet(name) {')
    t.press('enter')
    t.expect_cursor('  |')
    t.type('return `Hello ${name}`')
    t.press('enter')
    t.expect_cursor('  |')
    t.type('}')
    t.expect_text('\n}')
    t.press('enter')
    t.expect_prompt()
    say(t, "greet('you')")


def typing_goes_on(t):
    say(t, "setTimeout(() => console.log('a timer fired'), 200) && 0")
    t.type('[1, 2, 3].map((n) =>')
    t.expect('a timer fired', '> [1, 2, 3].map((n) =>|')
    t.type(' n * 2)')
    t.wait_typed(' n * 2)')
    t.press('enter')
    t.expect_prompt()


def interrupts(t):
    say(t, 'let kept = 41')
    for text in ["console.log('busy'); for (;;);", "console.log('waiting'); await new Promise(() => {})"]:
        t.enter(text)
        word = text.split("'")[1]
        t.wait(lambda screen: word in screen.lines(), 'the evaluation')
        t.press('ctrl-c')
        t.expect_prompt()
    say(t, 'kept + 1')


def errors(t):
    t.enter("setTimeout(() => { throw new RangeError('late') }, 20) && 0")
    t.expect_text('Uncaught RangeError: late')
    t.expect_prompt()
    say(t, '_error.message')


def the_loop(t):
    say(t, '.pause', 'const timer = setTimeout(() => {}, 60_000), soon = setImmediate(() => {})', '.loop', '.queues', '.step', '.resume')


def preview(t):
    t.type('[3, 1, 2].toSor')
    t.expect_cursor('> [3, 1, 2].toSor|ted')
    t.press('right')
    t.type('()')
    t.expect('> [3, 1, 2].toSorted()', '[ 1, 2, 3 ]')
