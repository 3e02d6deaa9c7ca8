"""Proper names in prose that are one letter off a name that somebody or something has."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from tavern.compiler import shape as s
from tavern.compiler.ground.short import topics_of
from tavern.compiler.nodes import Scalar
from tavern.compiler.spot import within
from tavern.diagnostics import Diagnostic, any_of, instead, quote
from tavern.text import nearest
from tavern.text.nearest import edits

CAPITAL = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]{3,}\b")  # not at the beginning of a sentence, where any word has one
WORD = re.compile(r"\b[A-Z][a-z]{2,}\b")
MOST_SLIPS = 2  # times a name is misspelt the same way; more often it is a name of its own


def spelling(folder: s.Folder, texts: Iterable[Scalar], sources: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Words that begin with a capital in the middle of a sentence, are nobody's name, and nearly are."""
    names = {word for name in _proper(folder) for word in WORD.findall(name)}
    listed = list(texts)
    unknown = [
        (text, word) for text in listed for word in dict.fromkeys(CAPITAL.findall(text.text)) if word not in names
    ]
    often = Counter(word for _, word in unknown)
    near = {word: _near(word, names) for word in often if often[word] <= MOST_SLIPS}
    for text, word in unknown:
        if meant := near.get(word):
            span = within(text, word, sources)
            made = instead(span, meant[0]) if len(meant) == 1 and span.length == len(word) else ()
            cause = f"nobody and nothing is called {quote(word)}"
            title = f"{quote(word)} is nearly {quote(meant[0])}"
            yield Diagnostic("T331", span, cause, f"write {any_of(meant)}", title, edits=made)


def _near(word: str, names: Iterable[str]) -> list[str]:
    """Names that one letter more, less, other or swapped would make of the word; not for its plural."""
    return [
        name
        for name in nearest(word, names)
        if edits(word.casefold(), name.casefold(), 1) <= 1 and word not in (f"{name}s", f"{name}n") and len(name) > 3
    ]


def _proper(folder: s.Folder) -> Iterator[str]:
    for actor in folder.actors:
        yield from (actor.name or "", actor.called or "", *actor.names)
    for room in folder.rooms:
        yield from (room.name or "", *room.names) if room.proper else ()
    for item in folder.items:
        yield from (item.name or "", *item.names) if item.proper else ()
    for topic in topics_of(folder):
        yield from (topic.name or "", *topic.names) if topic.proper else ()
    if folder.mystery:
        yield folder.mystery.title
