"""Colours while typing. Styles are the numbers of the escape sequences."""

KEYWORD = '36'
NUMBER = '33'
STRING = '32'
REGEX = '31'
GREY = '90'
MATCH = '1;36'


def test_keywords(new):
    with new() as t:
        t.type('const a')
        t.expect_style('const', KEYWORD)
        t.expect_style('a', '')


def test_a_name_that_only_starts_like_a_keyword(new):
    with new() as t:
        t.type('constant')
        t.expect_style('constant', '')


def test_numbers_and_constants(new):
    with new() as t:
        t.type('12 + null + f')
        t.expect_style('12', NUMBER)
        t.expect_style('null', NUMBER)


def test_strings(new):
    with new() as t:
        t.type("f('a b', 2)")
        t.expect_style("'a b'", STRING)
        t.expect_style('2', NUMBER)


def test_a_string_that_is_not_closed(new):
    with new() as t:
        t.type("'a b")
        t.expect_style("'a b", STRING)


def test_templates(new):
    with new() as t:
        # What is not defined has no preview, in which the same text would stand, too.
        t.type('`a${1}b` + none')
        t.expect_style('`a', STRING)
        t.expect_style('1', NUMBER)
        t.expect_style('b`', STRING)


def test_regular_expressions_and_divisions(new):
    with new() as t:
        t.type('/a+[/]/g.test(b) / 2')
        t.expect_style('/a+[/]/g', REGEX)
        t.expect_style('2', NUMBER)
        assert t.style('/ ') == '', t.style('/ ')


def test_comments(new):
    with new() as t:
        t.type('1 // one')
        t.expect_style('// one', GREY)


def test_properties_are_no_keywords(new):
    with new() as t:
        t.type('a.delete')
        t.expect_style('a.delete', '')


def test_the_matching_bracket(new):
    with new() as t:
        t.type('f((1)')
        t.expect_cursor('> f((1)|')
        t.wait(lambda screen: [run for run in screen.styles(screen.row) if run[1] == MATCH] == [('(', MATCH), (')', MATCH)],
               'one pair that stands out')
        t.press('ctrl-a', 'enter')
        t.wait(lambda screen: not any(style == MATCH for row in range(screen.rows) for _, style in screen.styles(row)),
               'nothing that stands out')


def test_the_colours_stay_after_enter(new):
    with new() as t:
        t.enter('let x = "s"')
        t.expect_prompt()
        row = next(n for n in range(t.screen.rows) if t.screen.line(n).startswith('> let'))
        assert ('let', KEYWORD) in t.screen.styles(row), t.screen.styles(row)


def test_results_have_the_same_colours(new):
    with new() as t:
        t.enter('10 * 7')
        t.expect('> 10 * 7', '70', '> |')
        assert t.style('70') == NUMBER, t.style('70')


def no_colours(t):
    t.enter('let x = "s" // c')
    t.expect_prompt()
    t.enter('1')
    t.expect('> 1', '1', '> |')
    assert all(style == '' for row in range(t.screen.rows) for _, style in t.screen.styles(row)), t.raw


def test_no_color(new):
    with new(env={'NO_COLOR': '1'}) as t:
        no_colours(t)


def test_node_disable_colors(new):
    with new(env={'NODE_DISABLE_COLORS': '1'}) as t:
        no_colours(t)


def test_a_long_line_is_plain(new):
    with new() as t:
        t.paste("'" + 'x' * 70000 + "'.length")
        t.wait(lambda screen: screen.line_with_cursor().endswith("'.length|"), 'the paste')
        assert t.style('x') == ''
        t.press('enter')
        t.expect('70000', '> |')
