"""A fix that can be typed, as a change of the text: what an editor does when the author agrees to it."""

from collections.abc import Iterable
from typing import NamedTuple

from tavern.diagnostics.span import Span


class Edit(NamedTuple):
    """`text` instead of what stands at the span; a span of length 0 inserts. The text may have several lines.

    A length that goes one past the end of its line takes the line's end with it.
    """

    span: Span
    text: str


def instead(span: Span, text: str) -> tuple[Edit, ...]:
    """What stands at the span replaced."""
    return (Edit(span, text),)


def insert(span: Span, ahead: str, behind: str = "") -> tuple[Edit, ...]:
    """Something put before what stands at the span, or behind it, or both."""
    edits = (
        Edit(span._replace(length=0), ahead),
        Edit(span._replace(column=span.column + span.length, length=0), behind),
    )
    return tuple(edit for edit in edits if edit.text)


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text of a file with the edits made; all of them are places in the text as it is, and none overlaps another."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    for span, new in sorted(edits, reverse=True):
        at = starts[span.line - 1] + span.column - 1
        text = text[:at] + new + text[at + span.length :]
    return text
