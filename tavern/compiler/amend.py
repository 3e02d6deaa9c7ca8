"""What a case adds to a room, an item or a person that is declared elsewhere, put together with the declaration."""

from collections.abc import Collection, Iterable

from tavern.compiler.nodes import Entry, Mapping, Node, Scalar, Sequence, is_null, same
from tavern.diagnostics import Diagnostic, quote

APPENDED = frozenset({"names", "schedule", "goals", "replies", "scenery", "out_of_place", "minded_by", "rooms"})
MERGED = frozenset({"on", "exits", "accused", "scenery"})


def amend(items: Iterable[Node], lent: Collection[int]) -> tuple[tuple[Node, ...], list[Diagnostic]]:
    """The items with every addition put to its declaration; the order is that of the first of each.

    lent: `id()` of those a setting lends, which a case may add to even under a name. Two of the same folder that both
    have a name stay apart: ids declared twice.
    """
    kept: list[Node] = []
    place: dict[str, int] = {}
    lent_places: set[int] = set()
    diagnostics: list[Diagnostic] = []
    for item in items:
        name = declared_id(item)
        index = place.get(name, -1) if name else -1
        if index < 0:
            if name:
                place[name] = len(kept)
            if id(item) in lent:
                lent_places.add(len(kept))
            kept.append(item)
            continue
        known = kept[index]
        may_add = (index in lent_places and id(item) not in lent) or not (_is_named(known) and _is_named(item))
        if isinstance(known, Mapping) and isinstance(item, Mapping) and may_add:
            kept[index] = _put_together(name, known, item, diagnostics)
        else:
            kept.append(item)
    return tuple(kept), diagnostics


def declared_id(item: Node) -> str:
    """The id that the item declares; "" when it has none."""
    value = entry_of(item, "id")
    return value[1].text if value and isinstance(value[1], Scalar) else ""


def entry_of(node: Node, key: str) -> Entry | None:
    """The entry with this key, if the node is a mapping that has it."""
    if not isinstance(node, Mapping):
        return None
    return next((entry for entry in node.entries if entry[0].text == key and not is_null(entry[1])), None)


def _is_named(item: Node) -> bool:
    return entry_of(item, "name") is not None


def _put_together(name: str, known: Mapping, item: Mapping, diagnostics: list[Diagnostic]) -> Mapping:
    entries = {key.text: (key, value) for key, value in known.entries if not is_null(value)}
    for key, value in item.entries:
        if is_null(value):
            continue
        first = entries.get(key.text)
        if first is None:
            entries[key.text] = key, value
            continue
        both = _both(key.text, first[1], value)
        if both is not None:
            entries[key.text] = first[0], both
        else:
            diagnostics.append(_disagree(name, first, (key, value)))
    return Mapping(tuple(entries.values()), known.span)


def _both(key: str, first: Node, second: Node) -> Node | None:
    """The two values as one; None where they disagree."""
    if same(first, second):
        return first
    if key == "replies":
        first, second = _as_replies(first), _as_replies(second)
    if key in APPENDED and isinstance(first, Sequence) and isinstance(second, Sequence):
        return Sequence((*first.items, *second.items), first.span)
    if key in MERGED and isinstance(first, Mapping) and isinstance(second, Mapping):
        return _merged(first, second, lists=key == "on")
    return None


def _merged(first: Mapping, second: Mapping, *, lists: bool) -> Mapping | None:
    entries = {key.text: (key, value) for key, value in first.entries}
    for key, value in second.entries:
        known = entries.get(key.text)
        if known is None or same(known[1], value):
            entries.setdefault(key.text, (key, value))
        elif lists:
            entries[key.text] = known[0], Sequence((*_listed(known[1]), *_listed(value)), known[1].span)
        else:
            return None
    return Mapping(tuple(entries.values()), first.span)


def _as_replies(node: Node) -> Node:
    """Replies of the short form, `{tea: "…"}`, as a list of replies."""
    if not isinstance(node, Mapping):
        return node
    return Sequence(tuple(_reply(topic, words) for topic, words in node.entries), node.span)


def _reply(topic: Scalar, words: Node) -> Mapping:
    about, tell = (Scalar(word, True, *topic.span) for word in ("about", "tell"))  # noqa: FBT003
    return Mapping(((about, topic), (tell, words)), topic.span)


def _listed(node: Node) -> tuple[Node, ...]:
    """The actions as a list; words alone, or words told in turn, become an action that tells them."""
    if isinstance(node, Sequence) and not all(isinstance(item, Scalar) for item in node.items):
        return node.items
    if isinstance(node, Mapping):
        return (node,)
    return (Mapping(((Scalar("tell", True, *node.span), node),), node.span),)  # noqa: FBT003


def _disagree(name: str, first: Entry, second: Entry) -> Diagnostic:
    key = quote(second[0].text)
    cause = f"{quote(name)} has another value for {key} already"
    return Diagnostic(
        "T003",
        second[0].span,
        cause,
        "keep one of the two, or give what is new an id of its own",
        f"{quote(name)} has two values for {key}",
        (first[0].span, "the other one"),
    )
