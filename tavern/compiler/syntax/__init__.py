"""Why a file is not YAML, for somebody who has never seen a parser: each of the usual slips is looked for in turn."""

from collections.abc import Callable

from tavern.compiler.syntax import colons, layout, quotes, symbols
from tavern.compiler.syntax.repair import Repair, best, edits
from tavern.compiler.syntax.trouble import Trouble, extent
from tavern.diagnostics import Diagnostic

__all__ = ["Trouble", "explain"]

# In order: what the reader is sure of, then slips that show only further down, then what is left over.
SUSPECTS: tuple[Callable[[Trouble], Diagnostic | None], ...] = (
    symbols.escape,
    symbols.decoration,
    symbols.reserved,
    symbols.block_header,
    quotes.never_closed,
    quotes.closed_early,
    symbols.document,
    symbols.no_key,
    colons.colon_in_text,
    symbols.bracket,
    colons.missing_colon,
    layout.not_lined_up,
)


def explain(trouble: Trouble) -> Diagnostic:
    """What the author did, where, and what to type instead."""
    found = (diagnostic for suspect in SUSPECTS if (diagnostic := suspect(trouble)))
    return next(found, None) or _unknown(trouble)


def _unknown(trouble: Trouble) -> Diagnostic:
    line, column = trouble.line, trouble.column
    if not trouble.here.strip():
        line = trouble.above(trouble.line) or 0
        column = extent(trouble.at(line))[0]
    text = trouble.at(line)
    columns = column, extent(text)[1]
    undashed = text[:column] + text[column:].removeprefix("-").lstrip(" ")
    return trouble.report(
        "T120",
        line,
        columns,
        "from here on it cannot be read",
        "compare it with the lines above; text with signs in it needs quotes",
        edits(trouble, best(trouble, [Repair(line, undashed)])),
    )
