"""All that can ever come about: the least fixpoint of the moves when nothing that was gained is ever lost again.

What is outside it is unreachable, for every seed and every play: that is proved. What is inside may be reachable: each fact
has the clock time before which it cannot come about, and the move that would bring it about so early. Facts are found in the
order of that time, so that none is found twice.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tavern.model.mystery import Mystery
from tavern.model.world import World
from tavern.proof.closure.fixpoint import Fact, Search, Support, by_itself
from tavern.proof.transitions.facts import NOTHING_LESS, Facts, Without, opening_world
from tavern.proof.transitions.index import index_of
from tavern.proof.transitions.may import may
from tavern.proof.transitions.moves import Move

__all__ = ("Fact", "Reach", "Support", "begins", "reach")


@dataclass(frozen=True, slots=True)
class Reach:
    """The fixpoint. facts: what may be so at which minutes. why: each fact with its support, in the order found.

    moves: id → move, of all that were looked at.
    """

    mystery: Mystery
    facts: Facts
    why: Mapping[Fact, Support]
    moves: Mapping[str, Move]

    def when(self, fact: Fact) -> int | None:
        """The clock time before which the fact cannot come about, None when it never can."""
        support = self.why.get(fact)
        return support.clock if support else None

    def knows(self, id: str) -> bool:
        """Whether the clue, route, deduction or topic may come to be known."""
        return id in self.facts.known


def reach(mystery: Mystery, world: World | None = None, without: Without = NOTHING_LESS) -> Reach:
    """All that may come about from the world (None: from the first line of a game) without some of the case."""
    search = Search(mystery, world or opening_world(mystery, 1), without)
    search.run()
    return Reach(mystery, search.facts, search.why, index_of(mystery).moves)


def begins(facts: Facts, move: Move, rooms: Iterable[str] | None) -> int:
    """The minutes at which the move may begin for a player in one of the rooms they may be in; None for any."""
    found = 0
    for room in facts.rooms if rooms is None else rooms:
        if facts.presence(room):
            found |= _begins_in(facts, move, room)
    return found


def _begins_in(facts: Facts, move: Move, room: str) -> int:
    mask = facts.presence(room) & may(facts, move.condition, room)
    return mask & by_itself(facts, move) if mask else 0
