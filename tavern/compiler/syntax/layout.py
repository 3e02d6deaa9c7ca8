"""Lines that are not lined up."""

from collections.abc import Iterator

from tavern.compiler.syntax.trouble import Trouble, extent, has_content, has_dash, has_key, inner
from tavern.diagnostics import Diagnostic, quote


def not_lined_up(trouble: Trouble) -> Diagnostic | None:
    """A line in a column where nothing that is open above it stands."""
    if not _about_layout(trouble):
        return None
    line = _damaged(trouble)
    columns = extent(trouble.at(line))
    if has_dash(trouble.at(line)):
        columns = _indent(trouble.at(line)), columns[1]
    cause, fix = _advice(trouble, line)
    return trouble.report("T128", line, columns, cause, fix)


def _about_layout(trouble: Trouble) -> bool:
    if trouble.what.startswith("mapping values are not allowed"):
        return True
    unexpected = ("did not find expected key", "did not find expected '-'", "expected <block end>")
    return trouble.what.startswith(unexpected) and trouble.column <= inner(trouble.here)


def _damaged(trouble: Trouble) -> int:
    """The line to blame: the one above, if it stands alone in its column and the next line agrees with this one."""
    above = trouble.above(trouble.line)
    below = next((i for i in range(trouble.line + 1, len(trouble.lines)) if has_content(trouble.lines[i])), None)
    if above is None or below is None or _indent(trouble.at(above)) <= _indent(trouble.here):
        return trouble.line
    parent = trouble.above(above)
    stands_alone = parent is not None and inner(trouble.at(parent)) < _indent(trouble.here)
    return above if stands_alone and _indent(trouble.at(below)) == _indent(trouble.here) else trouble.line


def _advice(trouble: Trouble, line: int) -> tuple[str, str]:
    here, at = trouble.at(line), _indent(trouble.at(line))
    if not has_key(here) and not has_dash(here):
        return "this text is moved in less than the lines above it", "move it in as far as the line above it"
    open_above = dict(_open(trouble, line))
    nearest = min(open_above, key=lambda column: (abs(column - at), -column), default=None)
    if nearest is None and has_dash(here):
        return "an item of a list stands among keys", "write the key of the list on the line above"
    if nearest is None:
        return "a key stands among the items of a list", "begin the line with `- `, or move it in under the key above"
    row = open_above[nearest]
    words = quote(trouble.at(row)[nearest : extent(trouble.at(row))[1]])
    cause = f"no {'dash' if has_dash(here) else 'key'} above stands in column {at + 1}"
    return cause, f"begin it in column {nearest + 1}, under {words} of line {row + 1}"


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
