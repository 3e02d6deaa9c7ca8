"""One line of a file made fit to be printed, and where on it a stretch of characters begins and ends in cells."""

import unicodedata
from dataclasses import dataclass

from tavern.text.sanitise import sanitise
from tavern.text.width import cell_width

TAB = 4
WINDOW = 100  # characters of a long line that are shown; three in five of them at most before the wrong place
UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


@dataclass(frozen=True, slots=True)
class Snippet:
    """A line as printed. before: cells left of the wrong place; under: cells it takes, at least one."""

    line: str
    before: int
    under: int


def cut(line: str, start: int, length: int, window: int = WINDOW) -> Snippet:
    """The line around its characters [start, start + length). Tabs are expanded; of a long line a window is shown."""
    first = max(0, start - window * 3 // 5) if len(line) > window else 0
    last = first + window
    opening = ("…" if first else "") + visible(_expanded(line[first:start]))
    wrong = visible(_expanded(line[start : min(start + length, last)], cell_width(opening)))
    rest = visible(line[start + length : last]) + ("…" if len(line) > last else "")
    return Snippet(opening + wrong + rest, cell_width(opening), max(1, cell_width(wrong)))


def visible(text: str) -> str:
    """Text for one line of a terminal: what could steer it or hide shows as U+FFFD, a newline or tab as a space."""
    if text.isascii() and text.isprintable():
        return text
    return sanitise("".join(map(_shown, text)))


def _shown(char: str) -> str:
    if char in "\n\t":
        return " "
    return "\ufffd" if unicodedata.category(char) in UNSEEN else char


def _expanded(text: str, used: int = 0) -> str:
    """The text with spaces up to the next multiple of TAB for each tab; `used` cells stand before it on the line."""
    *parts, last = text.split("\t")
    shown = ""
    for part in parts:
        shown += part
        shown += " " * (TAB - (used + cell_width(visible(shown))) % TAB)
    return shown + last
