"""The moves of a case made ready for the fixpoint: by what wakes them, and by what they ask of the place and what not."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from tavern.engine.timetable import parts
from tavern.model import conditions as c
from tavern.model import effects as f
from tavern.model.conditions import Condition
from tavern.model.mystery import Mystery
from tavern.model.world import HERE
from tavern.proof.transitions.moves import Move, moves_of
from tavern.proof.transitions.reads import LIGHT, LOCAL, Key, doings, keys_of, rooms_for


@dataclass(frozen=True, slots=True, eq=False)
class Ready:
    """A move made ready. rooms: where alone it can happen, None for anywhere. is_local: what it brings about depends on where.

    wide: the parts of its condition that are the same wherever the player is, each with the key that alone can make it
    hold, None when there are several. near: the other parts.
    """

    move: Move
    rooms: frozenset[str] | None
    is_local: bool
    wide: tuple[tuple[Condition, Key | None], ...]
    near: c.All


@dataclass(frozen=True, slots=True)
class Index:
    """The moves of a case. waiting: by the keys that wake them. local: by room. anywhere: those that can happen in any.

    dark: of the local ones, by rooms that are ever dark, what asks for light. done: what the player may be at (kind, object)
    that anything asks about.
    """

    moves: Mapping[str, Move]
    waiting: Mapping[Key, tuple[Ready, ...]]
    local: Mapping[str, tuple[Ready, ...]]
    anywhere: tuple[Ready, ...]
    dark: Mapping[str, tuple[Ready, ...]]
    done: frozenset[tuple[str, str]]


@lru_cache(maxsize=16)
def index_of(mystery: Mystery) -> Index:
    """The index of a case."""
    waiting: dict[Key, list[Ready]] = defaultdict(list)
    local: dict[str, list[Ready]] = defaultdict(list)
    all_ready = [_ready(mystery, move) for move in moves_of(mystery)]
    for ready in all_ready:
        for key in _wakes(mystery, ready.move):
            waiting[key].append(ready)
        for room in ready.rooms or ():
            local[room].append(ready)
    lit = set(waiting[LIGHT])
    dark = [room.id for room in mystery.rooms.values() if room.dark is not None]
    return Index(
        moves={ready.move.id: ready.move for ready in all_ready},
        waiting={key: tuple(found) for key, found in waiting.items()},
        local={room: tuple(found) for room, found in local.items()},
        anywhere=tuple(ready for ready in all_ready if ready.rooms is None),
        dark={room: tuple(ready for ready in local[room] if ready in lit) for room in dark},
        done=frozenset(asked for ready in all_ready for asked in doings(mystery, ready.move.condition)),
    )


def _ready(mystery: Mystery, move: Move) -> Ready:
    near = [part for part in move.condition.conditions if any(isinstance(inner, LOCAL) for inner in parts(part))]
    wide = [part for part in move.condition.conditions if part not in near]
    return Ready(
        move,
        rooms_for(mystery, move.condition),
        any(
            isinstance(effect, f.Do) or (isinstance(effect, f.Move) and effect.place == HERE) for effect in move.effects
        ),
        tuple((part, _only_key(mystery, part)) for part in wide),
        c.All(tuple(near)),
    )


def _only_key(mystery: Mystery, part: Condition) -> Key | None:
    keys = keys_of(mystery, part)
    return next(iter(keys)) if len(keys) == 1 else None


def _wakes(mystery: Mystery, move: Move) -> frozenset[Key]:
    keys = keys_of(mystery, move.condition)
    if move.fuse:
        keys |= {("started", move.fuse)}
    return keys | {("actor", move.walk[0])} if move.walk else keys
