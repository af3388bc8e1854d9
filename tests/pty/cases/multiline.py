"""Text of more than one line: when Enter continues it, indentation, pasting."""


def test_an_open_brace_continues(new):
    with new() as t:
        t.type('function f() {')
        t.press('enter')
        t.expect('> function f() {', '  |')
        t.type('return 5')
        t.press('enter')
        t.expect('> function f() {', '  return 5', '  |')
        t.type('}')
        t.expect('> function f() {', '  return 5', '}|', '[Function: f]')
        t.press('enter')
        t.expect_prompt()
        t.enter('f()')
        t.expect('> f()', '5', '> |')


def test_an_open_parenthesis_continues(new):
    with new() as t:
        t.type('Math.max(')
        t.press('enter')
        t.expect_cursor('  |')
        t.type('1,')
        t.press('enter')
        t.expect_cursor('  |')
        t.type('2')
        t.press('enter')
        t.type(')')
        t.expect('> Math.max(', '  1,', '  2', ')|', '2')
        t.press('enter')
        t.expect(')', '2', '> |')


def test_an_open_array_continues(new):
    with new() as t:
        t.type('[')
        t.press('enter')
        t.expect_cursor('  |')
        t.type('1].length')
        t.press('enter')
        t.expect('> [', '  1].length', '1', '> |')


def test_a_template_continues_without_indentation(new):
    with new() as t:
        t.type('(`a')
        t.press('enter')
        t.expect('> (`a', '|')
        t.type('b`).length')
        t.press('enter')
        t.expect('> (`a', 'b`).length', '3', '> |')


def test_an_operator_continues(new):
    with new() as t:
        t.type('1 +')
        t.press('enter')
        t.expect('> 1 +', '  |')
        t.type('2')
        t.press('enter')
        t.expect('> 1 +', '  2', '3', '> |')


def test_an_arrow_continues(new):
    with new() as t:
        t.type('[1].map((n) =>')
        t.press('enter')
        t.expect_cursor('  |')
        t.type('n + 1)[0]')
        t.press('enter')
        t.expect('  n + 1)[0]', '2', '> |')


def test_a_class_continues(new):
    with new() as t:
        t.type('class A {')
        t.press('enter')
        t.expect_cursor('  |')
        t.type('m() {')
        t.press('enter')
        t.expect_cursor('    |')
        t.type('return 1;')
        t.press('enter')
        t.type('}')
        t.expect_cursor('  }|')
        t.press('enter')
        t.expect_cursor('  |')
        t.type('}')
        t.expect_cursor('}|')
        t.press('enter')
        t.expect_prompt()
        t.enter('new A().m()')
        t.expect('> new A().m()', '1', '> |')


def test_a_comment_continues(new):
    with new() as t:
        t.type('/* a')
        t.press('enter')
        t.expect('> /* a', '|')
        t.type('b */ 7')
        t.press('enter')
        t.expect('> /* a', 'b */ 7', '7', '> |')


def test_a_syntax_error_does_not_continue(new):
    with new() as t:
        t.enter('1 1')
        t.expect_text('SyntaxError')
        t.expect_prompt()


def test_two_brackets_on_a_line_indent_once(new):
    with new() as t:
        t.type('(function() {')
        t.press('enter')
        t.expect_cursor('  |')
        t.type('})')
        t.expect_cursor('})|')
        t.press('enter')
        t.expect_prompt()


def test_a_closing_bracket_in_text_stays(new):
    with new() as t:
        t.type('{')
        t.press('enter')
        t.expect_cursor('  |')
        t.type("'}'")
        t.expect_cursor("  '}'|")


def test_alt_enter_always_breaks_the_line(new):
    with new() as t:
        t.type('1')
        t.press('alt-enter')
        t.expect('> 1', '|')
        t.type('+ 1')
        t.press('enter')
        t.expect('> 1', '+ 1', '2', '> |')


def test_tab_indents_a_blank_line(new):
    with new() as t:
        t.type('(`a')
        t.press('enter')
        t.expect('> (`a', '|')
        t.press('tab')
        t.expect_cursor('  |')


def test_breaking_in_the_middle(new):
    with new() as t:
        t.type('({ a: 1 }')
        t.expect_cursor('> ({ a: 1 }|')
        t.press('left', 'left')
        t.press('enter')
        t.expect_text('> ({ a: 1')
        t.expect_cursor('  | }')
        t.press('end')
        t.type(').a')
        t.press('enter')
        t.expect('1', '> |')


def test_moving_between_lines(new):
    with new() as t:
        t.type('[1,')
        t.press('enter')
        t.type('3]')
        t.expect('> [1,', '  3]|', '[ 1, 3 ]')
        t.press('up')
        t.wait(lambda screen: screen.line(screen.row) == '> [1,', 'the first line')
        t.press('end')
        t.expect_cursor('> [1,|')
        t.type(' 2,')
        t.press('down', 'end', 'enter')
        t.expect('> [1, 2,', '  3]', '[ 1, 2, 3 ]', '> |')


def test_enter_in_the_middle_of_complete_text_evaluates_it(new):
    with new() as t:
        t.type('(1 +')
        t.press('enter')
        t.type('2)')
        t.expect('> (1 +', '  2)|', '3')
        t.press('up', 'enter')
        t.expect('> (1 +', '  2)', '3', '> |')


def test_pasting_lines(new):
    with new() as t:
        t.paste('let a = 1\nlet b = 2\na + b')
        t.expect('> let a = 1', 'let b = 2', 'a + b|')
        t.press('enter')
        t.expect('a + b', '3', '> |')


def test_pasting_keeps_blanks_and_does_not_complete(new):
    with new() as t:
        t.paste('(`\n\tx\n  y`).length')
        t.expect_text('  y`).length')
        t.press('enter')
        t.expect_text('7')
        t.expect_prompt()


def test_pasting_carriage_returns(new):
    with new() as t:
        t.paste('1 +\r\n2')
        t.expect('> 1 +', '2|', '3')
        t.press('enter')
        t.expect('3', '> |')


def test_lines_without_bracketed_paste(new):
    with new() as t:
        t.type('function g() {\rreturn 9\r}\rg()\r')
        t.expect('> g()', '9', '> |')


def test_more_lines_than_the_screen_has(new):
    with new(rows=6) as t:
        t.paste('[\n' + ''.join(f'{n},\n' for n in range(10)) + '].length')
        t.expect('9,', '].length|', '10')
        t.press('enter')
        t.expect('].length', '10', '> |')


def test_ctrl_c_leaves_unfinished_text(new):
    with new() as t:
        t.type('function f() {')
        t.press('enter')
        t.expect('> function f() {', '  |')
        t.press('ctrl-c')
        t.expect('> function f() {', '', '> |')
        t.enter('1')
        t.expect('> 1', '1', '> |')
