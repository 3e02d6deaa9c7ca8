"""A tour: the order in which everything for a proof is gained, from anywhere, and the latest hour at which it can begin.

Every step is given its worst: the longest walk, the next minute at which it can begin, the longest the act may take. So a tour
that ends in time from one clock time shows the same of every world at that time.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from functools import lru_cache

from tavern.model import conditions as c
from tavern.model import effects as f
from tavern.model.commands import Act
from tavern.model.conditions import Condition
from tavern.model.mystery import Mystery
from tavern.model.world import PLAYER, WORN
from tavern.proof.argument.smallest import Stop as Leave
from tavern.proof.argument.smallest import never
from tavern.proof.ranking.attain import Attained, Row, Step, led_to
from tavern.proof.ranking.beginning import by_command
from tavern.proof.ranking.walking import FAR
from tavern.proof.transitions.index import index_of

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


@dataclass(slots=True)
class Tours:
    """What can always be attained, looked over once for every tour of it.

    free: what costs nothing, and is never lost. asked: what has to be gained before a gain, by its first way. besides: for a
    move the gains that it may bring, each with what that needs.
    """

    found: Attained
    free: frozenset[Condition] = field(init=False)
    away: int = field(init=False)
    _longest: int = field(init=False)
    _asked: dict[Condition, tuple[Condition, ...]] = field(default_factory=dict)
    _besides: dict[str, list[tuple[Condition, frozenset[Condition]]]] = field(default_factory=dict)
    _whereabouts: dict[Step, tuple[frozenset[str], int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        found = self.found
        self.free = frozenset(
            gain
            for gain, rows in found.rows.items()
            if not isinstance(gain, c.Has) and any(not row.steps and not row.needs for row in rows)
        )
        self.away = found.walks.from_anywhere([room for room, mask in found.facts.rooms.items() if mask])
        self._longest = found.walks.longest
        for gain, rows in found.rows.items():
            for row in rows:
                if row.steps:
                    self._besides.setdefault(row.steps[0].move, []).append((gain, row.needs))

    def asked(self, gain: Condition) -> tuple[Condition, ...]:
        """What is not free and has to be gained before, by the first way."""
        if gain not in self._asked:
            self._asked[gain] = tuple(sorted(self.found.rows[gain][0].needs - self.free, key=repr))
        return self._asked[gain]

    def gained_by(self, row: Row) -> Iterator[Condition]:
        """What the row's step gains, other things besides its own too."""
        yield row.gains
        for gain, needs in self._besides.get(row.steps[0].move, ()) if row.steps else ():
            if needs <= row.needs:
                yield gain

    def whereabouts(self, step: Step) -> tuple[frozenset[str], int]:
        """The rooms one may be in after the step, and in how many minutes one is home from them."""
        if step not in self._whereabouts:
            rooms = frozenset((step.room, *led_to(index_of(self.found.facts.mystery).moves[step.move])))
            self._whereabouts[step] = rooms, max(self.found.walks.home.get(room, FAR) for room in rooms)
        return self._whereabouts[step]

    def walk(self, place: Place, door: str) -> int:
        """Minutes of the longest walk from there to a room of the heart."""
        return self.found.walks.between[place.room, door] if place.room else self._longest


def needed(tours: Tours, goals: Iterable[Condition], done: AbstractSet[Condition] = frozenset()) -> list[Condition]:
    """All that has to be gained for the goals, by the first way of each; what is needed comes before what needs it.

    What is done already is not among it, nor what is free.
    """
    ordered: dict[Condition, None] = {}

    def lay(gain: Condition) -> None:
        if gain not in ordered and gain in tours.found.rows:
            for need in tours.asked(gain):
                lay(need)
            ordered[gain] = None

    for goal in goals:
        lay(goal)
    return [gain for gain in ordered if gain not in done and gain not in tours.free]


def tour(tours: Tours, goals: Sequence[Condition], clock: int, until: int) -> list[Stop] | None:
    """The steps that gain all the goals from anywhere, begun at `clock` and ended by `until`; None when there are none."""
    if tours.away >= FAR or clock > tours.found.walks.until:
        return None
    toured = _toured(tours, goals, Place(clock + tours.away), until) if clock + tours.away <= until else None
    return toured[0] if toured else None


def first_tour(tours: Tours, goals: Sequence[Condition]) -> list[Stop] | None:
    """The steps that gain all the goals for one who sets about it with the first line; None when there are none."""
    found = tours.found
    if any(goal not in found.rows for goal in goals):
        return None
    toured = _toured(tours, goals, _first_place(found), FAR)
    return toured[0] if toured else None


def _first_place(found: Attained) -> Place:
    return Place(found.facts.span.first + found.walks.home.get(found.facts.mystery.start, FAR))


def timely(found: Attained, stop: Leave = never) -> Attained:
    """The same without the ways that are over before what they need is had, by one who sets about it with the first line.

    Stopped, it has nothing but what costs nothing: of the rest it was not seen whether it is in time.
    """
    tours = Tours(found)
    first = _first_place(found)
    had: dict[frozenset[Condition], Place | None] = {}
    left: dict[Condition, list[Row]] = {}
    for gain, rows in found.rows.items():
        if stop():
            return replace(found, rows={gain: [Row(gain, ())] for gain in tours.free})
        left[gain] = []
        for row in rows:
            if row.needs not in had:
                toured = _toured(tours, sorted(row.needs, key=repr), first, FAR)
                had[row.needs] = toured[1] if toured else None
            place = had[row.needs]
            if place is not None and _take(tours, place, row) is not None:
                left[gain].append(row)
    return found if left == found.rows else timely(replace(found, rows=ranked(left)), stop)


def ranked(rows: Mapping[Condition, Sequence[Row]]) -> dict[Condition, list[Row]]:
    """Of the rows those that rest on others, with one that rests on gains before it as the first way of each."""
    ranked: dict[Condition, list[Row]] = {}
    waiting = dict(rows)
    while fresh := {gain: row for gain in waiting for row in waiting[gain] if row.needs <= ranked.keys()}:
        for gain, row in fresh.items():
            ranked[gain] = [row, *(other for other in waiting.pop(gain) if other != row)]
    return ranked


def _toured(tours: Tours, goals: Sequence[Condition], place: Place, until: int) -> tuple[list[Stop], Place] | None:
    """The stops of a tour from that place, and where and when one is after them."""
    done, stops = set[Condition](), list[Stop]()
    left = needed(tours, goals)
    while left:
        chosen = _next(tours, place, done, left)
        if chosen is None:
            return None
        row, here, taken = chosen
        if here.clock > until:
            return None
        stops += taken
        place = here
        done -= _lost_by(tours.found, row)
        done.update(tours.gained_by(row))
        left = needed(tours, [goal for goal in goals if goal not in done], done)
        if len(stops) > MOST_STOPS:
            return None
    return stops, place


def _lost_by(found: Attained, row: Row) -> frozenset[Condition]:
    """The things that may have to be fetched again after the row's step."""
    return frozenset[Condition]().union(*(_given_away(found.facts.mystery, step.act) for step in row.steps))


@lru_cache(maxsize=4096)
def _given_away(mystery: Mystery, act: Act | None) -> frozenset[Condition]:
    effects = [effect for move in by_command(mystery).get(act, ()) if act for effect in move.effects]
    moved = [effect for effect in effects if isinstance(effect, f.Move)]
    return frozenset(c.Has(effect.thing) for effect in moved if effect.place not in (PLAYER, WORN))


def _next(
    tours: Tours, place: Place, done: AbstractSet[Condition], left: Iterable[Condition]
) -> tuple[Row, Place, list[Stop]] | None:
    """Of all that can be gained now, what is gained soonest; what gives away what was fetched comes last."""
    best: tuple[Row, Place, list[Stop]] | None = None
    least = (True, FAR)
    for goal in left:
        for row in tours.found.rows[goal]:
            if all(need in done or need in tours.free for need in row.needs) and (taken := _take(tours, place, row)):
                key = (not done.isdisjoint(_lost_by(tours.found, row)), taken[0].clock)
                if best is None or key < least:
                    best, least = (row, *taken), key
    return best


def _take(tours: Tours, place: Place, row: Row) -> tuple[Place, list[Stop]] | None:
    """Where and when one is after the slowest of the row's steps."""
    slowest, stops = place, list[Stop]()
    for step in row.steps:
        taken = _step(tours, place, step)
        if taken is None:
            return None
        after, begins, ends = taken
        stops.append(Stop(row.gains, step, begins, ends))
        slowest = after if len(row.steps) == 1 else Place(max(slowest.clock, after.clock))
    return slowest, stops


def _step(tours: Tours, place: Place, step: Step) -> tuple[Place, int, int] | None:
    """Where one is after the step, when its act begins, and when it is done; None when there is no such minute left."""
    walks, span, access = tours.found.walks, tours.found.facts.span, step.access
    there = place.clock + tours.walk(place, access.door)
    begins = _first(access.starts & (step.when >> access.minutes), there - span.first)
    rooms, home = tours.whereabouts(step)
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


def latest(tours: Tours, goals: Sequence[Condition], until: int = FAR) -> tuple[int, list[Stop]] | None:
    """The last clock time from which a tour of the goals ends in time, and that tour; None when none does."""
    span = tours.found.facts.span
    low, high = span.first, span.last - 1
    best = tour(tours, goals, low, until)
    if best is None:
        return None
    while low < high:
        middle = (low + high + 1) // 2
        found_one = tour(tours, goals, middle, until)
        if found_one is None:
            high = middle - 1
        else:
            low, best = middle, found_one
    return low, best
