"""The way on foot from one room to another: the player's, through what they know of, and everybody else's, who live here."""

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

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


@lru_cache(maxsize=4096)
def walk(mystery: Mystery, here: str, there: str) -> tuple[str, ...] | None:
    """The rooms between the two on a shortest walk of somebody who lives here, as in `between`."""
    return between(_neighbours(mystery), here, there)


@lru_cache(maxsize=16)
def _neighbours(mystery: Mystery) -> Mapping[str, tuple[str, ...]]:
    return {room.id: tuple(way.to for way in room.exits if way.to) for room in mystery.rooms.values()}


def between(neighbours: Mapping[str, Iterable[str]], here: str, there: str) -> tuple[str, ...] | None:
    """The rooms between two rooms on a shortest walk, ends left out; None when no way leads there.

    neighbours: room → the rooms its exits lead to. Closed and hidden ways are walked: whoever lives here has the keys.
    """
    came = {here: ""}
    queue = deque([here])
    while queue:
        room = queue.popleft()
        if room == there:
            return _rooms(came, there)
        for next_room in neighbours.get(room, ()):
            if next_room not in came:
                came[next_room] = room
                queue.append(next_room)
    return None


def _rooms(came: Mapping[str, str], there: str) -> tuple[str, ...]:
    rooms = []
    room = came[there]
    while room and came[room]:
        rooms.append(room)
        room = came[room]
    return tuple(rooms[::-1])
