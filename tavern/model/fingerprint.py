"""Two fingerprints of a mystery: of its rules and of its prose. A mended typo changes only the second."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from hashlib import blake2b
from operator import attrgetter
from typing import Any

SPELT = frozenset({str, int, float, bool, type(None)})
RULES_VERSION = 3  # of the engine; counted up when the same content would play otherwise
PROSE = frozenset(
    {"names", "doing", "title", "description", "choice", "ask", "wants", "fears", "name", "texts", "sources"}
)  # fmt: skip


def of_rules(mystery: object) -> str:
    """That of all but the prose, 32 hexadecimal digits."""
    rules = blake2b(f"{RULES_VERSION};".encode(), digest_size=16)
    rules.update(repr(_plain(mystery)).encode())
    return rules.hexdigest()


def of_text(sources: Mapping[str, str]) -> str:
    """That of the prose, as it stands in the files."""
    return blake2b(repr(sorted(sources.items())).encode(), digest_size=16).hexdigest()


def _plain(value: object) -> object:
    """The value without its prose, as lists of what is spelt the same in every process."""
    # Of half a million values nine in ten are spelt as they are, or empty: they get no call of their own.
    if isinstance(value, tuple):
        return [part if type(part) in SPELT or not part else _plain(part) for part in value]
    if isinstance(value, Mapping):
        return [(key, part if type(part) in SPELT or not part else _plain(part)) for key, part in value.items()]
    parts = _reader(type(value))(value)  # type: ignore[arg-type]  # every type can be hashed
    return [type(value).__name__, *[part if type(part) in SPELT or not part else _plain(part) for part in parts]]


@cache
def _reader(kind: Hashable) -> Callable[[Any], tuple[object, ...]]:
    """What gives the fields of a dataclass that are no prose; of anything else its spelling."""
    if not (isinstance(kind, type) and is_dataclass(kind)):
        return lambda value: (repr(value),)
    names = [field.name for field in fields(kind) if field.name not in PROSE]
    return attrgetter(*names) if len(names) > 1 else lambda value: tuple(getattr(value, name) for name in names)
