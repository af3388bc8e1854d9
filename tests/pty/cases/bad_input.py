"""What no person types."""

import os


def test_a_byte_that_is_no_text(new):
    with new() as t:
        t.type('ab')
        t.expect_cursor('> ab|')
        t.send(b'\xff')
        t.wait(lambda screen: sum(line == '> ab' for line in screen.lines()) == 2, 'the line again')
        t.type('c')
        t.expect_cursor('> abc|')


def test_binary_garbage(new):
    with new() as t:
        # No control characters that mean the end, a stop or another terminal.
        garbage = bytes(b for b in (i * 7919 % 256 for i in range(20000)) if b >= 0x80 or b in (9, 27) or 32 <= b < 127)
        t.send(garbage)
        t.press('ctrl-c', 'ctrl-c')
        t.send(b'\x1b[201~\x07')
        end = 0
        while t.process.poll() is None and end < 40:
            t.type('\x03')
            try:
                t.expect_exit()
            except Exception:
                end += 1
        assert t.process.poll() == 0, t.process.returncode
        t.check_modes()


def test_random_keys(new):
    with new() as t:
        keys = ['\x1b[A', '\x1b[B', '\x1b[C', '\x1b[D', '\x1b[H', '\x1b[F', '\x01', '\x05', '\x0b', '\x15', '\x17', '\x19', 'a', '(',
                '}', "'", '`', '\x7f', '\x14', '\x1f', '漢', '\t', '\x1bb', '\x1bf', '\x1bd', '\x1bu', '\x1bc', '\x1bt', '\x0c']
        state = 12345
        for _ in range(600):
            state = (state * 1103515245 + 12345) % (1 << 31)
            t.type(keys[(state >> 16) % len(keys)])
        # Questions that a key may have led to are left.
        t.type('n\x1b')
        t.press('ctrl-c')
        t.type('\x03')
        while t.process.poll() is None and not t.screen.lines()[-1].startswith('>'):
            t.press('ctrl-c')
            t.wait(lambda _: True, 'nothing')
        assert t.process.poll() in (None, 0), t.dump()


def test_unfinished_escape_sequences(new):
    with new() as t:
        t.type('\x1b[')
        t.type('1;')
        t.type('5C')
        t.type('ab')
        t.wait_typed('b')
        t.press('ctrl-u')
        t.expect_prompt()
        t.enter('1')
        t.expect('> 1', '1', '> |')


def test_nul_bytes(new):
    with new() as t:
        t.type('1')
        t.send(b'\0')
        t.type('2')
        t.wait_typed('2')
        t.press('ctrl-c')
        t.expect_prompt()


def test_ten_megabytes_pasted(new):
    with new() as t:
        t.paste("'" + 'x' * (10 << 20) + "'.length")
        t.wait(lambda screen: screen.line_with_cursor().endswith("'.length|"), 'the paste', 120)
        t.press('enter')
        t.wait(lambda screen: '10485760' in screen.lines(), 'the result', 120)
        t.expect_prompt()


def test_ten_megabytes_of_lines_left_with_ctrl_c(new):
    with new() as t:
        t.paste('[\n' + ('1, ' * 341 + '\n') * (10 << 10))
        t.wait(lambda screen: screen.line_with_cursor() == '|' and '1, 1' in screen.line(screen.row - 1), 'the paste', 120)
        t.press('ctrl-c')
        t.expect_prompt()
        t.enter('1')
        t.expect('> 1', '1', '> |')


def test_what_is_typed_without_end_is_cut_off(new):
    with new() as t:
        t.send(b'1' * (100 << 10))
        t.expect_text('can be pasted')
        t.press('ctrl-c')
        t.wait(lambda screen: screen.line_with_cursor() == '> |', 'the prompt', 120)
        t.enter('1')
        t.expect('> 1', '1', '> |')


def test_ten_thousand_lines_at_once(new):
    with new() as t:
        t.send(b'let n = 0\r' + b'n++\r' * 2000 + b'n\r')
        t.wait(lambda screen: '2000' in screen.lines(), 'the last result', 120)
        t.expect_prompt()


def test_a_result_with_escape_sequences(new):
    with new() as t:
        t.enter("'\\x1b[2J\\x07'")
        t.expect("'\\x1B[2J\\x07'", '> |')


def test_many_columns_of_completions(new):
    with new(columns=3) as t:
        t.type('Ar')
        t.press('tab', 'tab')
        t.wait(lambda screen: 'Arr' in screen.lines(), 'the list')
        t.press('ctrl-c')
        t.wait(lambda screen: screen.line_with_cursor() == '> |', 'the prompt')
        t.press('ctrl-d')
        t.expect_exit()


def test_the_folder_is_removed(new):
    with new() as t:
        inner = os.path.join(t.folder, 'inner')
        os.mkdir(inner)
        t.enter(f"process.chdir('{inner}')")
        t.expect_prompt()
        os.rmdir(inner)
        t.enter('1')
        t.expect('> 1', '1', '> |')
