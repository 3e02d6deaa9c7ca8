"""How the prover writes ids into its sentences."""

from collections.abc import Iterable

from tavern.diagnostics import quote
from tavern.narration.wording import listed


def ids(of: Iterable[str], last: str = "and") -> str:
    """The ids between backticks, as a list in words; "nothing" of none."""
    return listed(map(quote, of), last) or "nothing"
