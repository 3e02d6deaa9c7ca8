"""Text measured in terminal cells, and wrapped by them."""

import re
import unicodedata

_WITHOUT_WIDTH = ("Mn", "Mc", "Me", "Cc", "Cf")
_WORD_WITH_GAP = re.compile("( *)([^ ]+)")


def cell_width(text: str) -> int:
    """How many terminal cells the text takes on one line: two for wide letters, none for combining marks."""
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(map(_char_width, text))


def wrap(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` cells, broken at spaces; a newline always breaks.

    Only spaces are lost: those where a line breaks, and those at the end of a line. Indentation, empty lines and
    spaces inside a line stay. A word longer than a line is cut. A wide letter stays whole even where `width` is 1.
    """
    return [line for paragraph in text.split("\n") for line in _wrap_paragraph(paragraph, max(width, 1))]


def _wrap_paragraph(paragraph: str, width: int) -> list[str]:
    lines: list[str] = []
    current = ""
    for gap, word in _WORD_WITH_GAP.findall(paragraph):
        if cell_width(current + gap + word) <= width:
            current += gap + word
            continue
        if current:
            lines.append(current)
        *full, current = _pieces(word, width)
        lines += full
    return [*lines, current]


def _pieces(word: str, width: int) -> list[str]:
    pieces: list[str] = []
    start = used = 0
    for place, char in enumerate(word):
        cells = _char_width(char)
        if cells and used + cells > width and place > start:
            pieces.append(word[start:place])
            start, used = place, 0
        used += cells
    return [*pieces, word[start:]]


def _char_width(char: str) -> int:
    if unicodedata.category(char) in _WITHOUT_WIDTH:
        return 0
    # Vowels and final consonants of Korean are drawn into the cell pair of the syllable they follow.
    if "\u1160" <= char <= "\u11ff" or "\ud7b0" <= char <= "\ud7ff":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
