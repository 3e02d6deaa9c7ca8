"""Commands, events and paragraphs as JSON and back: the file format of a save.

A value is an object with its kind (the class's name) and its fields; a field that has its default is left out, and a field
that is not there gets its default, so that old saves stay readable when fields are added.
"""

import json
from collections.abc import Iterable
from dataclasses import MISSING, fields
from typing import cast, get_args

from tavern.model import commands, events
from tavern.model.commands import Accusation, Charge, Command
from tavern.model.events import Event
from tavern.model.report import Paragraph

_KINDS = {
    kind.__name__: kind
    for kind in (*get_args(commands.Command), *get_args(events.Event), Accusation, Charge, Paragraph)
}
_FIELDS = {name: tuple((field.name, field.default) for field in fields(kind)) for name, kind in _KINDS.items()}


class UnreadableRecord(ValueError):
    """A record that this version does not know how to read: another kind, other fields, or no JSON at all."""


def write(values: Iterable[Command | Event | Paragraph]) -> str:
    """The values as one line of JSON, the same for the same values."""
    return json.dumps([_plain(value) for value in values], ensure_ascii=False, separators=(",", ":"))


def read_commands(text: str) -> tuple[Command, ...]:
    """Commands from `write`. Raises UnreadableRecord."""
    return cast("tuple[Command, ...]", _read(text))


def read_events(text: str) -> tuple[Event, ...]:
    """Events from `write`. Raises UnreadableRecord."""
    return cast("tuple[Event, ...]", _read(text))


def read_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Paragraphs from `write`. Raises UnreadableRecord."""
    return cast("tuple[Paragraph, ...]", _read(text))


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    kind = type(value).__name__
    if kind not in _KINDS:
        return value
    parts: dict[str, object] = {"kind_": kind}
    for name, default in _FIELDS[kind]:
        content = getattr(value, name)
        if default is MISSING or content != default:
            parts[name] = _plain(content)
    return parts


def _read(text: str) -> tuple[object, ...]:
    try:
        values = json.loads(text)
    except (ValueError, RecursionError) as problem:
        message = "a record of the save is not JSON"
        raise UnreadableRecord(message) from problem
    if not isinstance(values, list):
        message = "a record of the save is not a list"
        raise UnreadableRecord(message)
    return tuple(_value(value) for value in values)


def _value(value: object) -> object:
    if isinstance(value, list):
        return tuple(_value(part) for part in value)
    if not isinstance(value, dict):
        return value
    name = value.pop("kind_", "")
    kind = _KINDS.get(name) if isinstance(name, str) else None
    if kind is None:
        message = "the save has a record of a kind that this version does not know"
        raise UnreadableRecord(message)
    try:
        return kind(**{name: _value(part) for name, part in value.items()})
    except TypeError as problem:
        message = f"the save has a record of kind {kind.__name__} with other fields than this version knows"
        raise UnreadableRecord(message) from problem
