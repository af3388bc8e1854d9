"""Tab."""


def test_the_only_candidate(new):
    with new() as t:
        t.type('encodeURIC')
        t.press('tab')
        t.expect_cursor('> encodeURIComponent|')


def test_what_candidates_have_in_common(new):
    with new() as t:
        t.type('Float')
        t.press('tab')
        t.wait_typed('Float')
        t.press('tab')
        t.expect_text('Float16Array')
        t.expect_text('Float32Array')
        t.expect_text('Float64Array')
        t.wait(lambda screen: screen.line_with_cursor().startswith('> Float|'), 'the line below the list')


def test_the_list_comes_with_the_second_tab(new):
    with new() as t:
        t.type('encodeU')
        t.press('tab')
        t.wait_typed('encodeURI')
        t.press('tab', 'tab')
        t.expect_text('encodeURIComponent')
        t.expect_cursor('> encodeURI|')


def test_nothing_to_complete(new):
    with new() as t:
        t.type('nothing_like_this')
        t.press('tab', 'tab')
        t.type('x')
        t.expect_cursor('> nothing_like_thisx|')


def test_in_the_middle(new):
    with new() as t:
        t.type('f(encodeURIC, 1)')
        t.wait_typed(', 1)')
        t.press('left', 'left', 'left', 'left', 'tab')
        t.expect_cursor('> f(encodeURIComponent|, 1)')


def test_a_long_list_asks_first(new):
    with new(rows=10) as t:
        t.enter('for (let i = 0; i < 300; i++) globalThis["zz" + i] = i; 0')
        t.expect('0', '> |')
        t.type('zz')
        t.press('tab', 'tab')
        t.expect_text('Display all 300 possibilities? (y or n)')
        t.type('n')
        t.expect_cursor('> zz|')


def test_a_list_longer_than_the_screen_stops(new):
    with new(rows=10) as t:
        t.enter('for (let i = 0; i < 150; i++) globalThis["zz" + i] = i; 0')
        t.expect('0', '> |')
        t.type('zz')
        t.press('tab', 'tab')
        t.expect_text('--More--')
        t.type('q')
        t.expect_cursor('> zz|')


def test_a_stuck_loop_does_not_keep_the_keys(new):
    with new() as t:
        t.enter("setTimeout(() => { console.log('stuck'); for (;;); }, 50) && 0")
        t.expect('stuck', '> |')
        t.type('enc')
        t.press('tab')
        t.type('ode')
        t.expect_cursor('> encode|')
        t.press('ctrl-c')
        t.expect('> encode', '> |')
