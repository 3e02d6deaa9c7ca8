"""What is held, and how much of it carries: reliability describes the manner in which something was learnt, never its truth."""

from collections.abc import Iterable
from functools import lru_cache
from math import prod

from tavern.model.mystery import Mystery, Route
from tavern.model.world import World

CARRIES = 60  # hundredths from which a clue carries an argument


def held_routes(mystery: Mystery, world: World, clue: str) -> list[Route]:
    """The routes by which the player has learnt the clue, in the order of the content."""
    return [mystery.routes[route] for route in mystery.clues[clue].routes if route in world.routes]


def reliability(routes: Iterable[Route]) -> int:
    """How reliable the routes make a clue together, 0 to 100 hundredths: `1 - Π(1 - rᵢ)` over independent origins.

    Routes that go back to one origin (one mouth, one thing, one place and hour) count once, with the best of them.
    """
    best: dict[str, int] = {}
    for route in routes:
        best[route.origin] = max(best.get(route.origin, 0), route.reliability)
    return round(100 * (1 - prod(1 - value / 100 for value in best.values())))


def carries(mystery: Mystery, world: World, card: str) -> bool:
    """Whether a held card can bear an argument: a drawn deduction always, a clue from a reliability of 0.60."""
    if card in mystery.deductions:
        return card in world.drawn
    return card in world.clues and reliability(held_routes(mystery, world, card)) >= CARRIES


def cards_held(mystery: Mystery, world: World) -> list[str]:
    """Every clue held and deduction drawn, in the order of the content."""
    clues = [clue for clue in mystery.clues if clue in world.clues]
    return clues + [deduction for deduction in mystery.deductions if deduction in world.drawn]


def carrying(mystery: Mystery, world: World) -> frozenset[str]:
    """Those of the cards held that can bear an argument."""
    return _carrying(mystery, frozenset(world.clues), frozenset(world.routes)) | world.drawn


@lru_cache(maxsize=64)
def _carrying(mystery: Mystery, clues: frozenset[str], routes: frozenset[str]) -> frozenset[str]:
    """Those of the clues that carry, learnt by these routes."""
    learnt = {id: [mystery.routes[route] for route in mystery.clues[id].routes if route in routes] for id in clues}
    return frozenset(id for id, ways in learnt.items() if reliability(ways) >= CARRIES)


def against(mystery: Mystery, world: World, card: str) -> tuple[str, ...]:
    """Held cards that speak against a card: what it contradicts or is contradicted by, and what exposes it as a lie."""
    if card not in mystery.clues:
        return ()
    clue = mystery.clues[card]
    named = {*clue.contradicts, *(clue.lie.exposed_by if clue.lie else ())}
    return tuple(
        other
        for other in mystery.clues
        if other in world.clues and (other in named or card in mystery.clues[other].contradicts)
    )


def manner(route: Route) -> str:
    """How something was learnt, in words: "seen", "handled", "first hand" or "hearsay"."""
    if route.channel == "gossip" or (route.speaker and route.origin != route.speaker):
        return "hearsay"
    if route.speaker:
        return "first hand"
    return "handled" if route.channel == "thing" else "seen"
