"""A case while its claims are looked at, one after the other: what one of them found, and another needs."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from functools import cached_property

from tavern.model.mystery import Mystery
from tavern.proof.argument.deeds import Deeds
from tavern.proof.argument.evidence import Findable
from tavern.proof.claim import Claim, Witness
from tavern.proof.claims.showing import Games, Shown, routes_of, shown_by, taking
from tavern.proof.claims.stranded import Proof
from tavern.proof.claims.together import Together
from tavern.proof.closure.reach import Reach, reach
from tavern.proof.closure.wanting import Wording
from tavern.proof.playing.firing import fired
from tavern.proof.playing.show import Show, Shower
from tavern.proof.playing.witness import Replay, shower
from tavern.proof.ranking.attain import Attained, attain
from tavern.proof.ranking.sparing import Spared
from tavern.proof.ranking.touring import timely
from tavern.proof.transitions.facts import NOTHING_LESS, Without, ors
from tavern.proof.transitions.index import index_of

Stop = Callable[[], bool]
Progress = Callable[[float, str], object]
"""Told how much of the whole is done, from 0 to 1, and the title of the claim that is being looked at."""


@dataclass(frozen=True, slots=True)
class Argument:
    """The induction of the second claim: all that can always be attained, and the proof made of it."""

    attained: Attained
    proof: Proof


@dataclass
class Case:
    """The case while it is being looked at: what one claim found and another needs."""

    mystery: Mystery
    replay: Replay
    wording: Wording
    progress: Progress
    stop: Stop = lambda: False
    done: float = 0.0
    argument: Argument | None = None
    games: list[Claim] = field(default_factory=list)
    left: dict[Hashable, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def found(self) -> Reach:
        return reach(self.mystery)

    @cached_property
    def attained(self) -> Attained:
        return timely(attain(self.found.facts, self.stop), self.stop)

    @cached_property
    def _spared(self) -> Spared:
        return Spared(self.attained)

    @cached_property
    def _planned(self) -> Shower:
        return shower(self.mystery, self.replay, self.found, stop=self._is_over)

    def _is_over(self) -> bool:
        """Whether the time of the claim that is being looked at is up."""
        return self.stop()

    def show(self, wanted: Show) -> Witness | None:
        """A game that shows what is wanted: planned for it, or one that was come by before."""
        planned = self._planned(wanted)
        return planned or (taking(self.shown, wanted) if wanted.without == NOTHING_LESS else None)

    @cached_property
    def shown(self) -> tuple[Shown, ...]:
        return shown_by(self.mystery, self.games, self.replay)

    @cached_property
    def _games(self) -> Games:
        return Games(self.mystery, self.shown)

    @cached_property
    def _together(self) -> Together:
        return Together(self.mystery, self._spared, self._games)

    @cached_property
    def findable(self) -> Findable:
        """The routes that can be taken."""
        most = frozenset(route for route in self.mystery.routes if self.found.knows(route))
        surely = (self.attained.routes() | routes_of(self.shown)) & most
        return Findable(surely, most, Deeds(self.found), tuple(self._together.whole()))

    @cached_property
    def rules(self) -> Findable:
        """The rules that can fire."""
        moves = index_of(self.mystery).moves
        most = frozenset(move.rule for move in moves.values() if ("ran", move.id) in self.found.why)
        steps = (step for rows in self.attained.rows.values() for row in rows for step in row.steps)
        sure = {moves[step.move].rule for step in steps} | {
            self.mystery.routes[route].rule for route in self.findable.surely
        }
        lies = [rule for rule in most - sure if rule.startswith("lie:")]
        return Findable(frozenset(sure | fired(self.mystery, self.found, lies, self.replay, self.stop).keys()), most)

    def soonest(self, id: str) -> int | None:
        """The clock time before which nobody knows the route, thing or room, or is where the person is; None when nobody ever is."""
        if id in self.mystery.actors:
            facts = self.found.facts
            there = ors(facts.presence(room) & facts.may_be(id, room) for room in facts.rooms)
            return facts.span.earliest(there) if there else None
        times = [self.found.when(fact) for fact in (("known", id), ("room", id))]
        return min((time for time in times if time is not None), default=None)

    def surely(self, without: Without) -> frozenset[str]:
        """Routes that were shown to be open without this: of the whole case all of them, else what one game has together."""
        if without == NOTHING_LESS:
            return self._spared.routes(without) | self._games.spared(without)
        return self._together.routes(without)

    def at_most(self, without: Without) -> frozenset[str]:
        """The routes that may be open without this."""
        hours = frozenset(without.hours.items())
        key = (without.routes, without.people, without.things, hours, without.failing)
        if key not in self.left:
            found = reach(self.mystery, without=without)
            self.left[key] = frozenset(route for route in self.mystery.routes if found.knows(route))
        return self.left[key]
