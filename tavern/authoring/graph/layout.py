"""Where the boxes of a drawing stand: in columns by rank, ordered so that few lines cross; or on a map by their spots."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from textwrap import wrap

from tavern.authoring.graph.value import Graph, Node

LETTER, LINE = 7.0, 15.0  # pixels of a letter's width, at most, and of a line's height, for text of 12 pixels
PAD = 9.0
ACROSS, DOWN = 120.0, 9.0  # pixels between columns, and between boxes of one column
MAP_ACROSS, MAP_DOWN = 70.0, 60.0
MARGIN, TITLE = 24.0, 44.0
LONGEST = 30  # letters of a label's line
SWEEPS = 12


@dataclass(frozen=True, slots=True)
class Box:
    """A node in its place; x, y: the upper left corner."""

    node: Node
    lines: tuple[str, ...]
    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> tuple[float, float]:
        return self.x + self.width / 2, self.y + self.height / 2


def laid_out(graph: Graph) -> dict[str, Box]:
    """Node → its box. No two boxes overlap."""
    return _on_a_map(graph) if graph.spots else _in_columns(graph)


def width_of(text: str) -> float:
    """The most pixels that a line of text takes."""
    return len(text) * LETTER


def _box(node: Node) -> Box:
    lines = tuple(wrap(node.label, LONGEST)) or (node.id,)
    return Box(node, lines, 0, 0, max(map(width_of, lines)) + 2 * PAD, len(lines) * LINE + PAD)


def _on_a_map(graph: Graph) -> dict[str, Box]:
    boxes = {node.id: _box(node) for node in graph.nodes}
    wide, high = max(box.width for box in boxes.values()), max(box.height for box in boxes.values())
    placed: dict[str, Box] = {}
    for id, column, row in graph.spots:
        x = MARGIN + column * (wide + MAP_ACROSS) + (wide - boxes[id].width) / 2
        y = TITLE + MARGIN + row * (high + MAP_DOWN) + (high - boxes[id].height) / 2
        placed[id] = replace(boxes[id], x=x, y=y)
    return placed


def _in_columns(graph: Graph) -> dict[str, Box]:
    near = _neighbours(graph)
    ranks = sorted({node.rank for node in graph.nodes})
    columns = [[_box(node) for node in graph.nodes if node.rank == rank] for rank in ranks]
    placed: dict[str, Box] = {}
    x = MARGIN
    for column in columns:
        placed |= _stacked([replace(box, x=x) for box in column], {})
        x += max(box.width for box in column) + ACROSS
    for sweep in range(SWEEPS):
        for column in columns if sweep % 2 == 0 else columns[::-1]:
            placed |= _rearranged([placed[box.node.id] for box in column], near, placed)
    top = min((box.y for box in placed.values()), default=0.0)
    return {id: replace(box, y=box.y - top + TITLE + MARGIN) for id, box in placed.items()}


def _neighbours(graph: Graph) -> dict[str, list[str]]:
    rank = {node.id: node.rank for node in graph.nodes}
    near: dict[str, list[str]] = {}
    for edge in graph.edges:
        if edge.source in rank and edge.target in rank and rank[edge.source] != rank[edge.target]:
            near.setdefault(edge.source, []).append(edge.target)
            near.setdefault(edge.target, []).append(edge.source)
    return near


def _rearranged(column: Sequence[Box], near: Mapping[str, Sequence[str]], placed: Mapping[str, Box]) -> dict[str, Box]:
    """The column in the order of what its boxes are joined to, each as near to the middle of that as the others let it."""
    wanted: dict[str, float] = {}
    for box in column:
        ends = [placed[id].middle[1] for id in near.get(box.node.id, ())]
        wanted[box.node.id] = (sum(ends) / len(ends) if ends else box.middle[1]) - box.height / 2
    ordered = sorted(column, key=lambda box: (wanted[box.node.id] + box.height / 2, box.y))
    return _stacked(ordered, wanted)


def _stacked(column: Iterable[Box], wanted: Mapping[str, float]) -> dict[str, Box]:
    """The boxes under each other in their order, none before where the last one ends; then the whole moved to where it is wanted."""
    at, stacked = 0.0, []
    for number, box in enumerate(column):
        y = wanted.get(box.node.id, at)
        y = y if not number else max(y, at)
        stacked.append(replace(box, y=y))
        at = y + box.height + DOWN
    if wanted:
        off = sum(box.y - wanted[box.node.id] for box in stacked) / len(stacked)
        stacked = [replace(box, y=box.y - off) for box in stacked]
    return {box.node.id: box for box in stacked}
