"""The shapes as plain forms, one class a kind of value, so that nodes can be walked beside what may stand in their place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from annotated_types import Ge, Le, MinLen
from pydantic import BaseModel, StringConstraints
from pydantic.fields import FieldInfo

from tavern.compiler.shape import Declares, Ref, Told


@dataclass(frozen=True, slots=True)
class Words:
    """A text. pattern: None for any; least, most: characters, None for no limit. told: the player reads it."""

    pattern: str | None = None
    least: int | None = None
    most: int | None = None
    ref: Ref | None = None
    declares: str = ""
    told: bool = False


@dataclass(frozen=True, slots=True)
class Number:
    """A number, a whole one or not, from least to most; None leaves a side open."""

    whole: bool
    least: float | None = None
    most: float | None = None


@dataclass(frozen=True, slots=True)
class Truth:
    """true or false."""


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of a closed list of words, or of true and false."""

    words: tuple[str | bool, ...]


@dataclass(frozen=True, slots=True)
class Many:
    """A list of `item`. exactly: how many, None for any number."""

    item: "Form"
    exactly: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping whose keys are the author's, or of a closed list."""

    key: "Words | OneOf"
    value: "Form"


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping with the keys of a shape; `keys_of` gives them."""

    shape: type[BaseModel]


@dataclass(frozen=True, slots=True)
class Either:
    """One of several forms."""

    forms: tuple["Form", ...]


Leaf = Words | Number | Truth | OneOf
Form = Leaf | Many | Table | Record | Either


@dataclass(frozen=True, slots=True)
class Key:
    """What may stand under a key. required: it cannot be left out; default: what it then is, None for nothing."""

    form: Form
    required: bool
    default: Any = None


@cache
def keys_of(shape: type[BaseModel]) -> Mapping[str, Key]:
    """The keys of a shape, spelt as the author does, in the order declared."""
    fields = shape.model_fields.items()
    return {
        field.alias or name: Key(
            form_of(field.annotation, field.metadata),
            field.is_required(),
            None if field.is_required() else field.get_default(call_default_factory=True),
        )
        for name, field in fields
    }


@cache
def others_of(shape: type[BaseModel]) -> Table | None:
    """What any further key may be and hold; None where there can be none."""
    if shape.model_config.get("extra") != "allow":
        return None
    form = form_of(get_type_hints(shape, include_extras=True)["__pydantic_extra__"])
    return form if isinstance(form, Table) else None


def form_of(annotation: Any, metadata: list[Any] | None = None) -> Form:  # noqa: ANN401 - an annotation has no type
    """The form of an annotation; metadata: what `Annotated` adds to it."""
    origin, arguments, added = get_origin(annotation), get_args(annotation), metadata or []
    if origin is Annotated:
        return form_of(arguments[0], [*arguments[1:], *added])
    if origin in (Union, UnionType):
        return _either([form_of(part) for part in arguments if part is not NoneType])
    if origin is Literal:
        return OneOf(arguments)
    if origin is list:
        exactly = next((mark.min_length for mark in _flat(added) if isinstance(mark, MinLen)), None)
        return Many(form_of(arguments[0]), exactly)
    if origin is dict:
        key = form_of(arguments[0])
        return Table(key if isinstance(key, (Words, OneOf)) else Words(), form_of(arguments[1]))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return Record(annotation)
    if annotation is bool:
        return Truth()
    return _number(annotation is int, added) if annotation in (int, float) else _words(added)


def _either(forms: list[Form]) -> Form:
    return forms[0] if len(forms) == 1 else Either(tuple(forms))


def _number(whole: bool, metadata: list[Any]) -> Number:  # noqa: FBT001 - says which of two types it is
    marks = list(_flat(metadata))
    least = next((mark.ge for mark in marks if isinstance(mark, Ge) and isinstance(mark.ge, (int, float))), None)
    most = next((mark.le for mark in marks if isinstance(mark, Le) and isinstance(mark.le, (int, float))), None)
    return Number(whole, least, most)


def _words(metadata: list[Any]) -> Words:
    marks = list(_flat(metadata))
    limits = next((mark for mark in marks if isinstance(mark, StringConstraints)), StringConstraints())
    return Words(
        pattern=str(limits.pattern) if limits.pattern else None,
        least=limits.min_length,
        most=limits.max_length,
        ref=next((mark for mark in marks if isinstance(mark, Ref)), None),
        declares=next((mark.kind for mark in marks if isinstance(mark, Declares)), ""),
        told=any(isinstance(mark, Told) for mark in marks),
    )


def _flat(metadata: list[Any]) -> Iterator[Any]:
    """The marks, those that pydantic wrapped in a FieldInfo among them."""
    for mark in metadata:
        if isinstance(mark, FieldInfo):
            yield from _flat(mark.metadata)
        else:
            yield mark
