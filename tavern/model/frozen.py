"""Values that never change: a mapping that can be a field of one, one made from another, and a key for what has no hash."""

from collections.abc import Callable
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import Any, Generic, NoReturn, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Frozen(dict[K, V], Generic[K, V]):
    """A dict that is never changed once made, and may therefore be hashed and shared between worlds."""

    __slots__ = ()

    def __hash__(self) -> int:  # type: ignore[override]  # dict is unhashable because it can change; this one cannot
        return hash(frozenset(self.items()))

    def set(self, key: K, value: V) -> "Frozen[K, V]":
        """The same mapping with one entry more, or other."""
        made = Frozen(self)
        dict.__setitem__(made, key, value)
        return made

    def without(self, key: K) -> "Frozen[K, V]":
        """The same mapping without that key, which may be absent."""
        return Frozen({k: v for k, v in self.items() if k != key})

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        message = "a Frozen mapping does not change; use set() or without()"
        raise TypeError(message)

    __setitem__ = __delitem__ = update = pop = popitem = clear = setdefault = __ior__ = _refuse


def replace(value: V, **changes: object) -> V:
    """What `dataclasses.replace` gives for a dataclass with slots, in half the time: each event makes a world, and a notebook."""
    kind: type[Any] = type(value)
    names, read, slots = _parts(kind)  # type: ignore[arg-type]  # every type can be hashed
    made: V = object.__new__(kind)
    for put, part in zip(slots, map(changes.get, names, read(value)), strict=True):
        put(made, part)
    return made


@cache
def _parts(
    kind: type[Any],
) -> tuple[tuple[str, ...], Callable[[object], Any], tuple[Callable[[object, object], None], ...]]:
    """The names of its fields, of which there are several, what reads them all, and what sets each."""
    names = tuple(field.name for field in fields(kind))
    return names, attrgetter(*names), tuple(getattr(kind, name).__set__ for name in names)


class Same(Generic[V]):
    """A key that is equal only to one for the very same object, and keeps that alive as long as it is a key."""

    __slots__ = ("of",)

    def __init__(self, of: V) -> None:
        self.of = of

    def __hash__(self) -> int:
        return id(self.of)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.of is self.of
