"""What is wrong in the shape of a file, said to somebody who writes, not to somebody who programs."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pydantic import BaseModel

from tavern.compiler.explain import keys
from tavern.compiler.explain.values import leaf_fault, wrong_kind
from tavern.compiler.forms import Either, Form, Many, Number, OneOf, Record, Table, Truth, Words, keys_of, others_of
from tavern.compiler.nodes import Entry, Mapping, Node, Scalar, Sequence, is_null
from tavern.compiler.shape import Folder
from tavern.diagnostics import Diagnostic, Span

__all__ = ["explain", "wrong_kind"]


@dataclass(frozen=True, slots=True)
class Here:
    """Where a walk has come. key: what the value belongs to; at: its place; within: the shapes around it, innermost last."""

    key: str
    at: Span
    within: tuple[type[BaseModel], ...]


def explain(root: Mapping) -> list[Diagnostic]:
    """Every mistake in the shape of a folder, none when there is none."""
    return list(faults(Record(Folder), root, Here("", root.span, ())))


def faults(form: Form, node: Node, here: Here) -> Iterator[Diagnostic]:
    """Every mistake in a node that should have this form; of several forms, as seen from the one it comes nearest to."""
    match form, node:
        case Either(), _:
            yield from _either(form, node, here)
        case Record(), Mapping():
            yield from _record(form.shape, node, here)
        case Many(), Sequence():
            yield from _items(form, node, here)
        case Table(), Mapping():
            for key, value in node.entries:
                if not is_null(value):
                    yield from faults(form.key, key, replace(here, key="", at=key.span))
                    yield from faults(form.value, value, Here(key.text, key.span, here.within))
        case ((Words() | Number() | Truth() | OneOf()), Scalar()):
            yield from leaf_fault(form, node, here.key)
        case _:
            yield wrong_kind(form, node, here.key)


def _record(shape: type[BaseModel], node: Mapping, here: Here) -> Iterator[Diagnostic]:
    known, others, within = keys_of(shape), others_of(shape), (*here.within, shape)
    for entry in node.entries:
        yield from _entry(entry, known[entry[0].text].form if entry[0].text in known else others, node, within)
    there = {key.text for key, value in node.entries if not is_null(value)} | keys.meant(node, shape)
    for name, key in known.items():
        if key.required and name not in there:
            yield keys.missing(name, node, shape)


def _entry(entry: Entry, form: Form | None, node: Mapping, within: tuple[type[BaseModel], ...]) -> Iterator[Diagnostic]:
    key, value = entry
    if form is None:
        yield keys.unknown(key, within, node)
    elif not is_null(value):
        value_form = form.value if isinstance(form, Table) and key.text not in keys_of(within[-1]) else form
        yield from faults(value_form, value, Here(key.text, key.span, within))


def _items(form: Many, node: Sequence, here: Here) -> Iterator[Diagnostic]:
    if form.exactly is not None and len(node.items) != form.exactly:
        cause = f"it has {len(node.items)}"
        yield Diagnostic("T211", node.span, cause, 'write both hours, such as `["22:00", "02:00"]`')
    for item in node.items:
        yield from faults(form.item, item, here)


def _either(form: Either, node: Node, here: Here) -> Iterator[Diagnostic]:
    """Nothing if one of the forms is met; else what is wrong with the one most like the node."""
    fitting = [part for part in form.forms if _same_kind(part, node)]
    found = [list(faults(part, node, here)) for part in fitting]
    if not found:
        yield wrong_kind(form, node, here.key)
    else:
        yield from min(found, key=lambda faults: _weight(faults, node))


def _weight(found: list[Diagnostic], node: Node) -> tuple[bool, int]:
    """Least for no mistake at all; a list whose very items are of another kind was meant otherwise, as a word was no number."""
    inner = {item.span for item in node.items} if isinstance(node, Sequence) else {node.span}
    foreign = sum(diagnostic.code == "T204" and diagnostic.span in inner for diagnostic in found)
    if isinstance(node, Scalar) and not node.text[:1].isdigit():
        foreign += sum(diagnostic.code == "T206" for diagnostic in found)
    return bool(found), foreign * 1000 + len(found)


def _same_kind(form: Form, node: Node) -> bool:
    match form:
        case Many():
            return isinstance(node, Sequence)
        case Table() | Record():
            return isinstance(node, Mapping)
        case Either():
            return any(_same_kind(part, node) for part in form.forms)
        case _:
            return isinstance(node, Scalar)
