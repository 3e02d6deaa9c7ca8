"""What a content file says, before anybody asks what it means: texts, lists and mappings, each with its place."""

import math
import re
from dataclasses import dataclass
from typing import NamedTuple

from tavern.diagnostics.span import Span

WHOLE_NUMBER = re.compile(r"[-+]?[0-9]{1,18}")
NUMBER = re.compile(r"[-+]?(\.[0-9]{1,18}|[0-9]{1,18}(\.[0-9]{0,18})?)([eE][-+]?[0-9]{1,3})?")
TRUTHS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
NOTHING = frozenset({"", "~", "null", "Null", "NULL"})


class Scalar(NamedTuple):
    """One text, without its quotes and exactly as typed otherwise. plain: it had no quotes and no `|` or `>`.

    The rest is its span, which covers it with its quotes; of a text over several lines, what stands on the first.
    """

    # A tuple, and flat: a large mystery has a hundred thousand, and most are never asked for their place.
    text: str
    plain: bool
    path: str
    line: int
    column: int
    length: int

    @property
    def span(self) -> Span:
        """Its place."""
        return Span(self.path, self.line, self.column, self.length)


Entry = tuple[Scalar, "Node"]  # a key and what stands under it


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list. The span is that of its first dash, or of the brackets when they close on the same line."""

    items: tuple["Node", ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in the order written, no key twice. The span is that of the first key, or as for brackets."""

    entries: tuple[Entry, ...]
    span: Span


Node = Scalar | Sequence | Mapping


def is_null(node: Node) -> bool:
    """True where the author wrote nothing after the colon or the dash (or `null`, or `~`)."""
    return isinstance(node, Scalar) and node.plain and node.text in NOTHING


def same(first: Node, second: Node) -> bool:
    """Whether two nodes say the same, wherever they stand."""
    match first, second:
        case Scalar(), Scalar():
            return first.text == second.text
        case Sequence(), Sequence():
            return len(first.items) == len(second.items) and all(map(same, first.items, second.items))
        case Mapping(), Mapping():
            others = {key.text: value for key, value in second.entries}
            return len(others) == len(first.entries) and all(
                key.text in others and same(value, others[key.text]) for key, value in first.entries
            )
        case _:
            return False


def as_int(node: Node) -> int | None:
    """The whole number that is written without quotes; None for anything else. `010` is ten, as in YAML 1.2."""
    if isinstance(node, Scalar) and node.plain and WHOLE_NUMBER.fullmatch(node.text):
        return int(node.text)
    return None


def as_float(node: Node) -> float | None:
    """The number that is written without quotes; None for anything else, `.inf` and `.nan` included."""
    if not isinstance(node, Scalar) or not node.plain or not NUMBER.fullmatch(node.text):
        return None
    number = float(node.text)
    return number if math.isfinite(number) else None


def as_bool(node: Node) -> bool | None:
    """True or False for `true` and `false` without quotes; None for anything else, `yes` and `no` included."""
    return TRUTHS.get(node.text) if isinstance(node, Scalar) and node.plain else None
