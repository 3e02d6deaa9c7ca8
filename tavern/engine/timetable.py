"""The moments at which anything can change by itself, so that the minutes between them need not be lived one by one."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from tavern.model import conditions as c
from tavern.model.conditions import Condition
from tavern.model.mystery import Mystery
from tavern.model.rules import Automatic
from tavern.model.world import DAY, Stay, World
from tavern.reasoning.itinerary import moves
from tavern.reasoning.whereabouts import is_walking

DAWN = 6 * 60  # what was done "today" may be done again


@dataclass(frozen=True, slots=True)
class Timetable:
    """What a mystery does by the clock.

    daily: minutes of the day at which a condition may change its mind, ascending. rules: the automatic rules but for daemons.
    hours: minutes of the day to which some of them are bound. each_time: id → those that go off each time `when` comes true.
    """

    daily: tuple[int, ...]
    rules: tuple[Automatic, ...]
    hours: frozenset[int]
    each_time: Mapping[str, Automatic]


@lru_cache(maxsize=16)
def timetable(mystery: Mystery) -> Timetable:
    """The mystery's timetable."""
    rules = [rule for rule in mystery.automatics if not rule.each_turn]
    hours = {rule.at for rule in rules if rule.at >= 0}
    daily = hours | {minute for condition in _conditions(mystery) for minute in _minutes(condition)}
    if any(not rule.once and not rule.each_time and rule.at < 0 for rule in rules):
        daily.add(DAWN)
    return Timetable(
        daily=tuple(sorted(daily)),
        rules=tuple(rules),
        hours=frozenset(hours),
        each_time={rule.id: rule for rule in rules if rule.each_time},
    )


@lru_cache(maxsize=1024)
def candidates(mystery: Mystery, hour: int, room: str, doing: str) -> tuple[Automatic, ...]:
    """The automatic rules worth trying for a player in that room and at that; `hour`: with those bound to it, -1: without."""
    return tuple(
        rule
        for rule in timetable(mystery).rules
        if rule.at in (-1, hour) and all(_may_hold(part, room, doing) for part in _needed(rule.when))
    )


def _needed(condition: Condition) -> tuple[Condition, ...]:
    """Conditions without which it cannot hold."""
    return condition.conditions if isinstance(condition, c.All) else (condition,)


def _may_hold(condition: Condition, room: str, doing: str) -> bool:
    match condition:
        case c.At(rooms):
            return room in rooms
        case c.IsDoing(kind, _):
            return kind == doing
        case _:
            return True


def next_moment(mystery: Mystery, world: World, until: int) -> int:
    """The first clock time after now, and at most `until`, at which anything could change."""
    table = timetable(mystery)
    now = world.clock
    times = [until, *(time for time in world.pending.values() if time > now)]
    for stays in world.stays.values():
        times += [time for stay in stays for time in _turns(stay, now)]
    if table.daily:
        place = bisect_right(table.daily, world.minute)
        midnight = now - world.minute
        times.append(midnight + (table.daily[place] if place < len(table.daily) else DAY + table.daily[0]))
    steps = moves(mystery, world.seed)
    place = bisect_right(steps, now)
    if place < len(steps):
        times.append(steps[place])
    if mystery.ends > now:
        times.append(mystery.ends)
    return min(times)


def _turns(stay: Stay, now: int) -> Iterator[int]:
    """The next clock times at which the stay has somebody move on, or ends."""
    if stay.until > now:
        yield stay.until
    if is_walking(stay, now):
        yield now + 1


def _conditions(mystery: Mystery) -> Iterator[Condition]:
    """All that may change by the clock and be asked for by an automatic rule, by way of light and sight too."""
    for rule in mystery.automatics:
        yield from (rule.when, rule.heard)
    yield from (room.dark for room in mystery.rooms.values() if room.dark is not None)
    yield from (thing.hidden for thing in mystery.things.values())
    yield from (way.when for room in mystery.rooms.values() for way in room.exits if way.hidden)


def _minutes(condition: Condition) -> Iterator[int]:
    for part in parts(condition):
        match part:
            case c.Between(start, end):
                yield from (start, end)
            case c.Since(clock):
                yield clock % DAY
            case c.OnDays() | c.NotToday():
                yield from (0, DAWN)
            case _:
                pass


def parts(condition: Condition) -> Iterator[Condition]:
    """The condition and everything inside it."""
    yield condition
    match condition:
        case c.All(conditions) | c.Any(conditions):
            for part in conditions:
                yield from parts(part)
        case c.Not(part):
            yield from parts(part)
        case _:
            return
