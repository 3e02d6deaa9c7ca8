"""Hints for a game that is being played: the step, and who plans it. Handed to the game by whoever opens it."""

from collections.abc import Callable, Sequence
from functools import partial

from tavern.model.commands import Command
from tavern.model.hint import Hint
from tavern.model.mystery import Mystery
from tavern.model.notebook import Notebook
from tavern.model.world import World
from tavern.proof.closure.hopeful import hopeful
from tavern.proof.closure.reach import Reach
from tavern.proof.hint import hint
from tavern.proof.playing.plan import Planner
from tavern.proof.playing.play import Play
from tavern.proof.playing.witness import shortened
from tavern.reasoning.evidence import carries

Hinter = Callable[[World, Notebook, Hint | None], Hint]  # the hint before this one, None when there was none
PATIENCE = (60, 250)  # commands a plan may try out: mostly few are enough, and where none is found more are tried
MOST_DROPPED = 12  # plays tried without some of a plan's commands: no step is told that the rest does without


def hinter(mystery: Mystery) -> Hinter:
    """What answers `hint` in a game of this mystery. Making it takes a fifth of a second on a large case, asking it less."""
    possible = hopeful(mystery)

    def hinted(world: World, notebook: Notebook, last: Hint | None) -> Hint:
        given = Hint("none")
        for budget in PATIENCE:
            given = hint(mystery, world, notebook, partial(_planned, possible, budget), last=last)
            if given.kind != "none":
                break
        return given

    return hinted


def _planned(possible: Reach, budget: int, mystery: Mystery, world: World, clue: str) -> Sequence[Command] | None:
    play = Planner(mystery, possible, budget).achieve(Play(world), ("carries", clue))
    if play is None:
        return None
    return shortened(mystery, play, lambda after: carries(mystery, after, clue), MOST_DROPPED).commands()
