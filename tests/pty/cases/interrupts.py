"""Ctrl-C, Ctrl-D and Ctrl-Z."""

from terminal import signal

HINT = '(To exit, press Ctrl+C again or Ctrl+D or type .exit)'


def test_ctrl_c_leaves_the_line(new):
    with new() as t:
        t.type('abc')
        t.expect_cursor('> abc|')
        t.press('ctrl-c')
        t.expect('> abc', '> |')


def test_ctrl_c_twice_exits(new):
    with new() as t:
        t.press('ctrl-c')
        t.expect('>', HINT, '> |')
        t.press('ctrl-c')
        t.expect_exit()


def test_ctrl_c_with_a_line_between_does_not_exit(new):
    with new() as t:
        t.press('ctrl-c')
        t.expect(HINT, '> |')
        t.enter('1')
        t.expect('> 1', '1', '> |')
        t.press('ctrl-c')
        t.expect('>', HINT, '> |')
        t.enter('2')
        t.expect('> 2', '2', '> |')


def test_ctrl_d_exits(new):
    with new() as t:
        t.press('ctrl-d')
        t.expect_exit()


def test_ctrl_d_in_a_line_does_not_exit(new):
    with new() as t:
        t.type('1')
        t.press('ctrl-d')
        t.type('2')
        t.expect_cursor('> 12|')


def test_a_runaway_loop_is_stopped(new):
    with new() as t:
        t.enter('let kept = 5')
        t.expect_prompt()
        t.enter('for (;;);')
        t.wait(lambda screen: not screen.pasting, 'the evaluation')
        t.press('ctrl-c')
        t.expect_text('ERR_SCRIPT_EXECUTION_INTERRUPTED')
        t.expect_prompt()
        t.enter('kept')
        t.expect('> kept', '5', '> |')


def test_a_runaway_loop_with_catch_and_finally_is_stopped(new):
    with new() as t:
        t.enter('for (;;) try { for (;;); } catch {} finally { continue }')
        t.wait(lambda screen: not screen.pasting, 'the evaluation')
        t.press('ctrl-c')
        t.expect_text('ERR_SCRIPT_EXECUTION_INTERRUPTED')
        t.expect_prompt()
        t.enter('1')
        t.expect('> 1', '1', '> |')


def test_a_runaway_regular_expression_is_stopped(new):
    with new() as t:
        t.enter("/^(a+)+$/.test('a'.repeat(40) + 'b')")
        t.wait(lambda screen: not screen.pasting, 'the evaluation')
        t.press('ctrl-c')
        t.expect_text('ERR_SCRIPT_EXECUTION_INTERRUPTED')
        t.expect_prompt()


def test_runaway_microtasks_are_stopped(new):
    with new() as t:
        t.enter('await (async () => { for (;;) await 1 })()')
        t.wait(lambda screen: not screen.pasting, 'the evaluation')
        t.press('ctrl-c')
        t.expect_text('ERR_SCRIPT_EXECUTION_INTERRUPTED')
        t.expect_prompt()
        t.enter('1')
        t.expect('> 1', '1', '> |')


def test_an_await_that_never_settles_is_left(new):
    with new() as t:
        t.enter('await new Promise(() => {})')
        t.wait(lambda screen: not screen.pasting, 'the evaluation')
        t.press('ctrl-c')
        t.expect_text('ERR_SCRIPT_EXECUTION_INTERRUPTED')
        t.expect_prompt()
        t.enter('1')
        t.expect('> 1', '1', '> |')


def test_the_report_of_an_await_stands_above_the_next_line(new):
    with new() as t:
        t.enter("console.log('waiting'); await new Promise(() => {})")
        t.wait(lambda screen: 'waiting' in screen.lines(), 'the evaluation')
        t.press('ctrl-c')
        t.expect(
            'waiting', '^CUncaught [Error [ERR_SCRIPT_EXECUTION_INTERRUPTED]: Script execution was inter',
            'rupted by `SIGINT`] {', "  code: 'ERR_SCRIPT_EXECUTION_INTERRUPTED'", '}', '> |')


def test_timers_go_on_during_an_await(new):
    with new() as t:
        t.enter("setTimeout(() => console.log('fired'), 20), await new Promise(() => {})")
        t.expect_text('\nfired')
        t.press('ctrl-c')
        t.expect_text('ERR_SCRIPT_EXECUTION_INTERRUPTED')
        t.expect_prompt()


def stick(t, how):
    """Has a callback run for ever, and waits until it does."""
    t.enter(how + "(() => { console.log('stuck'); for (;;); }, 50) && 0")
    t.expect('stuck', '> |')


def test_a_runaway_timer_is_stopped_while_a_line_is_edited(new):
    with new() as t:
        t.enter('globalThis.n = 0, setInterval(() => n++, 10) && 0')
        t.expect('0', '> |')
        stick(t, 'setTimeout')
        t.type('ab')
        t.expect_cursor('> ab|')
        t.press('ctrl-c')
        t.expect('> ab', '> |')
        t.enter("await new Promise((r) => { const s = n; setInterval(() => n > s && r('others go on'), 5) })")
        t.expect_text("'others go on'")
        t.expect_prompt()


def test_a_runaway_immediate_is_stopped(new):
    with new() as t:
        stick(t, 'setImmediate')
        t.press('ctrl-c')
        t.expect(HINT, '> |')
        t.enter("await new Promise((r) => setImmediate(r, 'others go on'))")
        t.expect_text("'others go on'")
        t.expect_prompt()


def test_runaway_ticks_are_stopped(new):
    with new() as t:
        t.enter('const f = () => process.nextTick(f); f()')
        t.wait(lambda screen: not screen.pasting, 'the evaluation')
        t.press('ctrl-c')
        t.expect_prompt()
        t.press('ctrl-c')
        t.expect(HINT, '> |')


def test_typing_goes_on_while_the_loop_is_stuck(new):
    with new() as t:
        t.enter("setTimeout(() => { const end = Date.now() + 1500; while (Date.now() < end); console.log('free') }, 50) && 0")
        t.expect_prompt()
        t.type('f(1')
        t.press('enter')
        t.expect('> f(1', '  |')
        t.press('ctrl-c')
        t.expect_prompt()


def test_ctrl_z_stops_and_fg_goes_on(new):
    with new(shell=True) as t:
        t.type('abc')
        t.expect_cursor('> abc|')
        t.press('ctrl-z')
        t.expect_text('[stopped, terminal sane]')
        t.type('fg\n')
        t.expect_cursor('> abc|')
        t.press('backspace', 'backspace', 'backspace')
        t.expect_prompt()
        t.enter('1')
        t.expect('> 1', '1', '> |')
        t.press('ctrl-d')
        t.expect_exit()


def test_stopped_from_outside(new):
    with new(shell=True) as t:
        t.enter('process.pid > 1')
        t.expect('true', '> |')
        t.enter('setTimeout(() => process.kill(process.pid, "SIGSTOP"), 100) && 0')
        t.type('ab')
        t.expect_text('[stopped')
        t.type('fg\n')
        t.expect_cursor('> ab|')
        t.type('c')
        t.expect_cursor('> abc|')


def test_ctrl_backslash_leaves_the_line(new):
    with new() as t:
        t.type('abc')
        t.expect_cursor('> abc|')
        t.send(b'\x1c')
        t.expect('> abc', '> |')


def test_sigterm_leaves_the_terminal_sane(new):
    with new() as t:
        t.type('abc')
        t.expect_cursor('> abc|')
        t.signal(signal.SIGTERM)
        t.expect_exit(-signal.SIGTERM)


def test_sigint_from_outside_ends_the_process(new):
    with new() as t:
        t.type('abc')
        t.expect_cursor('> abc|')
        t.signal(signal.SIGINT)
        t.expect_exit(-signal.SIGINT)


def test_a_signal_that_the_program_handles(new):
    with new() as t:
        t.enter("process.on('SIGTERM', () => console.log('handled')) && 0")
        t.expect_prompt()
        t.type('abc')
        t.expect_cursor('> abc|')
        t.signal(signal.SIGTERM)
        t.expect('handled', '> abc|')


def test_sigterm_while_the_loop_is_stuck(new):
    with new() as t:
        stick(t, 'setTimeout')
        t.type('abc')
        t.expect_cursor('> abc|')
        t.signal(signal.SIGTERM)
        t.expect_exit(-signal.SIGTERM)
