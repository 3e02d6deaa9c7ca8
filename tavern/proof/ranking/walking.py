"""Where the player can surely go, from anywhere: what must hold for a way to be walked, whatever was done before.

The *heart* of a case is the rooms between which one can always walk, and in which nothing that goes off by itself can move the
player or end the story. Every other room is entered from the heart when it can be, in one walk, and left again for it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from heapq import heappop, heappush

from tavern.model import effects as f
from tavern.model.conditions import Condition
from tavern.model.effects import Effect
from tavern.model.world import DAY
from tavern.proof.ranking.beginning import automatic, while_calm
from tavern.proof.ranking.edges import Edge, edges_of
from tavern.proof.transitions.facts import Facts, ors
from tavern.proof.transitions.may import may

FAR = 1 << 30  # minutes; no way
DEEPEST = 4  # ways one after the other outside the heart
MOST_ACCESSES = 6  # to one room


@dataclass(frozen=True, slots=True)
class Access:
    """How a room is come to from the heart. door: the room of the heart one sets out from, at a minute of `starts`.

    minutes: how long the walk takes. path: the ways, in order; () for a room of the heart itself. needs: what they all need.
    """

    door: str
    starts: int
    minutes: int
    path: tuple[Edge, ...] = ()
    needs: frozenset[Condition] = frozenset()


@dataclass(frozen=True, slots=True)
class Walking:
    """heart: its rooms. between: (room, room) of the heart → minutes. accesses: room → ways to come there from the heart.

    home: room → the most minutes it takes to be back in the heart, FAR where that is not sure. calm: room → the minutes at
    which nothing moves a player who is there, or ends the story. until: the last clock time at which it is so with `home`.
    """

    heart: frozenset[str]
    between: Mapping[tuple[str, str], int]
    accesses: Mapping[str, tuple[Access, ...]]
    home: Mapping[str, int]
    calm: Mapping[str, int]
    until: int

    @property
    def longest(self) -> int:
        """Minutes of the longest walk inside the heart."""
        return max(self.between.values(), default=0)

    def from_anywhere(self, rooms: Iterable[str]) -> int:
        """Minutes after which a player who may be in any of the rooms is surely in whichever room of the heart they like."""
        return max((self.home.get(room, FAR) for room in rooms), default=0) + self.longest


def walking(facts: Facts, granted: frozenset[Condition]) -> Walking:
    """What can surely be walked in any world the facts allow, with nothing gained; granted: what holds of all of them."""
    calm = {room: facts.now & ~_unrest(facts, room) for room in facts.mystery.rooms}
    edges = edges_of(facts, granted, frozenset(), calm)
    heart = _heart(facts, calm, edges)
    inside = [edge for edge in edges if {edge.room, edge.to} <= heart and _always(facts, edge)]
    between = {(room, to): minutes for room in heart for to, minutes in _distances(room, inside).items()}
    home, until = _homes(facts, heart, edges)
    found = Walking(heart, between, {}, home, calm, until)
    return replace(found, accesses=_accesses(facts, found, edges))


def further(walks: Walking, facts: Facts, granted: frozenset[Condition], gained: frozenset[Condition]) -> Walking:
    """The same with the rooms that can be come to once all this was gained."""
    edges = edges_of(facts, granted, gained, walks.calm)
    accesses = _accesses(facts, walks, edges)
    return walks if accesses == walks.accesses else replace(walks, accesses=accesses)


def _unrest(facts: Facts, room: str) -> int:
    """The minutes at which something that goes off by itself may move a player in the room elsewhere, or end the story."""
    found = 0
    for move in automatic(facts.mystery):
        if any(_upsets(effect, room) for effect in move.effects):
            found |= may(facts, move.condition, room)
    return found


def _upsets(effect: Effect, room: str) -> bool:
    return isinstance(effect, f.End) or (isinstance(effect, f.Go) and effect.room != room)


def _heart(facts: Facts, calm: Mapping[str, int], edges: Iterable[Edge]) -> frozenset[str]:
    """The largest set of calm rooms with ways between all of them that are always open, all reachable rooms considered."""
    always = [edge for edge in edges if _always(facts, edge)]
    calm_rooms = {room for room, mask in calm.items() if facts.rooms.get(room) and mask == facts.now}
    best: frozenset[str] = frozenset()
    for room in sorted(calm_rooms):
        if room not in best:
            there = _reached(room, [(edge.room, edge.to) for edge in always], calm_rooms)
            back = _reached(room, [(edge.to, edge.room) for edge in always], calm_rooms)
            best = max(best, frozenset(there & back), key=len)
    return best


def _always(facts: Facts, edge: Edge) -> bool:
    """Whether the way is open at every minute but the last, in which no walk can be finished."""
    return edge.when | ~(facts.now >> edge.minutes) & facts.now == facts.now


def _reached(room: str, ways: list[tuple[str, str]], allowed: set[str]) -> set[str]:
    seen, waiting = {room}, [room]
    while waiting:
        here = waiting.pop()
        fresh = {to for start, to in ways if start == here and to in allowed} - seen
        seen |= fresh
        waiting += fresh
    return seen


def _distances(room: str, edges: Iterable[Edge]) -> dict[str, int]:
    """Room → minutes of the shortest walk there."""
    ways: dict[str, list[Edge]] = {}
    for edge in edges:
        ways.setdefault(edge.room, []).append(edge)
    known: dict[str, int] = {}
    queue = [(0, room)]
    while queue:
        minutes, here = heappop(queue)
        if here not in known:
            known[here] = minutes
            for edge in ways.get(here, ()):
                heappush(queue, (minutes + edge.minutes, edge.to))
    return known


def _accesses(facts: Facts, walks: Walking, edges: Iterable[Edge]) -> dict[str, tuple[Access, ...]]:
    """For every room one comes home from the ways there from the heart, shortest first; several, open at other minutes."""
    found: dict[str, list[Access]] = {room: [Access(room, facts.now, 0)] for room in walks.heart}
    front = [access for accesses in found.values() for access in accesses]
    for _ in range(DEEPEST):
        further = [
            longer
            for access in front
            for edge in edges
            if edge.to not in walks.heart and edge.room == _end(access)
            if (longer := _further(access, edge, walks.calm)).starts
        ]
        front = []
        for access in sorted(further, key=lambda access: access.minutes):
            known = found.setdefault(_end(access), [])
            if access.starts & ~ors(other.starts for other in known) and len(known) < MOST_ACCESSES:
                known.append(access)
                front.append(access)
    return {room: tuple(accesses) for room, accesses in found.items() if room in walks.home}


def _end(access: Access) -> str:
    return access.path[-1].to if access.path else access.door


def _further(access: Access, edge: Edge, calm: Mapping[str, int]) -> Access:
    """The walk with one way more. Whoever is quicker than that waits where they come to until the time is over."""
    minutes = access.minutes + edge.minutes
    starts = access.starts & ((edge.when & while_calm(calm[edge.to], edge.minutes)) >> access.minutes)
    return Access(access.door, starts, minutes, (*access.path, edge), access.needs | edge.needs)


def _homes(facts: Facts, heart: frozenset[str], edges: Iterable[Edge]) -> tuple[dict[str, int], int]:
    """Room → the most minutes until the player is back in the heart, from the inside out; and until when that is so."""
    home, until = dict.fromkeys(heart, 0), facts.span.last
    rest = [room for room, mask in facts.rooms.items() if mask and room not in heart]
    while True:
        found = {room: way for room in rest if room not in home and (way := _way_home(facts, home, edges, room))}
        if not found:
            return home, until if until == facts.span.last else until - max(home.values())
        home.update((room, minutes) for room, (_, minutes) in found.items())
        until = min(until, *(last for last, _ in found.values()))


def _way_home(facts: Facts, home: Mapping[str, int], edges: Iterable[Edge], room: str) -> tuple[int, int] | None:
    """By the best way whose far end is safe already; whatever may move the player meanwhile has to end safely too.

    Until when it can be gone, and in how many minutes; None where there is none.
    """
    thrown = _thrown(facts, room)
    if not thrown <= home.keys() or _may_end(facts, room):
        return None
    last = max((home[there] for there in thrown), default=0)
    ways = [
        (_last_open(facts, edge), longest_wait(facts, edge.when) + edge.minutes + max(home[edge.to], last))
        for edge in edges
        if edge.room == room and edge.to in home
    ]
    return max((way for way in ways if way[1] < FAR), key=lambda way: (way[0], -way[1]), default=None)


def _last_open(facts: Facts, edge: Edge) -> int:
    """The last clock time at which the way can be begun; that of the case where after it no walk can be finished anyway."""
    if not edge.when:
        return facts.span.first
    last = facts.span.latest(edge.when)
    return facts.span.last if last + edge.minutes + 1 >= facts.span.last else last


def _thrown(facts: Facts, room: str) -> set[str]:
    """Where something that goes off by itself may move a player who is in the room."""
    return {
        effect.room
        for move in automatic(facts.mystery)
        for effect in move.effects
        if isinstance(effect, f.Go) and effect.room != room and may(facts, move.condition, room)
    }


def _may_end(facts: Facts, room: str) -> bool:
    """Whether something that goes off by itself may end the story for a player in the room."""
    return any(
        may(facts, move.condition, room)
        for move in automatic(facts.mystery)
        if any(isinstance(effect, f.End) for effect in move.effects)
    )


def longest_wait(facts: Facts, when: int) -> int:
    """The most minutes one may have to wait for a minute of the mask, as long as one comes; one has to come in the last day."""
    if when == facts.now:
        return 0
    windows = list(facts.span.windows(when))
    if not windows or windows[-1][1] < facts.span.last - DAY:
        return FAR
    starts = [facts.span.first, *(end for _, end in windows[:-1])]
    return max(start - before for before, (start, _) in zip(starts, windows, strict=True))
