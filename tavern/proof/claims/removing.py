"""What a case may be made to do without: any one route, person, thing, or room at an hour."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from tavern.model import conditions as c
from tavern.model.mystery import Mystery, Route, Thing
from tavern.model.rules import Automatic, Rule
from tavern.model.world import DAY, PLAYER
from tavern.narration.wording import hour
from tavern.proof.transitions.facts import Without
from tavern.proof.transitions.hours import span_of
from tavern.proof.transitions.walks import walks_of
from tavern.reasoning.discovery import rule_of

LONGEST = 3 * 60  # minutes that somebody is somewhere, for it to be the one hour at which they are met there
Removal = tuple[str, str, Without]  # "route", "person", "thing" or "hour"; which, in words; what is taken away


def removals(mystery: Mystery) -> Iterator[Removal]:
    """Every single thing that the claim of redundancy takes away, in the order of the content."""
    yield from (("route", route, Without(routes=frozenset((route,)))) for route in mystery.routes)
    yield from (("person", actor, Without(people=frozenset((actor,)))) for actor in mystery.actors)
    yield from (("thing", thing, Without(things=frozenset((thing,)))) for thing in _things(mystery))
    span = span_of(mystery)
    for room, (start, end) in _cells(mystery):
        yield "hour", f"{room} {hour(start)}-{hour(end)}", Without(hours={room: span.between(start, end)})


def _things(mystery: Mystery) -> Iterator[str]:
    """Things that some rule names, or that are more than scenery: keys, lights, chests. A door is none: it is half a wall."""
    rules = (*mystery.automatics, *(rule for own in mystery.rules.values() for rule in own))
    named = {id for rule in rules for id in _ids(rule)}
    yield from (
        id for id, thing in mystery.things.items() if (id in named or thing.kind != "scenery") and not _is_door(thing)
    )


def _is_door(thing: Thing) -> bool:
    return thing.openable and len(thing.where) > 1


def _cells(mystery: Mystery) -> list[tuple[str, tuple[int, int]]]:
    """Each (room, window of the day) in which alone some route to a clue is open. A window that holds others stands for itself.

    Whoever is asked for a clue is there for a while too: that is a window like any other, if it is short.
    """
    cells: dict[tuple[str, tuple[int, int]], None] = {}
    for route in mystery.routes.values():
        rule = rule_of(mystery, route)
        windows = [
            (part.start, part.end) for part in _parts(rule) if isinstance(part, c.Between) and part.start != part.end
        ]
        cells |= dict.fromkeys((room, window) for room in _rooms(mystery, route, rule) for window in windows)
    cells |= dict.fromkeys(_openings(mystery))
    for speaker in dict.fromkeys(route.speaker for route in mystery.routes.values() if route.speaker):
        cells |= dict.fromkeys(_visits(mystery, speaker))
    return list(cells)


def _openings(mystery: Mystery) -> Iterator[tuple[str, tuple[int, int]]]:
    """The rooms with a way that is open only at some hours, and where that leads, with these."""
    for room in mystery.rooms.values():
        for way in room.exits:
            for part in _parts(way.when):
                if way.to and isinstance(part, c.Between) and part.start != part.end:
                    yield room.id, (part.start, part.end)
                    yield way.to, (part.start, part.end)


def _visits(mystery: Mystery, actor: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """The rooms that somebody's schedule takes them to for a short while, awake, with the hours of the day."""
    walk, span = walks_of(mystery)[actor], span_of(mystery)
    for room, mask in walk.may.items():
        for start, end in span.windows(mask & walk.awake):
            if room in mystery.rooms and span.first < start and end < span.last and end - start <= LONGEST:
                yield room, (start % DAY, end % DAY)


def _rooms(mystery: Mystery, route: Route, rule: Rule | Automatic) -> tuple[str, ...]:
    """The rooms that the route's own conditions name; else the room or rooms where what it is learnt from begins."""
    named = tuple(room for part in _parts(rule) if isinstance(part, c.At) for room in part.rooms)
    if named or route.source in mystery.rooms:
        return named or (route.source,)
    places = mystery.things[route.source].where if route.source in mystery.things else ()
    return tuple(place for place in places if place in mystery.rooms and place != PLAYER)


def _parts(value: object) -> Iterator[object]:
    """The conditions that a rule asks for, taken apart as far as all of them have to hold."""
    match value:
        case Rule(guards=guards):
            for guard in guards:
                yield from _parts(guard.condition)
        case Automatic(when=when):
            yield from _parts(when)
        case c.All(conditions):
            for part in conditions:
                yield from _parts(part)
        case _:
            yield value


def _ids(value: object) -> Iterator[str]:
    """Every word anywhere in a rule; ids are among them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _ids(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _ids(getattr(value, field.name))
