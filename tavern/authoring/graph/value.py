"""A graph as a value: what every drawing is made of, whatever it is about."""

from collections.abc import Iterator
from dataclasses import dataclass

# Kinds of nodes, with the heading of their list and what one of them is called in a legend.
NODES = {
    "truth": ("The truth", "true answer"),
    "answer": ("Answers", "answer"),
    "deduction": ("Deductions", "deduction"),
    "clue": ("Clues", "clue"),
    "lie": ("Lies", "lie"),
    "herring": ("Red herrings", "red herring"),
    "person": ("People", "person"),
    "thing": ("Things", "thing"),
    "place": ("Places", "place"),
    "room": ("Rooms", "room"),
    "topic": ("Topics", "topic"),
}
# Kinds of edges: as told of where they begin, as told of where they end, and as a legend has them.
EDGES = {
    "gives": ("gives", "from", "gives a clue"),
    "carries": ("leads to", "follows from", "leads to"),
    "establishes": ("says", "said by", "establishes"),
    "supports": ("speaks for", "supported by", "speaks for"),
    "excludes": ("rules out", "ruled out by", "rules out"),
    "contradicts": ("against", "against", "contradicts"),
    "exposes": ("exposes", "exposed by", "exposes the lie"),
    "way": ("ways", "", "way"),
    "speaks": ("has words on", "asked of", "has words on it"),
    "reveals": ("reveals by", "clue from", "gives a clue on it"),
}


@dataclass(frozen=True, slots=True)
class Node:
    """kind: one of NODES. rank: the column of a layered drawing, from 0. note: a word more for a list."""

    id: str
    label: str
    kind: str
    rank: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """kind: one of EDGES. label: by what, "" where that says itself."""

    source: str
    target: str
    kind: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Graph:
    """spots: node → column and row, where the drawing has places of its own, such as a map; else the ranks place it.

    as_table: where all edges lead from a few nodes of rank 0 to many of rank 1, and lines would be a thicket.
    """

    title: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    spots: tuple[tuple[str, int, int], ...] = ()
    as_table: bool = False

    def of_kind(self, kind: str) -> Iterator[Node]:
        """The nodes of a kind, in their order."""
        return (node for node in self.nodes if node.kind == kind)


def cells(graph: Graph) -> dict[tuple[str, str], Edge]:
    """The edges of a graph that is a table, by their ends."""
    return {(edge.source, edge.target): edge for edge in graph.edges}


@dataclass(frozen=True, slots=True)
class Stay:
    """Somebody in a room, from one minute of the day until another."""

    start: int
    end: int
    room: str
    asleep: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    """Days on which everybody keeps the same hours. title: their names; rows: a person and where they are, midnight to midnight."""

    title: str
    rows: tuple[tuple[str, tuple[Stay, ...]], ...]


@dataclass(frozen=True, slots=True)
class Hours:
    """Where everybody is at every hour. rooms: id → name, of those in which anybody ever is."""

    title: str
    days: tuple[Day, ...]
    rooms: tuple[tuple[str, str], ...]


Drawing = Graph | Hours
