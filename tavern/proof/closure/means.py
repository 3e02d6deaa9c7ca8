"""Means to ends: whether a fact is so in a world, which moves bring it about, what they need beforehand, and what they cost."""

from dataclasses import replace
from functools import lru_cache

from tavern.engine.timetable import parts
from tavern.model import conditions as c
from tavern.model import effects as f
from tavern.model.commands import Act
from tavern.model.conditions import Condition
from tavern.model.mystery import Mystery
from tavern.model.world import HERE, PLAYER, WORN, World
from tavern.proof.closure.reach import Fact
from tavern.proof.transitions.moves import Move, moves_of
from tavern.proof.transitions.reads import LOCAL
from tavern.reasoning.evidence import carries
from tavern.reasoning.holds import holds

HARM = 500  # minutes one would rather spend than lose somebody's good will or a thing


def is_so(mystery: Mystery, world: World, fact: Fact) -> bool:
    """Whether the fact is so in the world."""
    match fact:
        case ("known", id):
            return holds(mystery, c.Knows(id), world)
        case ("carries", id):
            return carries(mystery, world, id)
        case ("room", room):
            return world.room == room
        case ("place", thing, place):
            return holds(mystery, c.In(thing, place), world)
        case ("state", thing, state):
            return holds(mystery, c.Is(thing, state), world)
        case ("beyond", id, sign, value):
            now = world.relationships.get(id, world.counters.get(id, 0))
            return (now - int(value)) * int(sign) > 0
        case ("sent", actor, room):
            return any(stay.room == room for stay in world.stays.get(actor, ()))
        case ("started", fuse):
            return fuse in world.pending
        case ("ending", ending):
            return getattr(world.stage, "ending", "") == ending
        case _:
            return False


def is_near(mystery: Mystery, part: Condition) -> bool:
    """Whether it depends on where and when one is, and so is not gained beforehand."""
    if isinstance(part, c.Not | c.Any | c.All):
        return any(is_near(mystery, inner) for inner in parts(part) if inner is not part)
    if isinstance(part, c.In):
        return part.thing in mystery.actors
    return isinstance(
        part, (*LOCAL, c.Between, c.OnDays, c.Since, c.Awake, c.NotToday, c.OnStage, c.HeardBy, c.Reached)
    )


def lasting(mask: int, minutes: int) -> int:
    """Those minutes of the mask after which so many more follow."""
    for _ in range(minutes):
        mask &= mask >> 1
    return mask


def near_part(mystery: Mystery, condition: c.All) -> c.All:
    """What of the condition depends on where and when one is."""
    return c.All(tuple(part for part in condition.conditions if is_near(mystery, part)))


def persistence(part: Condition) -> int:
    """What stays once gained comes first: knowledge, numbers, states, things, and at last where one is."""
    order = (c.Knows, c.Visited, c.Relationship, c.Counter, c.Is, c.Any, c.All, c.Not, c.Has, c.In, c.At)
    return next((number for number, kind in enumerate(order) if isinstance(part, kind)), len(order))


@lru_cache(maxsize=16)
def achievers(mystery: Mystery) -> dict[Fact, list[Move]]:
    """Fact → the moves that bring it about."""
    found: dict[Fact, list[Move]] = {}
    for move in moves_of(mystery):
        facts: list[Fact] = []
        for effect in move.effects:
            match effect:
                case f.Reveal(clue, route):
                    facts += [("known", clue), ("known", route)]
                case f.Teach(id):
                    facts.append(("known", id))
                case f.Move(thing, place):
                    facts.append(("place", thing, place))
                case f.SetState(thing, state):
                    facts.append(("state", thing, state))
                case f.Go(room):
                    facts.append(("room", room))
                case f.End(ending):
                    facts.append(("ending", ending))
                case f.Send(actor, room):
                    facts.append(("sent", actor, room))
                case f.Start(fuse):
                    facts.append(("started", fuse))
                case _:
                    pass
        for fact in dict.fromkeys(facts):
            found.setdefault(fact, []).append(move)
    return found


def achieving(mystery: Mystery, fact: Fact) -> list[Move]:
    """The moves that bring the fact about; a thing is put down in a room by what puts it down wherever one is."""
    moves = list(achievers(mystery).get(fact, ()))
    if fact[0] == "place" and fact[2] in mystery.rooms:
        here = c.At((fact[2],))
        moves += [
            replace(move, condition=c.All((*move.condition.conditions, here)))
            for move in achievers(mystery).get(("place", fact[1], HERE), ())
        ]
    return moves


@lru_cache(maxsize=16)
def begun_by(mystery: Mystery) -> dict[Act, list[Move]]:
    """Act → its moves that set about being at something."""
    found: dict[Act, list[Move]] = {}
    for move in moves_of(mystery):
        if move.command and any(isinstance(effect, f.Do) for effect in move.effects):
            found.setdefault(move.command, []).append(move)
    return found


@lru_cache(maxsize=16)
def changers(mystery: Mystery) -> dict[tuple[str, int], list[Move]]:
    """(relationship or counter, up 1 or down -1) → the moves that change it so."""
    found: dict[tuple[str, int], list[Move]] = {}
    for move in moves_of(mystery):
        for effect in move.effects:
            if isinstance(effect, f.Relate | f.Count):
                id = effect.actor if isinstance(effect, f.Relate) else effect.counter
                found.setdefault((id, 1 if effect.by > 0 else -1), []).append(move)
    return found


def harm(move: Move) -> int:
    """What the move loses, in minutes one would spend to keep it: good will, and things out of one's hands."""
    lost = 0
    for effect in move.effects:
        match effect:
            case f.Relate(_, by) if by < 0:
                lost += HARM
            case f.Move(_, place) if place not in (PLAYER, WORN):
                lost += HARM // 5
            case f.End():
                lost += 20 * HARM
            case _:
                pass
    return lost
