"""A place in a content file."""

from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of one line of a file. line and column count from 1, as editors do; length is in characters.

    path is as the author would open it. line 0 stands for the file as a whole; length 0 for a place between characters.
    """

    # A tuple, not a dataclass: a large mystery makes a hundred thousand, and a tuple takes a third of the time.
    path: str
    line: int
    column: int
    length: int


def whole(path: str) -> Span:
    """The file itself, where no line can be named."""
    return Span(path, 0, 0, 0)
