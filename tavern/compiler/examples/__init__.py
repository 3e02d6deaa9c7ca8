"""A small mystery that uses every key there is: the examples of the schema and of the reference are taken from it."""

from functools import cache
from pathlib import Path

from pydantic import BaseModel

from tavern.compiler import shape as s
from tavern.compiler.nodes import Mapping, Node, Sequence
from tavern.compiler.source import read
from tavern.compiler.validate import child
from tavern.compiler.values import Json, as_json

FOLDER = Path(__file__).parent
SHOWN = {  # a shape → where one of it stands
    s.MysteryShape: ("mystery",),
    s.RoomShape: ("rooms", 0),
    s.ThingShape: ("items", 0),
    s.ActorShape: ("actors", 0),
    s.ClueShape: ("clues", 0),
    s.DeductionShape: ("deductions", 0),
    s.EndingShape: ("endings", 0),
    s.FuseShape: ("fuses", 0),
}


def example(shape: type[BaseModel]) -> Json:
    """One of that shape, as an editor's schema shows it; None where none is shown."""
    place = SHOWN.get(shape)
    return next((as_json(found) for root in _roots() if place and (found := _under(root, place))), None)


@cache
def _roots() -> tuple[Node, ...]:
    return tuple(file.root for file in read(FOLDER).files if file.root)


def _under(node: Node | None, place: tuple[str | int, ...]) -> Node | None:
    for step in place:
        node = child(node, step) if isinstance(node, Mapping | Sequence) else None
    return node
