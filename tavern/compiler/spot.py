"""Where in a file some words of a text stand, however the text was written: in quotes, in a block, over several lines."""

import re
from collections.abc import Mapping

from tavern.compiler.nodes import Scalar
from tavern.diagnostics import Span

MOST_LINES = 60  # that are looked through for a word


def within(text: Scalar, words: str, sources: Mapping[str, str]) -> Span:
    """The place of the words in the file the text is from; that of the text, if they stand over the end of a line.

    sources: the text of each file by its path.
    """
    lines = sources.get(text.path, "").split("\n")
    column = lines[text.line - 1].find(words, text.column - 1) if text.line <= len(lines) else -1
    if column >= 0:
        return Span(text.path, text.line, column + 1, len(words))
    for row in range(text.line, min(text.line + 1 + _most_lines(text), len(lines))):
        column = lines[row].find(words)
        if column >= 0:
            return Span(text.path, row + 1, column + 1, len(words))
    return text.span


def beneath(span: Span, word: str, sources: Mapping[str, str]) -> Span:
    """The first place of the word, in whatever case, from the line of the span on; the span itself, if it is nowhere."""
    lines = sources.get(span.path, "").split("\n")
    pattern = re.compile(rf"\b{re.escape(word)}", re.IGNORECASE)
    for row in range(span.line - 1, min(len(lines), span.line + MOST_LINES)):
        if found := pattern.search(lines[row], span.column - 1 if row == span.line - 1 else 0):
            return Span(span.path, row + 1, found.start() + 1, len(word))
    return span


def _most_lines(text: Scalar) -> int:
    """More lines than the text can have: each has a word, or stands between two that have."""
    return 2 * len(text.text.split()) + 2
