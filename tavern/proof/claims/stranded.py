"""Claim: nobody is stranded. From every world before the last good hour, with an accusation left, a proof can still be had."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from tavern.engine.builtin.guards import anybody_awake
from tavern.model import conditions as c
from tavern.model import effects as f
from tavern.model.commands import Accuse
from tavern.model.effects import Effect
from tavern.model.mystery import Mystery
from tavern.proof.argument.arguing import argued
from tavern.proof.argument.arguments import Said, derive
from tavern.proof.argument.evidence import holding
from tavern.proof.argument.smallest import Stop as Leave
from tavern.proof.argument.smallest import never, reduced
from tavern.proof.argument.truth import is_arguable
from tavern.proof.closure.reach import begins
from tavern.proof.ranking.attain import ALWAYS_GRANTED, Attained
from tavern.proof.ranking.edges import ways_of
from tavern.proof.ranking.given import given
from tavern.proof.ranking.touring import Stop, Tours, latest
from tavern.proof.transitions.facts import ors
from tavern.proof.transitions.may import surely
from tavern.proof.transitions.moves import moves_of
from tavern.reasoning.evidence import CARRIES, carries, reliability
from tavern.reasoning.inference import charged
from tavern.reasoning.judgement import judge

FEW = 3  # routes that may have to be taken together for a clue to carry an argument


@dataclass(frozen=True, slots=True)
class Proof:
    """A proof that can always be had: by these routes, ended by this accusation, begun by `last` at the latest, as `stops` tell."""

    routes: tuple[str, ...]
    accusation: Accuse
    last: int
    stops: tuple[Stop, ...]


def always_proved(found: Attained, stop: Leave = never) -> Proof | None:
    """The proof that can be begun latest of those tried; None when none can always be had. Stopped, fewer are tried."""
    mystery = found.facts.mystery
    tours = Tours(found)
    costs = dict(_costs(tours, stop))
    chosen = _fewest(mystery, sorted(costs, key=lambda routes: costs[routes]))
    if chosen is None:
        return None
    accusation = accusing(mystery, chosen)
    goals = [c.Knows(route) for route in chosen]
    toured = latest(tours, goals, _last_hearing(found))
    if accusation is None or toured is None or _may_cost_standing(found, toured[1]):
        return None
    return Proof(chosen, accusation, toured[0], tuple(toured[1]))


def _may_cost_standing(found: Attained, stops: Iterable[Stop]) -> bool:
    """Whether something on the tour or on the ways, or what goes off by itself, may take standing from who has not accused."""
    mystery = found.facts.mystery
    walked = {move.command for moves in ways_of(mystery).values() for move in moves}
    acts = walked | {stop.step.act for stop in stops} - {None}
    costly = [move for move in moves_of(mystery) if any(map(_costs_standing, move.effects))]
    return any(
        move.command in acts or (move.kind == "automatic" and begins(found.facts, move, None))
        for move in costly
        if move.kind != "ending"
    )


def _costs_standing(effect: Effect) -> bool:
    return isinstance(effect, f.Count) and effect.counter == "standing" and effect.by < 0


def _costs(tours: Tours, stop: Leave) -> Iterator[tuple[tuple[str, ...], int]]:
    """For every clue the fewest routes by which it always comes to carry, and the last clock time at which they can be begun."""
    attained, mystery = tours.found.routes(), tours.found.facts.mystery
    for clue in mystery.clues.values():
        if stop():
            return
        mine = [route for route in clue.routes if route in attained]
        timed = [(toured[0], routes) for routes in _carrying(mystery, mine) if (toured := _last(tours, routes))]
        if timed:
            last, routes = max(timed)
            yield routes, last


def _last(tours: Tours, routes: Iterable[str]) -> tuple[int, list[Stop]] | None:
    return latest(tours, [c.Knows(route) for route in routes])


def _carrying(mystery: Mystery, routes: list[str]) -> Iterator[tuple[str, ...]]:
    """The smallest sets of the routes that make their clue carry an argument."""
    for many in range(1, FEW + 1):
        enough = [
            chosen
            for chosen in combinations(routes, many)
            if reliability(mystery.routes[route] for route in chosen) >= CARRIES
        ]
        if enough:
            yield from enough
            return


def _fewest(mystery: Mystery, routes: list[tuple[str, ...]]) -> tuple[str, ...] | None:
    """A set of them without any of which the case is not proved; what stands first is left out first."""
    if not _is_proof(mystery, routes):
        return None
    by_clue = {mystery.routes[chosen[0]].clue: chosen for chosen in routes}
    kept = reduced(lambda clues: _is_proof(mystery, (by_clue[clue] for clue in clues)), list(by_clue))
    return tuple(route for clue, chosen in by_clue.items() if clue in kept for route in chosen)


def _is_proof(mystery: Mystery, routes: Iterable[tuple[str, ...]]) -> bool:
    return is_arguable(mystery, holding(mystery, (route for chosen in routes for route in chosen)))


def accusing(mystery: Mystery, routes: Iterable[str]) -> Accuse | None:
    """The accusation of the truth that carries for whoever took the routes and drew what follows; None when it does not."""
    held = holding(mystery, routes)
    cards = [clue for clue in sorted(held.clues) if carries(mystery, held, clue)]
    known = derive(mystery, cards)
    goals = [Said(question.id, mystery.solution.answers[question.id]) for question in charged(mystery)]
    if any(goal not in known for goal in goals):
        return None
    accuse = argued(mystery, known, goals)[-1]
    drawn = holding(mystery, routes, (id for id in mystery.deductions if id in known))
    if isinstance(accuse, Accuse) and judge(mystery, drawn, accuse.accusation).verdict == "carried":
        return accuse
    return None


def _last_hearing(found: Attained) -> int:
    """The last clock time by which one has to be done with finding, to be sure of somebody awake to accuse before."""
    condition = given(anybody_awake(found.facts.mystery), ALWAYS_GRANTED)
    heard = ors(surely(found.facts, condition, room) for room in found.walks.heart)
    return found.facts.span.latest(heard) - found.walks.longest if heard else -1
