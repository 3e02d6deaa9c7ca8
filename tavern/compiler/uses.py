"""Which ids the nodes of a folder declare and name, and what prose they hold: one walk beside the forms, made quick.

For each form a function is made once that goes only where an id or prose can stand.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from pydantic import BaseModel

from tavern.compiler.forms import Either, Form, Many, Number, OneOf, Record, Table, Truth, Words, keys_of, others_of
from tavern.compiler.ground.world import scenery_id
from tavern.compiler.nodes import Mapping, Node, Scalar, Sequence
from tavern.compiler.shape import Effect, Folder, Ref, RoomShape

LONGEST = 40  # characters of a text that nobody writes twice in a list on purpose
NAME_LENGTH = 80  # the most a name may have, and nothing else
QUESTION = Ref(("question",))


class Use(NamedTuple):
    """An id named: what it may be, where it stands, and the id of what it stands in."""

    ref: Ref
    node: Scalar
    owner: str


class Declared(NamedTuple):
    """An id declared. node: where."""

    kind: str
    id: str
    node: Scalar


@dataclass(slots=True)
class Found:
    """What the walk gathers.

    prose: texts the player reads, names among them in `names`. stray: keys no shape knows where they stand; unread: the
    words in and under them, among which an id may be that is named elsewhere. owner: the id of the part of the folder
    it is in.
    """

    uses: list[Use] = field(default_factory=list)
    declared: list[Declared] = field(default_factory=list)
    prose: list[Scalar] = field(default_factory=list)
    names: list[Scalar] = field(default_factory=list)
    stray: list[Scalar] = field(default_factory=list)
    effects: list[Mapping] = field(default_factory=list)
    repeated: list[tuple[Node, Node]] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    owner: str = ""


Visit = Callable[[Node, Found], None]


def find_uses(root: Mapping) -> Found:
    """All of them, in the order of the nodes. Nodes of the wrong shape are passed over."""
    found = Found()
    visit = _record(Folder)
    visit(root, found)
    return found


def _visit(form: Form) -> Visit | None:
    """What to do with a node of this form; None where nothing can be found in it."""
    match form:
        case Words():
            return _words(form)
        case Record():
            return _record(form.shape)
        case Many():
            return _many(_visit(form.item))
        case Table():
            return _table(_visit(form.key), _visit(form.value))
        case Either():
            return _either(form)
        case Number() | Truth() | OneOf():
            return None


def _words(form: Words) -> Visit | None:
    ref, kind = form.ref, form.declares

    def name(node: Node, found: Found) -> None:
        if ref and type(node) is Scalar:
            found.uses.append(Use(ref, node, found.owner))

    def declare(node: Node, found: Found) -> None:
        if type(node) is Scalar:
            found.declared.append(Declared(kind, node.text, node))
        else:
            found.unread.update(_words_in(node))

    def tell(node: Node, found: Found) -> None:
        if type(node) is Scalar:
            found.prose.append(node)

    def call(node: Node, found: Found) -> None:
        if type(node) is Scalar:
            found.names.append(node)

    return name if ref else declare if kind else tell if form.told else call if form.most == NAME_LENGTH else None


def _many(visit: Visit | None) -> Visit | None:
    if visit is None:
        return None

    def each(node: Node, found: Found) -> None:
        if type(node) is Sequence:
            if len(node.items) > 1:
                _note_repeats(node.items, found)
            for item in node.items:
                visit(item, found)

    return each


def _note_repeats(items: tuple[Node, ...], found: Found) -> None:
    """Words and ids that stand in a list once more, and lists of them."""
    keys = [_spelt(item) for item in items]
    if type(items[0]) is Mapping or len(set(keys)) == len(keys):
        return
    first: dict[object, Node] = {}
    for key, item in zip(keys, items, strict=True):
        if key and key in first:
            found.repeated.append((first[key], item))
        first.setdefault(key, item)


def _spelt(node: Node) -> object:
    """What makes an item of a list the same as another; "" for one that may be there twice."""
    if type(node) is Scalar:
        return node.text if len(node.text) <= LONGEST else ""
    if type(node) is Sequence and all(type(item) is Scalar for item in node.items):
        return tuple(item.text for item in node.items if type(item) is Scalar)
    return ""


def _table(visit_key: Visit | None, visit_value: Visit | None) -> Visit | None:
    if visit_key is None and visit_value is None:
        return None

    def each(node: Node, found: Found) -> None:
        if type(node) is Mapping:
            for key, value in node.entries:
                if visit_key:
                    visit_key(key, found)
                if visit_value:
                    visit_value(value, found)

    return each


def _either(form: Either) -> Visit | None:
    """By the kind of the node; what several forms of one kind look for, all of them look for."""
    visits = [(part, visit) for part in form.forms if (visit := _visit(part))]
    if not visits:
        return None
    texts = [visit for part, visit in visits if isinstance(part, Words)]
    lists = _lists([part for part, _ in visits if isinstance(part, Many)])
    groups = [visit for part, visit in visits if isinstance(part, Record | Table)]

    def one(node: Node, found: Found) -> None:
        kind = type(node)
        for visit in texts if kind is Scalar else lists if kind is Sequence else groups:
            visit(node, found)

    return one


def _lists(forms: list[Many]) -> list[Visit]:
    """One visit for lists of several kinds of items, so that each item is looked at once."""
    items = tuple(form.item for form in forms)
    visit = _many(_visit(Either(items) if len(items) > 1 else items[0])) if items else None
    return [visit] if visit else []


@cache
def _record(shape: type[BaseModel]) -> Visit:
    visits: dict[str, Visit] = {}
    table = others_of(shape)
    other = _visit(table.value) if table else None
    known = keys_of(shape)
    made = False

    def make() -> None:
        """Late, since a condition holds conditions."""
        for name, key in known.items():
            if visit := _visit(key.form):
                visits[name] = visit

    def each(node: Node, found: Found) -> None:
        nonlocal made
        if not made:
            make()
            made = True
        if type(node) is not Mapping:
            return
        outer = found.owner
        if "id" in known:
            ids = (value.text for key, value in node.entries if key.text == "id" and type(value) is Scalar)
            found.owner = next(ids, outer)
        for key, value in node.entries:
            visit = visits.get(key.text)
            if visit:
                visit(value, found)
            elif key.text in known:
                continue
            elif other:
                found.uses.append(Use(QUESTION, key, found.owner))
                other(value, found)
            else:
                found.stray.append(key)
                found.unread.update(key.text.split(":"), _words_in(value))
        if shape is Effect:
            found.effects.append(node)
        elif shape is RoomShape:
            _declare_scenery(node, found)
        found.owner = outer

    return each


def _words_in(node: Node) -> Iterator[str]:
    """Every text in and under a node."""
    if isinstance(node, Scalar):
        yield node.text
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _words_in(item)
    else:
        for key, value in node.entries:
            yield key.text
            yield from _words_in(value)


def _declare_scenery(room: Mapping, found: Found) -> None:
    """Scenery of the short form is named after its room."""
    scenery = next((value for key, value in room.entries if key.text == "scenery"), None)
    if isinstance(scenery, Mapping):
        found.declared += [Declared("thing", scenery_id(found.owner, key.text), key) for key, _ in scenery.entries]
