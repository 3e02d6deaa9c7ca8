"""Author's words inside the sentences of a diagnostic."""

from collections.abc import Sequence

from tavern.diagnostics.snippet import visible

MOST_SHOWN = 40  # characters of a name or text within a sentence


def quote(text: str) -> str:
    """The text between backticks, on one line; a long one is cut."""
    shown = text if len(text) <= MOST_SHOWN else text[: MOST_SHOWN - 1] + "…"
    return f"`{visible(shown)}`"


def any_of(words: Sequence[str]) -> str:
    """The words between backticks, parted by commas and, before the last, "or". There is at least one."""
    *most, last = map(quote, words)
    return f"{', '.join(most)} or {last}" if most else last
