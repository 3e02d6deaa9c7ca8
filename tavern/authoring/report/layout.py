"""How facts are laid out in 80 columns: a name and what is to say of it, lists of ids, tables."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap

WIDTH = 80
LEAD = 20  # columns before the facts
MOST = 8  # ids of a list; of more the number is told


def row(name: str, fact: str) -> list[str]:
    """The name, and the fact beside it."""
    lead = f"{name} ".ljust(LEAD)
    return wrap(fact, WIDTH, initial_indent=lead, subsequent_indent=" " * LEAD, break_on_hyphens=False) or [name]


def ids_of(name: str, ids: Sequence[str]) -> Iterator[str]:
    """How many ids, and the first of them; nothing for none."""
    if ids:
        more = f" and {len(ids) - MOST} more" if len(ids) > MOST else ""
        yield from row(name, f"{len(ids)}: {', '.join(ids[:MOST])}{more}")


def columns(cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    """A row of a table: each cell wrapped to its width, one blank left between it and the next."""
    wrapped = [wrap(cell, width - 1, break_on_hyphens=False) for cell, width in zip(cells, widths, strict=True)]
    for line in zip_longest(*wrapped, fillvalue=""):
        yield "".join(part.ljust(width) for part, width in zip(line, widths, strict=True)).rstrip()


def span(minutes: int) -> str:
    """Minutes as hours where they are many."""
    if minutes < 100:
        return "1 minute" if minutes == 1 else f"{minutes} minutes"
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest} min" if rest else f"{hours} h"
