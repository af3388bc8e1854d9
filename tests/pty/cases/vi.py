"""vi's keys."""

VI = {'PHASOR_REPL_KEYS': 'vi'}


def test_inserting_and_moving(new):
    with new(env=VI) as t:
        t.type('abc')
        t.expect_cursor('> abc|')
        t.press('escape')
        t.expect_cursor('> ab|c')
        t.type('h')
        t.expect_cursor('> a|bc')
        t.type('i')
        t.type('X')
        t.expect_cursor('> aX|bc')


def test_the_ends_of_the_line(new):
    with new(env=VI) as t:
        t.type('abc')
        t.expect_cursor('> abc|')
        t.press('escape')
        t.expect_cursor('> ab|c')
        t.type('0')
        t.expect_cursor('> |abc')
        t.type('$')
        t.expect_cursor('> abc|')
        t.type('A')
        t.type('d')
        t.expect_cursor('> abcd|')


def test_deleting(new):
    with new(env=VI) as t:
        t.type('one two')
        t.expect_cursor('> one two|')
        t.press('escape')
        t.expect_cursor('> one tw|o')
        t.type('x')
        t.expect_cursor('> one tw|')
        t.type('0dw')
        t.expect_cursor('> |tw')
        t.type('dd')
        t.expect_cursor('> |')


def test_counts(new):
    with new(env=VI) as t:
        t.type('abcdef')
        t.expect_cursor('> abcdef|')
        t.press('escape')
        t.expect_cursor('> abcde|f')
        t.type('03x')
        t.expect_cursor('> |def')


def test_walking_through_the_history(new):
    with new(env=VI) as t:
        for n in '12':
            t.enter(n)
            t.expect(f'> {n}', n, '> |')
        t.type('ab')
        t.expect_cursor('> ab|')
        t.press('escape')
        t.expect_cursor('> a|b')
        t.type('k')
        t.expect_cursor('> 2|')
        t.type('k')
        t.expect_cursor('> 1|')
        t.type('j')
        t.expect_cursor('> 2|')


def test_enter_evaluates_in_both_modes(new):
    with new(env=VI) as t:
        t.enter('1')
        t.expect('> 1', '1', '> |')
        t.type('2')
        t.expect_cursor('> 2|')
        t.press('escape')
        t.expect_cursor('> |2')
        t.press('enter')
        t.expect('> 2', '2', '> |')


def test_brackets_are_commands_in_command_mode(new):
    with new(env=VI) as t:
        t.type('{')
        t.press('enter')
        t.expect('> {', '  |')
        t.press('escape')
        t.expect_cursor(' |')
        t.type('}')
        t.type('i1')
        t.expect_text('1')
        assert '}' not in t.screen.lines()[-1], t.dump()


def test_undo(new):
    with new(env=VI) as t:
        t.type('abc')
        t.expect_cursor('> abc|')
        t.press('escape')
        t.expect_cursor('> ab|c')
        t.type('x')
        t.expect_cursor('> ab|')
        t.type('u')
        t.wait(lambda screen: screen.line(screen.row) == '> abc', 'the line from before')


def test_by_option(new):
    with new('--repl-keys=vi') as t:
        t.type('abc')
        t.expect_cursor('> abc|')
        t.press('escape')
        t.expect_cursor('> ab|c')
        t.type('0')
        t.expect_cursor('> |abc')
