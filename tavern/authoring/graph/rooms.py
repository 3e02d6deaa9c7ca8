"""The map: rooms, the ways between them, and the doors in these; each room about where its directions say."""

from collections import deque
from collections.abc import Iterator

from tavern.authoring.graph.value import Edge, Graph, Node
from tavern.model.conditions import ALWAYS
from tavern.model.mystery import Exit, Mystery

STEPS = {
    "north": (0, -1), "south": (0, 1), "east": (1, 0), "west": (-1, 0),
    "northeast": (1, -1), "northwest": (-1, -1), "southeast": (1, 1), "southwest": (-1, 1),
    "up": (1, -1), "down": (-1, 1), "in": (1, 1), "out": (-1, -1),
}  # fmt: skip
FARTHEST = 12  # steps from the place wanted at which a room is put down at last


def rooms(mystery: Mystery) -> Graph:
    """The graph of a mystery's rooms."""
    spots = _spots(mystery)
    nodes = tuple(
        Node(id, room.names.full or room.names.name, "room", 0, _note(mystery, id))
        for id, room in mystery.rooms.items()
    )
    return Graph(
        f"{mystery.title}: the map",
        nodes,
        tuple(_ways(mystery)),
        tuple((room, column, row) for room, (column, row) in spots.items()),
    )


def _note(mystery: Mystery, id: str) -> str:
    room = mystery.rooms[id]
    marks = (
        ("the story begins here", id == mystery.start),
        ("dark", room.dark is not None),
        ("one can sleep here", room.bed),
        ("no way out", not any(way.to for way in room.exits)),
    )
    return ", ".join(mark for mark, holds in marks if holds)


def _ways(mystery: Mystery) -> Iterator[Edge]:
    for id, room in mystery.rooms.items():
        for way in room.exits:
            if way.to in mystery.rooms:
                yield Edge(id, way.to, "way", _way(mystery, way))


def _way(mystery: Mystery, way: Exit) -> str:
    parts = [way.direction]
    if way.door:
        door = mystery.things[way.door]
        parts.append(f"by the {door.names.name}" + (f", {door.state}" if door.state else ""))
    if way.hidden:
        parts.append("hidden at first")
    elif way.when is not ALWAYS:
        parts.append("not always open")
    return ": ".join(parts[:2]) + "".join(f", {part}" for part in parts[2:])


def _spots(mystery: Mystery) -> dict[str, tuple[int, int]]:
    """Room → column and row. Walked from the start; where a place is taken, the nearest free one; what no way leads to, below."""
    taken: dict[tuple[int, int], str] = {}
    spots: dict[str, tuple[int, int]] = {}
    for first in (mystery.start, *mystery.rooms):
        if first in spots:
            continue
        below = max((row for _, row in taken), default=-2) + 2
        _put(first, (min((column for column, _ in taken), default=0), below), spots, taken)
        queue = deque([first])
        while queue:
            here = queue.popleft()
            for way in mystery.rooms[here].exits:
                if way.to in mystery.rooms and way.to not in spots:
                    across, down = STEPS.get(way.direction, (1, 0))
                    column, row = spots[here]
                    _put(way.to, (column + across, row + down), spots, taken)
                    queue.append(way.to)
    left, top = min(column for column, _ in taken), min(row for _, row in taken)
    return {room: (column - left, row - top) for room, (column, row) in spots.items()}


def _put(
    room: str, wanted: tuple[int, int], spots: dict[str, tuple[int, int]], taken: dict[tuple[int, int], str]
) -> None:
    near = [(across, down) for across in range(-FARTHEST, FARTHEST + 1) for down in range(-FARTHEST, FARTHEST + 1)]
    near.sort(key=lambda step: (abs(step[0]) + abs(step[1]), step))
    spot = next(
        (place for step in near if (place := (wanted[0] + step[0], wanted[1] + step[1])) not in taken),
        (max(column for column, _ in taken) + 1 if taken else 0, 0),
    )
    spots[room], taken[spot] = spot, room
