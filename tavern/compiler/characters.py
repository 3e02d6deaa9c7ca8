"""Bytes to text, and what is wrong with single characters before anybody looks at the words."""

import codecs
import re
from collections.abc import Iterator

from tavern.diagnostics import Diagnostic, Edit, Span, quote

# C0 but tab and newline, DEL, C1, bidi controls, line separators, joiners of nothing, a BOM inside, noncharacters,
# surrogates, tags.
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)
SENTENCE_END = ".!?\u2026:;)\"'*\u201d\u2019\u2014-"
TAB = re.compile("\t")
INDENTED_BY_TAB = re.compile(r"^ *\t", re.MULTILINE)
BLANKS = "[\u00a0\u2000-\u200a\u202f\u3000]+"
ODD_BLANK = re.compile(  # where YAML wants a blank: after a key's colon, after a dash, before a key
    rf"(?:(?<=[a-z_]:)|(?<=^-)|(?<= -)){BLANKS}|^{BLANKS}(?= *(?:- +)?[a-z_]+:(?:\s|$))", re.MULTILINE
)
MERGE_MARKER = re.compile(r"^(?:<{7}|\|{7}|={7}|>{7})(?: .*)?$", re.MULTILINE)
MARKS = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")  # looked for first, since the pattern looks at every line
ORDERS = re.compile(r"^(?:%.*|---[ ]*)\n", re.MULTILINE)
DIRECTIVE = re.compile(r"(?:[ ]*(?:#.*)?\n)*(%.*)")


def decode(content: bytes, path: str) -> tuple[str, Diagnostic | None]:
    """The text without a leading BOM, its lines parted by newlines; what is not UTF-8 in it is U+FFFD, and told."""
    content = content.removeprefix(codecs.BOM_UTF8)
    fault = None
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        text = content.decode("utf-8", "replace")
        fault = _not_utf8(content, error.start, path)
    return text.replace("\r\n", "\n").replace("\r", "\n"), fault


def clean(text: str, path: str) -> tuple[str, list[Diagnostic]]:
    """The text with U+FFFD for what cannot be seen and a space for a tab, so that columns stay; and what was wrong."""
    diagnostics: list[Diagnostic] = []
    if unseen := UNSEEN.search(text):
        code_point = f"U+{ord(unseen[0]):04X}"
        more = len(UNSEEN.findall(text)) - 1
        cause = f"the character {code_point} stands here{_and_more(more)}"
        span = span_of(text, unseen.start(), unseen.end(), path)
        fix, edits = "delete it and type the word anew", tuple(_edits(text, UNSEEN, "", path))
        diagnostics.append(Diagnostic("T107", span, cause, fix, edits=edits))
        text = UNSEEN.sub("\ufffd", text)
    if "\t" in text:
        diagnostics.append(_tab(text, path))
        text = text.replace("\t", " ")
    if not text.isascii() and (blank := ODD_BLANK.search(text)):
        diagnostics.append(_odd_blank(text, blank, path))
        text = ODD_BLANK.sub(lambda found: " " * len(found[0]), text)
    return text, diagnostics


def stray_lines(text: str, path: str) -> list[Diagnostic]:
    """What no reader needs to look at, since the lines were never meant to be content: merge markers, directives."""
    markers = list(MERGE_MARKER.finditer(text)) if any(mark in text for mark in MARKS) else []
    first = [marker for marker in markers if marker[0].startswith("<")] or markers[:1]
    diagnostics = [_marker(text, marker.start(), marker.end(), path) for marker in first]
    if directive := DIRECTIVE.match(text):
        span = span_of(text, directive.start(1), directive.end(1), path)
        cause, fix = "content needs no orders to its reader", "delete this line, and the `---` below it"
        diagnostics.append(Diagnostic("T115", span, cause, fix, edits=tuple(_edits(text, ORDERS, "", path))))
    return diagnostics


def broken_off(text: str, path: str) -> Diagnostic | None:
    """A last line that has no end, in the middle of a sentence; for a text that goes on to the end of its file."""
    last = text[text.rfind("\n") + 1 :]
    if not last.strip() or last.rstrip()[-1] in SENTENCE_END:
        return None
    cause, fix = (
        "the file ends here, in the middle of a sentence",
        "look for what came after it, or end the sentence and the line",
    )
    return Diagnostic("T134", span_of(text, len(text) - len(last), len(text), path), cause, fix)


def indented_by_tab(text: str) -> bool:
    """True where a tab stands before the words of a line, so that nobody knows how far in it is."""
    return "\t" in text and INDENTED_BY_TAB.search(text) is not None


def span_of(text: str, start: int, end: int, path: str) -> Span:
    """The place of text[start:end], which is on one line."""
    line_start = text.rfind("\n", 0, start) + 1
    return Span(path, text.count("\n", 0, start) + 1, start - line_start + 1, end - start)


def _edits(text: str, pattern: re.Pattern[str], new: str, path: str) -> Iterator[Edit]:
    """Everything that the pattern finds replaced."""
    for found in pattern.finditer(text):
        yield Edit(span_of(text, found.start(), found.end(), path), new)


def _and_more(count: int) -> str:
    return "" if count == 0 else f", and {count} more like it further on"


def _not_utf8(content: bytes, offset: int, path: str) -> Diagnostic:
    before = content[:offset].decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    cause = f"byte {offset} of the file, 0x{content[offset]:02X}, is no part of a UTF-8 character"
    fix = "save the file in the encoding UTF-8"
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        fix = "save the file in the encoding UTF-8; it looks like UTF-16 now"
    span = span_of(before, len(before), len(before) + 1, path)
    return Diagnostic("T106", span, cause, fix)


def _tab(text: str, path: str) -> Diagnostic:
    start = text.index("\t")
    end = start + len(text[start:]) - len(text[start:].lstrip("\t"))
    lines = sum("\t" in line for line in text[end:].split("\n")[1:])
    more = "" if lines == 0 else f", and on {lines} more line{'s' if lines > 1 else ''}"
    fix = "replace it with spaces, two for each step inwards"
    edits = tuple(_edits(text, TAB, "  ", path))
    return Diagnostic("T108", span_of(text, start, end, path), f"a tab stands here{more}", fix, edits=edits)


def _odd_blank(text: str, blank: re.Match[str], path: str) -> Diagnostic:
    code_point, more = f"U+{ord(blank[0][0]):04X}", len(ODD_BLANK.findall(text)) - 1
    cause = f"the character {code_point} stands here, and looks like a blank{_and_more(more)}"
    span, edits = span_of(text, *blank.span(), path), tuple(_edits(text, ODD_BLANK, " ", path))
    return Diagnostic("T119", span, cause, "write an ordinary blank instead", edits=edits)


def _marker(text: str, start: int, end: int, path: str) -> Diagnostic:
    cause = f"Git wrote {quote(text[start:end])} where two versions of the file disagree"
    fix = "keep one of the two versions, and delete the other and the lines `<<<<<<<`, `=======` and `>>>>>>>`"
    return Diagnostic("T109", span_of(text, start, end, path), cause, fix)
