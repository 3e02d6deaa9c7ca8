"""Content files as nodes that know their places; the only module that knows PyYAML.

Of YAML only what every reader agrees on is taken: no anchors, aliases, merge keys, tags, directives or second
documents. No scalar is typed here, so that `22:30`, `no` and `1.10` stay what the author wrote. All that is wrong is a
Diagnostic, and no file hides another.
"""

import gc
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner, ScannerError
from yaml.tokens import ScalarToken

from tavern.compiler.build import Builder
from tavern.compiler.characters import broken_off, clean, decode, indented_by_tab, stray_lines
from tavern.compiler.files import contents, find
from tavern.compiler.nodes import Node, is_null
from tavern.compiler.syntax import Trouble, explain
from tavern.diagnostics import Diagnostic, Edit, Span, edited, in_file_order

MOST_REPAIRS = 20  # of one file, after which the rest is left for the next time
LONGEST_REPAIRED = 100_000  # characters of a file that is read on past a mistake: each time is a whole reading
SURROGATE = re.compile("[\ud800-\udfff]")


class PureParser(Reader, Scanner, Parser):
    """PyYAML's parser in Python: ten times slower, for where the C library is not.

    Both give the same but for `|#`: without a space before it, only the C library takes that for a comment.
    """

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)

    def scan_flow_scalar(self, style: str) -> ScalarToken:
        """The text in quotes; escapes that are no character are refused, as the C library does."""
        start = self.get_mark()
        try:
            token = super().scan_flow_scalar(style)
        except ValueError:  # past U+10FFFF
            token = None
        if token is None or SURROGATE.search(token.value):
            raise ScannerError("while scanning a quoted scalar", start, "found an escape that is no character", start)
        return token


PARSERS = (yaml.CSafeLoader, PureParser) if yaml.__with_libyaml__ else (PureParser,)
AnyParser = type[yaml.CSafeLoader] | type[PureParser]


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file as read. path: as shown to the author; text: every line ends in a newline character alone.

    root: None if the file says nothing, or is broken.
    """

    path: str
    text: str
    root: Node | None


@dataclass(frozen=True, slots=True)
class Source:
    """All files of a mystery, in order of their names, and what is wrong with them."""

    files: tuple[SourceFile, ...]
    diagnostics: tuple[Diagnostic, ...]


def read(path: Path) -> Source:
    """The content files of a folder, or the one file named; paths in spans begin with `path` as given. Never raises."""
    found, diagnostics = find(path)
    files: list[SourceFile] = []
    with without_collector():
        for file in found:
            content = contents(file)
            if isinstance(content, Diagnostic):
                diagnostics.append(content)
                continue
            source, wrong = _read_bytes(content, file.shown, PARSERS[0])
            files.append(source)
            diagnostics += wrong
    return Source(tuple(files), tuple(diagnostics))


def read_text(text: str, path: str = "<text>", parser: AnyParser = PARSERS[0]) -> Source:
    """The same for a single file that is at hand as text. parser: one of PARSERS."""
    with without_collector():
        # A lone surrogate becomes bytes that are no UTF-8, and is told as such.
        file, diagnostics = _read_bytes(text.encode("utf-8", "surrogatepass"), path, parser)
    return Source((file,), tuple(diagnostics))


@contextmanager
def without_collector() -> Iterator[None]:
    """Pauses the collection of cycles: among the many objects of a large mystery, looking takes longer than reading."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()  # all that was made counts as old, so that it is not looked through at once after all
            gc.unfreeze()
            gc.enable()


def _read_bytes(content: bytes, path: str, parser: AnyParser) -> tuple[SourceFile, list[Diagnostic]]:
    text, fault = decode(content, path)
    if fault:
        return SourceFile(path, text, None), [fault]
    if stray := stray_lines(text, path):
        return SourceFile(path, text, None), stray
    cleaned, diagnostics = clean(text, path)
    if indented_by_tab(text):
        return SourceFile(path, text, None), diagnostics
    root, wrong = _read_clean(cleaned, path, parser)
    return SourceFile(path, text, root), diagnostics + wrong


def _read_clean(text: str, path: str, parser: AnyParser) -> tuple[Node | None, list[Diagnostic]]:
    """The document, and what is wrong. Past a mistake whose fix is sure it is read on, as if the fix had been made."""
    troubles: list[Diagnostic] = []
    made: list[Edit] = []
    while True:
        root, wrong, trouble = _read_once(text, path, parser)
        if trouble is None or any(diagnostic.span.line == trouble.span.line for diagnostic in wrong):
            break
        troubles.append(_as_typed(trouble, made))
        if len(troubles) > MOST_REPAIRS or len(text) > LONGEST_REPAIRED or not _is_sure(trouble):
            break
        text = edited(text, trouble.edits)
        made += trouble.edits
    return root, in_file_order([*(_as_typed(diagnostic, made) for diagnostic in wrong), *troubles])


def _is_sure(trouble: Diagnostic) -> bool:
    """Whether its fix can be made without asking, and leaves every line where it is."""
    return bool(trouble.edits) and not any("\n" in edit.text for edit in trouble.edits)


def _as_typed(diagnostic: Diagnostic, made: Sequence[Edit]) -> Diagnostic:
    """The diagnostic with its places where they are in the text without those edits, which change no number of lines."""
    if not made:
        return diagnostic
    edits = tuple(Edit(_place_before(edit.span, made), edit.text) for edit in diagnostic.edits)
    return replace(diagnostic, span=_place_before(diagnostic.span, made), edits=edits)


def _place_before(span: Span, made: Sequence[Edit]) -> Span:
    for edit in reversed(made):
        if edit.span.line == span.line and edit.span.column < span.column:
            span = span._replace(column=span.column - len(edit.text) + edit.span.length)
    return span


def _read_once(text: str, path: str, parser: AnyParser) -> tuple[Node | None, list[Diagnostic], Diagnostic | None]:
    """The document, what is wrong in it, and why the reader stopped, if it did."""
    lines = text.split("\n")
    builder = Builder(path, lines)
    reader = parser(text if text.endswith("\n") else text + "\n")  # the parsers disagree on where an open end is
    try:
        whole = _build(reader, builder)
    except yaml.MarkedYAMLError as error:
        return None, builder.diagnostics, explain(_trouble(error, path, lines))
    in_the_middle = broken_off(text, path) if builder.ends_in_block else None
    wrong = [*builder.diagnostics, *([in_the_middle] if in_the_middle else [])]
    return (builder.items[0] if whole and not is_null(builder.items[0]) else None), wrong, None


def _build(reader: yaml.CSafeLoader | PureParser, builder: Builder) -> bool:
    """Feeds everything the reader meets to the builder; False where there is no whole document."""
    documents = 0
    while True:
        event: Any = reader.get_event()  # the two parsers share no types
        kind = type(
            event
        )  # of some hundred thousand events, half are texts: a chain of isinstance took as long as reading
        if kind is ScalarEvent:
            builder.text(event)
        elif kind is MappingEndEvent:
            builder.closed_mapping(event)
        elif kind is SequenceEndEvent:
            builder.closed_sequence(event)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            if not builder.opened(event):
                return False
        elif kind is AliasEvent:
            builder.alias(event)
        elif kind is DocumentStartEvent:
            documents += 1
            if documents > 1:
                builder.second_document(event)
                return True
        elif kind is StreamEndEvent:
            return documents == 1


def _trouble(error: yaml.MarkedYAMLError, path: str, lines: list[str]) -> Trouble:
    at = error.problem_mark or error.context_mark
    line, column = (at.line, at.column) if at else (0, 0)
    began = error.context_mark or at
    context = (began.line, began.column) if began else (line, column)
    return Trouble(path, lines, error.problem or "", line, column, error.context or "", *context, _reads)


def _reads(lines: Sequence[str]) -> tuple[int, int]:
    """How far the reader comes with these lines, and how few mistakes it meets."""
    builder = Builder("", list(lines))
    try:
        _build(PARSERS[0]("\n".join([*lines, ""])), builder)
    except yaml.MarkedYAMLError as error:
        at = error.problem_mark or error.context_mark
        return (at.line if at else 0), -len(builder.diagnostics)
    return len(lines), -len(builder.diagnostics)
