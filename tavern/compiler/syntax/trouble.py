"""Where a reader of YAML stopped, and what it said; lines and columns count from 0 here."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tavern.diagnostics import Diagnostic, Edit, Span

Reads = Callable[[Sequence[str]], tuple[int, int]]
COMMENT = re.compile(r"(?<=\s)#")
PREFIX = re.compile(r" *(?:- +)*(?:-$)?")
KEY = re.compile(r"""(?:[^\s'"\[\]{}#&*!|>@`%,-]|-\S)[^:#]*?:(?:\s|$)|"[^"]*"\s*:(?:\s|$)|'[^']*'\s*:(?:\s|$)""")


@dataclass(frozen=True, slots=True)
class Trouble:
    """what: the reader's words. context: what it was reading, "" if unknown, and where that began.

    Where that is unknown too, it is the place itself.
    reads: how far the reader comes with other lines: the line it stops at, one past the end if at none, and how few
    mistakes it meets on its way, as a number that is 0 at most.
    """

    path: str
    lines: Sequence[str]
    what: str
    line: int
    column: int
    context: str
    context_line: int
    context_column: int
    reads: Reads

    @property
    def here(self) -> str:
        """The line the reader stopped at; "" past the end."""
        return self.at(self.line)

    @property
    def char(self) -> str:
        """The character it stopped at; "" at the end of a line."""
        return self.here[self.column : self.column + 1]

    @property
    def in_brackets(self) -> bool:
        """True between `[` and `]` or `{` and `}`."""
        return self.context.startswith("while parsing a flow")

    def at(self, line: int) -> str:
        """That line; "" past the end."""
        return self.lines[line] if line < len(self.lines) else ""

    def above(self, line: int) -> int | None:
        """The next line above that has content, neither blank nor a comment; None at the top."""
        fitting = (i for i in range(min(line, len(self.lines)) - 1, -1, -1) if has_content(self.lines[i]))
        return next(fitting, None)

    def report(
        self, code: str, line: int, columns: tuple[int, int], cause: str, fix: str, edits: tuple[Edit, ...] = ()
    ) -> Diagnostic:
        """A diagnostic about the columns [first, last) of that line."""
        first, last = columns
        return Diagnostic(code, Span(self.path, line + 1, first + 1, max(last - first, 1)), cause, fix, edits=edits)

    def edit(self, line: int, columns: tuple[int, int], text: str) -> tuple[Edit, ...]:
        """The text instead of those columns of that line."""
        return (Edit(Span(self.path, line + 1, columns[0] + 1, columns[1] - columns[0]), text),)


def has_content(line: str) -> bool:
    """True for a line that is neither blank nor a comment."""
    return bool(line.strip()) and not line.lstrip().startswith("#")


def inner(line: str) -> int:
    """The column where the key or text of a line begins, after its spaces and dashes."""
    found = PREFIX.match(line)
    return found.end() if found else 0


def extent(line: str) -> tuple[int, int]:
    """The columns of a line's text, without spaces, dashes and a comment at its end."""
    comment = COMMENT.search(line)
    text = line[: comment.start()].rstrip() if comment else line.rstrip()
    return inner(line), max(len(text), inner(line) + 1)


def has_key(line: str) -> bool:
    """True where the text of the line begins with a key and its colon."""
    return KEY.match(line, inner(line)) is not None


def has_dash(line: str) -> bool:
    """True for an item of a list."""
    return line.lstrip(" ").startswith("- ") or line.strip() == "-"


def quoted(text: str) -> str:
    """The text between quotes, so that YAML reads just this."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"
