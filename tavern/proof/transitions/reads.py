"""What a condition asks about: the keys under which the fixpoint wakes those who wait, and the rooms it can hold in."""

from collections.abc import Iterator
from functools import lru_cache

from tavern.engine.timetable import parts
from tavern.model import conditions as c
from tavern.model import effects as f
from tavern.model.conditions import Condition
from tavern.model.mystery import Mystery
from tavern.model.world import PLAYER, WORN
from tavern.proof.transitions.moves import moves_of
from tavern.proof.transitions.walks import haunts

Key = tuple[
    str, str
]  # a kind of fact and what it is about; "" for all of that kind. "lies": where just a thing is, and is not
LIGHT: Key = ("light", "")


def keys_of(mystery: Mystery, condition: Condition) -> frozenset[Key]:
    """The keys of all that the condition reads, but for the clock and the player's room."""
    return frozenset(key for part in parts(condition) for key in _keys(mystery, part))


def _keys(mystery: Mystery, part: Condition) -> Iterator[Key]:
    match part:
        case c.Knows(id):
            yield ("known", id)
        case c.Visited(room):
            yield ("seen", room)
        case c.With(actor):
            yield ("actor", actor)
        case c.Has(thing):
            yield ("thing", thing)
        case c.In(thing, _):
            yield ("actor" if thing in mystery.actors else "lies", thing)
        case c.Not(inner):
            yield from (("lies", key[1]) for key in keys_of(mystery, inner) if key[0] == "thing")
        case c.InSight(id):
            yield LIGHT
            yield ("actor" if id in mystery.actors else "thing", id)
            if id in mystery.things:
                yield from keys_of(mystery, mystery.things[id].hidden)
        case c.Lit():
            yield LIGHT
        case c.Is(thing, _):
            yield ("state", thing)
        case c.Relationship(id) | c.Counter(id):
            yield ("number", id)
        case c.IsDoing(kind, what) if kind:
            yield ("doing", f"{kind} {what}" if what else kind)
        case c.Awake(actor):
            yield ("doing", "sleep") if actor == PLAYER else ("actor", actor)
        case c.OnStage(stage):
            yield ("stage", stage)
        case c.HeardBy(actor):
            yield ("heard", actor)
        case _:
            return


@lru_cache(maxsize=16)
def keys_of_light(mystery: Mystery) -> frozenset[Key]:
    """The keys of all that light can depend on anywhere."""
    dark = (room.dark for room in mystery.rooms.values() if room.dark is not None)
    lamps = (thing.id for thing in mystery.things.values() if thing.light)
    return frozenset(
        [key for condition in dark for key in keys_of(mystery, c.Not(condition))]
        + [(kind, lamp) for lamp in lamps for kind in ("thing", "state")]
    )


def doings(mystery: Mystery, condition: Condition) -> Iterator[tuple[str, str]]:
    """What the condition asks whether the player is at, as (kind, object); an object of "" stands for any."""
    for part in parts(condition):
        if isinstance(part, c.IsDoing) and part.kind:
            yield (part.kind, part.object)
        elif part == c.Awake(PLAYER):
            yield ("sleep", "")
        elif isinstance(part, c.InSight) and part.id in mystery.things:
            yield from doings(mystery, mystery.things[part.id].hidden)


def rooms_for(mystery: Mystery, condition: c.All) -> frozenset[str] | None:
    """The rooms in which alone the player may be when it holds; None when it does not matter where they are."""
    local = [rooms for part in condition.conditions if (rooms := _rooms(mystery, part)) is not None]
    if not local:
        return None
    return frozenset(mystery.rooms).intersection(*local)


def _rooms(mystery: Mystery, part: Condition) -> frozenset[str] | None:
    match part:
        case c.At(rooms):
            return frozenset(rooms)
        case c.With(actor):
            return haunts(mystery)[actor]
        case c.InSight(id) if id in mystery.rooms:
            return frozenset({id})
        case c.InSight(id) if id in mystery.actors:
            return haunts(mystery)[id]
        case c.InSight(id) if id in _unmoved(mystery):
            return frozenset(mystery.things[id].where)
        case _:
            return _everywhere(mystery) if any(isinstance(inner, LOCAL) for inner in parts(part)) else None


LOCAL = (c.At, c.With, c.Alone, c.Lit, c.InSight, c.IsDoing)


@lru_cache(maxsize=16)
def _everywhere(mystery: Mystery) -> frozenset[str]:
    return frozenset(mystery.rooms)


@lru_cache(maxsize=16)
def _unmoved(mystery: Mystery) -> frozenset[str]:
    """Things that lie in rooms and are never moved."""
    moved = {
        effect.thing
        for move in moves_of(mystery)
        for effect in move.effects
        if isinstance(effect, f.Move) and not _has(move.condition, effect.thing)
    }
    return frozenset(
        thing.id
        for thing in mystery.things.values()
        if thing.id not in moved and all(place in mystery.rooms for place in thing.where)
    )


def _has(condition: c.All, thing: str) -> bool:
    """Whether it asks that the player has the thing already."""
    having = (c.Has(thing), c.In(thing, PLAYER), c.In(thing, WORN))
    return any(part in having for part in condition.conditions)
