"""The ways of the compass, up and down, in and out."""

from collections.abc import Mapping, Sequence

from tavern.parser.words import these

DIRECTIONS = {
    "n": "north", "s": "south", "e": "east", "w": "west", "ne": "northeast", "nw": "northwest", "se": "southeast",
    "sw": "southwest", "u": "up", "d": "down", "north": "north", "south": "south", "east": "east", "west": "west",
    "northeast": "northeast", "northwest": "northwest", "southeast": "southeast", "southwest": "southwest", "up": "up",
    "down": "down", "in": "in", "out": "out", "upstairs": "up", "downstairs": "down", "inside": "in", "outside": "out",
    "upward": "up", "upwards": "up", "downward": "down", "downwards": "down", "indoors": "in", "outdoors": "out",
    "northward": "north", "southward": "south", "eastward": "east", "westward": "west", "northwards": "north",
    "southwards": "south", "eastwards": "east", "westwards": "west", "inwards": "in", "outwards": "out",
    "leave": "out", "exit": "out", "below": "down", "above": "up", "notrh": "north", "nroth": "north",
}  # fmt: skip
_HALVES = {("north", "east"), ("north", "west"), ("south", "east"), ("south", "west")}
_STAIRS = these("the stairs stair steps staircase ladder again way")


def direction(words: Sequence[str], exits: Mapping[str, str]) -> str:
    """The direction the words mean, "" for none: "u", "up the stairs", "north west", or any way there is from here."""
    said = " ".join(words)
    if said in exits:
        return said
    if tuple(words) in _HALVES:
        return "".join(words)
    core = [word for word in words if word not in _STAIRS] or list(words)
    if len(core) != 1 or (len(words) > 1 and core[0] in {"leave", "exit"}):
        return ""
    return DIRECTIONS.get(core[0], "")
