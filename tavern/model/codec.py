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
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode  # `json.dumps` makes one anew each time
_FIELDS = {name: tuple((field.name, field.default) for field in fields(kind)) for name, kind in _KINDS.items()}


class UnreadableRecord(ValueError):
    """A record that this version does not know how to read: another kind, other fields, or no JSON at all."""


def write(values: Iterable[Command | Event | Paragraph]) -> str:
    """The values as one line of JSON, the same for the same values."""
    return _encode([_plain(value) for value in values])


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
        values = _decode(text)
    except UnreadableRecord:
        raise
    except (ValueError, RecursionError) as problem:
        message = "a record of the save is not JSON"
        raise UnreadableRecord(message) from problem
    if not isinstance(values, list):
        message = "a record of the save is not a list"
        raise UnreadableRecord(message)
    return _frozen(values)


def _value(parts: dict[str, object]) -> object:
    """What an object stands for; those within it are read already, but for their lists."""
    name = parts.pop("kind_", "")
    kind = _KINDS.get(name) if isinstance(name, str) else None
    if kind is None:
        message = "the save has a record of a kind that this version does not know"
        raise UnreadableRecord(message)
    for field, part in parts.items():
        if isinstance(part, list):
            parts[field] = _frozen(part)
    try:
        return kind(**parts)
    except TypeError as problem:
        message = f"the save has a record of kind {kind.__name__} with other fields than this version knows"
        raise UnreadableRecord(message) from problem


def _frozen(values: list[object]) -> tuple[object, ...]:
    return tuple(_frozen(value) if isinstance(value, list) else value for value in values)


_decode = json.JSONDecoder(object_hook=_value).decode
