"""Runs slipway on a terminal: a pseudo-terminal whose screen the test reads and on which it types."""
import os
import pty
import select
import signal
import struct
import termios
import time
import fcntl

from .program import PAUSE, PROGRAM, Result


def run(shell, command, *arguments, answers=(), timeout=60, size=(40, 120), interrupt_at=None):
    """Run on a terminal. `answers` are (text to wait for, what to type); `interrupt_at` a text at which Ctrl-C is typed."""
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(shell.work)
        program = [str(PROGRAM), *command.split(), *map(str, arguments), "--poll-interval", PAUSE]
        os.execve(PROGRAM, program, {**shell.environment, "TERM": "xterm-256color"})
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))
    waiting, screen, limit = list(answers), b"", time.monotonic() + timeout
    while True:
        if time.monotonic() > limit:
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)
            raise AssertionError(f"slipway did not end on the terminal within {timeout} s:\n{screen.decode(errors='replace')}")
        if select.select([terminal], [], [], 0.2)[0]:
            try:
                data = os.read(terminal, 65536)
            except OSError:
                data = b""
            if not data:
                break
            screen += data
        if waiting and waiting[0][0].encode() in screen:
            os.write(terminal, waiting.pop(0)[1].encode())
        if interrupt_at and interrupt_at.encode() in screen:
            os.write(terminal, b"\x03")
            interrupt_at = None
    os.close(terminal)
    _, status = os.waitpid(process, 0)
    return Result(os.waitstatus_to_exitcode(status), screen.decode(errors="replace"), "")
