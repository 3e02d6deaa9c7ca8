"""When a condition may hold for a player in a room, and when it surely does: conditions read of an abstract world.

`may` and `may_fail` both say too much rather than too little, so `surely` says too little rather than too much.
"""

from functools import lru_cache
from typing import assert_never

from tavern.model import conditions as c
from tavern.model.conditions import ALWAYS, Condition
from tavern.model.mystery import Mystery
from tavern.model.world import PLAYER
from tavern.proof.transitions.facts import Facts, is_on_person, ors
from tavern.proof.transitions.hours import span_of


def may(facts: Facts, condition: Condition, room: str) -> int:
    """The minutes at which the condition may hold, were the player in the room."""
    match condition:
        case c.All(conditions):
            mask = facts.now
            for part in conditions:
                mask &= may(facts, part, room)
                if not mask:
                    return 0
            return mask
        case c.Any(conditions):
            return ors(may(facts, part, room) for part in conditions)
        case c.Not(part):
            return may_fail(facts, part, room)
        case c.Between() | c.OnDays() | c.Since():
            return dated(facts.mystery, condition)
        case _:
            return _may(facts, condition, room)


def may_fail(facts: Facts, condition: Condition, room: str) -> int:
    """The minutes at which the condition may not hold, were the player in the room."""
    match condition:
        case c.All(conditions):
            mask, always = 0, facts.span.always
            for part in conditions:
                mask |= may_fail(facts, part, room)
                if mask == always:
                    return mask
            return mask
        case c.Any(conditions):
            mask = facts.now
            for part in conditions:
                mask &= may_fail(facts, part, room)
            return mask
        case c.Not(part):
            return may(facts, part, room)
        case c.Between() | c.OnDays() | c.Since():
            return facts.span.always & ~dated(facts.mystery, condition)
        case _:
            return _may_fail(facts, condition, room)


def surely(facts: Facts, condition: Condition, room: str) -> int:
    """The minutes at which the condition holds in every world the facts allow, were the player in the room."""
    return facts.now & ~may_fail(facts, condition, room)


@lru_cache(maxsize=8192)
def dated(mystery: Mystery, condition: c.Between | c.OnDays | c.Since) -> int:
    """The minutes at which a condition of the clock alone holds."""
    span = span_of(mystery)
    match condition:
        case c.Between(start, end):
            return span.between(start, end)
        case c.OnDays(days):
            return span.on_days(days)
        case c.Since(clock):
            return span.since(clock)
        case _:
            assert_never(condition)


def _may(facts: Facts, condition: Condition, room: str) -> int:
    always = facts.span.always
    match condition:  # what is asked most often stands first
        case c.At(rooms):
            return always if room in rooms else 0
        case c.With(actor):
            return facts.may_be(actor, room)
        case c.InSight(id):
            return _may_see(facts, id, room)
        case c.Lit():
            return may_be_lit(facts, room)
        case c.Awake(actor):
            return always if actor == PLAYER else facts.may_wake(actor)
        case c.Knows(id):
            return facts.known.get(id, 0)
        case c.OnStage(stage):
            return facts.stages.get(stage, 0)
        case c.Is(thing, state):
            return facts.states.get(thing, {}).get(state, 0)
        case c.Relationship(actor, least, most):
            return facts.numbers[actor].reaches(facts.span, least, most)
        case c.Visited(there):
            return facts.seen.get(there, 0)
        case c.In(thing, place):
            return facts.may_be(thing, place) if thing in facts.mystery.actors else may_lie_in(facts, thing, place)
        case c.Has(thing):
            return carried(facts, thing)
        case c.Alone():
            return always & ~ors(facts.surely_is(actor, room) for actor in facts.mystery.actors)
        case c.Counter(counter, least, most):
            return facts.numbers[counter].reaches(facts.span, least, most)
        case c.IsDoing(kind, object):
            return _busy(facts, kind, object, room)
        case c.HeardBy(actor):
            return facts.heard.get(actor, 0)
        case c.NotToday(key):
            return always & ~facts.done.get(key, 0)
        case c.Fails():
            return 0
        case _:  # a way known on foot, what a goal has come to: any minute may have it so
            return always


def _may_fail(facts: Facts, condition: Condition, room: str) -> int:
    always = facts.span.always
    match condition:
        case c.Knows(id):
            return 0 if id in facts.held else always
        case c.Visited(there):
            return 0 if there in facts.visited else always
        case c.At(rooms):
            return 0 if room in rooms else always
        case c.With(actor):
            return always & ~facts.surely_is(actor, room)
        case c.Awake(actor):
            return _player_sleeps(facts) if actor == PLAYER else facts.may_sleep(actor)
        case c.In(thing, place):
            if thing in facts.mystery.actors:
                return always & ~facts.surely_is(thing, place)
            return (
                ors(mask for there, mask in facts.may_lie(thing).items() if there != place)
                if thing in facts.places
                else always
            )
        case c.Has(thing):
            return ors(mask for place, mask in facts.may_lie(thing).items() if not is_on_person(place))
        case c.Alone():
            return ors(facts.may_be(actor, room) for actor in facts.mystery.actors)
        case c.Is(thing, state):
            return ors(mask for other, mask in facts.states.get(thing, {"": always}).items() if other != state)
        case c.Relationship(actor, least, most):
            return _outside(facts, actor, least, most)
        case c.Counter(counter, least, most):
            return _outside(facts, counter, least, most)
        case c.Lit():
            dark = facts.mystery.rooms[room].dark
            return 0 if dark is None else may(facts, dark, room)
        case c.InSight(id):
            return _may_miss(facts, id, room)
        case _:
            return always


def _outside(facts: Facts, number: str, least: int | None, most: int | None) -> int:
    value = facts.numbers[number]
    below = 0 if least is None else value.reaches(facts.span, None, least - 1)
    above = 0 if most is None else value.reaches(facts.span, most + 1, None)
    return below | above


def _player_sleeps(facts: Facts) -> int:
    return ors(mask for (kind, _, _), mask in facts.doing.items() if kind == "sleep")


def _busy(facts: Facts, kind: str, what: str, room: str) -> int:
    if not kind:  # at nothing in particular
        return facts.span.always
    if what:
        return facts.doing.get((kind, what, room), 0)
    return ors(mask for (other, _, there), mask in facts.doing.items() if (other, there) == (kind, room))


def carried(facts: Facts, thing: str, inside: frozenset[str] = frozenset()) -> int:
    """The minutes at which the player may have the thing on them, in something else or not."""
    found = 0
    for place, mask in facts.may_lie(thing).items():
        if is_on_person(place):
            found |= mask
        elif place in facts.places and place not in inside:
            found |= mask & carried(facts, place, inside | {thing})
    return found


def may_lie_in(facts: Facts, thing: str, place: str, inside: frozenset[str] = frozenset()) -> int:
    """The minutes at which the thing may be in that place, in something else there or not."""
    found = 0
    for there, mask in facts.may_lie(thing).items():
        if there == place:
            found |= mask
        elif there in facts.places and there not in inside:
            found |= mask & may_lie_in(facts, there, place, inside | {thing})
    return found


def may_be_lit(facts: Facts, room: str) -> int:
    """The minutes at which there may be light in the room."""
    dark = facts.mystery.rooms[room].dark
    if dark is None:
        return facts.span.always
    lit = may_fail(facts, dark, room)
    for thing in lights(facts.mystery):
        shining = facts.states.get(thing, {}).get("lit", 0)
        if shining:
            lit |= shining & _exposed(facts, thing, room)
    return lit


@lru_cache(maxsize=16)
def lights(mystery: Mystery) -> tuple[str, ...]:
    """Ids of the things that can give light."""
    return tuple(thing.id for thing in mystery.things.values() if thing.light)


def _may_see(facts: Facts, id: str, room: str) -> int:
    if id == room:
        return facts.span.always
    if id in facts.mystery.actors:
        return facts.may_be(id, room) & may_be_lit(facts, room)
    if id not in facts.mystery.things:
        return 0
    exposed = _exposed(facts, id, room)
    if not exposed or facts.mystery.rooms[room].dark is None:
        return exposed
    on_person = ors(mask for place, mask in facts.may_lie(id).items() if is_on_person(place))
    return exposed & (may_be_lit(facts, room) | on_person)


def _exposed(facts: Facts, id: str, room: str, inside: frozenset[str] = frozenset()) -> int:
    """The minutes at which the thing may be there with nothing shut around it, light or no light."""
    thing = facts.mystery.things[id]
    found = 0
    for place, mask in facts.may_lie(id).items():
        if place == room or is_on_person(place):
            found |= mask
        elif place in facts.mystery.actors:
            found |= mask & facts.may_be(place, room) if thing.kind == "scenery" else 0
        elif place in facts.mystery.things and place not in inside:
            outer = facts.mystery.things[place]
            shuts = outer.holds == "in" and outer.openable
            open_ = facts.states[place].get("open", 0) if shuts else facts.span.always
            found |= mask & open_ & _exposed(facts, place, room, inside | {id})
    if found and thing.hidden != ALWAYS:
        found &= may(facts, thing.hidden, room)
    return found


def _may_miss(facts: Facts, id: str, room: str) -> int:
    """The minutes at which the thing, actor or room may not be in sight. Things shut away in others count as missed."""
    always = facts.span.always
    unlit = _may_fail(facts, c.Lit(), room)
    if id == room:
        return 0
    if id in facts.mystery.actors:
        return unlit | (always & ~facts.surely_is(id, room))
    if id not in facts.mystery.things:
        return always
    hidden = facts.mystery.things[id].hidden
    places = facts.may_lie(id)
    elsewhere = ors(mask for place, mask in places.items() if not is_on_person(place) and place != room)
    if room in facts.mystery.things[id].where and set(places) <= set(facts.mystery.things[id].where):
        elsewhere = 0  # a door stands in several rooms at once
    unheld = ors(mask for place, mask in places.items() if not is_on_person(place))
    return (
        elsewhere
        | (unlit & unheld)
        | (0 if hidden == ALWAYS else may_fail(facts, hidden, room))
        | (0 if places else always)
    )
