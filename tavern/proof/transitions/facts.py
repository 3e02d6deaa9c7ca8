"""What may be so at which minutes: an abstract world, which only ever allows more as more is found to be possible.

Every mask says *may*: some play, with some seed, could have it so at that minute. Made of one world it is exact, and every
fact the fixpoint of `tavern.proof.closure.reach` adds keeps it an over-approximation of all that can come of that world.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from tavern.engine.apply import apply_all
from tavern.engine.begin import first_world
from tavern.engine.turn import begin
from tavern.model.mystery import Mystery
from tavern.model.world import DAY, PLAYER, World
from tavern.proof.transitions.hours import Span, span_of
from tavern.proof.transitions.walks import Walk, walks_of
from tavern.reasoning.holds import DAWN, evening, stage_name
from tavern.reasoning.whereabouts import places_of, state_of


@dataclass(frozen=True, slots=True)
class Without:
    """What is taken out of the case, to see whether it can be done without.

    routes: ids of routes that reveal nothing. people, things: ids of what is never anywhere. hours: room → the minutes the
    player cannot be there, as a mask of the case's span. failing: True takes out every accusation that does not carry.
    """

    routes: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    hours: Mapping[str, int] = field(default_factory=dict)
    failing: bool = False


NOTHING_LESS = Without()


@dataclass(slots=True)
class Number:
    """A relationship or counter: what it is at most and at least, and what may change it.

    bounds: its least and its most ever. value: at the start. changes: move id → (by, rate as of moves, clock time since when).
    limits: move id → the value below which (of a loss), or above which (of a gain), the move does not happen any more.
    """

    bounds: tuple[int, int]
    value: int
    changes: dict[str, tuple[int, str, int]] = field(default_factory=dict)
    limits: dict[str, int] = field(default_factory=dict)

    def extreme(self, clock: int, sign: int) -> int:
        """The highest (sign 1) or lowest (sign -1) value it may have by that clock time."""
        furthest, more = self.value, 0
        for move, (by, rate, since) in self.changes.items():
            if by * sign > 0 and since <= clock:
                if rate != "any":
                    more += by * (1 if rate == "once" else _evenings(since, clock))
                elif move not in self.limits:
                    return self.bounds[sign > 0]
                elif (self.limits[move] + by - furthest) * sign > 0:
                    furthest = self.limits[move] + by
        return max(self.bounds[0], min(self.bounds[1], furthest + more))

    def reaches(self, span: Span, least: int | None, most: int | None) -> int:
        """The mask of the minutes at which it may lie in [least, most]; None leaves a side open."""
        mask = span.always
        if least is not None and self.value < least:
            mask &= self._from(span, least, 1)
        if most is not None and self.value > most:
            mask &= self._from(span, most, -1)
        return mask

    def _from(self, span: Span, goal: int, sign: int) -> int:
        moments = {since for _, _, since in self.changes.values()}
        dawns = range(span.first // DAY * DAY + DAWN, span.last, DAY)
        for clock in sorted(moments.union(dawns)):
            if (self.extreme(clock, sign) - goal) * sign >= 0:
                return span.since(clock)
        return 0


def _evenings(since: int, clock: int) -> int:
    """How many days, turning at six in the morning, have a part in [since, clock]."""
    return (clock - DAWN) // DAY - (since - DAWN) // DAY + 1


@dataclass(slots=True)
class Facts:
    """An abstract world.

    now: the mask of the minutes from which it is looked at. walks: everybody's hours. held: what is known in every world from
    here on. visited: the rooms that were seen. known: id → mask, as `Knows` reads it. rooms: where the player may be. seen: rooms
    the player may have been in. places: thing → place → mask. states: thing or flag → state → mask. doing: (kind, object,
    room) → mask. stages: as `OnStage` reads them. heard: who may have heard the accusation. numbers: relationships and
    counters. sent: actor → room → mask, for what an event or talk may do beyond the schedule; displaced: actor → the minutes
    in which the schedule may not hold. started: fuse → the minutes at which it may be due. done: key → the minutes in which
    it counts as done today already.
    """

    mystery: Mystery
    span: Span
    now: int
    without: Without
    walks: Mapping[str, Walk]
    held: frozenset[str] = frozenset()
    visited: frozenset[str] = frozenset()
    known: dict[str, int] = field(default_factory=dict)
    rooms: dict[str, int] = field(default_factory=dict)
    seen: dict[str, int] = field(default_factory=dict)
    places: dict[str, dict[str, int]] = field(default_factory=dict)
    states: dict[str, dict[str, int]] = field(default_factory=dict)
    doing: dict[tuple[str, str, str], int] = field(default_factory=dict)
    stages: dict[str, int] = field(default_factory=dict)
    heard: dict[str, int] = field(default_factory=dict)
    numbers: dict[str, Number] = field(default_factory=dict)
    sent: dict[str, dict[str, int]] = field(default_factory=dict)
    displaced: dict[str, int] = field(default_factory=dict)
    started: dict[str, int] = field(default_factory=dict)
    done: dict[str, int] = field(default_factory=dict)

    def presence(self, room: str) -> int:
        """The minutes at which the player may be in the room."""
        return self.rooms.get(room, 0) & ~self.without.hours.get(room, 0)

    def may_be(self, actor: str, room: str) -> int:
        """The minutes at which the actor may be in the room."""
        if actor in self.without.people:
            return 0
        scheduled = self.walks[actor].may.get(room, 0)
        return (scheduled | self.sent.get(actor, {}).get(room, 0)) & self.now

    def surely_is(self, actor: str, room: str) -> int:
        """The minutes at which the actor is in the room whatever the seed, and whatever was done."""
        if actor in self.without.people:
            return 0
        return self.walks[actor].sure.get(room, 0) & ~self.displaced.get(actor, 0)

    def may_wake(self, actor: str) -> int:
        """The minutes at which the actor may be awake."""
        return self.walks[actor].awake | self.displaced.get(actor, 0)

    def may_sleep(self, actor: str) -> int:
        """The minutes at which the actor may be asleep."""
        return self.walks[actor].asleep

    def may_walk(self, actor: str, room: str, to: str) -> int:
        """The minutes at which the actor may be seen to go from the one room to the other."""
        if actor in self.without.people:
            return 0
        sent = self.sent.get(actor, {})
        return self.walks[actor].ways.get((room, to), 0) | sent.get(to, 0) | sent.get(room, 0)

    def may_lie(self, thing: str) -> Mapping[str, int]:
        """Place → the minutes at which the thing may be right there."""
        return {} if thing in self.without.things else self.places.get(thing, {})


def facts_of(
    mystery: Mystery, world: World, without: Without = NOTHING_LESS, walks: Mapping[str, Walk] | None = None
) -> Facts:
    """What is so in a world, from its minute on: exact, but for people, of whom all that any seed's schedule allows is said.

    What else has people elsewhere is added by `people.stays`. walks: everybody's hours, if they are better known.
    """
    span = span_of(mystery)
    now = span.since(world.clock)
    facts = Facts(mystery, span, now, without, walks or walks_of(mystery))
    facts.held = world.clues | world.met | world.drawn | world.routes | world.visited
    facts.known = dict.fromkeys((*world.clues, *world.met, *world.drawn, *world.routes), now)
    facts.visited = world.visited
    facts.rooms = {world.room: now}
    facts.seen = dict.fromkeys(world.visited, now)
    lying = {where: dict.fromkeys(where, now) for where in _begun(mystery).values()}
    facts.places = {thing: lying[where] for thing, where in _begun(mystery).items()}
    facts.places |= {thing: dict.fromkeys(places_of(mystery, world, thing), now) for thing in world.places}
    states = {thing: state_of(mystery, world, thing) for thing in (*mystery.things, *mystery.flags, *world.states)}
    being = {state: {state: now} for state in states.values()}
    facts.states = {thing: being[state] for thing, state in states.items()}
    doing = world.doing
    facts.doing = {(doing.kind, doing.object, world.room): now} if doing.kind else {}
    facts.stages = {stage_name(world.stage): now, "playing": now}
    facts.heard = dict.fromkeys(getattr(world.stage, "heard_by", ()), now)
    facts.numbers = _numbers(mystery, world)
    tomorrow = (evening(world) + 1) * DAY + DAWN
    facts.done = {key: ~span.since(tomorrow) for key, day in world.last_day.items() if day == evening(world)}
    facts.started = {fuse: span.since(at) for fuse, at in world.pending.items()}
    return facts


@lru_cache(maxsize=16)
def _begun(mystery: Mystery) -> Mapping[str, tuple[str, ...]]:
    """Thing → where it is as the story begins."""
    return {thing.id: thing.where for thing in mystery.things.values()}


def _numbers(mystery: Mystery, world: World) -> dict[str, Number]:
    values = {actor: ((-100, 100), world.relationships.get(actor, 0)) for actor in mystery.actors}
    for id, bounds in mystery.counters.items():
        values[id] = ((bounds.least, bounds.most), world.counters.get(id, bounds.start))
    alike = {value: Number(*value) for value in values.values()}
    return {id: alike[value] for id, value in values.items()}


@lru_cache(maxsize=64)
def opening_world(mystery: Mystery, seed: int) -> World:
    """The world in which the first line is typed."""
    world = first_world(mystery, seed)
    return apply_all(world, begin(mystery, world))


def is_on_person(place: str) -> bool:
    """Whether what is in that place is carried or worn."""
    return place in (PLAYER, "worn")


def ors(masks: Iterable[int]) -> int:
    """The minutes in any of the masks."""
    found = 0
    for mask in masks:
        found |= mask
    return found
