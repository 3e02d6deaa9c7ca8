"""Nodes grown from the events of a YAML reader, without recursion, and what is refused on the way."""

from typing import Protocol

from tavern.compiler.characters import UNSEEN
from tavern.compiler.nodes import Entry, Mapping, Node, Scalar, Sequence, same
from tavern.compiler.syntax.symbols import DECORATIONS, REFUSED
from tavern.compiler.syntax.trouble import quoted
from tavern.diagnostics import Diagnostic, Edit, Span, instead, quote
from tavern.text import sanitise

_tuple = tuple.__new__
DEEPEST = 20  # lists and mappings inside each other


class Mark(Protocol):
    """A place as the reader counts it: from 0, in characters."""

    index: int
    line: int
    column: int


class Event(Protocol):
    """Something the reader met, from start_mark to end_mark."""

    start_mark: Mark
    end_mark: Mark


class NodeEvent(Event, Protocol):
    """The beginning of a list or mapping. flow_style: written with brackets."""

    anchor: str | None
    tag: str | None
    flow_style: bool


class TextEvent(Event, Protocol):
    """A text. style: its quote, `|` or `>`; none for a plain one."""

    anchor: str | None
    tag: str | None
    value: str
    style: str | None


class Builder:
    """The nodes of one document as far as it was read.

    items: what the innermost open list or mapping holds, keys and values in turn; in the end, the document.
    last: the text that was read last.
    """

    def __init__(self, path: str, lines: list[str]) -> None:
        self.path = path
        self.lines = lines
        self.items: list[Node] = []
        self.diagnostics: list[Diagnostic] = []
        self.last: TextEvent | None = None
        self._open: list[tuple[list[Node], NodeEvent]] = []

    @property
    def ends_in_block(self) -> bool:
        """Whether the text that was read last stands under `|` or `>`."""
        return self.last is not None and self.last.style in ("|", ">")

    def text(self, event: TextEvent) -> None:
        """Adds a text."""
        self.last = event
        if event.anchor is not None or event.tag is not None:
            self._refuse(event, event.start_mark if event.style else event.end_mark)
        text, start, end = event.value, event.start_mark, event.end_mark
        line, column = start.line, start.column
        length = end.index - start.index if line == end.line else len(self.lines[line].rstrip()) - column
        if length == 0:
            self._empty(start)
            return
        if not (text.isascii() and text.isprintable()):
            text = self._clean(text, event.style, self._place(start, length))
        # Not `Scalar(…)`, which is a call more for each of a hundred thousand texts.
        self.items.append(_tuple(Scalar, (text, not event.style, self.path, line + 1, column + 1, length)))

    def opened(self, event: NodeEvent) -> bool:
        """Begins a list or a mapping; False where they are too deep to go on."""
        if event.anchor is not None or event.tag is not None:
            self._refuse(event, event.start_mark)
        self._open.append((self.items, event))
        self.items = []
        if len(self._open) <= DEEPEST:
            return True
        cause = f"{DEEPEST} others are open around it"
        self._wrong("T118", self._place(event.start_mark, 1), cause, "write it flatter, or look for a bracket too many")
        return False

    def closed_sequence(self, end: Event) -> None:
        """Ends the innermost list."""
        items = tuple(self.items)
        self.items, start = self._open.pop()
        length = self._bracket_length(start, end) if start.flow_style else 1
        self.items.append(Sequence(items, self._place(start.start_mark, length)))

    def closed_mapping(self, end: Event) -> None:
        """Ends the innermost mapping."""
        keys, values = self.items[::2], self.items[1::2]
        self.items, start = self._open.pop()
        entries = self._entries(keys, values)
        if start.flow_style or not entries:
            span = self._place(start.start_mark, self._bracket_length(start, end))
        else:
            span = entries[0][0].span
        self.items.append(Mapping(entries, span))

    def alias(self, event: Event) -> None:
        """Adds an empty text in place of a copy of another node."""
        span = self._place(event.start_mark, event.end_mark.index - event.start_mark.index)
        text = self.lines[span.line - 1][span.column - 1 :][: span.length]
        fix = "put quotes around the text, or write out what it stands for"
        self.diagnostics.append(Diagnostic("T111", span, REFUSED["*"], fix, edits=instead(span, quoted(text))))
        self.items.append(Scalar("", True, *span))  # noqa: FBT003

    def second_document(self, event: Event) -> None:
        """Refuses what follows the document."""
        span = self._place(event.start_mark, 3)
        fix = "delete the line, or move what follows to a file of its own"
        edits = instead(span._replace(length=len(self.lines[span.line - 1]) + 1), "")
        self.diagnostics.append(Diagnostic("T114", span, "another document begins here", fix, edits=edits))

    def _entries(self, keys: list[Node], values: list[Node]) -> tuple[Entry, ...]:
        names = {key.text for key in keys if isinstance(key, Scalar)}
        if len(names) < len(keys) or "" in names or "<<" in names:
            return self._judged_entries(keys, values)
        return tuple(zip(keys, values, strict=True))  # type: ignore[arg-type]  # as many names as keys: all are texts

    def _judged_entries(self, keys: list[Node], values: list[Node]) -> tuple[Entry, ...]:
        kept: dict[str, Entry] = {}
        for key, value in zip(keys, values, strict=True):
            if not isinstance(key, Scalar) or not key.text:
                self._wrong("T116", key.span, "this stands where a key belongs", "write a word before the colon")
            elif key.text == "<<" and key.plain:
                self._wrong("T112", key.span, "`<<` copies keys from elsewhere", "write the keys out here")
            elif key.text in kept:
                self._twice(kept[key.text], (key, value))
            else:
                kept[key.text] = key, value
        return tuple(kept.values())

    def _twice(self, first: Entry, again: Entry) -> None:
        key, value = again
        cause, fix = f"{quote(key.text)} has a value already", "keep one of the two"
        edits = self._without_line(key, value) if same(first[1], value) else ()
        if edits:
            cause, fix = f"{quote(key.text)} has the same value already", "delete this line"
        second = first[0].span, "here for the first time"
        title = f"the key {quote(key.text)} stands twice in the same place"
        self.diagnostics.append(Diagnostic("T117", key.span, cause, fix, title, second, edits))

    def _without_line(self, key: Scalar, value: Node) -> tuple[Edit, ...]:
        """The line of a key deleted, if nothing but the key and its text stands on it."""
        line = self.lines[key.line - 1]
        alone = isinstance(value, Scalar) and value.line == key.line and not value.text.startswith(("|", ">"))
        ends = isinstance(value, Scalar) and value.column - 1 + value.length == len(line.rstrip())
        if not (alone and ends and line.lstrip(" ").startswith(key.text)):
            return ()
        return instead(Span(self.path, key.line, 1, len(line) + 1), "")

    def _refuse(self, event: NodeEvent | TextEvent, end: Mark) -> None:
        """An anchor or a tag; what it decorates is kept. end: where the text goes to that is meant, if one is."""
        start, line = event.start_mark, self.lines[event.start_mark.line]
        word = line[start.column :].split(maxsplit=1)[0]
        sign = word[:1] if word[:1] in DECORATIONS else "&"
        text = line[start.column : end.column] if end.line == start.line and word[:1] in DECORATIONS else ""
        edits = instead(self._place(start, len(text)), quoted(text)) if text else ()
        span, fix = self._place(start, len(word)), "put quotes around the text, or delete it"
        self.diagnostics.append(Diagnostic(DECORATIONS[sign], span, REFUSED[sign], fix, edits=edits))

    def _clean(self, text: str, style: str | None, span: Span) -> str:
        if style == '"' and (unseen := UNSEEN.search(text)):
            cause = f"an escape in it makes the character U+{ord(unseen[0]):04X}"
            self._wrong("T107", span, cause, "delete the backslash and what belongs to it")
        return sanitise(text)

    def _empty(self, mark: Mark) -> None:
        """A value that was left out, right after its colon or dash, wherever the parser says it stands."""
        column = len(self.lines[mark.line][: mark.column].rstrip()) if mark.line < len(self.lines) else 0
        self.items.append(Scalar("", True, self.path, mark.line + 1, column + 1, 0))  # noqa: FBT003

    def _bracket_length(self, start: Event, end: Event) -> int:
        same_line = start.start_mark.line == end.end_mark.line
        return end.end_mark.index - start.start_mark.index if same_line else 1

    def _place(self, mark: Mark, length: int) -> Span:
        return Span(self.path, mark.line + 1, mark.column + 1, length)

    def _wrong(self, code: str, span: Span, cause: str, fix: str) -> None:
        self.diagnostics.append(Diagnostic(code, span, cause, fix))
