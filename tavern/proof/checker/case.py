"""What a certificate is held against: the mystery, its games played again, and what they found between them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from tavern.engine.apply import apply_all
from tavern.engine.begin import first_world
from tavern.engine.turn import begin
from tavern.model.commands import Command
from tavern.model.mystery import Mystery
from tavern.model.world import World
from tavern.proof.checker.document import Certificate, Game, Held
from tavern.proof.checker.holdings import holding
from tavern.reasoning.evidence import carrying
from tavern.reasoning.inference import closure

PROVED, BOUNDED, REFUTED = "PROVED", "BOUNDED", "REFUTED"


class Replay(Protocol):
    """Plays lines from the beginning of a game with that seed, through the real parser and engine."""

    def __call__(self, lines: Sequence[str], seed: int) -> Sequence[World]:
        """The world after each line; fewer worlds than lines when one was not understood, or came after the end."""
        ...

    def commands(self, lines: Sequence[str], seed: int) -> Sequence[Command]:
        """What the lines mean where they are typed; nothing when one of them was not understood."""
        ...


@dataclass(frozen=True, slots=True)
class Played:
    """A game played again. worlds: the first, then that after each line."""

    game: Game
    worlds: tuple[World, ...]

    @property
    def last(self) -> World:
        """The world it ends in."""
        return self.worlds[-1]


@dataclass(frozen=True, slots=True)
class Case:
    """A certificate and what it speaks of. games: id of a claim → its game, of those that came to what is written.

    found: the clues that the games found and that carry, with all that follows from them; every: the same of all the clues
    there are. More evidence never proves less, so what does not follow even from `every` follows from nothing.
    """

    mystery: Mystery
    certificate: Certificate
    replay: Replay
    games: Mapping[str, Played]
    routes: frozenset[str] = field(init=False)
    found: frozenset[str] = field(init=False)
    every: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        routes = frozenset[str]().union(*(played.last.routes for played in self.games.values()))
        found = carrying(self.mystery, holding(self.mystery, routes))
        object.__setattr__(self, "routes", routes)
        object.__setattr__(self, "found", closure(self.mystery, found))
        object.__setattr__(self, "every", closure(self.mystery, self.mystery.clues))

    def claim(self, id: str) -> Held | None:
        """The claim with this id."""
        return next((claim for claim in self.certificate.claims if claim.id == id), None)

    def parts(self, id: str) -> Iterator[Held]:
        """The parts of one of the seven claims."""
        return (claim for claim in self.certificate.claims if claim.id.startswith(f"{id}:"))


def played(mystery: Mystery, game: Game, replay: Replay) -> Played | None:
    """The game played again; None when one of its lines was not understood, or came after the end."""
    first = first_world(mystery, game.seed)
    worlds = (apply_all(first, begin(mystery, first)), *replay(game.lines, game.seed))
    return Played(game, worlds) if len(worlds) == len(game.lines) + 1 else None
