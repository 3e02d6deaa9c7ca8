"""Lines that are not lined up."""

import re
from collections.abc import Iterator
from itertools import islice

from tavern.compiler.syntax.repair import Repair, best, edits, moved
from tavern.compiler.syntax.trouble import Trouble, extent, has_content, has_dash, has_key, inner
from tavern.diagnostics import Diagnostic, quote

DASHED = re.compile(r" *-[a-z]")
MOST_OPENERS = 4  # columns above a line that are tried


def not_lined_up(trouble: Trouble) -> Diagnostic | None:
    """A line in a column where nothing that is open above it stands."""
    if not _about_layout(trouble):
        return None
    if dashed := best(trouble, _with_blank(trouble)):
        return _without_blank(trouble, dashed)
    repair = best(trouble, _repairs(trouble))
    line = repair.line if repair else trouble.line
    columns = extent(trouble.at(line))
    if has_dash(trouble.at(line)):
        columns = _indent(trouble.at(line)), columns[1]
    cause, fix = _advice(trouble, line, _indent(repair.text) if repair else None)
    return trouble.report("T128", line, columns, cause, fix, edits(trouble, repair))


def _repairs(trouble: Trouble) -> Iterator[Repair]:
    """What may have been meant: the line, or one that opened a column above it, moved in or out."""
    here, above = trouble.line, trouble.above(trouble.line)
    if above is None:
        return
    if not has_key(trouble.here) and not has_dash(trouble.here):
        yield moved(trouble, here, _indent(trouble.at(above)))
        return
    openers = [(row, column) for column, row in islice(_open(trouble, here), MOST_OPENERS)]
    for _, column in openers:
        yield moved(trouble, here, column)
    for row in dict.fromkeys([above, *(row for row, _ in openers)]):
        for column in (*_columns(trouble, row), _under(trouble, row, here)):
            yield moved(trouble, row, column)


def _with_blank(trouble: Trouble) -> Iterator[Repair]:
    above = trouble.above(trouble.line)
    if above is not None and DASHED.match(trouble.at(above)):
        yield Repair(above, trouble.at(above).replace("-", "- ", 1))


def _columns(trouble: Trouble, line: int) -> list[int]:
    return [column for column, _ in islice(_open(trouble, line), MOST_OPENERS)]


def _under(trouble: Trouble, row: int, here: int) -> int:
    """The indent with which the row would stand where the line stands, its first key above that line's."""
    return max(0, inner(trouble.at(here)) - (inner(trouble.at(row)) - _indent(trouble.at(row))))


def _without_blank(trouble: Trouble, repair: Repair) -> Diagnostic:
    line, text = repair.line, trouble.at(repair.line)
    columns = _indent(text), extent(text)[1]
    cause = "a dash without a space after it is a part of the word"
    return trouble.report("T213", line, columns, cause, "put a space after the dash", edits(trouble, repair))


def _about_layout(trouble: Trouble) -> bool:
    if trouble.what.startswith("mapping values are not allowed"):
        return True
    unexpected = ("did not find expected key", "did not find expected '-'", "expected <block end>")
    return trouble.what.startswith(unexpected) and trouble.column <= inner(trouble.here)


def _advice(trouble: Trouble, line: int, meant: int | None) -> tuple[str, str]:
    """meant: the indent with which it can be read, if that is known."""
    here, at = trouble.at(line), _indent(trouble.at(line))
    if not has_key(here) and not has_dash(here):
        return "this text is moved in less than the lines above it", "move it in as far as the line above it"
    open_above = dict(_open(trouble, line))
    nearest = min(open_above, key=lambda column: (abs(column - at), -column), default=None)
    column = nearest if meant is None else meant
    if column is None and has_dash(here):
        return "an item of a list stands among keys", "write the key of the list on the line above"
    if column is None:
        return "a key stands among the items of a list", "begin the line with `- `, or move it in under the key above"
    row = open_above.get(column)
    what = "dash" if has_dash(here) else "key"
    if row is None:
        return f"with it in column {at + 1}, the lines below it fit nowhere", f"begin it in column {column + 1}"
    words = quote(trouble.at(row)[column : extent(trouble.at(row))[1]])
    cause = f"no {what} above stands in column {at + 1}"
    if at in open_above:
        cause = f"with its {what} in column {at + 1}, the lines below it fit nowhere"
    return cause, f"begin it in column {column + 1}, under {words} of line {row + 1}"


def _open(trouble: Trouble, line: int) -> Iterator[tuple[int, int]]:
    """Columns, with their lines, that the line could continue: of dashes if it has one, else of keys."""
    dash, limit = has_dash(trouble.at(line)), len(trouble.at(line)) + 80
    for row in range(line - 1, -1, -1):
        text = trouble.lines[row]
        if not has_content(text) or not (has_key(text) or has_dash(text)) or _indent(text) >= limit:
            continue
        column = _indent(text) if dash else inner(text)
        if column < limit and (has_dash(text) if dash else has_key(text)):
            yield column, row
        limit = min(limit, _indent(text))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
