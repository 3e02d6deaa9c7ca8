"""Quotes that are left open, or closed too early."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from tavern.compiler.syntax.repair import Repair, best, edits
from tavern.compiler.syntax.trouble import Trouble, has_key, inner
from tavern.diagnostics import Diagnostic

OPENING = re.compile(r"""(?:^\s*|[:?-]\s+|(?<=[\[{,])\s*)(["'])""")
REST = {'"': re.compile(r'(?:[^"\\]|\\.)*+"', re.DOTALL), "'": re.compile(r"(?:[^']|'')*+'")}
SEPARATOR = re.compile(r"\s*[,\]}]")
MOST_ENDS = 6  # places for a closing quote that are tried
BLOCK = re.compile(r"(?:^|[\s:-])[|>][-+0-9]*\s*(?:#.*)?$")


class Quoted(NamedTuple):
    """A text in quotes: where its first quote stands, and the place after its last one."""

    line: int
    column: int
    end_line: int  # -1: never closed
    end_column: int


def never_closed(trouble: Trouble) -> Diagnostic | None:
    """A quote whose text, taken up to the next quote, would swallow a line that begins with a key."""
    for text in _quoted(trouble):
        if text.line > trouble.line:
            return None
        if text.end_line < 0 or _swallows_a_key(trouble, text):
            line = trouble.lines[text.line]
            mark = line[text.column]
            repair = best(trouble, _closings(line, text))
            cause, fix = "no quote closes the text that begins here", f"put `{mark}` at the end of the text"
            columns = text.column, len(line.rstrip())
            return trouble.report("T124", text.line, columns, cause, fix, edits(trouble, repair))
    return None


def closed_early(trouble: Trouble) -> Diagnostic | None:
    """Words after the closing quote, where the reader stopped."""
    for text in _quoted(trouble):
        if text.end_line != trouble.line or trouble.here[text.end_column : trouble.column].strip():
            continue
        if trouble.column < text.end_column or not trouble.char.strip(",:]}# ") or _comma_is_missing(trouble):
            continue
        mark = trouble.lines[text.line][text.column]
        twin = '`\\"`' if mark == '"' else "`''`"
        cause = "the quote before this closed the text"
        fix = f"write a {mark} inside the text as {twin}, or take away what follows the text"
        columns = trouble.column, len(trouble.here.rstrip())
        repair = best(trouble, [_doubled(trouble.here, text, mark)])
        return trouble.report("T125", trouble.line, columns, cause, fix, edits(trouble, repair))
    return None


def _closings(line: str, text: Quoted) -> Iterator[Repair]:
    """The quote put at the end of the line, or before a comma or bracket."""
    mark, rest = line[text.column], line.rstrip()
    ends = [len(rest), *(sign.start() for sign in SEPARATOR.finditer(line, text.column + 1))]
    yield from (Repair(text.line, line[:end] + mark + line[end:]) for end in ends[:MOST_ENDS])


def _doubled(line: str, text: Quoted, mark: str) -> Repair:
    """Every quote between the first and the last on the line written as one inside a text."""
    first = text.column + 1 if text.line == text.end_line else 0
    last = line.rindex(mark)
    inside = line[first:last].replace(mark, '\\"' if mark == '"' else "''")
    return Repair(text.end_line, line[:first] + inside + line[last:])


def _comma_is_missing(trouble: Trouble) -> bool:
    return trouble.in_brackets and trouble.char in ("'", '"')


def _swallows_a_key(trouble: Trouble, text: Quoted) -> bool:
    last = trouble.lines[text.end_line][: text.end_column - 1]
    body = [*trouble.lines[text.line + 1 : text.end_line], last][: text.end_line - text.line]
    return any(has_key(line) or line.lstrip().startswith("- {") for line in body)


def _quoted(trouble: Trouble) -> Iterator[Quoted]:
    """All texts in quotes that begin up to the line of the trouble; in block text and comments there are none."""
    text = "\n".join(trouble.lines)
    starts = list(accumulate((len(line) + 1 for line in trouble.lines), initial=0))
    line, column = 0, 0
    while line <= min(trouble.line, len(trouble.lines) - 1):
        opening = OPENING.search(trouble.lines[line], column)
        if opening is None or re.search(r"(?:^|\s)#", trouble.lines[line][column : opening.end()]):
            line, column = _after(trouble, line), 0
            continue
        closing = REST[opening[1]].match(text, starts[line] + opening.end())
        if closing is None:
            yield Quoted(line, opening.start(1), -1, 0)
            return
        end_line = bisect_right(starts, closing.end() - 1) - 1
        end_column = closing.end() - starts[end_line]
        yield Quoted(line, opening.start(1), end_line, end_column)
        line, column = end_line, end_column


def _after(trouble: Trouble, line: int) -> int:
    """The next line to look at: past the text of a `|` or `>`."""
    here = trouble.lines[line]
    following = line + 1
    if not BLOCK.search(here):
        return following
    first = inner(here)
    parent = here.rfind("-", 0, first) if here[first : first + 1] in "|>" else first
    rest = (i for i in range(following, len(trouble.lines)) if not _is_within(trouble.lines[i], parent))
    return next(rest, len(trouble.lines))


def _is_within(line: str, parent: int) -> bool:
    return not line.strip() or _indent(line) > parent


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
