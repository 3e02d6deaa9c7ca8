"""Lines that are waited for with half an ear: while nobody types, something else gets its turn."""

import os
import select
import sys
from collections.abc import Callable
from typing import Protocol

MOST_AT_ONCE = 1 << 16  # bytes


class Stream(Protocol):
    """What lines are read from; all three as of any text stream."""

    def readline(self, limit: int = -1, /) -> str: ...
    def isatty(self) -> bool: ...
    def fileno(self) -> int: ...


class AttentiveLines:
    """The lines of a stream, as `readline` gives them; `idle` is called every so many seconds while none comes.

    Where a stream cannot be asked whether a line is there (on Windows), `idle` is called before each line alone.
    """

    def __init__(self, stream: Stream, idle: Callable[[], None], seconds: float) -> None:
        self._stream, self._idle, self._seconds = stream, idle, seconds
        self._begun = b""
        self._has_ended = False

    def isatty(self) -> bool:
        """Whether somebody types."""
        return self._stream.isatty()

    def readline(self, limit: int = -1) -> str:
        """The next line with its end, or the first `limit` bytes of it; "" at the end."""
        if sys.platform == "win32":
            self._idle()
            return self._stream.readline(limit)
        most = limit if limit >= 0 else sys.maxsize
        while b"\n" not in self._begun and len(self._begun) < most and not self._has_ended:
            self._read_on()
        end = self._begun.find(b"\n") + 1 or len(self._begun)
        line, self._begun = self._begun[: min(end, most)], self._begun[min(end, most) :]
        return line.decode("utf-8", "replace")

    def _read_on(self) -> None:
        number = self._stream.fileno()
        if not select.select([number], [], [], self._seconds)[0]:
            self._idle()
            return
        more = os.read(number, MOST_AT_ONCE)
        self._begun += more
        self._has_ended = not more
