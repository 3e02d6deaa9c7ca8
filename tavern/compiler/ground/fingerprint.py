"""Two fingerprints of a mystery: of its rules and of its prose. A mended typo changes only the second."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from hashlib import blake2b

from tavern.model.mystery import Mystery

RULES_VERSION = 2  # of the engine; counted up when the same content would play otherwise
PROSE = frozenset(
    {"names", "doing", "title", "description", "choice", "ask", "wants", "fears", "name", "texts", "mentions", "sources",
     "rules_fingerprint", "text_fingerprint"}
)  # fmt: skip


def fingerprints(mystery: Mystery) -> tuple[str, str]:
    """(rules, text), each 32 hexadecimal digits."""
    rules = blake2b(f"{RULES_VERSION};".encode(), digest_size=16)
    for piece in _pieces(mystery):
        rules.update(piece.encode())
    text = blake2b(repr(sorted(mystery.sources.items())).encode(), digest_size=16)
    return rules.hexdigest(), text.hexdigest()


def _pieces(value: object) -> Iterator[str]:
    """The value spelt out piece by piece, without its prose, the same in every process."""
    if is_dataclass(value):
        yield f"<{type(value).__name__}"
        for field in fields(value):
            if field.name not in PROSE:
                yield from _pieces(getattr(value, field.name))
        yield ">"
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield f"{key!r}:"
            yield from _pieces(part)
    elif isinstance(value, tuple):
        yield "("
        for part in value:
            yield from _pieces(part)
        yield ")"
    else:
        yield f"{value!r},"
