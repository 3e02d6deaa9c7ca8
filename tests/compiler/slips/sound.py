"""A file without mistakes, taken apart, so that a slip can be made at a place of a certain kind."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random
from typing import TypeVar

from tavern.compiler import nodes as n
from tavern.compiler.source import read_text
from tavern.compiler.uses import find_uses

T = TypeVar("T")
Damage = tuple[list[str], set[int]]  # the lines afterwards, and which of them (from 0) are damaged


@dataclass(frozen=True, slots=True)
class Sound:
    """The file. prose: the lines, from 0, that are part of a text the player reads."""

    path: str
    text: str
    lines: tuple[str, ...]
    entries: tuple[n.Entry, ...]
    uses: tuple[n.Scalar, ...]
    prose: frozenset[int]

    @property
    def keys(self) -> list[n.Scalar]:
        """Every key of the file."""
        return [key for key, _ in self.entries]


def sound(path: str, text: str) -> Sound:
    """The file taken apart."""
    root = read_text(text, path).files[0].root
    assert isinstance(root, n.Mapping)
    found = find_uses(root)
    lines = tuple(text.split("\n"))
    prose = frozenset(row for scalar in found.prose for row in _rows(scalar, lines))
    uses = tuple(use.node for use in found.uses if use.node.length)
    return Sound(path, text, lines, tuple(_entries(root)), uses, prose)


def with_line(file: Sound, row: int, *lines: str) -> Damage:
    """The file with that line replaced by others."""
    return [*file.lines[:row], *lines, *file.lines[row + 1 :]], set(range(row, row + len(lines)))


def with_text(file: Sound, node: n.Scalar, text: str) -> Damage:
    """The file with something else where that text stands."""
    row, column = node.line - 1, node.column - 1
    line = file.lines[row]
    return with_line(file, row, line[:column] + text + line[column + node.length :])


def written(file: Sound, node: n.Scalar) -> str:
    """What stands in the file for a text that does not go over the line, with its quotes."""
    return file.lines[node.line - 1][node.column - 1 :][: node.length]


def behind(file: Sound, key: n.Scalar) -> str:
    """What stands behind a key on its line, the colon first."""
    return file.lines[key.line - 1][key.column - 1 + key.length :]


def some_value(file: Sound, chance: Random, wanted: Callable[[n.Scalar, n.Scalar], bool]) -> n.Scalar | None:
    """One of the texts whose key and value are wanted."""
    return one_of(
        chance,
        [value for key, value in file.entries if isinstance(value, n.Scalar) and value.length and wanted(key, value)],
    )


def some_row(file: Sound, chance: Random, wanted: Callable[[str], bool] = bool) -> int | None:
    """One of the lines that are no prose, no comment and not blank."""
    fitting = [
        row
        for row, line in enumerate(file.lines)
        if row not in file.prose and line.strip() and not line.lstrip().startswith("#") and wanted(line)
    ]
    return one_of(chance, fitting)


def one_of(chance: Random, things: list[T]) -> T | None:
    """One of them; None where there is none."""
    return chance.choice(things) if things else None


def _entries(node: n.Node) -> Iterator[n.Entry]:
    match node:
        case n.Mapping():
            for key, value in node.entries:
                yield key, value
                yield from _entries(value)
        case n.Sequence():
            for item in node.items:
                yield from _entries(item)


def _rows(text: n.Scalar, lines: tuple[str, ...]) -> Iterator[int]:
    """The lines a text stands on: its own, and those of a block below it."""
    first = text.line - 1
    yield first
    if not lines[first][text.column - 1 :].startswith((">", "|")):
        return
    margin = len(lines[first]) - len(lines[first].lstrip())
    for row in range(first + 1, len(lines)):
        line = lines[row]
        if line.strip() and len(line) - len(line.lstrip()) <= margin:
            return
        yield row
