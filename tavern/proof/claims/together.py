"""What can be had together, in one and the same game: what can each be had may still exclude one another, or take too long.

An answer is had together by a tour, which gains all that it needs one after the other from the first line on, or by a game
that was replayed. A tour that was found serves for whatever is taken away and not made use of in it.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from tavern.model import conditions as c
from tavern.model.conditions import Condition
from tavern.model.mystery import Mystery
from tavern.proof.argument.arguments import Said, prover
from tavern.proof.argument.evidence import cards
from tavern.proof.argument.smallest import reduced
from tavern.proof.claims.entail import truth
from tavern.proof.claims.showing import Games
from tavern.proof.ranking.attain import Row
from tavern.proof.ranking.sparing import Spared, is_walked_by
from tavern.proof.ranking.touring import Stop, Tours, first_tour, ranked
from tavern.proof.transitions.facts import NOTHING_LESS, Without


@dataclass(frozen=True, slots=True)
class Plan:
    """Routes that can be had together, and the stops of the tour that has them."""

    routes: frozenset[str]
    stops: tuple[Stop, ...]


@dataclass(slots=True)
class Together:
    """What can be had together. plans: the tours found so far, by the answer that they prove."""

    mystery: Mystery
    spared: Spared
    games: Games
    plans: dict[Said, list[Plan]] = field(default_factory=dict)
    _provers: dict[Said, Callable[[frozenset[str]], bool]] = field(default_factory=dict)
    _proved: dict[tuple[Said, frozenset[str]], bool] = field(default_factory=dict)

    def routes(self, without: Without) -> frozenset[str]:
        """Routes by which each answer of the truth that can be proved without this is proved in one game."""
        return frozenset[str]().union(*(self._had(fact, without) for fact in truth(self.mystery)))

    def whole(self) -> Iterator[frozenset[str]]:
        """Sets of routes that can be had together: what each game took, and what a tour of the whole proof takes."""
        yield from (game.routes for game in self.games.shown)
        goals = truth(self.mystery)
        yield from (plan.routes for plan in self._planned(goals, self.spared.whole, NOTHING_LESS))

    def _had(self, fact: Said, without: Without) -> frozenset[str]:
        plan = self._plan(fact, without)
        if plan:
            return plan.routes
        is_late = self.mystery.ends >= 0 or without.hours or is_walked_by(self.mystery, without)
        later = frozenset[str]() if is_late else self.spared.routes(without)  # after the game
        played = (game | later if later else game for game in self.games.each(without))
        return next((routes for routes in played if self._proves(fact, routes)), frozenset())

    def _proves(self, fact: Said, routes: frozenset[str]) -> bool:
        """Whether it follows from the routes: the same games are asked about for whatever is taken away."""
        if fact not in self._provers:
            self._provers[fact] = prover(self.mystery, (fact,))
        if (fact, routes) not in self._proved:
            self._proved[fact, routes] = self._provers[fact](cards(self.mystery, routes))
        return self._proved[fact, routes]

    def _plan(self, fact: Said, without: Without) -> Plan | None:
        """A tour that does without this. Of hours, and of what opens ways, only a game shows it: how a tour walks is open."""
        if without.hours or is_walked_by(self.mystery, without):
            return None
        for plan in self.plans.get(fact, ()):
            if self._does_without(plan, without):
                return plan
        for plan in self._planned((fact,), self.spared.routes(without), without):
            self.plans.setdefault(fact, []).insert(0, plan)
            return plan
        return None

    def _planned(self, goals: tuple[Said, ...], routes: frozenset[str], without: Without) -> Iterator[Plan]:
        proves = prover(self.mystery, goals)
        if not proves(cards(self.mystery, routes)):
            return
        chosen = reduced(lambda taken: proves(cards(self.mystery, taken)), sorted(routes))
        stops = first_tour(self._tours(without), [c.Knows(route) for route in sorted(chosen)])
        if stops is not None:
            yield Plan(chosen, tuple(stops))

    def _tours(self, without: Without) -> Tours:
        """Tours of what is left without this."""
        found = self.spared.found
        return Tours(found if without == NOTHING_LESS else replace(found, rows=ranked(self._left(without))))

    def _left(self, without: Without) -> Mapping[Condition, list[Row]]:
        lost = self.spared.lost(without)
        left: dict[Condition, list[Row]] = {}
        for number, (gain, row) in enumerate(self.spared.numbered):
            if number not in lost:
                left.setdefault(gain, []).append(row)
        return left

    def _does_without(self, plan: Plan, without: Without) -> bool:
        """Whether nothing in the tour makes use of what is taken away."""
        used = frozenset[str]().union(*(self.spared.used_in(stop.step) for stop in plan.stops))
        return not used & {*without.people, *without.things, *(f"by {route}" for route in without.routes)}
