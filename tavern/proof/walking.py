"""Where the player can surely go, from anywhere: what must hold for a way to be walked, whatever was done before.

The *heart* of a case is the rooms between which one can always walk, and in which nothing that goes off by itself can move the
player or end the story. Every other room is entered from the heart when it can be, in one walk, and left again for it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from heapq import heappop, heappush
from itertools import islice, product

from tavern.engine.ground import rules_for
from tavern.engine.timetable import parts
from tavern.model import conditions as c
from tavern.model import effects as f
from tavern.model.commands import Act
from tavern.model.conditions import Condition
from tavern.model.effects import Effect
from tavern.model.mystery import Mystery
from tavern.model.world import DAY
from tavern.proof.facts import Facts, ors
from tavern.proof.given import given
from tavern.proof.may import may, surely
from tavern.proof.moves import Move, moves_of
from tavern.proof.reads import rooms_for

FAR = 1 << 30  # minutes; no way
DEEPEST = 4  # ways one after the other outside the heart
MOST_ACCESSES = 6  # to one room
MOST_STATES = 4  # of one thing, to be told apart


@dataclass(frozen=True, slots=True)
class Edge:
    """A way that can be walked: when begun at a minute of `when`, at most `minutes` later the player is in `to`.

    acts: the commands of which at each such minute one will do. needs: what has to have been gained for it, of what was granted.
    """

    room: str
    to: str
    acts: tuple[Act, ...]
    when: int
    minutes: int
    needs: frozenset[Condition] = frozenset()


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
    which nothing moves a player who is there, or ends the story.
    """

    heart: frozenset[str]
    between: Mapping[tuple[str, str], int]
    accesses: Mapping[str, tuple[Access, ...]]
    home: Mapping[str, int]
    calm: Mapping[str, int]

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
    edges = _edges(facts, granted, frozenset(), calm)
    heart = _heart(facts, calm, edges)
    inside = [edge for edge in edges if {edge.room, edge.to} <= heart and _always(facts, edge)]
    between = {(room, to): minutes for room in heart for to, minutes in _distances(room, inside).items()}
    home = _homes(facts, heart, edges)
    found = Walking(heart, between, {}, home, calm)
    return replace(found, accesses=_accesses(facts, found, edges))


def further(walks: Walking, facts: Facts, granted: frozenset[Condition], gained: frozenset[Condition]) -> Walking:
    """The same with the rooms that can be come to once all this was gained."""
    edges = _edges(facts, granted, gained, walks.calm)
    return replace(walks, accesses=_accesses(facts, walks, edges))


def _unrest(facts: Facts, room: str) -> int:
    """The minutes at which something that goes off by itself may move a player in the room elsewhere, or end the story."""
    found = 0
    for move in automatic(facts.mystery):
        if any(_upsets(effect, room) for effect in move.effects):
            found |= may(facts, move.condition, room)
    return found


def _upsets(effect: Effect, room: str) -> bool:
    return isinstance(effect, f.End) or (isinstance(effect, f.Go) and effect.room != room)


@lru_cache(maxsize=16)
def ways_of(mystery: Mystery) -> Mapping[tuple[str, str], tuple[Move, ...]]:
    """(room, room) → the acts that lead from the one to the other: going, and what an author lets one climb or enter."""
    found: dict[tuple[str, str], list[Move]] = {}
    for move in moves_of(mystery):
        to = next((effect.room for effect in move.effects if isinstance(effect, f.Go)), "")
        if move.command and to:
            for room in rooms_for(mystery, move.condition) or ():
                found.setdefault((room, to), []).append(move)
    return {way: tuple(moves) for way, moves in found.items()}


def _edges(
    facts: Facts, granted: frozenset[Condition], gained: frozenset[Condition], calm: Mapping[str, int]
) -> list[Edge]:
    found = []
    for (room, to), moves in ways_of(facts.mystery).items():
        asked = {part for move in moves for part in parts(move.condition)}
        minutes = max(longest(facts.mystery, move) for move in moves)
        lasting = while_calm(calm[room], minutes)
        elsewhere = _elsewhere(facts, moves, room, to)
        for needs in dict.fromkeys((frozenset[Condition](), frozenset(asked & gained))):
            when = surely_one(facts, granted | needs, moves, room) & lasting & ~elsewhere
            if when:
                found.append(Edge(room, to, _walked(moves), when, minutes, needs))
            prepared, longer = surely_prepared(facts, granted | needs, moves, room)
            if prepared & while_calm(calm[room], minutes + longer) & ~when & ~elsewhere:
                when = prepared & while_calm(calm[room], minutes + longer) & ~elsewhere
                found.append(Edge(room, to, _walked(moves), when, minutes + longer, needs))
    return found


def _walked(moves: Iterable[Move]) -> tuple[Act, ...]:
    return tuple(dict.fromkeys(move.command for move in moves if move.command))


def longest(mystery: Mystery, move: Move) -> int:
    """The most minutes the move's command may take: other rules for it may hold as well, and take longer."""
    if move.command is None:
        return move.minutes
    return max((rule.minutes for rule in rules_for(mystery, move.command) if not rule.check), default=0)


def asked_of(mystery: Mystery, move: Move, room: str, granted: frozenset[Condition]) -> Condition:
    """What is left to ask of the move's condition in the room. What is in sight there has been met, and can be named."""
    return given(_in_sight_or_known(mystery, move), granted | {c.At((room,))})


def _in_sight_or_known(mystery: Mystery, move: Move) -> Condition:
    return c.All(tuple(_by_sight(mystery, part) for part in move.condition.conditions))


def _by_sight(mystery: Mystery, part: Condition) -> Condition:
    if isinstance(part, c.Knows) and (part.id in mystery.things or part.id in mystery.actors):
        return c.Any((part, c.All((c.InSight(part.id), c.Lit()))))
    return part


def surely_begins(facts: Facts, granted: frozenset[Condition], move: Move, room: str) -> int:
    """The minutes at which the move's own condition surely holds for a player in the room."""
    return surely_one(facts, granted, (move,), room)


@dataclass(slots=True)
class Beginnings:
    """When moves can surely be begun: each is looked at once in a room, for what of its condition is taken for granted."""

    facts: Facts
    _asked: dict[str, frozenset[Condition]] = field(default_factory=dict)
    _found: dict[tuple[str, str, frozenset[Condition]], int] = field(default_factory=dict)

    def asked(self, move: Move) -> frozenset[Condition]:
        """All that is asked for the move, and everything inside it."""
        if move.id not in self._asked:
            self._asked[move.id] = frozenset(parts(_in_sight_or_known(self.facts.mystery, move)))
        return self._asked[move.id]

    def surely(self, granted: frozenset[Condition], move: Move, room: str) -> int:
        """The minutes at which the move's own condition surely holds for a player in the room."""
        key = (move.id, room, self.asked(move) & granted)
        if key not in self._found:
            self._found[key] = surely_begins(self.facts, key[2], move, room)
        return self._found[key]


def surely_one(facts: Facts, granted: frozenset[Condition], moves: Sequence[Move], room: str) -> int:
    """The minutes at which one or another of the moves can surely be begun in the room, whatever the states of things are."""
    conditions = [asked_of(facts.mystery, move, room, granted) for move in moves]
    things = _open_states(facts, conditions)
    if not things:
        return ors(surely(facts, condition, room) for condition in conditions)
    found = facts.now
    for case, possible in _cases(facts, things):
        found &= ~possible | ors(surely(case, condition, room) for condition in conditions)
    return found


def surely_prepared(facts: Facts, granted: frozenset[Condition], moves: Sequence[Move], room: str) -> tuple[int, int]:
    """The same where something may have to be set right first, right there: a door unlocked, a lever pulled.

    With the minutes that takes at most. Nothing that goes off by itself may set it otherwise meanwhile.
    """
    conditions = [asked_of(facts.mystery, move, room, granted) for move in moves]
    things = _open_states(facts, conditions)
    setters = [
        move for thing in things for move in _setters(facts.mystery).get(thing, ()) if _is_there(facts, move, room)
    ]
    minutes = max((longest(facts.mystery, move) for move in setters), default=0)
    if not setters:
        return 0, 0
    found = facts.now & ~ors(_meddling(facts, thing, room, minutes) for thing in things)
    for case, possible in _cases(facts, things):
        direct = ors(surely(case, condition, room) for condition in conditions)
        found &= ~possible | direct | ors(_set_right(case, granted, setter, conditions, room) for setter in setters)
    return found, minutes


def _set_right(
    case: Facts, granted: frozenset[Condition], setter: Move, conditions: Iterable[Condition], room: str
) -> int:
    """The minutes at which the setter can surely be begun, and one of the conditions holds once it is done."""
    begins_at = surely(case, asked_of(case.mystery, setter, room, granted), room)
    if not begins_at:
        return 0
    states = {effect.thing: {effect.state: case.now} for effect in setter.effects if isinstance(effect, f.SetState)}
    after = replace(case, states={**case.states, **states})
    holds_then = ors(surely(after, condition, room) for condition in conditions)
    return begins_at & while_calm(holds_then, longest(case.mystery, setter))


@lru_cache(maxsize=16)
def _setters(mystery: Mystery) -> Mapping[str, tuple[Move, ...]]:
    """Thing or flag → the acts that set its state, and do nothing else that matters on the way."""
    found: dict[str, list[Move]] = {}
    for move in moves_of(mystery):
        if move.command and all(isinstance(effect, f.SetState | f.Teach | f.Describe) for effect in move.effects):
            for effect in move.effects:
                if isinstance(effect, f.SetState):
                    found.setdefault(effect.thing, []).append(move)
    return {thing: tuple(moves) for thing, moves in found.items()}


def _is_there(facts: Facts, move: Move, room: str) -> bool:
    rooms = rooms_for(facts.mystery, move.condition)
    return rooms is None or room in rooms


def _meddling(facts: Facts, thing: str, room: str, minutes: int) -> int:
    """The minutes after which, before so many more have passed, something that goes off by itself may set the thing's state."""
    found = 0
    for move in automatic(facts.mystery):
        if any(isinstance(e, f.SetState) and e.thing == thing for e in move.effects):
            mask = may(facts, move.condition, room)
            for ahead in range(minutes + 1):
                found |= mask >> ahead
    return found


def _open_states(facts: Facts, conditions: Iterable[Condition]) -> list[str]:
    """The things and flags asked about whose state is not settled; at most two, each of few states, are told apart."""
    asked = {part.thing for condition in conditions for part in parts(condition) if isinstance(part, c.Is)}
    several = (thing for thing in sorted(asked) if 1 < len(facts.states.get(thing, {})) <= MOST_STATES)
    return list(islice(several, 2))


def _cases(facts: Facts, things: Sequence[str]) -> Iterator[tuple[Facts, int]]:
    """The facts for every choice of states of the things, each with the minutes at which it may be so."""
    for states in product(*(facts.states[thing].items() for thing in things)):
        possible = facts.now
        settled = dict(facts.states)
        for thing, (state, mask) in zip(things, states, strict=True):
            possible &= mask
            settled[thing] = {state: facts.now}
        yield replace(facts, states=settled), possible


def _elsewhere(facts: Facts, moves: Sequence[Move], room: str, to: str) -> int:
    """The minutes at which one of the commands may lead somewhere else from the room, or end the story."""
    acts = _walked(moves)
    others = (move for act in acts for move in by_command(facts.mystery).get(act, ()) if move not in moves)
    return ors(
        may(facts, move.condition, room) for move in others if any(_leads_off(effect, to) for effect in move.effects)
    )


def _leads_off(effect: Effect, to: str) -> bool:
    return isinstance(effect, f.End) or (isinstance(effect, f.Go) and effect.room != to)


@lru_cache(maxsize=16)
def automatic(mystery: Mystery) -> tuple[Move, ...]:
    """The moves that happen by themselves."""
    return tuple(move for move in moves_of(mystery) if move.kind == "automatic")


@lru_cache(maxsize=16)
def by_command(mystery: Mystery) -> Mapping[Act | None, list[Move]]:
    """Command → the moves that may come of it; None → those that nobody commands."""
    found: dict[Act | None, list[Move]] = {}
    for move in moves_of(mystery):
        found.setdefault(move.command, []).append(move)
    return found


def while_calm(calm: int, minutes: int) -> int:
    """The minutes from which it stays calm for so many more; none of the last, whose end lies outside the case."""
    found = calm
    for ahead in range(1, minutes + 1):
        found &= calm >> ahead
    return found


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


def _homes(facts: Facts, heart: frozenset[str], edges: Iterable[Edge]) -> dict[str, int]:
    """Room → the most minutes until the player is back in the heart, from the inside out."""
    home = dict.fromkeys(heart, 0)
    rest = [room for room, mask in facts.rooms.items() if mask and room not in heart]
    while True:
        fresh = {
            room: minutes
            for room in rest
            if room not in home and (minutes := _way_home(facts, home, edges, room)) < FAR
        }
        if not fresh:
            return home
        home.update(fresh)


def _way_home(facts: Facts, home: Mapping[str, int], edges: Iterable[Edge], room: str) -> int:
    """By the best way whose far end is safe already; whatever may move the player meanwhile has to end safely too."""
    thrown = _thrown(facts, room)
    if not thrown <= home.keys() or _may_end(facts, room):
        return FAR
    ways = [
        (longest_wait(facts, edge.when) + edge.minutes, home[edge.to])
        for edge in edges
        if edge.room == room and edge.to in home
    ]
    last = max((home[there] for there in thrown), default=0)
    return min((leaving + max(rest, last) for leaving, rest in ways), default=FAR)


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
    """The most minutes one may have to wait for a minute of the mask, except in its last day, after which it need not come."""
    if when == facts.now:
        return 0
    windows = list(facts.span.windows(when))
    if not windows or windows[-1][1] < facts.span.last - DAY:
        return FAR
    starts = [facts.span.first, *(end for _, end in windows[:-1])]
    return max(start - before for before, (start, _) in zip(starts, windows, strict=True))
