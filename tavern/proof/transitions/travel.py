"""The player's ways: every act that takes them from one room to another, and the shortest walk by them."""

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from heapq import heappop, heappush

from tavern.model import conditions as c
from tavern.model import effects as f
from tavern.model.mystery import Mystery
from tavern.proof.transitions.moves import Move, moves_of
from tavern.proof.transitions.reads import rooms_for

ODD = 5  # minutes one would rather walk than leave a room by anything but an exit
DETOUR = 120  # minutes one would rather walk than see to a way that is shut


@dataclass(frozen=True, slots=True)
class Way:
    """One way from a room: by a move of the player's, to a room. condition: the move's, the room left out."""

    move: Move
    start: str
    to: str
    condition: c.All


@lru_cache(maxsize=16)
def ways_of(mystery: Mystery) -> Mapping[str, tuple[Way, ...]]:
    """Room → the ways out of it; a room's own exits before other acts that lead out."""
    found: dict[str, list[Way]] = {room: [] for room in mystery.rooms}
    moves = [move for move in moves_of(mystery) if move.command]
    for move in sorted(moves, key=lambda move: move.command is None or move.command.verb != "go"):
        for effect in move.effects:
            if isinstance(effect, f.Go) and effect.room in mystery.rooms:
                for room in rooms_for(mystery, move.condition) or ():
                    if room != effect.room:
                        rest = (part for part in move.condition.conditions if not isinstance(part, c.At | c.OnStage))
                        found[room].append(Way(move, room, effect.room, c.All(tuple(rest))))
    return {room: tuple(ways) for room, ways in found.items()}


def walks(
    mystery: Mystery,
    start: str,
    is_open: Callable[[Way], bool],
    shut: Callable[[Way], bool],
    goals: AbstractSet[str] | None = None,
) -> dict[str, tuple[int, tuple[Way, ...]]]:
    """Room → the minutes to it from the start and the ways there, () for the start; what cannot be come to is left out.

    A way that is not open now counts as a detour more, and one that is shut for good is not taken. goals: the rooms that are
    asked for, None for all; once they are found, others may be left out.
    """
    left = set(mystery.rooms if goals is None else goals)
    found: dict[str, tuple[int, tuple[Way, ...]]] = {}
    heap: list[tuple[int, int, str, tuple[Way, ...]]] = [(0, 0, start, ())]
    number = 0
    while heap:
        cost, _, room, ways = heappop(heap)
        if room in found:
            continue
        found[room] = (cost, ways)
        left.discard(room)
        if not left:
            break
        for way in ways_of(mystery).get(room, ()):
            if way.to not in found and not shut(way):
                number += 1
                odd = 0 if way.move.command and way.move.command.verb == "go" else ODD
                price = way.move.minutes + odd + (0 if is_open(way) else DETOUR)
                heappush(heap, (cost + price, number, way.to, (*ways, way)))
    return found
