"""What a witness has to show: cards to be held, and what is then said of them. Who plans and replays it is handed in."""

from collections.abc import Callable
from dataclasses import dataclass

from tavern.model.commands import Command
from tavern.proof.claim import Witness
from tavern.proof.transitions.facts import NOTHING_LESS, Without


@dataclass(frozen=True, slots=True)
class Show:
    """A game in which these clues come to be held (by these routes, where it matters which), and then this is done.

    without: what the game has to do without. ends: what it comes to, in a few words. first: what is done before all that.
    """

    clues: tuple[str, ...]
    then: tuple[Command, ...] = ()
    ends: str = ""
    routes: tuple[str, ...] = ()
    without: Without = NOTHING_LESS
    first: tuple[Command, ...] = ()


Shower = Callable[[Show], Witness | None]  # the shortest such game found, replayed; None when none was


def unshown(show: Show) -> Witness | None:
    """Shows nothing: for whoever wants the verdicts alone."""
    del show
    return None
