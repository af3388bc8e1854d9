"""What the program prints while a line is edited appears above it."""

LATER = 'setTimeout(() => {body}, 100) && 0'


def later(body):
    return LATER.replace('{body}', body)


def test_the_loop_turns_while_a_person_types(new):
    with new() as t:
        t.enter(later("console.log('later')"))
        t.type('abc')
        t.expect('later', '> abc|')
        t.type('def')
        t.expect('later', '> abcdef|')


def test_the_cursor_stays_in_the_middle(new):
    with new() as t:
        t.enter('globalThis.go = 0')
        t.expect_prompt()
        t.enter("setInterval(() => go && (console.log('now'), go = 0), 5) && 0")
        t.expect_prompt()
        t.enter(later('go = 1'))
        t.type('abcd')
        t.press('left', 'left')
        t.expect('now', '> ab|cd')


def test_many_lines_at_once(new):
    with new(rows=10) as t:
        t.enter(later("{ for (let i = 0; i < 100; i++) console.log('line ' + i) }"))
        t.type('x')
        t.expect('line 98', 'line 99', '> x|')
        lines = [line for line in t.screen.lines() if line.startswith('line ')]
        assert lines == [f'line {n}' for n in range(100)], lines


def test_many_writes_one_after_the_other(new):
    with new() as t:
        t.enter('let n = 0, i = setInterval(() => { console.log(n); if (++n === 50) clearInterval(i) }, 1); 0')
        t.type('typed meanwhile')
        t.expect('48', '49', '> typed meanwhile|')
        numbers = [line for line in t.screen.lines() if line.isdigit()]
        assert numbers[-50:] == [str(n) for n in range(50)], numbers


def test_above_several_lines(new):
    with new() as t:
        t.enter("globalThis.say = () => console.log('above'); 0")
        t.expect_prompt()
        t.enter(later('say()'))
        t.type('[1,')
        t.press('enter')
        t.type('2')
        t.expect('above', '> [1,', '  2|')


def test_above_a_wrapped_line(new):
    with new(columns=20) as t:
        t.enter("say = () => console.log('above'); 0")
        t.expect_prompt()
        t.enter('setTimeout(say,150)&&0')
        t.type('a' * 25)
        t.expect('above', '> ' + 'a' * 18, 'a' * 7 + '|')


def test_standard_error_too(new):
    with new() as t:
        t.enter(later("console.error('an error')"))
        t.type('abc')
        t.expect('an error', '> abc|')


def test_a_line_without_its_end_is_continued(new):
    with new() as t:
        t.enter("let k = 0, j = setInterval(() => { process.stdout.write('.'); if (++k === 5) clearInterval(j) }, 20); 0")
        t.type('ab')
        t.expect('.....', '> ab|')


def test_a_line_that_is_written_over(new):
    with new() as t:
        t.enter("let p = 0, q = setInterval(() => { process.stdout.write('\\r' + p + '%'); if (++p > 3) clearInterval(q) }, 20); 0")
        t.type('ab')
        t.expect('3%', '> ab|')


def test_a_result_follows_an_unfinished_line(new):
    with new() as t:
        t.enter("process.stdout.write('abc'); 1")
        t.expect_text('abc1')
        t.expect_prompt()


def test_the_prompt_starts_on_a_line_of_its_own(new):
    with new() as t:
        t.enter("setTimeout(() => process.stdout.write('unfinished'), 50), await new Promise((r) => setTimeout(r, 100))")
        t.expect_text('unfinished')
        t.expect_prompt()


def test_clearing_the_screen_keeps_the_line(new):
    with new() as t:
        t.enter(later('console.clear()'))
        t.type('abc')
        # A blank row above the prompt is possible: see RING in crates/prompt/src/output.rs.
        t.wait(lambda screen: screen.row <= 1 and screen.line_with_cursor() == '> abc|', 'the line at the top')


def test_moving_up_and_printing_anew(new):
    with new() as t:
        t.enter("process.stdout.write('one\\ntwo\\n'); " + later("process.stdout.write('\\x1b[2A\\x1b[JONE\\n')"))
        t.type('abc')
        t.expect('ONE', '> abc|')
        assert 'two' not in t.screen.lines(), t.dump()


def test_bytes_and_pieces_of_characters(new):
    with new() as t:
        t.enter(later("{ const b = Buffer.from('gr\\u00fc\\u00dfe\\n'); process.stdout.write(b.subarray(0, 3)); process.stdout.write(b.subarray(3)) }"))
        t.type('x')
        t.expect('grüße', '> x|')


def test_write_calls_back(new):
    with new() as t:
        t.enter(later("process.stdout.write('one\\n', () => console.log('two'))"))
        t.type('x')
        t.expect('one', 'two', '> x|')


def test_a_lot_of_output(new):
    with new(rows=10) as t:
        t.enter(later("{ for (let i = 0; i < 3; i++) console.log('x'.repeat(1e5)); console.log('done') }"))
        t.type('abc')
        t.expect('done', '> abc|')


def test_output_during_search_comes_after_it(new):
    with new() as t:
        t.enter("let s = setInterval(() => { if (globalThis.go) { console.log('late'); clearInterval(s) } }, 5); 0")
        t.expect_prompt()
        t.enter('setTimeout(() => globalThis.go = 1, 100) && 0')
        t.expect('0', '> |')
        t.press('ctrl-r')
        t.expect_text('reverse-i-search')
        t.type('zz')
        t.expect_text('`zz')
        t.press('ctrl-g')
        t.type('abc')
        t.expect('late', '> abc|')


def test_results_wait_for_what_was_printed_before(new):
    with new() as t:
        t.enter("setInterval(() => {}, 1); for (let i = 0; i < 3; i++) console.log('before ' + i); 'result'")
        t.expect('before 0', 'before 1', 'before 2', "'result'", '> |')
