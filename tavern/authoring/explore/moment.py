"""Where a play stands, as whatever chooses its next line sees it."""

from collections import Counter
from dataclasses import dataclass
from random import Random

from tavern.game import Game
from tavern.model.commands import Act
from tavern.model.mystery import Mystery
from tavern.model.scope import Scope
from tavern.model.world import World
from tavern.parser.say import say


@dataclass(frozen=True, slots=True)
class Moment:
    """Where a play stands. share: of its lines typed so far, 0.0 to 1.0; done: how often each act's outcome was chosen.

    tried: outcomes that any play before has had.
    """

    game: Game
    scope: Scope
    random: Random
    share: float
    done: Counter[str]
    tried: frozenset[str] = frozenset()

    @property
    def mystery(self) -> Mystery:
        return self.game.mystery

    @property
    def world(self) -> World:
        return self.game.state.world


def spoken(act: Act, scope: Scope) -> str:
    """The line for the act, "" where no words mean it."""
    line = say(act, scope)
    return "" if "#" in line else line
