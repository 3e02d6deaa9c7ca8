"""The way on foot from one room to another, through rooms and ways the player knows of."""

from collections import deque
from collections.abc import Callable

from tavern.model.conditions import Condition
from tavern.model.mystery import Exit, Mystery
from tavern.model.world import World

Truth = Callable[[Condition], bool]


def path(mystery: Mystery, world: World, to: str, truth: Truth) -> list[str] | None:
    """Directions of a shortest walk from where the player is, [] when there already, None when no known way leads there.

    Only rooms visited before are walked through; the last one may be new. Locked doors are tried when one gets there.
    """
    came: dict[str, tuple[str, str]] = {world.room: ("", "")}
    queue = deque([world.room])
    while queue:
        room = queue.popleft()
        if room == to:
            return _directions(came, to)
        if room not in world.visited:
            continue
        for way in ways(mystery, room, truth):
            if way.to and way.to not in came:
                came[way.to] = (room, way.direction)
                queue.append(way.to)
    return None


def ways(mystery: Mystery, room: str, truth: Truth) -> list[Exit]:
    """The ways out of a room that show: all but those still hidden."""
    return [way for way in mystery.rooms[room].exits if not way.hidden or truth(way.when)]


def _directions(came: dict[str, tuple[str, str]], to: str) -> list[str]:
    directions = []
    while came[to][0]:
        to, direction = came[to]
        directions.append(direction)
    return directions[::-1]
