"""How long it takes: by the shortest of the author's transcripts that proves the case."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tavern.authoring.explore.prose import words_of
from tavern.authoring.report.prose import READ
from tavern.authoring.transcript import load, transcripts
from tavern.game import Game
from tavern.logbook import Unkept
from tavern.model.mystery import Mystery
from tavern.model.report import Paragraph
from tavern.model.world import Proved
from tavern.problem import Problem

A_LINE = 20  # seconds to think of a line and type it
WANDERING = 3  # how many times as much as the shortest way a player does who has to find it


@dataclass(frozen=True, slots=True)
class Proof:
    """A game that proves all of the case. transcript: where it stands, for people.

    lines: typed; minutes: of the story's clock; words: read on the way; routes: those taken, in their order.
    """

    transcript: str
    lines: int
    minutes: int
    words: int
    routes: tuple[str, ...]

    @property
    def needed(self) -> int:
        """Minutes at the keyboard for somebody who knows the way."""
        return round(self.lines * A_LINE / 60 + self.words / READ)


def shortest_proof(mystery: Mystery, path: Path) -> Proof | None:
    """The proof with the fewest lines among the transcripts of the mystery; None where none proves it."""
    found = [proof for file in _readable(path) if (proof := played(mystery, *file))]
    return min(found, key=lambda proof: (proof.lines, proof.transcript), default=None)


def _readable(path: Path) -> list[tuple[str, Sequence[str], int]]:
    files: list[tuple[str, Sequence[str], int]] = []
    for file in transcripts(path):
        with suppress(Problem):
            script = load(file)
            files.append((file.name, [step.line for step in script.steps], script.seed))
    return files


def played(mystery: Mystery, name: str, lines: Sequence[str], seed: int) -> Proof | None:
    """The lines as far as they prove all of the case; None when they do not. name: where they stand, for people."""
    game = Game(mystery, Unkept(), seed, mystery.title)
    words = _read(game.opening().paragraphs)
    routes: dict[str, None] = {}
    for number, line in enumerate(lines, 1):
        report = game.feed(line)
        world = game.state.world
        words += _read(report.paragraphs)
        routes |= {route: None for route in mystery.routes if route in world.routes}
        if isinstance(world.stage, Proved) and world.stage.complete:
            return Proof(name, number, world.clock - mystery.begins, words, tuple(routes))
    return None


def _read(paragraphs: Sequence[Paragraph]) -> int:
    return sum(len(words_of(paragraph.text)) for paragraph in paragraphs)
