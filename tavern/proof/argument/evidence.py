"""What can be found, from both sides, and the cards it makes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from tavern.engine.begin import first_world
from tavern.model.mystery import Mystery
from tavern.model.world import World
from tavern.proof.argument.deeds import Deeds
from tavern.proof.transitions.facts import Without
from tavern.reasoning.evidence import carrying

Obtainable = Callable[[Without], frozenset[str]]  # the routes that can be had without this


@dataclass(frozen=True, slots=True)
class Findable:
    """Routes by which clues can be learnt. surely: each was taken in a replayed game, or always can be. at_most: no other ever is.

    What follows from `surely` is proved, what does not even follow from `at_most` is refuted; in between it is open.
    deeds: what it takes to find anything, None where that is not known. together: sets of routes, each taken in one game, or to
    be taken in one; () where all of them can.
    """

    surely: frozenset[str]
    at_most: frozenset[str]
    deeds: Deeds | None = None
    together: tuple[frozenset[str], ...] = ()


def holding(mystery: Mystery, routes: Iterable[str], drawn: Iterable[str] = ()) -> World:
    """The first world of the case, with what these routes teach held, and these deductions drawn."""
    taken = frozenset(routes)
    clues = frozenset(mystery.routes[route].clue for route in taken)
    return replace(first_world(mystery, 0), clues=clues, routes=taken, drawn=frozenset(drawn))


def cards(mystery: Mystery, routes: Iterable[str]) -> frozenset[str]:
    """The clues that carry an argument for whoever has taken all these routes, and no others."""
    return carrying(mystery, holding(mystery, routes))
