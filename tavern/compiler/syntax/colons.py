"""Colons that are missing, lack their space, or stand in the middle of a text."""

import re

from tavern.compiler.syntax.trouble import Trouble, extent, has_dash, has_key, inner, quoted
from tavern.diagnostics import Diagnostic, quote
from tavern.diagnostics.wording import MOST_SHOWN

NO_SPACE = re.compile(r"([^\s:\"'\[\]{}]+):(\S.*)")
KEY_AND_VALUE = re.compile(r"[^:]*?:\s+(?=\S)")


def colon_in_text(trouble: Trouble) -> Diagnostic | None:
    """A second colon on the line, inside the value of the first: `text: Gene said: no`."""
    if trouble.char != ":":
        return None
    head = trouble.here[: trouble.column]
    start = max(map(head.rfind, "{,[")) + 1 if trouble.in_brackets else inner(head)
    before = KEY_AND_VALUE.match(head, start)
    if before is None:
        return None
    first, last = before.end(), _end_of_value(trouble)
    cause = "the colon and the space in it make a key of what stands before"
    text = quoted(trouble.here[first:last])
    fix, columns = _write(text, "put quotes around the text"), (first, last)
    return trouble.report("T123", trouble.line, columns, cause, fix, trouble.edit(trouble.line, columns, text))


def missing_colon(trouble: Trouble) -> Diagnostic | None:
    """A line that should be a key and a value: the one the reader was at, or the one above an unexpected value."""
    if trouble.what.startswith("could not find expected ':'"):
        return _without_colon(trouble, trouble.context_line)
    if not trouble.what.startswith("mapping values are not allowed"):
        return None
    above = trouble.above(trouble.line)
    if above is None or has_key(trouble.at(above)) or _continues(trouble, above):
        return None
    return _without_colon(trouble, above)


def _without_colon(trouble: Trouble, line: int) -> Diagnostic:
    first, last = extent(trouble.at(line))
    text = trouble.at(line)[first:last]
    if text.startswith("-"):
        cause, meant = "a dash without a space after it is a part of the word", f"- {text[1:]}"
        return _rewritten(trouble, "T120", line, meant, cause, _write(meant, "put a space after the dash"))
    if found := NO_SPACE.fullmatch(text):
        cause, meant = "without a space after the colon this is a single word", f"{found[1]}: {found[2]}"
        return _rewritten(trouble, "T122", line, meant, cause, _write(meant, "put a space after the colon"))
    word, _, rest = text.partition(" ")
    meant = f"{word}: {rest.strip()}".strip()
    fix = (
        _write(meant, f"put a colon after {quote(word)}")
        + ", or move the line in further if it belongs to the text above"
    )
    return _rewritten(trouble, "T121", line, meant, "no colon stands in this line", fix)


def _rewritten(trouble: Trouble, code: str, line: int, text: str, cause: str, fix: str) -> Diagnostic:
    """The words of a line written otherwise."""
    columns = extent(trouble.at(line))
    return trouble.report(code, line, columns, cause, fix, trouble.edit(line, columns, text))


def _continues(trouble: Trouble, line: int) -> bool:
    """True where the line goes on with a text that began above it."""
    above = trouble.above(line)
    if above is None or has_dash(trouble.at(line)):
        return False
    text = trouble.at(above)
    return not text.rstrip().endswith(":") and inner(trouble.at(line)) > inner(text)


def _end_of_value(trouble: Trouble) -> int:
    if not trouble.in_brackets:
        return extent(trouble.here)[1]
    closing = re.compile(r"[,\]}]").search(trouble.here, trouble.column)
    return closing.start() if closing else extent(trouble.here)[1]


def _write(line: str, otherwise: str) -> str:
    """What to type, or `otherwise` where it is too long to be shown whole."""
    return f"write {quote(line)}" if len(line) <= MOST_SHOWN else otherwise
