"""What a case has to be able to do without: any one route, person, thing, or room at the hours for which some route asks.

Counted here once more, from the rules, so that nothing can be left out of a certificate unnoticed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass

from tavern.model import conditions as c
from tavern.model.conditions import Condition
from tavern.model.mystery import Mystery, Route
from tavern.model.rules import Automatic, Rule
from tavern.model.world import DAY
from tavern.narration.wording import hour
from tavern.proof.checker.minutes import Minutes, either
from tavern.reasoning.discovery import rule_of
from tavern.reasoning.holds import within
from tavern.reasoning.itinerary import spans

LONGEST = 3 * 60  # minutes that somebody is somewhere, for it to be the one hour at which they are met there
HOURS = re.compile(r"(\d\d):(\d\d)-(\d\d):(\d\d)")


@dataclass(frozen=True, slots=True)
class Removal:
    """One thing to be done without. kind: "route", "person", "thing" or "hour". start, end: minutes of the day, for a room."""

    kind: str
    id: str
    start: int = 0
    end: int = 0

    @property
    def name(self) -> str:
        """As a certificate has it."""
        return f"{self.kind} {self.id}" + (f" {hour(self.start)}-{hour(self.end)}" if self.kind == "hour" else "")

    def has(self, minute: int) -> bool:
        """Whether the minute of the day is one of its hours."""
        return within(minute, self.start, self.end)


def removals(mystery: Mystery) -> Iterator[Removal]:
    """All of them."""
    yield from (Removal("route", route) for route in mystery.routes)
    yield from (Removal("person", actor) for actor in mystery.actors)
    rules = (*mystery.automatics, *(rule for own in mystery.rules.values() for rule in own))
    named = {word for rule in rules for word in _words(rule)}
    for thing in mystery.things.values():
        is_door = thing.openable and len(thing.where) > 1  # without it there would be no wall either
        if (thing.id in named or thing.kind != "scenery") and not is_door:
            yield Removal("thing", thing.id)
    yield from dict.fromkeys((*_windows(mystery), *_openings(mystery), *_visits(mystery)))


def removal_in(mystery: Mystery, name: str) -> Removal | None:
    """The removal that a certificate calls so; None when there is nothing in the case to be taken away."""
    match name.split():
        case [("route" | "person" | "thing") as kind, id]:
            there = {"route": mystery.routes, "person": mystery.actors, "thing": mystery.things}[kind]
            return Removal(kind, id) if id in there else None
        case ["hour", room, hours] if room in mystery.rooms and (told := HOURS.fullmatch(hours)):
            start, minute, end, last = map(int, told.groups())
            return Removal("hour", room, start * 60 + minute, end * 60 + last)
        case _:
            return None


def _windows(mystery: Mystery) -> Iterator[Removal]:
    """The hours for which some route asks, in the rooms in which it does."""
    for route in mystery.routes.values():
        rule = rule_of(mystery, route)
        for part in _asked(rule):
            if isinstance(part, c.Between) and part.start != part.end:
                yield from (Removal("hour", room, part.start, part.end) for room in _rooms(mystery, route, rule))


def _openings(mystery: Mystery) -> Iterator[Removal]:
    """Both rooms of a way that is open only at some hours, with these."""
    for room in mystery.rooms.values():
        for way in room.exits:
            for part in _apart([way.when]) if way.to else ():
                if isinstance(part, c.Between) and part.start != part.end:
                    yield from (Removal("hour", end, part.start, part.end) for end in (room.id, way.to))


def _visits(mystery: Mystery) -> Iterator[Removal]:
    """The rooms that somebody who tells a clue is in for a short while, awake."""
    last = (
        mystery.ends
        if mystery.ends >= 0
        else max((s.at for a in mystery.actors.values() for s in a.itinerary), default=0)
    )
    minutes = Minutes(mystery.begins, max(last, mystery.begins) + (DAY if mystery.ends < 0 else 0))
    for actor in dict.fromkeys(route.speaker for route in mystery.routes.values() if route.speaker):
        waking = [(span.step, minutes.stretch(span.start, span.end)) for span in spans(mystery, actor)]
        awake = either(mask for step, mask in waking if not step.asleep)
        for room in dict.fromkeys(step.room for step, _ in waking if step.room in mystery.rooms):
            mask = either(mask for step, mask in waking if step.room == room) & awake
            for start, end in minutes.windows(mask):
                if minutes.first < start and end < minutes.last and end - start <= LONGEST:
                    yield Removal("hour", room, start % DAY, end % DAY)


def _rooms(mystery: Mystery, route: Route, rule: Rule | Automatic) -> tuple[str, ...]:
    """The rooms that the route asks for; else the room, or rooms, in which what it is learnt from begins."""
    asked = tuple(room for part in _asked(rule) if isinstance(part, c.At) for room in part.rooms)
    if asked or route.source in mystery.rooms:
        return asked or (route.source,)
    thing = mystery.things.get(route.source)
    return tuple(place for place in thing.where if place in mystery.rooms) if thing else ()


def _asked(rule: Rule | Automatic) -> Iterator[Condition]:
    """All that has to hold for the rule, taken apart."""
    return _apart([rule.when] if isinstance(rule, Automatic) else [guard.condition for guard in rule.guards])


def _apart(open_: list[Condition]) -> Iterator[Condition]:
    while open_:
        condition = open_.pop(0)
        if isinstance(condition, c.All):
            open_ += condition.conditions
        else:
            yield condition


def _words(value: object) -> Iterator[str]:
    """Every word anywhere in a rule; ids are among them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _words(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _words(getattr(value, field.name))
