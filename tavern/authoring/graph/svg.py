"""A graph as SVG, which any browser shows: boxes in their places, lines under them, a legend; on light and dark."""

from collections.abc import Iterable, Iterator
from typing import assert_never
from xml.sax.saxutils import escape

from tavern.authoring.graph.colours import DARK, DASHED, LIGHT, LINES, PAPER
from tavern.authoring.graph.layout import LINE, MARGIN, PAD, Box, laid_out, width_of
from tavern.authoring.graph.paper import both, ground, head
from tavern.authoring.graph.svg_hours import timetable
from tavern.authoring.graph.svg_table import table
from tavern.authoring.graph.value import EDGES, NODES, Drawing, Edge, Graph, Hours

SAMPLES = 24  # points of a line that are looked at for a box in its way
LEGEND = 26.0  # pixels of a legend's row
DOOR = 9.0  # radius of a door's number


def svg(drawing: Drawing) -> str:
    """The drawing as an SVG file."""
    match drawing:
        case Graph(as_table=True):
            return table(drawing)
        case Graph():
            return "\n".join(_graph(drawing))
        case Hours():
            return timetable(drawing)
        case _:
            assert_never(drawing)


def _graph(graph: Graph) -> Iterator[str]:
    boxes = laid_out(graph)
    edges = [edge for edge in graph.edges if edge.source in boxes and edge.target in boxes]
    legend = _doors(graph, edges) if graph.spots else _legend(graph, edges)
    bottom = max((box.y + box.height for box in boxes.values()), default=0.0) + MARGIN
    wide = max([box.x + box.width for box in boxes.values()] + [width_of(graph.title) * 1.5, 420.0]) + MARGIN
    high = bottom + LEGEND * (len(legend) + 1)
    yield from head(wide, high, graph.title, _style())
    yield from (
        (_map_line(edge, boxes) for edge in _one_a_pair(edges)) if graph.spots else (_line(e, boxes) for e in edges)
    )
    yield from (_box(box) for box in boxes.values())
    if graph.spots:
        yield from _door_numbers(edges, boxes)
    for number, row in enumerate(legend):
        yield f'<g transform="translate({MARGIN:.0f},{bottom + number * LEGEND:.0f})">{row}</g>'
    yield "</svg>"


def _style() -> str:
    return both(_scheme("light"), _scheme("dark"))


def _scheme(scheme: str) -> str:
    nodes = LIGHT if scheme == "light" else DARK
    boxes = "".join(f".{kind} rect{{fill:{fill};stroke:{line}}}" for kind, (fill, line) in nodes.items())
    lines = "".join(
        f".{kind}{{stroke:{colour};{'stroke-dasharray:5 4;' if kind in DASHED else ''}}}"
        for kind, colour in LINES[scheme].items()
    )
    paper, ink = PAPER[scheme]
    door = f".door circle{{fill:{paper};stroke:{ink}}}"
    return f"{ground(scheme)}path{{fill:none;stroke-width:1.3}}{boxes}{lines}{door}"


def _box(box: Box) -> str:
    tip = f"<title>{escape(', '.join(filter(None, (box.node.label, box.node.note))))}</title>"
    frame = (
        f'<rect x="{box.x:.1f}" y="{box.y:.1f}" width="{box.width:.1f}" height="{box.height:.1f}" rx="{_round(box)}"/>'
    )
    x = box.x + box.width / 2
    words = "".join(
        f'<text x="{x:.1f}" y="{box.y + PAD / 2 + (number + 0.75) * LINE:.1f}" text-anchor="middle">{escape(line)}</text>'
        for number, line in enumerate(box.lines)
    )
    return f'<g class="{box.node.kind}">{tip}{frame}{words}</g>'


def _round(box: Box) -> int:
    return {"person": 12, "topic": 12, "deduction": 2, "truth": 2, "answer": 2}.get(box.node.kind, 5)


def _line(edge: Edge, boxes: dict[str, Box]) -> str:
    """From side to side; between boxes of one column, round their right."""
    source, target = boxes[edge.source], boxes[edge.target]
    if source.node.rank == target.node.rank:
        x1, x2 = source.x + source.width, target.x + target.width
        y1, y2 = source.middle[1], target.middle[1]
        out = max(x1, x2) + min(90.0, 22 + abs(y2 - y1) / 8)
        curve = f"M{x1:.1f},{y1:.1f} C{out:.1f},{y1:.1f} {out:.1f},{y2:.1f} {x2:.1f},{y2:.1f}"
    else:
        left, right = sorted((source, target), key=lambda box: box.node.rank)
        x1, y1, x2, y2 = left.x + left.width, left.middle[1], right.x, right.middle[1]
        bend = max(40.0, (x2 - x1) / 2)
        curve = f"M{x1:.1f},{y1:.1f} C{x1 + bend:.1f},{y1:.1f} {x2 - bend:.1f},{y2:.1f} {x2:.1f},{y2:.1f}"
    return _path(edge, curve, f"{source.node.label} {EDGES[edge.kind][2]}: {target.node.label}")


def _map_line(edge: Edge, boxes: dict[str, Box]) -> str:
    (x1, y1), (x2, y2), (bx, by) = boxes[edge.source].middle, boxes[edge.target].middle, _bend(edge, boxes)
    return _path(edge, f"M{x1:.1f},{y1:.1f} Q{bx:.1f},{by:.1f} {x2:.1f},{y2:.1f}", "")


def _path(edge: Edge, curve: str, tip: str) -> str:
    words = ", ".join(filter(None, (tip, edge.label)))
    return f'<path class="{edge.kind}" d="{curve}"><title>{escape(words)}</title></path>'


def _bend(edge: Edge, boxes: dict[str, Box]) -> tuple[float, float]:
    """The middle of a way, moved aside where it would run under another room."""
    (x1, y1), (x2, y2) = boxes[edge.source].middle, boxes[edge.target].middle
    others = [box for id, box in boxes.items() if id not in (edge.source, edge.target)]
    for aside in (0.0, 0.35, -0.35, 0.7, -0.7, 1.1, -1.1):
        bend = ((x1 + x2) / 2 - aside * (y2 - y1), (y1 + y2) / 2 + aside * (x2 - x1))
        points = [_on_curve((x1, y1), bend, (x2, y2), step / SAMPLES) for step in range(SAMPLES + 1)]
        if not any(_is_within(box, point) for box in others for point in points):
            return bend
    return (x1 + x2) / 2, (y1 + y2) / 2


def _on_curve(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float], t: float) -> tuple[float, float]:
    x, y = ((1 - t) ** 2 * a[i] + 2 * t * (1 - t) * b[i] + t**2 * c[i] for i in (0, 1))
    return x, y


def _is_within(box: Box, point: tuple[float, float]) -> bool:
    return -4 <= point[0] - box.x <= box.width + 4 and -4 <= point[1] - box.y <= box.height + 4


def _one_a_pair(edges: Iterable[Edge]) -> list[Edge]:
    """A way and the way back are one line."""
    pairs: dict[frozenset[str], Edge] = {}
    for edge in edges:
        pairs.setdefault(frozenset((edge.source, edge.target)), edge)
    return list(pairs.values())


def _told(edges: Iterable[Edge]) -> list[Edge]:
    """The ways of which there is more to tell than a direction: doors, and what hides or bars them."""
    return [edge for edge in _one_a_pair(edges) if ": " in edge.label]


def _door_numbers(edges: Iterable[Edge], boxes: dict[str, Box]) -> Iterator[str]:
    for number, edge in enumerate(_told(edges), 1):
        x, y = _on_curve(boxes[edge.source].middle, _bend(edge, boxes), boxes[edge.target].middle, 0.5)
        circle = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{DOOR}"/>'
        yield f'<g class="door">{circle}<text x="{x:.1f}" y="{y + 4:.1f}" text-anchor="middle">{number}</text></g>'


def _doors(graph: Graph, edges: Iterable[Edge]) -> list[str]:
    names = {node.id: node.label for node in graph.nodes}
    return [
        f'<text y="12">{number}  {escape(names[edge.source])} – {escape(names[edge.target])}, {escape(how)}</text>'
        for number, edge in enumerate(_told(edges), 1)
        for how in edge.label.split(": ", 1)[1:]
    ]


def _legend(graph: Graph, edges: Iterable[Edge]) -> list[str]:
    """A row for the kinds of boxes, one for the kinds of lines."""
    present = {edge.kind for edge in edges}
    boxes = [(f'<g class="{kind}"><rect width="16" height="14" rx="3"/></g>', NODES[kind][1])
             for kind in NODES if any(graph.of_kind(kind))]  # fmt: skip
    lines = [(f'<path class="{kind}" d="M0,8 L22,8"/>', EDGES[kind][2]) for kind in EDGES if kind in present]
    return [_row(boxes), _row(lines)]


def _row(entries: Iterable[tuple[str, str]]) -> str:
    x, parts = 0.0, []
    for mark, words in entries:
        parts.append(f'<g transform="translate({x:.0f},0)">{mark}<text x="28" y="12">{escape(words)}</text></g>')
        x += 28 + width_of(words) + 20
    return "".join(parts)
