"""Conditions and acts as JSON, and back. A condition is a list: the name of its kind, then its fields in order."""

from collections.abc import Callable
from dataclasses import fields
from functools import cache
from typing import get_args, get_origin, get_type_hints

from tavern.model import conditions as c
from tavern.model.commands import Act
from tavern.model.conditions import Condition

KINDS: dict[str, Callable[..., Condition]] = {kind.__name__: kind for kind in get_args(c.Condition)}
DEEPEST = 30  # conditions inside conditions


class Misspelt(ValueError):
    """What stands there is no such value. The words say what it should be."""


def spelt(condition: Condition) -> list[object]:
    """The condition as JSON."""
    return [type(condition).__name__, *(_plain(getattr(condition, field.name)) for field in fields(condition))]


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value if value is None or isinstance(value, str | int) else spelt(value)  # type: ignore[arg-type]


def condition_in(value: object, depth: int = 0) -> Condition:
    """The condition that `spelt` wrote. Raises Misspelt."""
    name, *held = value if isinstance(value, list) and value else [None]
    if not (isinstance(name, str) and name in KINDS and depth <= DEEPEST):
        message = "a condition is a list that begins with its kind"
        raise Misspelt(message)
    hints = _hints(KINDS[name])
    if len(held) != len(hints):
        message = f"{name} has {len(hints)} fields"
        raise Misspelt(message)
    return KINDS[name](*(_field(part, hint, depth + 1) for part, hint in zip(held, hints, strict=True)))


@cache
def _hints(kind: Callable[..., Condition]) -> tuple[object, ...]:
    return tuple(get_type_hints(kind).values())


def _field(part: object, hint: object, depth: int) -> object:
    """What a field of that type holds. Raises Misspelt."""
    if get_origin(hint) is tuple and isinstance(part, list):
        return tuple(_field(inner, get_args(hint)[0], depth) for inner in part)
    if hint is str and isinstance(part, str):
        return part
    if hint in (int, int | None) and (type(part) is int or (part is None and hint is not int)):
        return part
    if hint not in (str, int, int | None) and get_origin(hint) is not tuple:
        return condition_in(part, depth)
    message = "a field of a condition is of another type"
    raise Misspelt(message)


def act_spelt(act: Act | None) -> list[object] | None:
    """An act as JSON: verb, noun, other; minutes and hour for one that lasts."""
    if act is None:
        return None
    return [act.verb, act.noun, act.other, *([act.minutes, act.until] if act.minutes or act.until >= 0 else [])]


def act_in(value: object) -> Act | None:
    """The act that `act_spelt` wrote. Raises Misspelt."""
    if value is None:
        return None
    words, numbers = (value[:3], value[3:]) if isinstance(value, list) else ([], [])
    if len(words) == 3 and all(isinstance(w, str) for w in words) and all(type(n) is int for n in numbers):
        return Act(*words, *numbers)
    message = "an act is a list of verb, noun and other"
    raise Misspelt(message)
