"""The app in a process of its own on a pseudo-terminal, seen as a terminal sees it."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]
PATIENCE = 20.0  # seconds


class Terminal:
    """A pseudo-terminal of 80 by 24 that collects what is written to it."""

    def __init__(self, script: str, environment: Mapping[str, str] | None = None) -> None:
        self.master, self.slave = pty.openpty()
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.before = termios.tcgetattr(self.slave)
        self.written = b""
        self.process = subprocess.Popen(
            [sys.executable, "-c", script],
            stdin=self.slave,
            stdout=self.slave,
            stderr=self.slave,
            start_new_session=True,
            preexec_fn=self._take_terminal,  # noqa: PLW1509 - no other thread runs here yet
            cwd=ROOT,
            env={**os.environ, "TERM": "xterm-256color", "TEXTUAL_ANIMATIONS": "none", **(environment or {})},
        )

    def _take_terminal(self) -> None:
        fcntl.ioctl(self.slave, termios.TIOCSCTTY, 0)

    def type(self, keys: bytes) -> None:
        os.write(self.master, keys)

    def read(self, seconds: float = 0.05) -> None:
        if select.select([self.master], [], [], seconds)[0]:
            try:
                self.written += os.read(self.master, 65536)
            except OSError:
                return

    def wait_for(self, words: str) -> None:
        """Read until these words were written since the last time."""
        self._read_until(lambda: words.encode() in self.written, f"{words!r} never came: {self.written[-2000:]!r}")
        self.written = self.written.partition(words.encode())[2]

    def ended(self, within: float = PATIENCE) -> int:
        """The exit code, once the process is over, as a shell would have it."""
        self._read_until(lambda: self.process.poll() is not None, "still running", within)
        for _ in range(5):
            self.read(0.01)
        code = self.process.returncode
        return code if code >= 0 else 128 - code

    def is_restored(self) -> bool:
        """Whether the main screen, the cursor, mouse, and line discipline are as before."""
        off = self.written.rfind(b"\x1b[?1049l") > self.written.rfind(b"\x1b[?1049h")
        cursor = self.written.rfind(b"\x1b[?25h") > self.written.rfind(b"\x1b[?25l")
        mouse = self.written.rfind(b"\x1b[?1003l") > self.written.rfind(b"\x1b[?1003h")
        return off and cursor and mouse and termios.tcgetattr(self.slave) == self.before

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        for end in (self.master, self.slave):
            try:
                os.close(end)
            except OSError:
                continue

    def _read_until(self, claim: Callable[[], bool], otherwise: str, within: float = PATIENCE) -> None:
        deadline = time.monotonic() + within
        while not claim():
            assert time.monotonic() < deadline, otherwise
            self.read()
