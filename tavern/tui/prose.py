"""Foreign text as content for the screen: cleaned, never markup, with *emphasis* in italics."""

import re

from textual.content import Content, Span
from textual.style import Style

from tavern.text import sanitise

# A pair of asterisks that hugs its words; anything else with an asterisk in it stays as it was written.
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]*[^\s*])\*(?![\w*])")
_ITALIC = Style(italic=True)


def plain(text: str, style: str = "") -> Content:
    """The text as it is, cleaned. style is one of ours, such as "bold" or "$foreground-muted"."""
    content = Content(sanitise(text))
    return content.stylize(style) if style else content


def emphasised(text: str) -> Content:
    """The text cleaned, with every *emphasised* passage in italics and without its asterisks."""
    clean = sanitise(text)
    pieces: list[str] = []
    spans: list[Span] = []
    length = end = 0
    for match in _EMPHASIS.finditer(clean):
        before, words = clean[end : match.start()], match[1]
        pieces += [before, words]
        start = length + len(before)
        length = start + len(words)
        spans.append(Span(start, length, _ITALIC))
        end = match.end()
    return Content("".join([*pieces, clean[end:]]), spans=spans)


def joined(separator: str, *contents: Content) -> Content:
    """Those contents that are not empty, with the separator between them."""
    return Content(separator).join([content for content in contents if content])
