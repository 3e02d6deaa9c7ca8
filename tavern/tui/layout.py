"""Paragraphs broken into the lines of a page: each kind has its glyph, its indent and its distance from the last."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from textual.content import Content

from tavern.model.report import Paragraph
from tavern.text import one_line
from tavern.tui.prose import emphasised

MEASURE = 72  # cells; longer lines are hard to find the next of


@dataclass(frozen=True, slots=True)
class Look:
    """How a kind of paragraph stands on the page.

    glyph: put before its first line; its width indents the others. hang: cells by which these are indented further.
    tight: no empty line between two of the same kind. leads: what comes next follows without an empty line.
    """

    glyph: str = ""
    hang: int = 0
    tight: bool = False
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page. kind: of its paragraph, or "" for an empty line. glyph: what stands before the text."""

    kind: str
    glyph: str = ""
    text: Content = field(default_factory=Content)

    @property
    def whole(self) -> Content:
        return Content(self.glyph) + self.text

    @property
    def plain(self) -> str:
        return self.glyph + self.text.plain


LOOKS = {
    "prose": Look(),
    "speech": Look(),
    "heading": Look(leads=True),
    "journal": Look("◆ ", tight=True),
    "refusal": Look("– "),
    "question": Look("? "),
    "note": Look("· ", tight=True),
    "list": Look("  ", hang=2, tight=True),
    "echo": Look("> ", leads=True),
    "ending": Look("  "),
}


def lay_out(paragraphs: Iterable[Paragraph], width: int) -> list[Line]:
    """The lines of the paragraphs within `width` cells, with an empty line above each paragraph that needs one."""
    lines: list[Line] = []
    last = ""
    for paragraph in paragraphs:
        kind = paragraph.kind if paragraph.kind in LOOKS else "prose"
        if not _follows_closely(kind, last):
            lines.append(Line(""))
        lines += _broken(kind, paragraph.text, width)
        last = kind
    return lines


def _follows_closely(kind: str, last: str) -> bool:
    return bool(last) and (LOOKS[last].leads or (kind == last and LOOKS[kind].tight))


def _broken(kind: str, text: str, width: int) -> list[Line]:
    look = LOOKS[kind]
    content = Content(one_line(text, 500).removeprefix("> ")) if kind == "echo" else emphasised(text)
    indent = " " * (len(look.glyph) + look.hang)
    first, *rest = content.wrap(max(width - len(look.glyph), 2))
    if rest and look.hang:
        first, *rest = content.wrap(max(width - len(indent), 2))
    return [Line(kind, look.glyph, first), *(Line(kind, indent, line) for line in rest)]
