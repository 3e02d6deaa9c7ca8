"""All files of a mystery, and of the setting it borrows, as one mapping whose nodes still know their places."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tavern.compiler.amend import amend
from tavern.compiler.explain import wrong_kind
from tavern.compiler.forms import keys_of
from tavern.compiler.furnish import furnished
from tavern.compiler.nodes import Entry, Mapping, Node, Scalar, Sequence, is_null
from tavern.compiler.shape import Folder
from tavern.compiler.source import SourceFile
from tavern.diagnostics import Diagnostic, quote, whole

SHARED = frozenset({"rooms", "items", "actors", "topics", "fuses", "daemons", "counters", "flags", "verbs"})
JOINED = SHARED | {"clues", "questions", "deductions", "endings"}
AMENDED = ("rooms", "items", "actors")  # what a case may add to


@dataclass(slots=True)
class Joined:
    """The top-level keys of all files so far. diagnostics: what cannot be joined."""

    entries: dict[str, Entry] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def join(own: Iterable[SourceFile], borrowed: Iterable[SourceFile] = ()) -> tuple[Mapping, list[Diagnostic]]:
    """The files as one: lists of one key one after the other, those of the setting first.

    Of the setting only what several mysteries can share is taken. What has no name of its own and the id of a room, item
    or person declared elsewhere is added to that one.
    """
    joined = Joined()
    for file in borrowed:
        for key, value in _entries(file, joined):
            if key.text in SHARED:
                _add(joined, key, value)
    lent = {id(item) for name in AMENDED for item in _items(joined, name)}
    for file in own:
        for key, value in _entries(file, joined):
            _add(joined, key, value)
    for name in AMENDED:
        if name in joined.entries:
            key, value = joined.entries[name]
            if isinstance(value, Sequence):
                items, wrong = amend(value.items, lent)
                joined.entries[name] = key, Sequence(items, value.span)
                joined.diagnostics += wrong
    entries = tuple(joined.entries.values())
    return Mapping(entries, entries[0][0].span if entries else whole("")), joined.diagnostics


def _entries(file: SourceFile, joined: Joined) -> Iterator[Entry]:
    """The keys of a file under which something stands."""
    if isinstance(file.root, Mapping):
        yield from furnished(entry for entry in file.root.entries if not is_null(entry[1]))
    elif file.root is not None:
        cause = "a list stands here" if isinstance(file.root, Sequence) else "a text stands here"
        fix = "begin the file with a key, such as `clues:`, and move the rest in under it"
        joined.diagnostics.append(
            Diagnostic("T204", file.root.span, cause, fix, "a file that does not begin with a key")
        )


def _add(joined: Joined, key: Scalar, value: Node) -> None:
    name = (
        key.text if key.text in keys_of(Folder) else f"{key.text}@{len(joined.entries)}"
    )  # an unknown one is told of each time
    if name not in joined.entries:
        joined.entries[name] = key, value
        return
    first_key, first = joined.entries[name]
    if name in JOINED and isinstance(first, Sequence) and isinstance(value, Sequence):
        joined.entries[name] = first_key, Sequence((*first.items, *value.items), first.span)
    elif isinstance(first, Mapping) and isinstance(value, Mapping) and name in ("answers", "verbs"):
        joined.entries[name] = first_key, _tables(first, value)
    elif name in JOINED and isinstance(first, Sequence):
        joined.diagnostics.append(wrong_kind(keys_of(Folder)[name].form, value, name))
    else:
        cause, fix = f"{quote(name)} has a value already", "keep one of the two"
        second = first_key.span, "here for the first time"
        title = f"{quote(name)} stands in two files"
        joined.diagnostics.append(Diagnostic("T002", key.span, cause, fix, title, second))


def _tables(first: Mapping, more: Mapping) -> Mapping:
    """Lists under the same key one after the other."""
    entries = {key.text: (key, value) for key, value in first.entries}
    for key, value in more.entries:
        known = entries.get(key.text)
        if known and isinstance(known[1], Sequence) and isinstance(value, Sequence):
            entries[key.text] = known[0], Sequence((*known[1].items, *value.items), known[1].span)
        else:
            entries[key.text] = key, value
    return Mapping(tuple(entries.values()), first.span)


def _items(joined: Joined, name: str) -> tuple[Node, ...]:
    value = joined.entries[name][1] if name in joined.entries else None
    return value.items if isinstance(value, Sequence) else ()
