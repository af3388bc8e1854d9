"""Runs a program as a shell with job control does: `fg` continues a stopped one."""

import os
import signal
import sys
import termios

signal.signal(signal.SIGTTOU, signal.SIG_IGN)
terminal = 0
modes = termios.tcgetattr(terminal)

child = os.fork()
if child == 0:
    os.setpgid(0, 0)
    os.tcsetpgrp(terminal, os.getpid())
    signal.signal(signal.SIGTTOU, signal.SIG_DFL)
    os.execv(sys.argv[1], sys.argv[1:])
try:
    os.setpgid(child, child)
except PermissionError:
    pass  # The child was faster.

while True:
    _, status = os.waitpid(child, os.WUNTRACED)
    if not os.WIFSTOPPED(status):
        break
    os.tcsetpgrp(terminal, os.getpgrp())
    flags = termios.tcgetattr(terminal)[3]
    sane = bool(flags & termios.ECHO) and bool(flags & termios.ICANON)
    termios.tcsetattr(terminal, termios.TCSADRAIN, modes)
    print(f'[stopped, terminal {"sane" if sane else "raw"}]', flush=True)
    sys.stdin.readline()
    os.tcsetpgrp(terminal, child)
    os.kill(-child, signal.SIGCONT)
sys.exit(os.waitstatus_to_exitcode(status) if os.WIFEXITED(status) else 1)
