"""The format as a JSON Schema (draft 7), for editors: made from the forms, with the sentence that stands under each key.

It asks of one file what can be asked of one file alone: a room of a borrowed setting may be added to without its name.
Two things the game passes over are marked all the same: a key under which nothing stands, and a number in quotes.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, assert_never

from pydantic import BaseModel

from tavern.compiler import shape as s
from tavern.compiler.examples import example
from tavern.compiler.forms import (
    Either,
    Form,
    Many,
    Number,
    OneOf,
    Record,
    Table,
    Truth,
    Words,
    form_of,
    keys_of,
    others_of,
)
from tavern.compiler.meanings import meaning, meanings
from tavern.compiler.shape import kinds

FILE = "mystery.schema.json"
MODELINE = "# yaml-language-server: $schema="
ADDED_TO = (s.RoomShape, s.ThingShape, s.ActorShape)  # what a mystery may add to under its id alone
ID = Words(pattern=r"^[a-z][a-z0-9_]*$")

Schema = dict[str, Any]
SHARED = {  # what stands in many places is written once, under this name
    "id": (kinds.Id, "Small letters, digits and underscores, beginning with a letter."),
    "ids": (kinds.Id | list[kinds.Id], "An id, or a list of them."),
    "hour": (kinds.Hour, "An hour of the day, such as `22:30`."),
    "hour_or_midnight": (kinds.WindowHour, "An hour of the day; `24:00` ends a window at midnight."),
    "day": (kinds.Day, "A day of the case, by its number or its weekday."),
    "text": (s.Text, "Words; or several, told in turn; or variants, of which the first that fits is told."),
    "when": (s.When, "What has to be so; of a list, all."),
    "then": (s.Then, "What happens; of a list, one after the other."),
    "done": (s.Done, "What the verb does: words that are read, or an action, or several."),
    "actions": (s.Actions, "A verb, and what it does."),
}


def schema() -> str:
    """The schema as it is kept in a file; the same from one run to the next."""
    return json.dumps(_whole(), indent=1, ensure_ascii=False) + "\n"


def modeline(folder: str = "..") -> str:
    """The line by which an editor finds the schema from a content file. folder: where it lies, seen from the file."""
    return f"{MODELINE}{folder}/{FILE}"


def name_of(shape: type[BaseModel]) -> str:
    """What a shape is called among the definitions: `RoomShape` is `room`, `ScheduleRow` is `schedule_row`."""
    name = shape.__name__.removesuffix("Shape")
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name).removeprefix("_")


@cache
def shapes() -> tuple[type[BaseModel], ...]:
    """Every shape there is, in the order they are come upon from the top of a file."""
    found: dict[type[BaseModel], None] = {}
    waiting: list[type[BaseModel]] = [s.Folder]
    while waiting:
        shape = waiting.pop(0)
        if shape not in found:
            found[shape] = None
            waiting += [inner for key in keys_of(shape).values() for inner in _records(key.form)]
    return tuple(found)


def _whole() -> Schema:
    shared = {name: {"description": told, **_made(form_of(kind))} for name, (kind, told) in SHARED.items()}
    records = {name_of(shape): _record(shape) for shape in shapes() if shape is not s.Folder}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "A mystery of the Rusted Tankard",
        **_record(s.Folder),
        "definitions": dict(sorted({**shared, **records}.items())),
    }


def _records(form: Form) -> Iterator[type[BaseModel]]:
    """The shapes that stand directly in a form."""
    match form:
        case Record(shape):
            yield shape
        case Many(inner) | Table(_, inner):
            yield from _records(inner)
        case Either(forms):
            for part in forms:
                yield from _records(part)
        case Words() | Number() | Truth() | OneOf():
            return
        case _:
            assert_never(form)


def _record(shape: type[BaseModel]) -> Schema:
    keys, others, told = keys_of(shape), others_of(shape), meanings(shape)
    required = ["id"] if shape in ADDED_TO else [name for name, key in keys.items() if key.required]
    shown = example(shape)
    return {
        "type": "object",
        "description": meaning(shape),
        "properties": {name: _key(told.get(name, ""), key.form, key.default) for name, key in keys.items()},
        **({"required": required} if required else {}),
        "additionalProperties": _form(others.value) if others else False,
        **({"examples": [shown]} if shown else {}),
    }


def _key(told: str, form: Form, default: object) -> Schema:
    is_worth_saying = isinstance(default, str | int | float) and default
    return {"description": told, **_form(form), **({"default": default} if is_worth_saying else {})}


def _form(form: Form) -> Schema:
    """The form where it stands: spelt out, or by the name under which it is shared."""
    name = _shared().get(bare(form))
    return {"$ref": f"#/definitions/{name}"} if name else _made(form)


@cache
def _shared() -> Mapping[Form, str]:
    return {bare(form_of(kind)): name for name, (kind, _) in SHARED.items()}


def bare(form: Form) -> Form:
    """The form without what it declares, refers to or tells: all ids are spelt alike."""
    match form:
        case Words(ref=None, declares=""):
            return ID if form.pattern == ID.pattern else Words(form.pattern, form.least, form.most)
        case Words():
            return ID
        case Many(item, exactly):
            return Many(bare(item), exactly)
        case Table(Words() as key, value):
            return Table(Words(key.pattern, key.least, key.most), bare(value))
        case Table(key, value):
            return Table(key, bare(value))
        case Either(forms):
            return Either(tuple(bare(part) for part in forms))
        case Number() | Truth() | OneOf() | Record():
            return form
        case _:
            assert_never(form)


def _made(form: Form) -> Schema:
    match form:
        case Words():
            return _words(form)
        case Number(whole, least, most):
            return {"type": "integer" if whole else "number", **_given(minimum=least, maximum=most)}
        case Truth():
            return {"type": "boolean"}
        case OneOf(words):
            return {"enum": list(words)}
        case Many(item, exactly):
            return {"type": "array", "items": _form(item), **_given(minItems=exactly, maxItems=exactly)}
        case Table(key, value):
            return _table(key, value)
        case Record(shape):
            return {"$ref": f"#/definitions/{name_of(shape)}"}
        case Either(forms):
            return {"anyOf": [_form(part) for part in forms]}
        case _:
            assert_never(form)


def _words(form: Words) -> Schema:
    if form.ref or form.declares or form.pattern == ID.pattern:
        return {"type": "string", "pattern": ID.pattern}
    # A number where words are wanted is the words it is spelt with.
    kind = "string" if form.pattern else ["string", "number"]
    return {"type": kind, **_given(pattern=form.pattern, minLength=form.least, maxLength=form.most)}


def _table(key: Words | OneOf, value: Form) -> Schema:
    if isinstance(key, OneOf):
        properties = {str(word): _form(value) for word in key.words}
        return {"type": "object", "properties": properties, "additionalProperties": False}
    spelt = {name: limit for name, limit in _words(key).items() if name != "type"}
    return {
        "type": "object",
        **({"propertyNames": spelt} if spelt else {}),
        "additionalProperties": _form(value),
    }


def _given(**limits: float | str | None) -> Schema:
    return {name: limit for name, limit in limits.items() if limit is not None}
