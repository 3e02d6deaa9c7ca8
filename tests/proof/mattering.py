"""What anything in a small mystery depends on that matters to it: whether the case can be proved, where one is, how it ends.

Two worlds that differ in nothing of that go on alike, and are one to explicit search (`tests.proof.explicit`).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from tavern.engine.ground import THOROUGH, rules_for
from tavern.engine.timetable import parts
from tavern.model import conditions as c
from tavern.model import effects as f
from tavern.model.commands import Accusation, Accuse, Act
from tavern.model.frozen import Frozen
from tavern.model.mystery import Bearing, Mystery
from tavern.model.world import Stay, World
from tavern.proof.transitions.moves import Move, moves_of
from tavern.reasoning.evidence import carries
from tavern.reasoning.holds import evening, holds
from tavern.reasoning.inference import bearing
from tavern.reasoning.whereabouts import is_in_force, is_walking, state_of

LONG = frozenset({"say_aloud", "wait", "sleep"})  # acts that change nothing, or take as long as one likes
BUSY = frozenset({"watch", "listen", "hide", "follow"})
TEN = 10  # steps in which relationships change
BEST = 100  # that a relationship can be
Part = tuple[str, str]
"""("known", id), ("place", thing), ("state", thing or flag), ("number", id), ("fuse", id), ("today", key), ("doing", kind)
or ("visited", "")."""


@dataclass(frozen=True, slots=True)
class Mattering:
    """parts: of the world, what matters. numbers: whose relationship → from which value on it is all one, as nothing lowers it.

    moves: ids of the moves that change any of it. rules: those of the automatic ones. busy: what one can be at that matters.
    """

    parts: frozenset[Part]
    numbers: Frozen[str, int]
    moves: frozenset[str]
    rules: frozenset[str]
    busy: frozenset[c.IsDoing]


@lru_cache(maxsize=16)
def mattering(mystery: Mystery) -> Mattering:
    """What matters in the mystery."""
    accuse = rules_for(mystery, Accuse(Accusation(())))
    asked = [guard.condition for rule in accuse for guard in rule.guards]
    asked += [way.when for room in mystery.rooms.values() for way in room.exits]
    found = {part for condition in asked for part in _read(mystery, condition)} | {("number", "standing")}
    moves = {move.id: move for move in moves_of(mystery)}
    chosen: dict[str, Move] = {}
    while fresh := {id: move for id, move in moves.items() if id not in chosen and _is_of(mystery, move, found)}:
        chosen |= fresh
        found |= {part for move in fresh.values() for part in _asked(mystery, move)}
    conditions = [*asked, *(move.condition for move in chosen.values())]
    return Mattering(
        frozenset(found),
        Frozen(_numbers(mystery, conditions)),
        frozenset(chosen),
        frozenset(move.rule for move in chosen.values()),
        frozenset(part for condition in conditions for part in parts(condition) if isinstance(part, c.IsDoing)),
    )


def _is_of(mystery: Mystery, move: Move, found: set[Part]) -> bool:
    """Whether it changes what matters, breaks off what one is at, leads anywhere, or ends the story."""
    breaking = any(rule.id == move.rule and (rule.stops or rule.tell) for rule in mystery.automatics)
    return breaking or any(
        _is_grave(mystery, effect) or not found.isdisjoint(_written(effect)) for effect in move.effects
    )


def _is_grave(mystery: Mystery, effect: f.Effect) -> bool:
    match effect:
        case f.Go() | f.End() | f.Send():
            return True
        case f.Reveal(clue, _):
            return is_evidence(mystery, clue)
        case _:
            return False


@lru_cache(maxsize=64)
def is_evidence(mystery: Mystery, clue: str) -> bool:
    """Whether the clue says anything of an answer, or a conclusion rests on it."""
    needs = {card for deduction in mystery.deductions.values() for need in deduction.needs for card in need}
    return bearing(mystery, clue) != Bearing() or clue in needs


def _written(effect: f.Effect) -> Iterator[Part]:
    match effect:
        case f.Reveal(clue, route):
            yield from (("known", clue), ("known", route))
        case f.Teach(id):
            yield ("known", id)
        case f.Move(thing, _):
            yield ("place", thing)
        case f.SetState(thing, _):
            yield ("state", thing)
        case f.Relate(id, _) | f.Count(id, _):
            yield ("number", id)
        case f.Start(fuse) | f.Stop(fuse):
            yield ("fuse", fuse)
        case f.DoneToday(key):
            yield ("today", key)
        case f.Do(kind, _):
            yield ("doing", kind)
        case _:
            return


def _asked(mystery: Mystery, move: Move) -> Iterator[Part]:
    yield from _read(mystery, move.condition)
    if move.fuse:
        yield ("fuse", move.fuse)
    if move.kind == "automatic":
        yield ("today", move.rule)


def _read(mystery: Mystery, condition: c.Condition) -> Iterator[Part]:
    for part in parts(condition):
        match part:
            case c.Knows(id):
                yield ("known", id)
            case c.Visited():
                yield ("visited", "")
            case c.Has(thing) | c.In(thing, _) | c.InSight(thing) if thing in mystery.things:
                yield from _of_thing(mystery, thing)
            case c.Is(thing, _):
                yield ("state", thing)
            case c.Counter(id, _, _) | c.Relationship(id, _, _):
                yield ("number", id)
            case c.NotToday(key):
                yield ("today", key)
            case c.IsDoing(kind, _):
                yield ("doing", kind)
            case _:
                pass
        if isinstance(part, c.Lit | c.InSight):
            yield from _of_light(mystery)


def _of_thing(mystery: Mystery, thing: str) -> Iterator[Part]:
    """Where it is, and what hides it; and the same of all that things can lie in."""
    held = (other.id for other in mystery.things.values() if other.holds)
    for id in (thing, *held):
        yield from (("place", id), ("state", id))
    if mystery.things[thing].hidden not in (c.ALWAYS, c.InSight(thing)):
        yield from _read(mystery, mystery.things[thing].hidden)


def _of_light(mystery: Mystery) -> Iterator[Part]:
    dark = [room.dark for room in mystery.rooms.values() if room.dark is not None]
    for condition in dark:
        yield from _read(mystery, condition)
    for thing in mystery.things.values() if dark else ():
        if thing.light:
            yield from (("place", thing.id), ("state", thing.id))


def _numbers(mystery: Mystery, conditions: Iterable[c.Condition]) -> Iterator[tuple[str, int]]:
    effects = [effect for move in moves_of(mystery) for effect in move.effects if isinstance(effect, f.Relate)]
    asked = [part for condition in conditions for part in parts(condition) if isinstance(part, c.Relationship)]
    for actor in mystery.actors.values():
        mine = [part for part in asked if part.actor == actor.id]
        if any(effect.by < 0 for effect in effects if effect.actor == actor.id):
            yield actor.id, BEST
        elif beyond := [part for part in mine if part.least != actor.hostile_below]:
            yield actor.id, max(part.least if part.most == BEST else part.most + 1 for part in beyond)


@lru_cache(maxsize=16)
def acts(mystery: Mystery) -> tuple[Act, ...]:
    """The acts that may make a difference. A long look finds what a short one does, and is left out beside it."""
    commands = dict.fromkeys(move.command for move in moves_of(mystery) if move.command)
    plain = {act for act in commands if all(map(_is_knowledge, _effects_of(mystery, act)))}
    matter = mattering(mystery)
    changing = {move.command for move in moves_of(mystery) if move.id in matter.moves}
    return tuple(
        act
        for act in commands
        if act.verb not in LONG
        and (act in changing or matter.busy)  # whoever is at something may leave it by whatever they do
        and not (act.verb in THOROUGH and Act("examine", act.noun) in plain)
        and not (act.verb in BUSY and matter.busy.isdisjoint(_being(act)))
        and not (act.verb == "unhide" and not any(part.kind == "hide" for part in matter.busy))
        and not (act.verb in ("talk", "greet") and not _is_talk(mystery, act, matter))
    )


def _effects_of(mystery: Mystery, act: Act) -> Iterator[f.Effect]:
    return (effect for move in moves_of(mystery) if move.command == act for effect in move.effects)


def _is_knowledge(effect: f.Effect) -> bool:
    return isinstance(effect, f.Reveal | f.Teach | f.Describe | f.Say)


@lru_cache(maxsize=16)
def _changing(mystery: Mystery) -> Mapping[Act, tuple[Move, ...]]:
    """Act → what matters of what it does."""
    found: dict[Act, list[Move]] = {}
    for move in moves_of(mystery):
        if move.command and move.id in mattering(mystery).moves:
            found.setdefault(move.command, []).append(move)
    return {act: tuple(moves) for act, moves in found.items()}


def is_worth_trying(mystery: Mystery, world: World, act: Act) -> bool:
    """Whether the act does in the world what waiting does not; to a player who is at something, whatever act may."""
    if world.doing.kind:
        return True
    moves = _changing(mystery).get(act, ())
    return any(_is_news(mystery, world, move) and holds(mystery, move.condition, world) for move in moves)


def _is_news(mystery: Mystery, world: World, move: Move) -> bool:
    return any(_changes(mystery, world, effect) for effect in move.effects)


def _changes(mystery: Mystery, world: World, effect: f.Effect) -> bool:
    match effect:
        case f.Reveal(_, route):
            return route not in world.routes
        case f.Teach(id):
            return id not in world.met
        case f.SetState(thing, state):
            return state_of(mystery, world, thing) != state
        case f.Describe() | f.Say():
            return False
        case _:
            return True


def _being(act: Act) -> set[c.IsDoing]:
    """The ways to ask whether one is at that."""
    return {c.IsDoing(act.verb, act.noun), c.IsDoing(act.verb)}


def _is_talk(mystery: Mystery, act: Act, matter: Mattering) -> bool:
    """Whether it does more than raise a relationship by two, once a day: all else goes by tens, or asks for tens and a half."""
    authored = (act.verb, act.noun, "") in mystery.rules
    enemy = any(
        isinstance(part, c.Relationship) and part.actor == act.noun and part.most < BEST and part.most % TEN != TEN / 2
        for move in moves_of(mystery)
        if move.id in matter.moves
        for part in parts(move.condition)
    )
    return authored or enemy or bool(mystery.actors[act.noun].holds and act.verb == "talk")


def essence(mystery: Mystery, world: World) -> World:
    """The world without what makes no difference to anything."""
    matter = mattering(mystery)
    today = evening(world)
    known = {id for kind, id in matter.parts if kind == "known"}
    clues = frozenset(clue for clue in world.clues if clue in known or is_evidence(mystery, clue))
    return replace(
        world,
        met=world.met & known,
        clues=clues,
        routes=frozenset(_telling_routes(mystery, world, clues, known)),
        fired=frozenset(id for id in world.fired if id in matter.rules and not _is_idle(mystery, clues, id)),
        visited=world.visited if ("visited", "") in matter.parts else frozenset(),
        places=Frozen({id: place for id, place in world.places.items() if _is_moved(mystery, matter, id, place)}),
        states=Frozen({id: state for id, state in world.states.items() if _is_set(mystery, matter, id, state)}),
        relationships=Frozen(
            {id: min(by, matter.numbers[id]) for id, by in world.relationships.items() if id in matter.numbers}
        ),
        counters=Frozen({id: by for id, by in world.counters.items() if ("number", id) in matter.parts}),
        stays=Frozen({id: left for id, stays in world.stays.items() if (left := tuple(_left(world, stays)))}),
        pending=Frozen({id: at for id, at in world.pending.items() if ("fuse", id) in matter.parts}),
        last_day=Frozen(
            {
                key: day
                for key, day in world.last_day.items()
                if day == today and (key == "accuse" or ("today", key) in matter.parts)
            }
        ),
    )


def _left(world: World, stays: Iterable[Stay]) -> Iterator[Stay]:
    """The stays that are not over, those who have come to where they stay without the way there."""
    for stay in stays:
        if is_in_force(stay, world.clock):
            yield stay if is_walking(stay, world.clock) else replace(stay, since=0, walk=())


def _telling_routes(mystery: Mystery, world: World, clues: Iterable[str], known: set[str]) -> Iterator[str]:
    """The routes that were taken; of a clue that is told of for certain, and that nothing asks how, all alike."""
    for clue in clues:
        routes = mystery.clues[clue].routes
        alike = carries(mystery, world, clue) and known.isdisjoint(routes)
        yield from (route for route in routes if alike or route in world.routes)


def _is_idle(mystery: Mystery, known: frozenset[str], rule: str) -> bool:
    """Whether what went off once would bring nothing new, if it went off again."""
    automatic = next(automatic for automatic in mystery.automatics if automatic.id == rule)
    reveals = all(isinstance(effect, f.Reveal) and effect.clue in known for effect in automatic.effects)
    return reveals and not automatic.stops


def _is_moved(mystery: Mystery, matter: Mattering, id: str, place: str) -> bool:
    return ("place", id) in matter.parts and mystery.things[id].where != (place,)


def _is_set(mystery: Mystery, matter: Mattering, id: str, state: str) -> bool:
    first = mystery.things[id].state if id in mystery.things else mystery.flags.get(id, "")
    return ("state", id) in matter.parts and state != first
