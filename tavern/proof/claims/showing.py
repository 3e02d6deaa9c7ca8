"""What the replayed games of the first claim show besides: which routes were taken, and without what."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from tavern.model.mystery import Mystery
from tavern.model.world import World
from tavern.proof.claim import Claim, Verdict, Witness
from tavern.proof.playing.show import Show
from tavern.proof.playing.witness import Replay
from tavern.proof.transitions.facts import Without, opening_world
from tavern.proof.transitions.hours import span_of


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


@dataclass(slots=True)
class Games:
    """Replayed games, looked over once for what they did without. taking: route → the numbers of the games in which it was taken."""

    mystery: Mystery
    shown: Sequence[Shown]
    taking: dict[str, frozenset[int]] = field(init=False)
    _fullest: list[int] = field(init=False)  # their numbers, those first that took most
    _stays: dict[int, dict[str, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        found: dict[str, set[int]] = {}
        for number, game in enumerate(self.shown):
            for route in game.routes:
                found.setdefault(route, set()).add(number)
        self.taking = {route: frozenset(games) for route, games in found.items()}
        taken = [game.routes for game in self.shown]
        self._fullest = sorted(range(len(taken)), key=lambda number: (-len(taken[number]), sorted(taken[number])))

    def spared(self, without: Without) -> frozenset[str]:
        """The routes taken in games that did without this. What people and things a game made use of is not looked into."""
        if without.people or without.things:
            return frozenset()
        gone = self._gone(without)
        hurt = {route for number in gone for route in self.shown[number].routes}
        return frozenset(self.taking) - {route for route in hurt if self.taking[route] <= gone}

    def each(self, without: Without) -> Iterator[frozenset[str]]:
        """The same of one game after the other, the one that took most first."""
        gone = self._gone(without) if not (without.people or without.things) else frozenset(range(len(self.shown)))
        yield from dict.fromkeys(self.shown[number].routes for number in self._fullest if number not in gone)

    def _gone(self, without: Without) -> frozenset[int]:
        gone = frozenset[int]().union(*(self.taking.get(route, ()) for route in without.routes))
        if without.hours:
            gone |= {number for number in range(len(self.shown)) if self._was_there(number, without)}
        return gone

    def _was_there(self, number: int, without: Without) -> bool:
        """Whether the player may have been in one of the rooms at one of its hours in that game."""
        if number not in self._stays:
            self._stays[number] = _stays(self.mystery, self.shown[number].worlds)
        return any(self._stays[number].get(room, 0) & mask for room, mask in without.hours.items())


def _stays(mystery: Mystery, worlds: Sequence[World]) -> dict[str, int]:
    """Room → the minutes at which the player may have been in it; of a walk only both ends are known."""
    span, found = span_of(mystery), dict[str, int]()
    for before, after in pairwise(worlds):
        minutes = span.stretch(before.clock, after.clock + 1)
        for room in _rooms(before, after):
            found[room] = found.get(room, 0) | minutes
    return found


def _rooms(before: World, after: World) -> Iterator[str]:
    """The rooms the player may have been in from the one world to the other: those seen by then, when they went anywhere."""
    yield from (before.room, after.room)
    if before.room != after.room:
        yield from after.visited
