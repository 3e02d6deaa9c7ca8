"""A drawing for Mermaid, which many sites and editors show in place."""

from collections.abc import Iterator
from typing import assert_never

from tavern.authoring.graph.colours import LIGHT
from tavern.authoring.graph.value import NODES, Drawing, Edge, Graph, Hours, Node
from tavern.narration.wording import hour

SHAPES = {"person": ("([", "])"), "topic": ("([", "])"), "deduction": ("[[", "]]"), "truth": ("{{", "}}")}
ARROWS = {"contradicts": "-.-", "exposes": "-.->", "excludes": "--x"}


def mermaid(drawing: Drawing) -> str:
    """The drawing as a Mermaid source."""
    match drawing:
        case Graph():
            return "\n".join(_flowchart(drawing))
        case Hours():
            return "\n".join(_gantt(drawing))
        case _:
            assert_never(drawing)


def _flowchart(graph: Graph) -> Iterator[str]:
    numbers = {node.id: f"n{number}" for number, node in enumerate(graph.nodes)}
    yield from ("---", f"title: {_quoted(graph.title)}", "---", "flowchart LR")
    yield from (f"  {numbers[node.id]}{_box(node)}:::{node.kind}" for node in graph.nodes)
    yield from (f"  {_edge(edge, numbers)}" for edge in graph.edges if {edge.source, edge.target} <= numbers.keys())
    for kind in NODES:
        if any(graph.of_kind(kind)):
            fill, line = LIGHT[kind]
            yield f"  classDef {kind} fill:{fill},stroke:{line},color:#1b1b1b"


def _box(node: Node) -> str:
    opening, closing = SHAPES.get(node.kind, ("[", "]"))
    return f"{opening}{_quoted(node.label)}{closing}"


def _edge(edge: Edge, numbers: dict[str, str]) -> str:
    arrow = ARROWS.get(edge.kind, "-->")
    label = f"|{_quoted(edge.label)}|" if edge.label else ""
    return f"{numbers[edge.source]} {arrow}{label} {numbers[edge.target]}"


def _gantt(table: Hours) -> Iterator[str]:
    """A chart for the first day; the others follow in charts of their own."""
    rooms = dict(table.rooms)
    for number, day in enumerate(table.days):
        if number:
            yield ""
        yield from (
            "gantt",
            f"  title {_plain(f'{table.title}, {day.title}')}",
            "  dateFormat HH:mm",
            "  axisFormat %H",
        )
        for person, stays in day.rows:
            yield f"  section {_plain(person)}"
            for stay in stays:
                end = "23:59" if stay.end >= 24 * 60 else hour(stay.end)
                yield f"  {_plain(rooms[stay.room])} :{'done, ' if stay.asleep else ''}{hour(stay.start)}, {end}"


def _quoted(text: str) -> str:
    return '"' + text.replace("#", "#35;").replace('"', "#quot;").replace("\n", " ") + '"'


def _plain(text: str) -> str:
    """Text where Mermaid has no quotes: without what would end it."""
    return " ".join(text.replace(":", " ").replace(";", ",").replace("#", " ").split())
