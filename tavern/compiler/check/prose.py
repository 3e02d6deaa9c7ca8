"""Texts that the player reads: what is left to be written, what was never meant to be read, and names misspelt in them."""

import re
from collections.abc import Iterator, Mapping

from tavern.compiler.characters import SENTENCE_END
from tavern.compiler.forms import keys_of
from tavern.compiler.nodes import Scalar
from tavern.compiler.shape import (
    Action,
    ActorShape,
    ClueShape,
    DeductionShape,
    EndingShape,
    ExitShape,
    Folder,
    FuseShape,
    MysteryShape,
    Reply,
    RoomShape,
    RouteShape,
    ThingShape,
    VariantShape,
)
from tavern.compiler.spot import within
from tavern.compiler.syntax.trouble import quoted
from tavern.compiler.uses import Found
from tavern.diagnostics import Diagnostic, Span, instead

UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX)\b")
SHAPES = (
    Action, ActorShape, ClueShape, DeductionShape, EndingShape, ExitShape, Folder, FuseShape, MysteryShape, Reply, RoomShape,
    RouteShape, ThingShape, VariantShape,
)  # fmt: skip
KEYS = frozenset(key for shape in SHAPES for key in keys_of(shape))
KEY_IN_TEXT = re.compile(r"^\s*(?:- +)?([a-z_]+):(?: +[\[{|>\"'].*|\s*)$", re.MULTILINE)
MARKED = re.compile(r"\b([a-z_]+): ?(?:[\[{|>\"']|$)")
CURLY = re.compile("[\u201c\u2018].*[\u201d\u2019]", re.DOTALL)
BLOCK = ("|", ">")


def prose(found: Found, sources: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Texts and names in which something is left to be written, or stands that is not meant for the player."""
    for text in (*found.prose, *found.names):
        if "TODO" in text.text or "FIXME" in text.text or "XXX" in text.text:
            yield from _unfinished(text, sources)
    lines = {path: source.split("\n") for path, source in sources.items()}
    for text in found.prose:
        if ":" in text.text and (":\n" in text.text or MARKED.search(text.text)):
            yield from _swallowed(text, lines)
        if text.plain:
            yield from _cut_by_comment(text, lines)
    for name in found.names:
        if CURLY.fullmatch(name.text):
            straight = quoted(name.text[1:-1])
            cause = "only straight quotes part a text from the rest; these are shown to the player"
            yield Diagnostic("T329", name.span, cause, f"write {straight}", edits=instead(name.span, straight))


def _unfinished(text: Scalar, sources: Mapping[str, str]) -> Iterator[Diagnostic]:
    found = UNFINISHED.search(text.text)
    if found:
        span = within(text, found[0], sources)
        yield Diagnostic("T315", span, f"{found[0]} stands in it", "write what is missing")


def _swallowed(text: Scalar, lines: Mapping[str, list[str]]) -> Iterator[Diagnostic]:
    """Keys that became part of the text above them, since they are moved in as far as the text."""
    rows = lines.get(text.path, [])
    for row in _rows(text, rows):
        key = KEY_IN_TEXT.match(rows[row])
        if key and key[1] in KEYS:
            cause = f"it is moved in as far as the text that begins on line {text.line}, and is read as a part of it"
            fix = "move it out to where the other keys stand"
            yield Diagnostic("T328", Span(text.path, row + 1, key.start(1) + 1, len(key[1])), cause, fix)
            return


def _rows(text: Scalar, rows: list[str]) -> Iterator[int]:
    """The lines of a text in a block, from 0."""
    first = rows[text.line - 1] if text.line <= len(rows) else ""
    if not first[text.column - 1 :].startswith(BLOCK):
        return
    margin = len(first) - len(first.lstrip())
    for row in range(text.line, len(rows)):
        line = rows[row]
        if line.strip() and len(line) - len(line.lstrip()) <= margin:
            return
        yield row


def _cut_by_comment(text: Scalar, lines: Mapping[str, list[str]]) -> Iterator[Diagnostic]:
    """Words that follow a `#` in the middle of a sentence, which nobody reads."""
    rows = lines.get(text.path, [])
    line = rows[text.line - 1] if text.line <= len(rows) else ""
    first = text.column - 1 + text.length
    rest = line[first:]
    if rest.lstrip().startswith("#") and text.text[-1:] not in SENTENCE_END:
        span = Span(text.path, text.line, first + len(rest) - len(rest.lstrip()) + 1, len(rest.strip()))
        whole = line[text.column - 1 :].rstrip()
        fix, edits = "put quotes around the whole text", instead(text.span._replace(length=len(whole)), quoted(whole))
        yield Diagnostic("T133", span, "what follows a blank and a `#` is a note to the author", fix, edits=edits)
