"""The invariant: what may be so from which minute on, and that no rule of the case leads out of it."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from tavern.engine.begin import first_world
from tavern.engine.ground import all_acts, rules_for
from tavern.engine.timetable import parts
from tavern.model import conditions as c
from tavern.model import effects as f
from tavern.model.conditions import Condition
from tavern.model.effects import Effect
from tavern.model.mystery import Mystery
from tavern.model.rules import Rule
from tavern.model.world import HERE
from tavern.proof.checker.minutes import Minutes
from tavern.proof.checker.reading import Fact, Reading
from tavern.reasoning.whereabouts import places_of, state_of

Happening = tuple[c.All, tuple[Effect, ...]]  # what has to be so, and what then may come about
LOCAL = (c.At, c.With, c.Alone, c.Lit, c.InSight)  # what is read of the room the player is in
TELLING = f.Move | f.SetState | f.Send | f.Relate | f.Count | f.Go  # effects that an invariant speaks of


def outside(mystery: Mystery, minutes: Minutes, since: Mapping[Fact, int]) -> Iterator[tuple[Fact, int]]:
    """Every fact, with its clock time, that may be so though the invariant does not allow it then; none when it holds."""
    reading = Reading(mystery, minutes, since)
    for fact in beginning(mystery):
        if since.get(fact, minutes.last) > minutes.first:
            yield fact, minutes.first
    for (condition, effects), (anywhere, rooms) in zip(happenings(mystery), placed(mystery), strict=True):
        for room in rooms if reading.may(anywhere, "") else ():
            mask = _open(reading, condition, effects, room)
            for effect in effects if mask else ():
                told = _fact(effect, room)
                if told and since.get(told, minutes.last) > minutes.first_of(mask):
                    yield told, minutes.first_of(mask)
    yield from _led(reading)


def _open(reading: Reading, condition: c.All, effects: tuple[Effect, ...], room: str) -> int:
    """The minutes at which it may happen to a player in the room; 0 too where the invariant has all that comes of it already."""
    presence = reading.mask("room", room)
    first = reading.minutes.first
    if not presence or all(reading.since.get(told, first + 1) <= first for e in effects if (told := _fact(e, room))):
        return 0
    return presence & reading.may(condition, room)


def beginning(mystery: Mystery) -> Iterator[Fact]:
    """What is so as the story begins, with every seed."""
    world = first_world(mystery, 0)
    yield ("room", world.room)
    for thing in mystery.things:
        yield from (("place", thing, place) for place in places_of(mystery, world, thing))
    for thing in (*mystery.things, *mystery.flags, *world.states):
        yield ("state", thing, state_of(mystery, world, thing))
    yield ("lower", "standing")  # what accusing does to it is no rule's affair


@lru_cache(maxsize=4)
def happenings(mystery: Mystery) -> tuple[Happening, ...]:
    """Everything that may change what an invariant speaks of, by whatever the player does or by itself."""
    found: dict[Happening, None] = {}
    for act in all_acts(mystery):
        rules = rules_for(mystery, act)
        checks = tuple(passing(rule) for rule in rules if rule.check)
        for rule in rules:
            effects = tuple(effect for effect in (*rule.at_once, *rule.effects) if isinstance(effect, TELLING))
            if effects and not rule.check:
                found[c.All((*(guard.condition for guard in rule.guards), *checks)), effects] = None
    for automatic in mystery.automatics:
        effects = tuple(effect for effect in automatic.effects if isinstance(effect, TELLING))
        if effects:
            at = (c.Between(automatic.at, automatic.at + 1),) if automatic.at >= 0 and automatic.delay < 0 else ()
            day = (c.OnDays((automatic.day,)),) if automatic.day else ()
            found[c.All((*at, *day, automatic.when)), effects] = None
    return tuple(found)


@lru_cache(maxsize=4)
def placed(mystery: Mystery) -> tuple[tuple[c.All, tuple[str, ...]], ...]:
    """For each of the happenings what it asks wherever the player is, and the rooms that are not ruled out by it."""
    found = []
    for condition, _ in happenings(mystery):
        asked = flat(condition)
        anywhere = c.All(tuple(part for part in asked if not any(isinstance(inner, LOCAL) for inner in parts(part))))
        named = [frozenset(part.rooms) for part in asked if isinstance(part, c.At)]
        found.append((anywhere, tuple(room for room in mystery.rooms if all(room in rooms for rooms in named))))
    return tuple(found)


def flat(condition: Condition) -> tuple[Condition, ...]:
    """What has to hold, all of it, with conjunctions inside conjunctions opened."""
    if not isinstance(condition, c.All):
        return (condition,)
    return tuple(part for inner in condition.conditions for part in flat(inner))


def passing(check: Rule) -> Condition:
    """When a check does not forbid: the first of its guards that fails, if any does, has no words."""
    passed: Condition = c.All()
    for guard in reversed(check.guards):
        passed = c.All((guard.condition, passed)) if guard.words else c.Any((c.Not(guard.condition), passed))
    return passed


def _fact(effect: Effect, room: str) -> Fact | None:
    """What the invariant has to allow once the effect may have come about in the room."""
    match effect:
        case f.Move(thing, place):
            return ("place", thing, room if place == HERE else place)
        case f.SetState(thing, state):
            return ("state", thing, state)
        case f.Send(actor):
            return ("sent", actor)
        case f.Relate(number, by) | f.Count(number, by):
            return ("higher" if by > 0 else "lower", number) if by else None
        case f.Go(to):
            return ("room", to)
        case _:
            return None


def _led(reading: Reading) -> Iterator[tuple[Fact, int]]:
    """Rooms to which somebody who is followed may lead, through doors that open for them."""
    for room in reading.mystery.rooms.values():
        for way in room.exits:
            fact: Fact = ("room", way.to)
            led = way.to and any(reading.may_be(actor, way.to) for actor in reading.mystery.actors)
            mask = reading.mask("room", room.id) & reading.may(way.when, room.id) if led else 0
            if mask and reading.since.get(fact, reading.minutes.last) > reading.minutes.first_of(mask):
                yield fact, reading.minutes.first_of(mask)
