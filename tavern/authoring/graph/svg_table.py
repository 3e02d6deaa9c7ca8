"""Who answers what as SVG: a row a topic, a column a person, a mark where they have words."""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from tavern.authoring.graph.colours import LINES, PAPER
from tavern.authoring.graph.layout import MARGIN, TITLE, width_of
from tavern.authoring.graph.paper import both, ground, head
from tavern.authoring.graph.value import Edge, Graph, cells

ROW, GAP = 20.0, 18.0  # pixels


def table(graph: Graph) -> str:
    """The graph as an SVG file."""
    return "\n".join(_table(graph))


def _table(graph: Graph) -> Iterator[str]:
    people = [node for node in graph.nodes if node.rank == 0]
    rows = [node for node in graph.nodes if node.rank == 1]
    by_ends = cells(graph)
    first = max([width_of(node.label) for node in rows] + [80.0]) + GAP
    wide = max([width_of(node.label) for node in people] + [40.0]) + GAP
    across = max(2 * MARGIN + first + wide * len(people), width_of(graph.title) * 1.5 + 2 * MARGIN, 420.0)
    top = TITLE + MARGIN + ROW
    yield from head(across, top + ROW * (len(rows) + 2) + MARGIN, graph.title, both(_scheme("light"), _scheme("dark")))
    for column, person in enumerate(people):
        x = MARGIN + first + (column + 0.5) * wide
        yield f'<text x="{x:.1f}" y="{top - 8:.1f}" text-anchor="middle" class="head">{escape(person.label)}</text>'
    for number, row in enumerate(rows):
        y = top + number * ROW
        stripe = (
            f'<rect class="stripe" x="{MARGIN:.0f}" y="{y:.1f}" width="{across - 2 * MARGIN:.1f}" height="{ROW:.0f}"/>'
        )
        yield "" if number % 2 else stripe
        yield f'<text x="{MARGIN + 4:.0f}" y="{y + 14:.1f}">{escape(row.label)}</text>'
        for column, person in enumerate(people):
            edge = by_ends.get((person.id, row.id))
            if edge:
                yield _mark(edge, MARGIN + first + (column + 0.5) * wide, y + ROW / 2, f"{person.label}, {row.label}")
    y = top + ROW * (len(rows) + 1)
    yield (
        _mark(Edge("", "", "speaks"), MARGIN + 8, y, "")
        + f'<text x="{MARGIN + 20:.0f}" y="{y + 4:.1f}">has words on it</text>'
    )
    clue = f'<text x="{MARGIN + 172:.0f}" y="{y + 4:.1f}">gives a clue when asked about it</text>'
    yield _mark(Edge("", "", "reveals"), MARGIN + 160, y, "") + clue
    yield "</svg>"


def _mark(edge: Edge, x: float, y: float, tip: str) -> str:
    words = escape(", ".join(filter(None, (tip, edge.label))))
    size = 6 if edge.kind == "reveals" else 3.5
    return f'<circle class="{edge.kind}" cx="{x:.1f}" cy="{y:.1f}" r="{size}"><title>{words}</title></circle>'


def _scheme(scheme: str) -> str:
    _, ink = PAPER[scheme]
    marks = "".join(f"circle.{kind}{{fill:{LINES[scheme][kind]}}}" for kind in ("speaks", "reveals"))
    return f"{ground(scheme)}.head{{font-weight:600}}.stripe{{fill:{ink};fill-opacity:.05}}{marks}"
