"""Going, and letting time pass: waiting, watching, following, hiding, sleeping."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from tavern.engine.builtin.guards import NEVER, anybody_awake, in_sight
from tavern.engine.builtin.things import refuse, rule
from tavern.model import conditions as c
from tavern.model import effects as f
from tavern.model.commands import Act
from tavern.model.conditions import ALWAYS, Condition
from tavern.model.mystery import Exit, Mystery, Room
from tavern.model.rules import Guard, Rule
from tavern.reasoning.hours import BEDTIME


def go(mystery: Mystery, act: Act) -> list[Rule]:
    """Leave in a direction: one rule for each room that has a way there, and words for where there is none."""
    ways = [(room, way) for room in mystery.rooms.values() for way in room.exits if way.direction == act.noun]
    rules = [walked for room, way in ways for walked in _ways(mystery, act, room, way)]
    return [*rules, refuse(act, (), "no_way")]


def _ways(mystery: Mystery, act: Act, room: Room, way: Exit) -> Iterator[Rule]:
    here = Guard(c.At((room.id,)))
    may = Guard(way.when, "" if way.hidden else way.blocked or "blocked")
    guards = (here, may) if way.when is not ALWAYS else (here,)
    if not way.to:
        yield rule(act, (here, Guard(NEVER, way.blocked or "blocked")), part=f"from {room.id}")
        return
    walk = (f.Go(way.to, way.direction),)
    if not way.door:
        yield rule(act, guards, walk, way.minutes, f"from {room.id}")
        return
    locked: Condition = c.Is(way.door, "locked")
    unlocked = (*guards, Guard(c.Not(locked), f"door_locked:{way.door}"))
    yield _through(rule(act, unlocked, walk, way.minutes, f"from {room.id}"), way.door)
    key = mystery.things[way.door].key
    if key:
        with_key = (*guards, Guard(locked), Guard(c.Has(key)))
        yield _through(rule(act, with_key, walk, way.minutes, f"from {room.id} with key"), way.door)


def _through(walk: Rule, door: str) -> Rule:
    """The door is opened as one sets out; what becomes of it on the way stays so."""
    return replace(walk, at_once=(f.SetState(door, "open"),))


def go_to(_mystery: Mystery, act: Act) -> list[Rule]:
    """Walk to a room one knows a way to. The walk itself is done by `go`, way by way."""
    there = Guard(c.Not(c.At((act.noun,))), "already_there")
    return [rule(act, (there, Guard(c.WayTo(act.noun), "no_known_way")))]


def wait(mystery: Mystery, act: Act) -> list[Rule]:
    """Let time pass, perhaps until somebody comes. Who hides goes on hiding."""
    if act.noun in mystery.actors:
        return [rule(act, (Guard(c.Not(c.With(act.noun)), "already_with"),), (f.Do("wait", act.noun),))]
    return [rule(act, ())]


def listen(mystery: Mystery, act: Act) -> list[Rule]:
    """Listen to the room for some minutes, or at a thing."""
    guards = () if act.noun in mystery.rooms else in_sight(act.noun)
    return [rule(act, guards, (f.Do("listen", act.noun), f.Describe(act.noun, "listen")))]


def watch(mystery: Mystery, act: Act) -> list[Rule]:
    """Keep one's eyes on a thing, a person or the room for a while."""
    guards = () if act.noun in mystery.rooms else in_sight(act.noun)
    return [rule(act, guards, (f.Do("watch", act.noun),))]


def follow(mystery: Mystery, act: Act) -> list[Rule]:
    """Stay with somebody until they go somewhere, and go along."""
    if act.noun not in mystery.actors:
        return [refuse(act, (), "no_person")]
    return [rule(act, (Guard(c.With(act.noun), "not_with"),), (f.Do("follow", act.noun),))]


def hide(mystery: Mystery, act: Act) -> list[Rule]:
    """Get in, behind or under something, while nobody looks."""
    thing = mystery.things.get(act.noun)
    if thing is None or not thing.hide:
        return [refuse(act, in_sight(act.noun), "no_hiding")]
    alone = Guard(c.Not(anybody_awake(mystery)), "seen_hiding")
    return [rule(act, (*in_sight(thing.id), alone), (f.Do("hide", thing.id),), minutes=1)]


def unhide(_mystery: Mystery, act: Act) -> list[Rule]:
    """Come out, get up, stop what one was at."""
    busy = Guard(c.Not(c.IsDoing("")), "not_hiding")
    return [rule(act, (busy,), (f.Do(""),))]


def sleep(mystery: Mystery, act: Act) -> list[Rule]:
    """Go to bed, in a room with one's bed, in the evening or at night."""
    beds = tuple(room.id for room in mystery.rooms.values() if room.bed)
    guards = (Guard(c.At(beds), "no_bed" if beds else "no_beds"), Guard(c.Between(*BEDTIME), "not_tired"))
    return [rule(act, guards, (f.Do("sleep"),))]


MOVING: Mapping[str, Callable[[Mystery, Act], list[Rule]]] = {
    "go": go, "go_to": go_to, "wait": wait, "listen": listen, "watch": watch, "follow": follow, "hide": hide, "unhide": unhide,
    "sleep": sleep,
}  # fmt: skip
