"""A mapping that can be a field of a hashable value."""

from typing import Generic, NoReturn, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Frozen(dict[K, V], Generic[K, V]):
    """A dict that is never changed once made, and may therefore be hashed and shared between worlds."""

    __slots__ = ()

    def __hash__(self) -> int:  # type: ignore[override]  # dict is unhashable because it can change; this one cannot
        return hash(frozenset(self.items()))

    def set(self, key: K, value: V) -> "Frozen[K, V]":
        """The same mapping with one entry more, or other."""
        return Frozen({**self, key: value})

    def without(self, key: K) -> "Frozen[K, V]":
        """The same mapping without that key, which may be absent."""
        return Frozen({k: v for k, v in self.items() if k != key})

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        message = "a Frozen mapping does not change; use set() or without()"
        raise TypeError(message)

    __setitem__ = __delitem__ = update = pop = popitem = clear = setdefault = __ior__ = _refuse
