"""What the replayed games of the first claim show besides: which routes were taken, and without what."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tavern.model.mystery import Mystery
from tavern.model.world import World
from tavern.proof.claims import Claim, Verdict, Witness
from tavern.proof.facts import Without, opening_world
from tavern.proof.hours import span_of
from tavern.proof.show import Show
from tavern.proof.witness import Replay


@dataclass(frozen=True, slots=True)
class Shown:
    """A game that was replayed. worlds: the first, then that after each line."""

    witness: Witness
    worlds: tuple[World, ...]

    @property
    def routes(self) -> frozenset[str]:
        """The routes that were taken in it."""
        return self.worlds[-1].routes


def shown_by(mystery: Mystery, claims: Iterable[Claim], replay: Replay) -> tuple[Shown, ...]:
    """The games of claims that are proved by one, played once more."""
    witnesses = dict.fromkeys(claim.witness for claim in claims if claim.verdict is Verdict.PROVED and claim.witness)
    return tuple(Shown(witness, worlds_of(mystery, witness, replay)) for witness in witnesses if witness)


def worlds_of(mystery: Mystery, witness: Witness, replay: Replay) -> tuple[World, ...]:
    """The first world of the game, then that after each line."""
    return opening_world(mystery, witness.seed), *replay(witness.lines, witness.seed)


def routes_of(shown: Iterable[Shown]) -> frozenset[str]:
    """The routes that were taken in one of the games."""
    return frozenset(route for game in shown for route in game.routes)


def taking(shown: Iterable[Shown], wanted: Show) -> Witness | None:
    """The shortest beginning of one of the games in which all the wanted routes were taken; None when none is asked for."""
    routes = frozenset(wanted.routes)
    found = (
        (line, game.witness)
        for game in shown
        for line, world in enumerate(game.worlds)
        if routes and line and routes <= world.routes
    )
    line, witness = min(found, key=lambda pair: pair[0], default=(0, None))
    return Witness(witness.seed, witness.lines[:line], wanted.ends) if witness else None


def spared_by(mystery: Mystery, shown: Iterable[Shown], without: Without) -> frozenset[str]:
    """The routes taken in games that did without this. What people and things a game made use of is not looked into."""
    if without.people or without.things:
        return frozenset()
    games = (game for game in shown if without.routes.isdisjoint(game.routes))
    return routes_of(game for game in games if not _is_there(mystery, game.worlds, without))


def _is_there(mystery: Mystery, worlds: Sequence[World], without: Without) -> bool:
    """Whether the player may have been in one of the rooms at one of its hours; of a walk only both ends are known."""
    span = span_of(mystery)
    return any(
        span.stretch(before.clock, after.clock + 1) & mask
        for before, after in pairwise(worlds)
        for room, mask in without.hours.items()
        if room in _rooms(before, after)
    )


def _rooms(before: World, after: World) -> Iterator[str]:
    """The rooms the player may have been in from the one world to the other: those seen by then, when they went anywhere."""
    yield from (before.room, after.room)
    if before.room != after.room:
        yield from after.visited
