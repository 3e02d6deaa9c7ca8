"""The hash chain that makes a changed byte show: SQLite itself notices one in twenty-five.

Each row's hash covers its fields and the hash before it; the first one covers what the game began with. The last hash
stands in the game's record, the record under a seal, and the ids of all games under one more. None of this is secret:
it finds accidents, it does not prove who wrote.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from tavern.storage.rows import GameRecord, Row

_encode = json.JSONEncoder(separators=(",", ":")).encode  # `json.dumps` makes an encoder anew each time


def genesis(game: GameRecord) -> str:
    """The chain before the first row: over what the game began with, but not its name or id, which may change."""
    began = game.mystery, game.seed, game.rules_fingerprint, game.text_fingerprint, game.content, game.created
    return _genesis("tavern", *began)


@lru_cache(maxsize=64)
def _genesis(*fields: str | int) -> str:
    """It goes into every seal, and is the same for all the life of a game."""
    return digest(*fields)


def chained(previous: str, row: Row) -> Row:
    """The row with its hash."""
    return replace(row, chain=link(previous, row))


def link(previous: str, row: Row) -> str:
    """The hash a row must have when it was written after the row with the hash `previous`."""
    return digest(
        previous,
        row.number,
        row.kind,
        row.parent,
        row.target,
        row.line,
        row.commands,
        row.events,
        row.text,
        row.outcome,
        row.summary,
        row.ended,
    )


def fault_in(row: Row, number: int, previous: str) -> str | None:
    """What is wrong with the row that should have this number and follow the hash `previous`; None when nothing is."""
    if row.number != number:
        return f"line {number} is missing"
    if row.chain != link(previous, row):
        return f"line {number} is not what was written"
    if not 0 <= row.parent < number or (row.target is not None and not 0 <= row.target < number):
        return f"line {number} follows one that comes later"
    return None


def gather(good: list[Row], rows: Iterable[Row], start: str) -> str | None:
    """Adds the rows to `good` up to the first that does not follow from those before; what is wrong with that one."""
    chain = start
    state = 0
    for row in rows:
        if fault := fault_in(row, len(good) + 1, chain):
            return fault
        if row.parent != state or (row.target and good[row.target - 1].target is not None):
            return f"line {row.number} does not follow from the lines before it"
        good.append(row)
        chain = row.chain
        state = row.state
    return None


def seal_of(game: GameRecord) -> str:
    """The hash over every field of a game's record."""
    return digest(
        game.id,
        game.name,
        game.sequence,
        game.played,
        genesis(game),
        game.head_row,
        game.head_state,
        game.head_chain,
        game.summary,
        game.ended,
    )


def seal_of_shelf(ids: Iterable[str]) -> str:
    """The hash over which games there are."""
    return digest(*sorted(ids))


def digest(*fields: str | int | None) -> str:
    """SHA-256 in hex over the fields, each with its type and its end."""
    return hashlib.sha256(_encode(fields).encode("ascii")).hexdigest()
