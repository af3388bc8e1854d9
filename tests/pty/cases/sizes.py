"""Terminals that change their size, or have an odd one."""


def test_widening(new):
    with new(columns=20) as t:
        t.type('a' * 25)
        t.expect('> ' + 'a' * 18, 'a' * 7 + '|')
        t.resize(60)
        t.type('b')
        t.expect_cursor('> ' + 'a' * 25 + 'b|')


def test_narrowing(new):
    with new(columns=60) as t:
        t.enter('process.stdout.columns')
        t.expect('60', '> |')
        t.resize(20)
        t.enter('process.stdout.columns')
        t.expect_text('20')
        t.expect_prompt()


def test_resize_events_reach_the_program(new):
    with new() as t:
        t.enter("process.stdout.on('resize', () => console.log('size', process.stdout.columns)) && 0")
        t.expect('0', '> |')
        t.resize(50)
        t.expect('size 50', '> |')
        t.type('abc')
        t.expect_cursor('> abc|')


def test_resizing_often(new):
    with new(columns=40) as t:
        t.type('a' * 30)
        for columns in (20, 35, 11, 60, 13, 80):
            t.resize(columns)
        t.type('b')
        t.press('ctrl-u')
        t.expect_cursor('> |')
        t.enter('1')
        t.expect('> 1', '1', '> |')


def test_one_column(new):
    with new(columns=1, wait=None) as t:
        t.type('1+1')
        t.press('enter')
        t.wait(lambda screen: '2' in screen.lines() and screen.pasting, 'the result')
        t.type('ab')
        t.press('left', 'backspace', 'ctrl-e', 'ctrl-u')
        t.press('ctrl-d')
        t.expect_exit()


def test_two_columns_and_wide_characters(new):
    with new(columns=2, wait=None) as t:
        t.type("'漢'.length + 41")
        t.press('enter')
        t.wait(lambda screen: '42' in screen.lines() and screen.pasting, 'the result')
        t.press('ctrl-d')
        t.expect_exit()


def test_one_row(new):
    with new(rows=1) as t:
        t.enter('1+1')
        t.expect('> 1+1', '2', '> |')


def test_no_size_at_all(new):
    with new(size=(0, 0)) as t:
        t.enter('1')
        t.expect('> 1', '1', '> |')


def test_a_dumb_terminal(new):
    with new(env={'TERM': 'dumb'}) as t:
        t.type('1+1\n')
        t.expect('2', '> |')
        t.type('.exit\n')
        t.expect_exit()
