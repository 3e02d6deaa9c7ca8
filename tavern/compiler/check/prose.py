"""Texts that the player reads."""

import re
from collections.abc import Iterable, Iterator

from tavern.compiler.nodes import Scalar
from tavern.diagnostics import Diagnostic

UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX)\b")


def prose(texts: Iterable[Scalar]) -> Iterator[Diagnostic]:
    """Texts in which something is left to be written."""
    for text in texts:
        if "TODO" in text.text or "FIXME" in text.text or "XXX" in text.text:
            found = UNFINISHED.search(text.text)
            if found:
                yield Diagnostic("T315", text.span, f"{found[0]} stands in it", "write what is missing")
