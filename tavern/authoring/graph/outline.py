"""A drawing as text in 80 columns."""

from collections.abc import Iterator
from textwrap import wrap
from typing import assert_never

from tavern.authoring.graph.value import EDGES, NODES, Day, Drawing, Edge, Graph, Hours, Node, Stay, cells
from tavern.narration.wording import hour

WIDTH = 80
LEAD = 18  # columns before what an edge leads to
FIRST, COLUMNS = 24, 7  # letters of a topic, and people in one table
SHORTEST = 5  # minutes of a stay that is told by its hours; less is walking through


def outline(drawing: Drawing) -> str:
    """The drawing as text."""
    match drawing:
        case Graph(as_table=True):
            return "\n".join([drawing.title, *_table(drawing)])
        case Graph():
            return "\n".join([drawing.title, *_graph(drawing)])
        case Hours():
            return "\n".join([drawing.title, *_hours(drawing)])
        case _:
            assert_never(drawing)


def _graph(graph: Graph) -> Iterator[str]:
    names = {node.id: node.label for node in graph.nodes}
    out: dict[str, list[Edge]] = {}
    into: dict[str, list[Edge]] = {}
    for edge in graph.edges:
        out.setdefault(edge.source, []).append(edge)
        into.setdefault(edge.target, []).append(edge)
    for kind, (heading, _) in NODES.items():
        nodes = list(graph.of_kind(kind))
        if nodes:
            yield from ("", heading.upper())
        for node in nodes:
            yield from _node(node)
            yield from _edges(names, out.get(node.id, []), of_target=False)
            yield from _edges(names, into.get(node.id, []), of_target=True)


def _node(node: Node) -> Iterator[str]:
    id = node.id.removeprefix("from:").removeprefix("about:")
    named = node.label if node.label.casefold() == id.casefold() else f"{node.label}  [{id}]"
    yield from wrap(f"{named}  {node.note}".strip(), WIDTH, initial_indent="  ", subsequent_indent="      ")


def _edges(names: dict[str, str], edges: list[Edge], *, of_target: bool) -> Iterator[str]:
    for kind, told in EDGES.items():
        word = told[of_target]
        of_kind = [edge for edge in edges if edge.kind == kind]
        if not word or not of_kind:
            continue
        ends = [_end(names, edge, of_target=of_target) for edge in of_kind]
        lead = f"    {word}".ljust(LEAD)
        for number, end in enumerate(ends):
            first = lead if not number else " " * LEAD
            yield from wrap(end, WIDTH, initial_indent=first, subsequent_indent=" " * (LEAD + 2))


def _end(names: dict[str, str], edge: Edge, *, of_target: bool) -> str:
    if edge.kind == "way":
        direction, _, how = edge.label.partition(": ")
        return f"{direction:<10}{names[edge.target]}" + (f", {how}" if how else "")
    name = names.get(edge.source if of_target else edge.target, edge.target)
    return f"{name}: {edge.label}" if edge.label else name


def _table(graph: Graph) -> Iterator[str]:
    """A row a topic, a column a person, as many tables as there are people for."""
    people = [node for node in graph.nodes if node.rank == 0]
    rows = [node for node in graph.nodes if node.rank == 1]
    by_ends = cells(graph)
    for at in range(0, max(1, len(people)), COLUMNS):
        across = people[at : at + COLUMNS]
        yield from ("", f"{'':<{FIRST}}" + "".join(f"{_short(node.label):<8}" for node in across).rstrip())
        for row in rows:
            marks = (_mark(by_ends.get((node.id, row.id))) for node in across)
            said = "".join(f"{mark:<8}" for mark in marks).rstrip() or f"   {row.note}".rstrip()
            yield f"{row.label[: FIRST - 1]:<{FIRST}}{said}".rstrip()
    yield from ("", "words: has words on it. clue: gives a clue when asked about it.")


def _short(name: str) -> str:
    """A name in seven letters: its last word where it has several and is longer."""
    return (name if len(name) <= 7 else name.rsplit(maxsplit=1)[-1])[:7]


def _mark(edge: Edge | None) -> str:
    return "" if edge is None else "clue" if edge.kind == "reveals" else "words"


def _hours(table: Hours) -> Iterator[str]:
    codes = codes_of(table)
    told: dict[tuple[str, tuple[Stay, ...]], str] = {}
    for day in table.days:
        yield from ("", *wrap(day.title, WIDTH), "")
        yield from _grid(day, codes)
        yield ""
        yield from _stays(day, dict(table.rooms), told)
    legend = ", ".join(f"{codes[id]} {name}" for id, name in table.rooms)
    yield from ("", *wrap(f"{legend}. In small letters: asleep. Each hour shows the room of its longest part.", WIDTH))


def codes_of(table: Hours) -> dict[str, str]:
    """Room → two capitals that stand for it and for no other."""
    codes: dict[str, str] = {}
    for id, _ in table.rooms:
        letters = id.replace("_", "").upper()
        pairs = (letters[0] + letter for letter in f"{letters[1:]}ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
        codes[id] = next((pair for pair in pairs if pair not in codes.values()), "??")
    return codes


def _grid(day: Day, codes: dict[str, str]) -> Iterator[str]:
    """A row a person, three columns an hour."""
    yield " " * 8 + "".join(f"{number:02} " for number in range(24)).rstrip()
    for person, stays in day.rows:
        cells = (_cell(stays, number * 60, codes) for number in range(24))
        yield f"{_short(person):<8}" + "".join(f"{cell} " for cell in cells).rstrip()


def _cell(stays: tuple[Stay, ...], start: int, codes: dict[str, str]) -> str:
    def share(stay: Stay) -> int:
        return min(stay.end, start + 60) - max(stay.start, start)

    longest = max(stays, key=share, default=None)
    if longest is None or share(longest) <= 0:
        return "--"
    return codes[longest.room].lower() if longest.asleep else codes[longest.room]


def _stays(day: Day, rooms: dict[str, str], told: dict[tuple[str, tuple[Stay, ...]], str]) -> Iterator[str]:
    """The hours to the minute; of those who keep the hours of a day told before, only which. told: row → that day."""
    before: dict[str, list[str]] = {}
    for person, stays in day.rows:
        if (person, stays) in told:
            before.setdefault(told[person, stays], []).append(person)
            continue
        told[person, stays] = day.title.partition(";")[0]
        long = [stay for stay in stays if stay.end - stay.start >= SHORTEST]
        where = "; ".join(f"{hour(stay.start)} {rooms[stay.room]}{', asleep' if stay.asleep else ''}" for stay in long)
        yield from _indented(f"{person}: {where or 'nowhere'}")
    for title, people in before.items():
        yield from _indented(f"{', '.join(people)}: as on {title}")


def _indented(text: str) -> list[str]:
    return wrap(text, WIDTH, initial_indent="  ", subsequent_indent="    ")
