"""A tour: the order in which everything for a proof is gained, from anywhere, and the latest hour at which it can begin.

Every step is given its worst: the longest walk, the next minute at which it can begin, the longest the act may take. So a tour
that ends in time from one clock time shows the same of every world at that time.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from tavern.model import conditions as c
from tavern.model import effects as f
from tavern.model.commands import Act
from tavern.model.conditions import Condition
from tavern.model.mystery import Mystery
from tavern.model.world import PLAYER, WORN
from tavern.proof.attain import Attained, Row, Step, led_to
from tavern.proof.beginning import by_command
from tavern.proof.index import index_of
from tavern.proof.walking import FAR

MOST_STOPS = 200  # what is given away may have to be fetched again, but not for ever


@dataclass(frozen=True, slots=True)
class Stop:
    """One step of a tour. begins, ends: clock times; the act may begin at `begins` and is done by `ends`."""

    gains: Condition
    step: Step
    begins: int
    ends: int


@dataclass(frozen=True, slots=True)
class Place:
    """When and where one is: in a room of the heart, or "" for any of them."""

    clock: int
    room: str = ""


def needed(found: Attained, goals: Iterable[Condition]) -> list[Condition]:
    """All that has to be gained for the goals, by the first way of each; what is needed comes before what needs it."""
    ordered: dict[Condition, None] = {}

    def lay(gain: Condition) -> None:
        if gain not in ordered and gain in found.rows:
            for need in sorted(found.rows[gain][0].needs, key=repr):
                lay(need)
            ordered[gain] = None

    for goal in goals:
        lay(goal)
    return list(ordered)


def tour(found: Attained, goals: Sequence[Condition], clock: int, until: int) -> list[Stop] | None:
    """The steps that gain all the goals from anywhere, begun at `clock` and ended by `until`; None when there are none."""
    rooms = [room for room, mask in found.facts.rooms.items() if mask]
    away = found.walks.from_anywhere(rooms)
    if away >= FAR or clock > found.walks.until:
        return None
    toured = _toured(found, goals, Place(clock + away), until)
    return toured[0] if toured else None


def timely(found: Attained) -> Attained:
    """The same without the ways that are over before what they need is had, by one who sets about it with the first line."""
    first = Place(found.facts.span.first + found.walks.home.get(found.facts.mystery.start, FAR))
    left = {gain: [row for row in rows if _is_timely(found, first, row)] for gain, rows in found.rows.items()}
    return found if left == found.rows else timely(replace(found, rows=_ranked(left)))


def _is_timely(found: Attained, first: Place, row: Row) -> bool:
    had = _toured(found, [*row.needs], first, FAR)
    return had is not None and _take(found, had[1], row) is not None


def _ranked(rows: Mapping[Condition, Sequence[Row]]) -> dict[Condition, list[Row]]:
    """Of the rows those that rest on others, with one that rests on gains before it as the first way of each."""
    ranked: dict[Condition, list[Row]] = {}
    waiting = dict(rows)
    while fresh := {gain: row for gain in waiting for row in waiting[gain] if row.needs <= ranked.keys()}:
        for gain, row in fresh.items():
            ranked[gain] = [row, *(other for other in waiting.pop(gain) if other != row)]
    return ranked


def _toured(found: Attained, goals: Sequence[Condition], place: Place, until: int) -> tuple[list[Stop], Place] | None:
    """The stops of a tour from that place, and where and when one is after them."""
    done, stops = _free(found), list[Stop]()
    left = [goal for goal in needed(found, goals) if goal not in done]
    while left:
        chosen = _next(found, place, frozenset(done), left)
        if chosen is None:
            return None
        row, here, taken = chosen
        if here.clock > until:
            return None
        stops += taken
        place = here
        done = done - _lost_by(found, row) | _gained_by(found, row)
        left = [goal for goal in needed(found, [goal for goal in goals if goal not in done]) if goal not in done]
        if len(stops) > MOST_STOPS:
            return None
    return stops, place


def _free(found: Attained) -> set[Condition]:
    return {gain for gain, rows in found.rows.items() if any(not row.steps and not row.needs for row in rows)}


def _gained_by(found: Attained, row: Row) -> set[Condition]:
    """What the row's step gains, other things besides its own too."""
    if not row.steps:
        return {row.gains}
    move = row.steps[0].move
    return {row.gains} | {
        gain
        for gain, rows in found.rows.items()
        for other in rows
        if other.steps and other.steps[0].move == move and other.needs <= row.needs
    }


def _lost_by(found: Attained, row: Row) -> frozenset[Condition]:
    """The things that may have to be fetched again after the row's step."""
    return frozenset[Condition]().union(*(_given_away(found.facts.mystery, step.act) for step in row.steps))


@lru_cache(maxsize=4096)
def _given_away(mystery: Mystery, act: Act | None) -> frozenset[Condition]:
    effects = [effect for move in by_command(mystery).get(act, ()) if act for effect in move.effects]
    moved = [effect for effect in effects if isinstance(effect, f.Move)]
    return frozenset(c.Has(effect.thing) for effect in moved if effect.place not in (PLAYER, WORN))


def _next(
    found: Attained, place: Place, done: frozenset[Condition], left: Iterable[Condition]
) -> tuple[Row, Place, list[Stop]] | None:
    """Of all that can be gained now, what is gained soonest; what gives away what was fetched comes last."""
    best: tuple[Row, Place, list[Stop]] | None = None
    least = (True, FAR)
    for goal in left:
        for row in found.rows[goal]:
            if row.needs <= done and (taken := _take(found, place, row)):
                key = (not done.isdisjoint(_lost_by(found, row)), taken[0].clock)
                if best is None or key < least:
                    best, least = (row, *taken), key
    return best


def _take(found: Attained, place: Place, row: Row) -> tuple[Place, list[Stop]] | None:
    """Where and when one is after the slowest of the row's steps."""
    slowest, stops = place, list[Stop]()
    for step in row.steps:
        taken = _step(found, place, step)
        if taken is None:
            return None
        after, begins, ends = taken
        stops.append(Stop(row.gains, step, begins, ends))
        slowest = after if len(row.steps) == 1 else Place(max(slowest.clock, after.clock))
    return slowest, stops


def _step(found: Attained, place: Place, step: Step) -> tuple[Place, int, int] | None:
    """Where one is after the step, when its act begins, and when it is done; None when there is no such minute left."""
    walks, span, access = found.walks, found.facts.span, step.access
    there = place.clock + (walks.between[place.room, access.door] if place.room else walks.longest)
    begins = _first(access.starts & (step.when >> access.minutes), there - span.first)
    rooms = {step.room, *led_to(index_of(found.facts.mystery).moves[step.move])}
    home = max(walks.home.get(room, FAR) for room in rooms)
    if begins is None or home >= FAR:
        return None
    begins += span.first + access.minutes
    ends = begins + step.minutes
    if not rooms <= walks.heart and ends > walks.until:
        return None
    after = Place(ends, step.room) if rooms <= {step.room} & walks.heart else Place(ends + home)
    return (after, begins, ends) if ends < span.last else None


def _first(mask: int, least: int) -> int | None:
    """The first bit of the mask at or above that place."""
    ahead = mask >> least if least >= 0 else mask << -least
    return (ahead & -ahead).bit_length() - 1 + least if ahead else None


def latest(found: Attained, goals: Sequence[Condition], until: int = FAR) -> tuple[int, list[Stop]] | None:
    """The last clock time from which a tour of the goals ends in time, and that tour; None when none does."""
    low, high = found.facts.span.first, found.facts.span.last - 1
    best = tour(found, goals, low, until)
    if best is None:
        return None
    while low < high:
        middle = (low + high + 1) // 2
        found_one = tour(found, goals, middle, until)
        if found_one is None:
            high = middle - 1
        else:
            low, best = middle, found_one
    return low, best
