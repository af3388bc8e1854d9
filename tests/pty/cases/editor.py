"""The editor mode: .editor."""


def open_editor(t):
    t.enter('.editor')
    t.expect_text('// Entering editor mode (Ctrl+D to finish, Ctrl+C to cancel)')
    t.expect_cursor('|')
    t.wait(lambda screen: screen.pasting, 'the editor')


def test_enter_starts_a_line_and_ctrl_d_evaluates(new):
    with new() as t:
        open_editor(t)
        t.type('const a = 1')
        t.press('enter')
        t.expect('const a = 1', '|')
        t.type('a + 41')
        t.expect('const a = 1', 'a + 41|')
        t.press('ctrl-d')
        t.expect('a + 41', '42', '> |')


def test_ctrl_c_leaves_it(new):
    with new() as t:
        open_editor(t)
        t.type('1 + ')
        t.expect_cursor('1 + |')
        t.press('ctrl-c')
        t.expect_prompt()
        t.enter('2')
        t.expect('> 2', '2', '> |')


def test_lines_can_be_changed_again(new):
    with new() as t:
        open_editor(t)
        t.type('let b = 1')
        t.press('enter')
        t.type('b')
        t.expect('let b = 1', 'b|')
        t.press('up', 'end')
        t.expect_cursor('let b = 1|')
        t.type('0')
        t.press('down', 'end')
        t.type(' + 1')
        t.expect('let b = 10', 'b + 1|')
        t.press('ctrl-d')
        t.expect('b + 1', '11', '> |')


def test_the_text_is_one_entry_of_the_history(new):
    with new() as t:
        open_editor(t)
        t.type('(1 +')
        t.press('enter')
        t.expect_cursor('  |')
        t.type('1)')
        t.press('ctrl-d')
        t.expect('  1)', '2', '> |')
        t.press('up')
        t.expect('> (1 +', '  1)|', '2')


def test_colours(new):
    with new() as t:
        open_editor(t)
        t.type('const s = "x"')
        t.expect_style('const', '36')
        t.expect_style('"x"', '32')
