"""Foreign text as content for the screen: cleaned, never markup; *emphasis* in italics, what can be `typed` in bold."""

import re

from textual.content import Content, Span
from textual.style import Style

from tavern.text import sanitise

# A pair of asterisks or backticks that hugs its words; anything else with one in it stays as it was written. Behind a word
# a pair may begin with a stop: *aboard the* Patience*; No. 17.*
_MARKED = re.compile(
    r"(?<!\*)(?:(?<!\w)|(?=\*[;:,.!?]))\*(?=[^\s*])(?P<emphasis>[^*\n]*[^\s*])\*(?![\w*])"
    r"|(?<![\w`])`(?=[^\s`])(?P<typed>[^`\n]*[^\s`])`(?![\w`])"
)
_LOOKS = {"emphasis": Style(italic=True), "typed": Style(bold=True)}


def plain(text: str, style: str = "") -> Content:
    """The text as it is, cleaned. style is one of ours, such as "bold" or "$foreground-muted"."""
    content = Content(sanitise(text))
    return content.stylize(style) if style else content


def emphasised(text: str) -> Content:
    """The text cleaned, every *emphasised* passage in italics, every line to be `typed` in bold, without their marks."""
    clean = sanitise(text)
    pieces: list[str] = []
    spans: list[Span] = []
    length = end = 0
    for match in _MARKED.finditer(clean):
        kind = match.lastgroup or ""
        before, words = clean[end : match.start()], match[kind]
        pieces += [before, words]
        start = length + len(before)
        length = start + len(words)
        spans.append(Span(start, length, _LOOKS[kind]))
        end = match.end()
    return Content("".join([*pieces, clean[end:]]), spans=spans)


def unmarked(text: str) -> str:
    """The text cleaned, without the marks of emphasis: as one would type it."""
    return emphasised(text).plain


def joined(separator: str, *contents: Content) -> Content:
    """Those contents that are not empty, with the separator between them."""
    return Content(separator).join([content for content in contents if content])
