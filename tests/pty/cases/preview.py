"""What is shown in grey while typing."""

GREY = '90'


def test_the_result_below(new):
    with new() as t:
        t.type('1 + 1')
        t.expect('> 1 + 1', '2')
        t.expect_cursor('> 1 + 1|')
        t.expect_style('2', GREY)


def test_it_goes_with_enter(new):
    with new() as t:
        t.type('2 * 21')
        t.expect('> 2 * 21', '42')
        t.press('enter')
        t.expect('> 2 * 21', '42', '> |')
        assert t.style('42') != GREY


def test_it_follows_what_is_typed(new):
    with new() as t:
        t.type('1 + 1')
        t.expect('> 1 + 1', '2')
        t.type('0')
        t.expect('> 1 + 10', '11')
        t.press('ctrl-u')
        t.expect('> |')
        assert '11' not in t.screen.lines(), t.dump()


def test_it_is_cut_to_the_width(new):
    with new(columns=30) as t:
        t.type("'x'.repeat(100)")
        t.wait(lambda screen: screen.lines()[-1].endswith('xxx...'), 'the preview')
        assert len(t.screen.lines()[-1]) == 29 and t.screen.lines()[-2] == "> 'x'.repeat(100)", t.dump()


def test_the_rest_of_a_name(new):
    with new() as t:
        t.type('encodeURIC')
        t.expect_text('> encodeURIComponent')
        t.expect_cursor('> encodeURIC|omponent')
        t.expect_style('omponent', GREY)
        t.press('right')
        t.expect_cursor('> encodeURIComponent|')


def test_the_end_key_does_not_take_the_rest(new):
    with new() as t:
        t.type('encodeURIC')
        t.expect_cursor('> encodeURIC|omponent')
        t.press('enter')
        t.expect_text('is not defined')
        t.expect_prompt()


def test_no_rest_in_the_middle(new):
    with new() as t:
        t.type('encodeURIC)')
        t.wait_typed(')')
        t.press('left')
        t.expect_cursor('> encodeURIC|)')


def test_above_the_preview(new):
    with new() as t:
        t.enter("setTimeout(() => console.log('printed'), 100) && 0")
        t.expect('0', '> |')
        t.type('1 + 1')
        t.expect('printed', '> 1 + 1', '2')
        t.expect_cursor('> 1 + 1|')


def test_at_the_bottom_of_the_screen(new):
    with new(rows=4) as t:
        for n in '12345':
            t.enter(n)
            t.expect('> ' + n, n, '> |')
        t.type('1 + 1')
        t.expect('> 1 + 1', '2')
        t.press('enter')
        t.expect('> 1 + 1', '2', '> |')


def test_not_for_a_stuck_loop(new):
    with new() as t:
        t.enter("setTimeout(() => { console.log('stuck'); for (;;); }, 50) && 0")
        t.expect('stuck', '> |')
        t.type('1 + 1' * 20)
        t.wait_typed('1 + 1')
        t.press('ctrl-c')
        t.expect_prompt()
