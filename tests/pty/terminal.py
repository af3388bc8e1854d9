"""A program on a pseudo-terminal: keys in, screen out.

Nothing here sleeps to decide: every step waits until the screen shows what it should, or until a deadline that is far
beyond what a loaded machine needs.
"""

import errno
import fcntl
import os
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time

from screen import Screen

DEADLINE = float(os.environ.get('PTY_DEADLINE', '40'))

KEYS = {
    'enter': '\r', 'tab': '\t', 'escape': '\x1b', 'backspace': '\x7f', 'up': '\x1b[A', 'down': '\x1b[B',
    'right': '\x1b[C', 'left': '\x1b[D', 'home': '\x1b[H', 'end': '\x1b[F', 'delete': '\x1b[3~',
    'alt-enter': '\x1b\r', 'alt-b': '\x1bb', 'alt-f': '\x1bf', 'alt-d': '\x1bd', 'ctrl-right': '\x1b[1;5C',
    'ctrl-left': '\x1b[1;5D', 'alt-backspace': '\x1b\x7f',
}


def key(name):
    """The bytes of a key: 'enter', 'ctrl-c', 'alt-b'."""
    if name in KEYS:
        return KEYS[name]
    if name.startswith('ctrl-'):
        return chr(ord(name[5:].upper()) & 0x1f) if name[5:] != '_' else '\x1f'
    raise KeyError(name)


class Failure(Exception):
    pass


class Terminal:
    """A running program. Use as `with Terminal(program) as t:`."""

    def __init__(self, program, arguments=(), columns=80, rows=24, env=None, cwd=None, wait='> ', shell=False,
                 folder=None, size=None):
        self.own_folder = None if folder else tempfile.mkdtemp(prefix='phasor-pty-')
        self.folder = folder or self.own_folder
        self.screen = Screen(columns, rows)
        self.raw = bytearray()
        self.master, slave = os.openpty()
        # The terminal's own side stays open here, so that its modes can be looked at after the program has ended.
        self.slave = slave
        self._set_size(*size or (columns, rows))
        self.modes_before = termios.tcgetattr(slave)
        environment = {
            'HOME': self.folder, 'PATH': os.environ['PATH'], 'TERM': 'xterm-256color', 'LANG': 'C.UTF-8',
            'PHASOR_REPL_HISTORY': os.path.join(self.folder, 'history'), **(env or {}),
        }
        environment = {name: value for name, value in environment.items() if value is not None}
        command = [program, *arguments]
        if shell:
            command = [sys.executable, os.path.join(os.path.dirname(__file__), 'job_shell.py'), *command]

        def take_terminal():
            os.setsid()
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)

        self.process = subprocess.Popen(
            command, stdin=slave, stdout=slave, stderr=slave, env=environment, cwd=cwd or self.folder,
            preexec_fn=take_terminal, close_fds=True)
        os.set_blocking(self.master, False)
        self._decoder = __import__('codecs').getincrementaldecoder('utf-8')('replace')
        if wait is not None:
            self.wait(lambda screen: screen.line_with_cursor().endswith(wait.rstrip() + ' |') or
                      screen.line_with_cursor() == wait + '|', f'the prompt {wait!r}')

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        for fd in (self.master, self.slave):
            if fd is not None:
                os.close(fd)
        if self.own_folder:
            shutil.rmtree(self.own_folder, ignore_errors=True)

    # -- keys ---------------------------------------------------------------------------------------------------

    def type(self, text):
        """Sends text as it is."""
        self.send(text.encode())

    def send(self, data):
        """Sends bytes, reading what comes meanwhile."""
        end = time.monotonic() + DEADLINE * 3
        view = memoryview(data)
        while view:
            if time.monotonic() > end:
                raise Failure(f'{len(view)} bytes were not taken')
            readable, writable, _ = select.select([self.master], [self.master], [], 1)
            if readable:
                self._read()
            if writable:
                try:
                    view = view[os.write(self.master, view[:4096]):]
                except BlockingIOError:
                    pass
                except OSError as error:
                    if error.errno == errno.EIO:
                        return
                    raise

    def press(self, *names):
        """Sends keys by name."""
        for name in names:
            self.type(key(name))

    def enter(self, text):
        """Types a line and waits until it stands there, then presses Enter."""
        self.type(text)
        self.wait_typed(text)
        self.press('enter')

    def paste(self, text):
        """Pastes as a terminal does that knows bracketed paste."""
        self.wait(lambda screen: screen.pasting, 'bracketed paste')
        self.send(b'\x1b[200~' + text.encode() + b'\x1b[201~')

    # -- screen -------------------------------------------------------------------------------------------------

    def _read(self):
        try:
            data = os.read(self.master, 65536)
        except BlockingIOError:
            return True
        except OSError as error:
            if error.errno != errno.EIO:
                raise
            return False
        if len(self.raw) < 1 << 22:
            self.raw += data
        self.screen.feed(self._decoder.decode(data))
        return bool(data)

    def wait(self, condition, what, deadline=None):
        """Reads until `condition(screen)` is true."""
        end = time.monotonic() + (deadline or DEADLINE)
        while not condition(self.screen):
            left = end - time.monotonic()
            if left <= 0:
                raise Failure(f'waited for {what}; the screen shows\n{self.dump()}')
            if select.select([self.master], [], [], min(left, 0.2))[0] and not self._read():
                if condition(self.screen):
                    return
                raise Failure(f'the program ended while waiting for {what}; the screen shows\n{self.dump()}')

    def wait_typed(self, text):
        """Waits until the text before the cursor ends with `text` (its last line)."""
        last = text.split('\n')[-1][-(self.screen.columns - 4):]
        if self.screen.columns < 20:
            return
        self.wait(lambda screen: self._before_cursor().endswith(last), f'{last!r} before the cursor')

    def _before_cursor(self):
        screen = self.screen
        text = ''.join(text for text, _ in screen.cells[screen.row][:screen.column])
        if screen.row > 0 and len(text) < screen.columns - 4:
            text = ''.join(t for t, _ in screen.cells[screen.row - 1]) + text
        return text

    def expect(self, *lines):
        """Waits until the last lines of the screen are these. One may show the cursor as `|`."""
        wanted = [line.rstrip() for line in lines]
        self.wait(lambda screen: self._tail(wanted) == wanted, 'the lines\n' + '\n'.join(
            '    ' + line for line in wanted))

    def _tail(self, wanted):
        lines = self.screen.lines()
        if '|' in ''.join(wanted):
            first_row = len(self.screen.scrollback)
            lines[first_row + self.screen.row] = self.screen.line_with_cursor()
        return lines[-len(wanted):]

    def expect_text(self, text):
        """Waits until `text` is somewhere on the screen or above it."""
        self.wait(lambda screen: text in '\n'.join(screen.lines()), repr(text))

    def expect_cursor(self, line):
        """Waits until the cursor's row is `line`, with `|` for the cursor."""
        self.wait(lambda screen: screen.line_with_cursor() == line, f'the cursor row {line!r}')

    def expect_prompt(self, prompt='> '):
        """Waits for an empty prompt."""
        self.wait(lambda screen: screen.line_with_cursor() in (prompt + '|', prompt.rstrip() + ' |'), 'an empty prompt')

    def text(self):
        return '\n'.join(self.screen.lines())

    def style(self, text):
        """The style of `text` in the last row that shows it in one style."""
        for row in reversed(range(self.screen.rows)):
            for run, style in self.screen.styles(row):
                if text in run:
                    return style
        return None

    def expect_style(self, text, style):
        self.wait(lambda _: self.style(text) == style, f'{text!r} in style {style!r} (it is {self.style(text)!r})')

    def dump(self):
        lines = self.screen.lines()
        cursor = len(self.screen.scrollback) + self.screen.row
        first = max(0, len(lines) - 20)
        return '\n'.join(('  > ' if n == cursor else '    ') + line for n, line in enumerate(lines[first:], first))

    # -- the process --------------------------------------------------------------------------------------------

    def _set_size(self, columns, rows):
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack('HHHH', rows, columns, 0, 0))

    def resize(self, columns, rows=24):
        self.screen.resize(columns, rows)
        self._set_size(columns, rows)

    def expect_exit(self, code=0):
        """Waits until the program has ended with `code` and has left the terminal as it was."""
        end = time.monotonic() + DEADLINE
        while self.process.poll() is None:
            if time.monotonic() > end:
                raise Failure(f'the program does not end; the screen shows\n{self.dump()}')
            if select.select([self.master], [], [], 0.05)[0]:
                self._read()
        while select.select([self.master], [], [], 0)[0] and self._read():
            pass
        if self.process.returncode != code:
            raise Failure(f'ended with {self.process.returncode} instead of {code}; the screen shows\n{self.dump()}')
        self.check_modes()

    def check_modes(self):
        """The terminal's modes are those from before the program."""
        now = termios.tcgetattr(self.slave)
        if now != self.modes_before:
            raise Failure(f'the modes changed from {self.modes_before[:4]} to {now[:4]}')
        if self.screen.pasting:
            raise Failure('bracketed paste is still on')
        if not self.screen.cursor_visible:
            raise Failure('the cursor is still hidden')

    def signal(self, number):
        os.kill(self.process.pid, number)

    def hang_up(self):
        """Closes the terminal as a closed window does."""
        os.close(self.slave)
        self.slave = None
        os.close(self.master)
        self.master = None

    def history(self):
        """The lines of the history file, the newest first."""
        with open(os.path.join(self.folder, 'history'), encoding='utf-8') as file:
            return file.read().splitlines()


__all__ = ['Failure', 'Terminal', 'key', 'signal']
