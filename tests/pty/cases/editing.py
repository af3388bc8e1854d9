"""Editing one line, with emacs' keys."""


def test_a_line_is_evaluated(new):
    with new() as t:
        t.enter('1 + 1')
        t.expect('> 1 + 1', '2', '> |')


def test_typing_in_the_middle(new):
    with new() as t:
        t.type('13')
        t.expect_cursor('> 13|')
        t.press('left')
        t.expect_cursor('> 1|3')
        t.type('2')
        t.expect_cursor('> 12|3')
        t.press('enter')
        t.expect('> 123', '123', '> |')


def test_home_and_end(new):
    with new() as t:
        t.type('bc')
        t.press('home')
        t.expect_cursor('> |bc')
        t.type('a')
        t.press('end')
        t.type('d')
        t.expect_cursor('> abcd|')


def test_ctrl_a_and_ctrl_e(new):
    with new() as t:
        t.type('bc')
        t.press('ctrl-a')
        t.type('a')
        t.press('ctrl-e')
        t.type('d')
        t.expect_cursor('> abcd|')


def test_backspace_and_delete(new):
    with new() as t:
        t.type('abcd')
        t.press('left', 'backspace')
        t.expect_cursor('> ab|d')
        t.press('delete')
        t.expect_cursor('> ab|')
        t.press('backspace', 'backspace', 'backspace')
        t.expect_cursor('> |')


def test_ctrl_d_deletes_under_the_cursor(new):
    with new() as t:
        t.type('ab')
        t.press('ctrl-a', 'ctrl-d')
        t.expect_cursor('> |b')


def test_words(new):
    with new() as t:
        t.type('one two three')
        t.press('alt-b', 'alt-b')
        t.expect_cursor('> one |two three')
        t.press('alt-f')
        t.expect_cursor('> one two| three')
        t.press('ctrl-left', 'ctrl-left')
        t.expect_cursor('> |one two three')
        t.press('ctrl-right')
        t.expect_cursor('> one| two three')


def test_killing_and_yanking(new):
    with new() as t:
        t.type('one two')
        t.press('ctrl-w')
        t.expect_cursor('> one |')
        t.press('ctrl-a', 'ctrl-y')
        t.expect_cursor('> two|one')


def test_ctrl_u_and_ctrl_k(new):
    with new() as t:
        t.type('one two')
        t.press('alt-b', 'ctrl-k')
        t.expect_cursor('> one |')
        t.press('ctrl-u')
        t.expect_cursor('> |')
        # Kills in a row are one.
        t.press('ctrl-y')
        t.expect_cursor('> one two|')


def test_alt_d_and_alt_backspace(new):
    with new() as t:
        t.type('one two three')
        t.press('ctrl-a', 'alt-d')
        t.expect_cursor('> | two three')
        t.press('ctrl-e', 'alt-backspace')
        t.expect_cursor('>  two |')


def test_undo(new):
    with new() as t:
        t.type('ab cd')
        t.press('ctrl-w', 'ctrl-_')
        t.expect_cursor('> ab cd|')


def test_transposing(new):
    with new() as t:
        t.type('ba')
        t.press('ctrl-t')
        t.expect_cursor('> ab|')


def test_repeated_keys(new):
    with new() as t:
        t.type('\x1b3x')
        t.expect_cursor('> xxx|')


def test_clear_screen(new):
    with new() as t:
        t.enter('1')
        t.expect('> 1', '1', '> |')
        t.type('ab')
        t.press('ctrl-l')
        t.wait(lambda screen: screen.row == 0 and screen.line_with_cursor() == '> ab|', 'the line at the top')


def test_a_long_line_wraps(new):
    with new(columns=20) as t:
        t.type('a' * 17)
        t.expect_cursor('> ' + 'a' * 17 + '|')
        t.type('bcd')
        t.expect('> ' + 'a' * 17 + 'b', 'cd|')
        t.press('home')
        t.expect_cursor('> |' + 'a' * 17 + 'b')
        t.press('end', 'backspace', 'backspace', 'backspace')
        t.expect_cursor('> ' + 'a' * 17 + '|')


def test_the_last_column(new):
    with new(columns=20) as t:
        t.type('a' * 18)
        t.expect('> ' + 'a' * 18, '|')
        t.press('backspace')
        t.expect_cursor('> ' + 'a' * 17 + '|')


def test_wide_characters(new):
    with new() as t:
        t.type("'漢字'")
        t.expect_cursor("> '漢字'|")
        t.press('left', 'left')
        t.expect_cursor("> '漢|字'")
        t.press('backspace')
        t.expect_cursor("> '|字'")
        t.press('enter')
        t.expect("> '字'", "'字'", '> |')


def test_wide_characters_wrap_whole(new):
    with new(columns=11) as t:
        t.type("'漢漢漢漢漢'")
        t.expect("> '漢漢漢漢", "漢'|")


def test_combining_characters(new):
    with new() as t:
        t.type("'e\u0301x'")
        t.expect_cursor("> 'e\u0301x'|")
        t.press('left', 'left', 'backspace')
        t.expect_cursor("> '|x'")


def test_emoji_with_joiners_are_sent_whole(new):
    with new() as t:
        t.type("'\U0001f600'.length")
        t.wait_typed("length")
        t.press('enter')
        t.expect("> '\U0001f600'.length", '2', '> |')


def test_an_empty_line_asks_again(new):
    with new() as t:
        t.press('enter')
        t.expect('>', '> |')
        t.enter('  ')
        t.expect('>', '>', '> |')


def test_unknown_keys_do_nothing(new):
    with new() as t:
        t.type('a\x1b[99~\x1b[1;9Zb')
        t.wait_typed('b')
        assert t.screen.line_with_cursor().startswith('> a'), t.dump()


def test_typing_ahead(new):
    with new() as t:
        t.type('let a = 20\ra + 1\ra + 2\r')
        t.expect_text('21')
        t.expect('> a + 2', '22', '> |')


def test_quoted_insert(new):
    with new() as t:
        t.type("'")
        t.press('ctrl-v', 'tab')
        t.type("'.length")
        t.wait_typed('.length')
        t.press('enter')
        t.expect_text('1')
        t.expect_prompt()
