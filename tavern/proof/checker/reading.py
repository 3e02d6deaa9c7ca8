"""When a condition may hold, and when it surely does, in any world that an invariant allows: read coarsely, and on its own.

Of what is known, who is at what, and at which stage the story is, nothing is assumed: any of that may be so at any minute,
unless it is granted. What is read closely is the clock, people's hours, where things are, what state they are in, and numbers.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from tavern.model import conditions as c
from tavern.model.conditions import ALWAYS, Condition
from tavern.model.mystery import Mystery
from tavern.model.world import NOWHERE, PLAYER, WORN
from tavern.proof.checker.minutes import Minutes, dated, either
from tavern.proof.checker.numbers import extreme, moments, start_of
from tavern.reasoning.itinerary import spans

Fact = tuple[str, ...]
"""What may be so from some minute on: ("room", room) the player is there · ("place", thing, place) · ("state", thing, state) ·
("sent", actor) the schedule need not hold any more · ("higher", number) and ("lower", number) it may differ from its start so.
"""


@dataclass(frozen=True, slots=True)
class Reading:
    """What may be so at which minutes. since: the invariant, fact → clock time. granted: conditions that hold throughout."""

    mystery: Mystery
    minutes: Minutes
    since: Mapping[Fact, int]
    granted: frozenset[Condition] = frozenset()
    _own: dict[tuple[str, str], dict[str, int]] = field(default_factory=dict, repr=False, compare=False)

    def granting(self, more: Iterable[Condition]) -> "Reading":
        """The same with more that holds."""
        return replace(self, granted=self.granted | frozenset(more))

    def with_only(self, fact: Fact) -> "Reading":
        """The same where the thing has that one place or state, and no other."""
        kept = {other: clock for other, clock in self.since.items() if other[:2] != fact[:2]}
        return replace(self, since={**kept, fact: self.minutes.first}, _own={})

    def mask(self, *fact: str) -> int:
        """The minutes at which the fact may be so."""
        return self.minutes.since(self.since[fact]) if fact in self.since else 0

    # ── conditions ──────────────────────────────────────────────────────────────────────────────────────────────

    def surely(self, condition: Condition, room: str) -> int:
        """The minutes at which it holds whatever was done, for a player in the room."""
        return self.minutes.all & ~self.may_fail(condition, room)

    def may(self, condition: Condition, room: str) -> int:
        """The minutes at which it may hold for a player in the room."""
        if condition in self.granted:
            return self.minutes.all
        match condition:
            case c.All(parts):
                mask = self.minutes.all
                for part in parts:
                    mask &= self.may(part, room)
                    if not mask:
                        return 0
                return mask
            case c.Any(parts):
                return either(self.may(part, room) for part in parts)
            case c.Not(part):
                return self.may_fail(part, room)
            case c.Between() | c.OnDays() | c.Since():
                return dated(self.minutes, condition)
            case c.At(rooms):
                return self.minutes.all if room in rooms else 0
            case c.With(actor):
                return self.may_be(actor, room)
            case c.In(actor, place) if actor in self.mystery.actors:
                return self.may_be(actor, place)
            case c.In(thing, place):
                return self.may_lie(thing, (place,))
            case c.Has(thing):
                return self.may_lie(thing, (PLAYER, WORN))
            case c.Is(thing, state):
                return self.mask("state", thing, state)
            case c.Alone():
                return self.minutes.all & ~either(self.surely_is(actor, room) for actor in self.mystery.actors)
            case c.Relationship(actor, least, most):
                return self._numbered(actor, least, most)
            case c.Counter(counter, least, most):
                return self._numbered(counter, least, most)
            case c.Fails():
                return 0
            case _:
                return self.minutes.all

    def may_fail(self, condition: Condition, room: str) -> int:
        """The minutes at which it may not hold for a player in the room."""
        if condition in self.granted:
            return 0
        match condition:
            case c.All(parts):
                return either(self.may_fail(part, room) for part in parts)
            case c.Any(parts):
                mask = self.minutes.all
                for part in parts:
                    mask &= self.may_fail(part, room)
                return mask
            case c.Not(part):
                return self.may(part, room)
            case c.Between() | c.OnDays() | c.Since():
                return self.minutes.all & ~dated(self.minutes, condition)
            case c.At(rooms):
                return 0 if room in rooms else self.minutes.all
            case c.With(actor):
                return self.minutes.all & ~self.surely_is(actor, room)
            case c.In(actor, place) if actor in self.mystery.actors:
                return self.minutes.all & ~self.surely_is(actor, place)
            case c.In(thing, place):
                return self._may_lie_elsewhere(thing, (place,))
            case c.Has(thing):
                return self._may_lie_elsewhere(thing, (PLAYER, WORN))
            case c.Is(thing, state):
                states = self._of("state", thing)
                others = (self.minutes.since(clock) for other, clock in states.items() if other != state)
                return either(others) if states else self.minutes.all
            case c.Alone():
                return either(self.may_be(actor, room) for actor in self.mystery.actors)
            case c.Awake(actor) if actor in self.mystery.actors:
                return self._may_sleep(actor)
            case c.Relationship(actor, least, most):
                return self._numbered(actor, None, least - 1) | self._numbered(actor, most + 1, None)
            case c.Counter(counter, least, most):
                below = 0 if least is None else self._numbered(counter, None, least - 1)
                return below | (0 if most is None else self._numbered(counter, most + 1, None))
            case c.Lit():
                dark = self.mystery.rooms[room].dark
                return 0 if dark is None else self.may(dark, room)
            case c.InSight(id):
                return self._may_miss(id, room)
            case _:
                return self.minutes.all

    # ── people ──────────────────────────────────────────────────────────────────────────────────────────────────

    def may_be(self, actor: str, room: str) -> int:
        """The minutes at which the actor may be in the room: by their hours with any seed, and anywhere once sent."""
        return self._hours(actor, room)[0] | self.mask("sent", actor)

    def surely_is(self, actor: str, room: str) -> int:
        """The minutes at which the actor is in the room, with every seed."""
        return self._hours(actor, room)[1] & ~self.mask("sent", actor)

    def _hours(self, actor: str, room: str) -> tuple[int, int]:
        return hours(self.mystery, self.minutes, actor).get(room, (0, 0))

    def _may_sleep(self, actor: str) -> int:
        return either(
            self.minutes.stretch(span.start, span.end) for span in spans(self.mystery, actor) if span.step.asleep
        )

    # ── things ──────────────────────────────────────────────────────────────────────────────────────────────────

    def _of(self, kind: str, thing: str) -> Mapping[str, int]:
        """Place or state of the thing → the clock time from which it may be so. The invariant is sorted through once for it."""
        if not self._own:
            for fact, clock in self.since.items():
                if len(fact) > 2:
                    self._own.setdefault((fact[0], fact[1]), {})[fact[2]] = clock
        return self._own.get((kind, thing), {})

    def places(self, thing: str) -> dict[str, int]:
        """Place → the minutes at which the thing may be right there."""
        return {place: self.minutes.since(clock) for place, clock in self._of("place", thing).items()}

    def may_lie(self, thing: str, goal: tuple[str, ...], inside: frozenset[str] = frozenset()) -> int:
        """The minutes at which the thing may be in one of the places, in something else there or not."""
        found = 0
        for place, mask in self.places(thing).items():
            if place in goal:
                found |= mask
            elif place in self.mystery.things and place not in inside:
                found |= mask & self.may_lie(place, goal, inside | {thing})
        return found

    def _may_lie_elsewhere(self, thing: str, goal: tuple[str, ...]) -> int:
        places = self.places(thing)
        return either(mask for place, mask in places.items() if place not in goal) if places else self.minutes.all

    def _may_miss(self, id: str, room: str) -> int:
        """The minutes at which it may be out of sight. What is inside something else always may."""
        unlit = self.may_fail(c.Lit(), room)
        if id == room:
            return 0
        if id in self.mystery.actors:
            return unlit | (self.minutes.all & ~self.surely_is(id, room))
        thing = self.mystery.things.get(id)
        if thing is None:
            return self.minutes.all
        hidden = 0 if thing.hidden == ALWAYS else self.may_fail(thing.hidden, room)
        places = self.places(id)
        unheld = either(mask for place, mask in places.items() if place not in (PLAYER, WORN))
        elsewhere = either(mask for place, mask in places.items() if place not in (PLAYER, WORN, room))
        if room in thing.where and set(places) <= set(thing.where):
            elsewhere = 0  # it stands in all of them at once, as a door does
        return elsewhere | (unlit & unheld) | hidden

    # ── numbers ─────────────────────────────────────────────────────────────────────────────────────────────────

    def _numbered(self, number: str, least: int | None, most: int | None) -> int:
        """The minutes at which the number may lie in [least, most]."""
        start = start_of(self.mystery, number)
        if (least is None or start >= least) and (most is None or start <= most):
            return self.minutes.all
        sign, goal = (1, least) if least is not None and start < least else (-1, most or 0)
        for clock in moments(self.minutes):
            if (extreme(self.mystery, self.minutes, number, sign, clock) - goal) * sign >= 0:
                return self.mask("higher" if sign > 0 else "lower", number) & self.minutes.since(clock)
        return 0


@lru_cache(maxsize=1024)
def hours(mystery: Mystery, minutes: Minutes, actor: str) -> Mapping[str, tuple[int, int]]:
    """Room → the minutes at which the schedule may have the actor there, and those at which it surely has."""
    found: dict[str, tuple[int, int]] = {}
    for span in spans(mystery, actor):
        may, surely = found.get(span.step.room, (0, 0))
        may |= minutes.stretch(span.start, span.end)
        found[span.step.room] = (may, surely | minutes.stretch(span.certain, span.until))
    return found or {NOWHERE: (minutes.all, minutes.all)}
