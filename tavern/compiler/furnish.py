"""Items listed under their room, moved to the items of the folder: where an item is written makes no difference to what it is."""

from collections.abc import Iterable, Iterator

from tavern.compiler.nodes import Entry, Mapping, Node, Scalar, Sequence
from tavern.diagnostics import Span


def furnished(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries of a file; the items of its rooms follow as one more entry `items`, each with `in:` its room."""
    for key, value in entries:
        if key.text != "rooms" or not isinstance(value, Sequence):
            yield key, value
            continue
        rooms = [_parted(room) for room in value.items]
        yield key, Sequence(tuple(room for room, _ in rooms), value.span)
        for _, items in rooms:
            if items:
                yield _word("items", items[0].span), Sequence(items, items[0].span)


def _parted(room: Node) -> tuple[Node, tuple[Node, ...]]:
    """The room without its items, and the items; items that are no list stay where they are, to be complained of."""
    if not isinstance(room, Mapping):
        return room, ()
    items = next((value for key, value in room.entries if key.text == "items" and isinstance(value, Sequence)), None)
    id = next((value for key, value in room.entries if key.text == "id" and isinstance(value, Scalar)), None)
    if items is None or id is None:
        return room, ()
    rest = tuple(entry for entry in room.entries if entry[1] is not items)
    return Mapping(rest, room.span), tuple(_placed(item, id) for item in items.items)


def _placed(item: Node, room: Scalar) -> Node:
    if not isinstance(item, Mapping) or any(key.text in ("in", "rooms") for key, _ in item.entries):
        return item
    return Mapping((*item.entries, (_word("in", item.span), room)), item.span)


def _word(text: str, span: Span) -> Scalar:
    return Scalar(text, True, *span)  # noqa: FBT003
