"""Mysteries made smaller, until nothing can be left out of them without losing what they show."""

from collections.abc import Callable, Iterator
from copy import deepcopy

import yaml

from tavern.model.mystery import Mystery
from tests.proof.making import Pieces
from tests.proof.small import made

WHOLE_PIECES, DEEPEST = 2, 9  # how deep the pieces of a folder lie, and their parts
Path = tuple[str | int, ...]


def shrunk(pieces: Pieces, fails: Callable[[Mystery], bool]) -> Pieces:
    """As few of the pieces as still fail: parts are dropped one by one, the large ones first, as long as any can be."""
    while True:
        before = pieces
        for deepest in (WHOLE_PIECES, DEEPEST):
            for path in [path for path in _paths(pieces) if len(path) <= deepest][::-1]:
                pieces = _tried(pieces, path, fails)
        if pieces == before:
            return pieces


def _tried(pieces: Pieces, path: Path, fails: Callable[[Mystery], bool]) -> Pieces:
    """The pieces without that part, if they still fail."""
    less = _without(pieces, path)
    try:
        return less if fails(made(less)) else pieces
    except (ValueError, LookupError, AttributeError, AssertionError, TypeError, RuntimeError):
        return pieces  # what is left is no mystery


def _paths(value: object, path: Path = ()) -> Iterator[Path]:
    """Where the parts are; later ones of a list after earlier ones, so that from the end each can be dropped in its turn."""
    for key, part in (
        [*value.items()] if isinstance(value, dict) else [*enumerate(value)] if isinstance(value, list) else []
    ):
        yield (*path, key)
        yield from _paths(part, (*path, key))


def _without(pieces: Pieces, path: Path) -> Pieces:
    less = deepcopy(pieces)
    part: object = less
    for step in path[:-1]:
        part = part[step]  # type: ignore[index]  # a path leads through lists and mappings only
    del part[path[-1]]  # type: ignore[attr-defined]
    return less


def written(pieces: Pieces) -> str:
    """The pieces as they would stand in a file of tests/proof/kept."""
    return yaml.safe_dump(pieces, sort_keys=False, default_flow_style=None, width=120)
