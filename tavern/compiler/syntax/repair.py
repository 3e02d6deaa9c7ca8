"""Whether a change of one line is the right one: the reader is asked how far it comes with it."""

from collections.abc import Iterable
from typing import NamedTuple

from tavern.compiler.syntax.trouble import Trouble, has_content, has_dash, inner
from tavern.diagnostics.edit import Edit
from tavern.diagnostics.span import Span

NEAR = 12  # lines above and below among which a line looks for its like
MOST_LINES = 10_000  # of a longer file nothing is tried, since each trial reads it anew


class Repair(NamedTuple):
    """A line written otherwise."""

    line: int
    text: str


def best(trouble: Trouble, repairs: Iterable[Repair]) -> Repair | None:
    """The repair with which the reader comes farthest, beyond where it stopped; None if none helps.

    Of several the one that brings the line under others like it, then the smallest, then the first.
    """
    if len(trouble.lines) > MOST_LINES:
        return None
    tried = [(_reach(trouble, repair), repair) for repair in dict.fromkeys(repairs)]
    fitting = [(reach, _likeness(trouble, repair), repair) for reach, repair in tried if reach[0] > trouble.line]
    if not fitting:
        return None
    return max(fitting, key=lambda found: (found[0], found[1], -abs(_shift(trouble, found[2]))))[2]


def edits(trouble: Trouble, repair: Repair | None) -> tuple[Edit, ...]:
    """The repair as a change of the file: only what differs between the two lines."""
    if repair is None:
        return ()
    old, new = trouble.at(repair.line), repair.text
    first = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    same = 0
    while same < min(len(old), len(new)) - first and old[len(old) - 1 - same] == new[len(new) - 1 - same]:
        same += 1
    span = Span(trouble.path, repair.line + 1, first + 1, len(old) - first - same)
    return (Edit(span, new[first : len(new) - same]),)


def moved(trouble: Trouble, line: int, indent: int) -> Repair:
    """The line with that many spaces before it."""
    return Repair(line, " " * max(indent, 0) + trouble.at(line).lstrip(" "))


def _reach(trouble: Trouble, repair: Repair) -> tuple[int, int]:
    return trouble.reads([*trouble.lines[: repair.line], repair.text, *trouble.lines[repair.line + 1 :]])


def _likeness(trouble: Trouble, repair: Repair) -> int:
    around = range(max(0, repair.line - NEAR), min(len(trouble.lines), repair.line + NEAR + 1))
    others = [trouble.lines[row] for row in around if row != repair.line and has_content(trouble.lines[row])]
    return sum((inner(other), has_dash(other)) == (inner(repair.text), has_dash(repair.text)) for other in others)


def _shift(trouble: Trouble, repair: Repair) -> int:
    return len(repair.text) - len(trouble.at(repair.line))
