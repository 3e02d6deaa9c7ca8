"""Where one can surely walk: the ways that are open whatever was done, the heart that they join, and the ways home to it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from heapq import heappop, heappush
from itertools import islice, product

from tavern.engine.ground import rules_for
from tavern.engine.timetable import parts
from tavern.model import conditions as c
from tavern.model import effects as f
from tavern.model.commands import Act
from tavern.model.mystery import Mystery
from tavern.model.rules import Rule
from tavern.proof.checker.acting import Doing, calm, leading, surely_does, thrown
from tavern.proof.checker.minutes import either
from tavern.proof.checker.reading import Reading
from tavern.proof.checker.setting import set_right
from tavern.proof.checker.unfounded import Unfounded

SPLIT = 2  # things whose states are told apart for one way
MOST_STATES = 4  # of one of them


def ways(reading: Reading, room: str, to: str) -> Iterator[Doing]:
    """When the player can surely walk from the one room to the other, by one act or another as things stand.

    Then the same where something may have to be set right first, right there: a door unlocked, a lever pulled.
    """
    acts = [act for act, there in leading(reading.mystery) if there == to]
    things = _asked_about(reading.mystery, acts, room)
    cases = [(case, possible, _walk(case, acts, room, to)) for case, possible in _cases(reading, things)]
    yield _in_all(reading, [(possible, (walk,)) for _, possible, walk in cases])
    if things:
        set_first = [set_right(case, things, room, lambda then: _walk(then, acts, room, to)) for case, _, _ in cases]
        yield _in_all(reading, [(possible, (w, r)) for (_, possible, w), r in zip(cases, set_first, strict=True)])


def _in_all(reading: Reading, cases: Iterable[tuple[int, tuple[Doing, ...]]]) -> Doing:
    """What will do in every case at the minutes at which it may be so; the longest of it counts."""
    minutes, open_ = 0, reading.minutes.all
    for possible, doings in cases:
        open_ &= ~possible | either(doing.when for doing in doings)
        minutes = max([minutes, *(doing.minutes for doing in doings if doing.when)])
    return Doing(open_, minutes)


def _walk(reading: Reading, acts: Iterable[Act], room: str, to: str) -> Doing:
    doings = [surely_does(reading, act, room, lambda rule: _leads(rule, to)) for act in acts]
    return Doing(either(doing.when for doing in doings), max((d.minutes for d in doings if d.when), default=0))


def _leads(rule: Rule, to: str) -> bool:
    gone = [effect.room for effect in rule.effects if isinstance(effect, f.Go)]
    return gone == [to]


def _asked_about(mystery: Mystery, acts: Iterable[Act], room: str) -> list[str]:
    """The things and flags whose state the ways from the room ask about."""
    asked = {
        part.thing
        for act in acts
        for rule in rules_for(mystery, act)
        if _may_be_for(rule, room)
        for guard in rule.guards
        for part in parts(guard.condition)
        if isinstance(part, c.Is)
    }
    return sorted(asked)


def _cases(reading: Reading, things: Iterable[str]) -> Iterator[tuple[Reading, int]]:
    """The reading for each choice of states of the things, with the minutes at which it may be so."""
    states = {thing: [fact for fact in reading.since if fact[:2] == ("state", thing)] for thing in things}
    several = islice((facts for facts in states.values() if 1 < len(facts) <= MOST_STATES), SPLIT)
    for choice in product(*several):
        case, possible = reading, reading.minutes.all
        for fact in choice:
            case, possible = case.with_only(fact), possible & reading.mask(*fact)
        yield case, possible


def _may_be_for(rule: Rule, room: str) -> bool:
    rooms = [guard.condition.rooms for guard in rule.guards if isinstance(guard.condition, c.At)]
    return all(room in among for among in rooms)


@dataclass(slots=True)
class Walks:
    """The ways of a case. heart: its rooms. home: room → the most minutes back into it. between: minutes inside it."""

    reading: Reading
    heart: frozenset[str]
    home: dict[str, int] = field(default_factory=dict)
    between: dict[tuple[str, str], int] = field(default_factory=dict)

    @property
    def longest(self) -> int:
        """Minutes of the longest walk inside the heart."""
        return max(self.between.values(), default=0)


def walks(reading: Reading, heart: Sequence[str], home: Sequence[tuple[str, int]], until: int) -> Walks:
    """The ways, with what is said of heart and home looked into for every clock time up to `until`. Raises Unfounded."""
    found = Walks(reading, frozenset(heart))
    for room in heart:
        if room not in reading.mystery.rooms or calm(reading, room) != reading.minutes.all:
            message = f"in {room} something may move the player, or end the story"
            raise Unfounded(message)
    ways = list(_inside(found))
    for room in heart:
        found.home[room] = 0
        distances = _distances(room, ways)
        if missing := found.heart - distances.keys():
            message = f"there is no way that is always open from {room} to {min(missing)}"
            raise Unfounded(message)
        found.between |= {(room, to): minutes for to, minutes in distances.items()}
    for room, minutes in home:
        if room not in found.home:
            _look_into_home(found, room, minutes, until)
            found.home[room] = minutes
    return found


def _inside(found: Walks) -> Iterator[tuple[str, str, int]]:
    """The ways inside the heart that are open at every minute but the last."""
    minutes = found.reading.minutes
    for room, to in _neighbours(found.reading, found.heart, found.heart):
        for doing in ways(found.reading, room, to):
            if doing.when | ~minutes.stretch(minutes.first, minutes.last - doing.minutes) & minutes.all == minutes.all:
                yield room, to, doing.minutes
                break


def _neighbours(reading: Reading, rooms: Iterable[str], others: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of rooms with an act from the one to the other, as far as guards that name rooms tell."""
    others = frozenset(others)
    for room in sorted(rooms):
        yield from ((room, to) for to in _ends(reading, room) if to in others and to != room)


def _ends(reading: Reading, room: str) -> list[str]:
    """The rooms to which some act leads from the room, as far as guards that name rooms tell."""
    return [to for to, rules in _rules_to(reading.mystery) if any(_may_be_for(rule, room) for rule in rules)]


@lru_cache(maxsize=4)
def _rules_to(mystery: Mystery) -> tuple[tuple[str, tuple[Rule, ...]], ...]:
    """Every room that an act leads to, by name, with the rules that do."""
    found: dict[str, list[Rule]] = {}
    for act, to in leading(mystery):
        found.setdefault(to, []).extend(rule for rule in rules_for(mystery, act) if _leads(rule, to))
    return tuple((to, tuple(found[to])) for to in sorted(found))


def _distances(room: str, ways: Iterable[tuple[str, str, int]]) -> dict[str, int]:
    known: dict[str, int] = {}
    onward: dict[str, list[tuple[str, int]]] = {}
    for start, to, long in ways:
        onward.setdefault(start, []).append((to, long))
    queue = [(0, room)]
    while queue:
        minutes, here = heappop(queue)
        if here not in known:
            known[here] = minutes
            for to, long in onward.get(here, ()):
                heappush(queue, (minutes + long, to))
    return known


def _look_into_home(found: Walks, room: str, minutes: int, until: int) -> None:
    """That the player is back in the heart after so many minutes, whenever they are in the room. Raises Unfounded."""
    reading = found.reading
    put = thrown(reading, room)
    if put is None or not put <= found.home.keys():
        message = f"in {room} something may end the story, or put the player where there is no way home from"
        raise Unfounded(message)
    least = max((found.home[there] for there in put), default=0)
    for to in _ends(reading, room):
        for doing in ways(reading, room, to) if to in found.home else ():
            waiting = _longest_wait(reading, doing.when, until)
            if waiting is not None and waiting + doing.minutes + max(least, found.home[to]) <= minutes:
                return
    message = f"it takes more than {minutes} minutes from {room} into the heart"
    raise Unfounded(message)


def _longest_wait(reading: Reading, when: int, until: int) -> int | None:
    """The most minutes one may have to wait for a minute of the mask, from any clock time up to `until`; None for for ever."""
    longest = waited = 0
    for at in range(reading.minutes.last - reading.minutes.first):
        if when >> at & 1:
            longest, waited = max(longest, waited), 0
            if reading.minutes.first + at > until:
                return longest
        else:
            waited += 1
    return None if reading.minutes.last - waited <= until else longest


def home_of(found: Walks, rooms: Mapping[str, int] | Iterable[str]) -> int:
    """The most minutes into the heart from any of the rooms. Raises Unfounded where there is no way."""
    for room in rooms:
        if room not in found.home:
            message = f"nothing is said of the way home from {room}"
            raise Unfounded(message)
    return max((found.home[room] for room in rooms), default=0)
