"""What was entered before: walking, searching, and its file."""

import os
import stat


def test_up_and_down(new):
    with new() as t:
        for n in '123':
            t.enter(n)
            t.expect(f'> {n}', n, '> |')
        t.press('up')
        t.expect_cursor('> 3|')
        t.press('up', 'up')
        t.expect_cursor('> 1|')
        t.press('down')
        t.expect_cursor('> 2|')
        t.press('down', 'down')
        t.expect_cursor('> |')


def test_the_line_that_was_begun_comes_back(new):
    with new() as t:
        t.enter('1')
        t.expect('> 1', '1', '> |')
        t.type('abc')
        t.expect_cursor('> abc|')
        t.press('ctrl-p')
        t.expect_cursor('> 1|')
        t.press('ctrl-n')
        t.expect_cursor('> abc|')


def test_longer_text_comes_back_whole(new):
    with new() as t:
        t.type('[')
        t.press('enter')
        t.type('1]')
        t.expect('> [', '  1]|', '[ 1 ]')
        t.press('enter')
        t.expect('  1]', '[ 1 ]', '> |')
        t.press('up')
        t.expect('> [', '  1]|', '[ 1 ]')
        t.press('enter')
        t.expect('> [', '  1]', '[ 1 ]', '> |')


def test_repetitions_are_kept_once(new):
    with new() as t:
        for text in ['1', '2', '2']:
            t.enter(text)
            t.expect(f'> {text}', text, '> |')
        t.press('up', 'up')
        t.expect_cursor('> 1|')


def test_reverse_search(new):
    with new() as t:
        for text in ["'apple'", "'pear'", "'apricot'"]:
            t.enter(text)
            t.expect(f'> {text}', text, '> |')
        t.press('ctrl-r')
        t.expect_text("(reverse-i-search)`'")
        t.type('ap')
        t.expect_text("(reverse-i-search)`ap': 'apricot'")
        t.press('ctrl-r')
        t.expect_text("(reverse-i-search)`ap': 'apple'")
        t.press('enter')
        t.expect("> 'apple'", "'apple'", '> |')


def test_reverse_search_without_a_match(new):
    with new() as t:
        t.enter('1')
        t.expect('> 1', '1', '> |')
        t.press('ctrl-r')
        t.type('zz')
        t.expect_text("(failed reverse-i-search)`zz'")
        t.press('ctrl-g')
        t.expect_prompt()


def test_the_file_is_kept(new):
    with new() as t:
        t.enter('1 + 1')
        t.expect('> 1 + 1', '2', '> |')
        t.enter("'x'")
        t.expect("> 'x'", "'x'", '> |')
        assert t.history() == ["'x'", '1 + 1'], t.history()
        t.press('ctrl-d')
        t.expect_exit()
        mode = stat.S_IMODE(os.stat(os.path.join(t.folder, 'history')).st_mode)
        assert mode == 0o600, oct(mode)
        with new(folder=t.folder) as second:
            second.press('up', 'up')
            second.expect_cursor('> 1 + 1|')


def test_longer_text_is_one_entry_of_the_file(new):
    with new() as t:
        t.type('(')
        t.press('enter')
        t.type('1)')
        t.expect('> (', '  1)|', '1')
        t.press('enter')
        t.expect('  1)', '1', '> |')
        assert t.history() == ['  1)\r(',] or open(os.path.join(t.folder, 'history'), newline='').read() == '  1)\r(\n'
        with new(folder=t.folder) as second:
            second.press('up')
            second.expect('> (', '  1)|', '1')


def test_parallel_sessions_share_the_file(new):
    with new() as a, new(folder=a.folder) as b:
        a.enter("'from a'")
        a.expect("> 'from a'", "'from a'", '> |')
        b.enter("'from b'")
        b.expect("> 'from b'", "'from b'", '> |')
        a.enter("'a again'")
        a.expect("> 'a again'", "'a again'", '> |')
        assert a.history() == ["'a again'", "'from b'", "'from a'"], a.history()


def test_the_size_limit(new):
    with new(env={'PHASOR_REPL_HISTORY_SIZE': '2'}) as t:
        for n in '123':
            t.enter(n)
            t.expect(f'> {n}', n, '> |')
        assert t.history() == ['3', '2'], t.history()
        t.press('up', 'up', 'up')
        t.expect_cursor('> 2|')


def test_node_repl_history_is_understood(new):
    with new(env={'PHASOR_REPL_HISTORY': None, 'NODE_REPL_HISTORY': 'named'}) as t:
        t.enter('1')
        t.expect('> 1', '1', '> |')
        with open(os.path.join(t.folder, 'named')) as file:
            assert file.read() == '1\n'


def test_the_file_of_node_is_read(new):
    with new(wait=None) as t:
        t.expect_prompt()
        with open(os.path.join(t.folder, 'node_history'), 'w', newline='') as file:
            file.write('newest\n}\r  b\ra {\noldest')
        with new(folder=t.folder, env={'PHASOR_REPL_HISTORY': None, 'NODE_REPL_HISTORY': 'node_history'}) as second:
            second.press('up')
            second.expect_cursor('> newest|')
            second.press('up')
            second.expect('> a {', '  b', '}|')


def test_the_default_file(new):
    with new(env={'PHASOR_REPL_HISTORY': None}) as t:
        t.enter('1')
        t.expect('> 1', '1', '> |')
        assert os.path.exists(os.path.join(t.folder, '.phasor_repl_history'))


def test_an_empty_name_keeps_no_file(new):
    with new(env={'PHASOR_REPL_HISTORY': ''}) as t:
        t.enter('1')
        t.expect('> 1', '1', '> |')
        t.press('up')
        t.expect_cursor('> 1|')
        assert os.listdir(t.folder) == [], os.listdir(t.folder)


def test_an_unreadable_file(new):
    with new(env={'PHASOR_REPL_HISTORY': '.'}) as t:
        t.expect_text('The history cannot be read and will not be kept: Is a directory')
        t.enter('1')
        t.expect('> 1', '1', '> |')
        t.press('up')
        t.expect_cursor('> 1|')


def test_a_binary_file(new):
    with new() as t:
        path = os.path.join(t.folder, 'binary')
        with open(path, 'wb') as file:
            file.write(b'a\0b\xff')
        with new(folder=t.folder, env={'PHASOR_REPL_HISTORY': path}) as second:
            second.expect_text('The history cannot be read')
            second.enter('1')
            second.expect('> 1', '1', '> |')
            with open(path, 'rb') as file:
                assert file.read() == b'a\0b\xff'


def test_a_full_disk(new):
    with new(env={'PHASOR_REPL_HISTORY': '/dev/full'}) as t:
        t.enter('1')
        t.expect_text('The history cannot be written and will not be kept: No space left on device')
        t.expect_prompt()
        t.enter('2')
        t.expect('> 2', '2', '> |')


def test_a_folder_that_is_not_there(new):
    with new(env={'PHASOR_REPL_HISTORY': '/nowhere/at/all'}) as t:
        t.enter('1')
        t.expect_text('The history cannot be written and will not be kept: No such file or directory')
        t.expect_prompt()
        t.enter('2')
        t.expect('> 2', '2', '> |')
