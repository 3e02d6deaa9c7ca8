"""A drawing for Graphviz."""

from collections.abc import Iterator
from typing import assert_never
from xml.sax.saxutils import escape

from tavern.authoring.graph.colours import DASHED, LIGHT, LINES
from tavern.authoring.graph.value import Drawing, Edge, Graph, Hours, Node
from tavern.narration.wording import hour


def dot(drawing: Drawing) -> str:
    """The drawing as a dot source."""
    match drawing:
        case Graph():
            return "\n".join(_digraph(drawing))
        case Hours():
            return "\n".join(_table(drawing))
        case _:
            assert_never(drawing)


def _digraph(graph: Graph) -> Iterator[str]:
    yield "digraph mystery {"
    yield f"  label={_quoted(graph.title)}; labelloc=t; rankdir=LR; fontname=sans;"
    yield '  node [shape=box, style="rounded,filled", fontname=sans]; edge [fontname=sans, fontsize=9];'
    for node in graph.nodes:
        yield f"  {_node(node)};"
    for rank in sorted({node.rank for node in graph.nodes}) if not graph.spots else ():
        yield f"  {{rank=same; {'; '.join(_quoted(node.id) for node in graph.nodes if node.rank == rank)};}}"
    yield from (f"  {_edge(edge)};" for edge in graph.edges)
    yield "}"


def _node(node: Node) -> str:
    fill, line = LIGHT[node.kind]
    return f'{_quoted(node.id)} [label={_quoted(node.label)}, fillcolor="{fill}", color="{line}"]'


def _edge(edge: Edge) -> str:
    style = ", style=dashed" if edge.kind in DASHED else ""
    ends = ", dir=none" if edge.kind == "contradicts" else ""
    colour = LINES["light"][edge.kind]
    named = f"label={_quoted(edge.label)}, " if edge.label else ""
    return f'{_quoted(edge.source)} -> {_quoted(edge.target)} [{named}color="{colour}"{style}{ends}]'


def _table(table: Hours) -> Iterator[str]:
    rooms = dict(table.rooms)
    yield f"digraph hours {{\n  label={_quoted(table.title)}; labelloc=t; fontname=sans; node [shape=plain, fontname=sans];"
    for number, day in enumerate(table.days):
        rows = [f'<tr><td colspan="2"><b>{escape(day.title)}</b></td></tr>']
        for person, stays in day.rows:
            where = "<br/>".join(
                f"{hour(stay.start)} {escape(rooms[stay.room])}{', asleep' if stay.asleep else ''}" for stay in stays
            )
            rows.append(f'<tr><td>{escape(person)}</td><td align="left">{where or "nowhere"}</td></tr>')
        yield f'  day{number} [label=<<table border="0" cellborder="1" cellspacing="0">{"".join(rows)}</table>>];'
    yield "}"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'
