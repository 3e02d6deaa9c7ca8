"""Claim: nobody is stranded. From every world before the last good hour, with an accusation left, a proof can still be had."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from tavern.engine.builtin.guards import anybody_awake
from tavern.model import conditions as c
from tavern.model.commands import Accuse
from tavern.model.mystery import Mystery
from tavern.proof.arguing import argued
from tavern.proof.arguments import Said, derive
from tavern.proof.attain import ALWAYS_GRANTED, Attained
from tavern.proof.evidence import holding
from tavern.proof.facts import ors
from tavern.proof.given import given
from tavern.proof.may import surely
from tavern.proof.touring import Stop, latest
from tavern.reasoning.evidence import CARRIES, carries, reliability
from tavern.reasoning.judgement import judge, provable

FEW = 3  # routes that may have to be taken together for a clue to carry an argument


@dataclass(frozen=True, slots=True)
class Proof:
    """A proof that can always be had: by these routes, ended by this accusation, begun by `last` at the latest, as `stops` tell."""

    routes: tuple[str, ...]
    accusation: Accuse
    last: int
    stops: tuple[Stop, ...]


def always_proved(found: Attained) -> Proof | None:
    """The proof that can be begun latest of those tried; None when none can always be had."""
    mystery = found.facts.mystery
    costs = dict(_costs(found))
    chosen = _fewest(mystery, sorted(costs, key=lambda routes: costs[routes]))
    if chosen is None:
        return None
    accusation = accusing(mystery, chosen)
    goals = [c.Knows(route) for route in chosen]
    toured = latest(found, goals, _last_hearing(found))
    if accusation is None or toured is None:
        return None
    return Proof(chosen, accusation, toured[0], tuple(toured[1]))


def _costs(found: Attained) -> Iterator[tuple[tuple[str, ...], int]]:
    """For every clue the fewest routes by which it always comes to carry, and the last clock time at which they can be begun."""
    attained = found.routes()
    for clue in found.facts.mystery.clues.values():
        mine = [route for route in clue.routes if route in attained]
        timed = [
            (toured[0], routes) for routes in _carrying(found.facts.mystery, mine) if (toured := _last(found, routes))
        ]
        if timed:
            last, routes = max(timed)
            yield routes, last


def _last(found: Attained, routes: Iterable[str]) -> tuple[int, list[Stop]] | None:
    return latest(found, [c.Knows(route) for route in routes])


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
    kept = list(routes)
    for candidate in routes:
        fewer = [other for other in kept if other != candidate]
        if _is_proof(mystery, fewer):
            kept = fewer
    return tuple(route for chosen in kept for route in chosen)


def _is_proof(mystery: Mystery, routes: Iterable[tuple[str, ...]]) -> bool:
    return provable(mystery, holding(mystery, (route for chosen in routes for route in chosen)))


def accusing(mystery: Mystery, routes: Iterable[str]) -> Accuse | None:
    """The accusation of the truth that carries for whoever took the routes and drew what follows; None when it does not."""
    held = holding(mystery, routes)
    cards = [clue for clue in sorted(held.clues) if carries(mystery, held, clue)]
    known = derive(mystery, cards)
    goals = [Said(question, answer) for question, answer in mystery.solution.answers.items()]
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
