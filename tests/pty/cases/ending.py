"""However the process ends, the terminal is left as it was."""

import os
import signal


def test_dot_exit(new):
    with new() as t:
        t.enter('.exit')
        t.expect_exit()


def test_process_exit_in_a_line(new):
    with new() as t:
        t.enter('process.exit(3)')
        t.expect_exit(3)


def test_process_exit_in_a_callback(new):
    with new() as t:
        t.enter('setTimeout(() => process.exit(4), 100) && 0')
        t.expect_prompt()
        t.type('abc')
        t.expect_exit(4)


def test_what_was_printed_before_the_exit_is_shown(new):
    with new() as t:
        t.enter("setTimeout(() => { console.log('last words'); process.exit(0) }, 100) && 0")
        t.expect_prompt()
        t.type('abc')
        t.expect_exit()
        t.expect_text('last words')


def test_exit_handlers_run(new):
    with new() as t:
        t.enter("process.on('exit', () => console.log('bye')) && 0")
        t.expect_prompt()
        t.press('ctrl-d')
        t.expect_exit()
        t.expect_text('bye')


def test_exit_code(new):
    with new() as t:
        t.enter('process.exitCode = 7')
        t.expect_prompt()
        t.press('ctrl-d')
        t.expect_exit(7)


def test_really_exit(new):
    with new() as t:
        t.enter('setTimeout(() => process.reallyExit(5), 100) && 0')
        t.expect_prompt()
        t.type('abc')
        t.expect_exit(5)


def test_an_uncaught_error_does_not_end_the_session(new):
    with new() as t:
        t.enter("setTimeout(() => { throw new Error('late') }, 50) && 0")
        t.type('abc')
        t.expect_text('late')
        t.expect_cursor('> abc|')


def test_a_rejection_does_not_end_the_session(new):
    with new() as t:
        t.enter("setTimeout(() => Promise.reject(new Error('rejected')), 50) && 0")
        t.type('abc')
        t.expect_text('rejected')
        t.expect_cursor('> abc|')


def test_a_closed_terminal_ends_the_process(new):
    with new() as t:
        t.type('abc')
        t.expect_cursor('> abc|')
        t.hang_up()
        assert t.process.wait(30) in (0, -signal.SIGHUP), t.process.returncode


def test_a_closed_terminal_during_an_evaluation(new):
    with new() as t:
        t.enter('await new Promise(() => {})')
        t.wait(lambda screen: not screen.pasting, 'the evaluation')
        t.hang_up()
        assert t.process.wait(30) in (0, -signal.SIGHUP), t.process.returncode


def test_a_closed_terminal_with_output_coming(new):
    with new() as t:
        t.enter("setInterval(() => console.log('x'), 1) && 0")
        t.expect_text('x')
        t.hang_up()
        assert t.process.wait(30) in (0, -signal.SIGHUP), t.process.returncode


def test_no_file_is_left_behind(new):
    with new() as t:
        t.enter('1')
        t.expect('> 1', '1', '> |')
        t.press('ctrl-d')
        t.expect_exit()
        assert os.listdir(t.folder) == ['history'], os.listdir(t.folder)


def test_children_get_a_plain_terminal(new):
    with new() as t:
        t.enter("require('child_process').execSync('stty -a', { stdio: ['inherit', 'pipe', 'inherit'] }).includes(' icanon')")
        t.expect('true', '> |')
