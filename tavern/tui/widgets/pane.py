"""Beside the story: who is here, the ways out, the clues, what one carries."""

from collections.abc import Iterator
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widgets import Static

from tavern.model.report import Card, Person, View, Way
from tavern.tui.prose import emphasised, plain, unmarked


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the pane. line: what a click puts at the prompt, "" nothing; at_once: and plays it."""

    content: Content
    line: str = ""
    at_once: bool = False


class Pane(VerticalScroll, can_focus=False):
    """What is so now, in short."""

    ALLOW_SELECT = False

    DEFAULT_CSS = """
    Pane {
        height: 1fr;
        scrollbar-size-vertical: 1;
        padding: 0 1;
        & > Static { height: auto; }
    }
    """

    @dataclass
    class LinePicked(Message):
        """A row was clicked. line: what to type; at_once: play it, rather than let it be continued."""

        line: str
        at_once: bool

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: list[Row] = []

    def compose(self) -> ComposeResult:
        yield Static(markup=False)

    def show(self, view: View) -> None:
        self._rows = list(rows(view))
        self._draw()

    def on_resize(self) -> None:
        self._draw()

    def _draw(self) -> None:
        width = max(8, self.scrollable_content_region.width)
        lines = [line for index, row in enumerate(self._rows) for line in _lines(index, row, width)]
        self.query_one(Static).update(Content("\n").join(lines))

    def on_click(self, event: events.Click) -> None:
        index = event.style.meta.get("row")
        if isinstance(index, int):
            row = self._rows[index]
            self.post_message(self.LinePicked(row.line, row.at_once))


def _lines(index: int, row: Row, width: int) -> list[Content]:
    """A row broken to the width, its further lines indented; it knows which it is when it is clicked."""
    content = row.content.stylize(Style.from_meta({"row": index})) if row.line else row.content
    first, *rest = content.wrap(width)
    if not rest:
        return [first]
    first, *rest = content.wrap(width - 3)
    return [first, *(Content("   ") + line for line in rest)]


def rows(view: View) -> Iterator[Row]:
    """Everything the pane shows, a section after the other."""
    yield from _section("Here", [_person(person) for person in view.people], "nobody")
    longest = max((len(way.direction) for way in view.ways), default=0)
    yield from _section("Ways", [_way(way, longest) for way in view.ways], "none you see")
    clues = _told_of(view)
    if clues or (view.asks and _tells_of_all(view)):
        yield from _section(f"Clues · {len(clues)}", [_card(card) for card in reversed(clues)], "none yet")
    yield from _section("You carry", [_thing(thing) for thing in view.carried], "nothing")


def in_short(view: View) -> Content:
    """The pane in one line, for where there is no room for it."""
    found = len(_told_of(view))
    parts = [
        ", ".join(person.name for person in view.people) or "nobody here",
        ", ".join(way.direction for way in view.ways) or "no way out",
        *(["1 clue" if found == 1 else f"{found} clues"] if found or (view.asks and _tells_of_all(view)) else []),
    ]
    return plain(" · ".join(parts))


def _told_of(view: View) -> list[Card]:
    """The clues that the story has told of; the journal has the others too."""
    told_of = (card for card in view.cards if _tells_of_all(view) or card.number <= view.announced)
    return [card for card in told_of if card.kind != "conclusion"]


def _tells_of_all(view: View) -> bool:
    return view.announced < 0


def _section(title: str, found: list[Row], otherwise: str) -> Iterator[Row]:
    yield Row(plain(title, "bold $primary"))
    yield from found or [Row(plain(f" {otherwise}", "$foreground-muted"))]
    yield Row(Content(""))


def _person(person: Person) -> Row:
    doing = f", {person.doing}" if person.doing else ""
    manner = f"; {person.manner}" if person.manner else ""
    content = emphasised(f" {person.name}") + emphasised(doing + manner).stylize("$foreground-muted")
    return Row(content, f"ask {unmarked(person.name).lower()} about ")


def _way(way: Way, longest: int) -> Row:
    bar = f"  ✕ {way.bar}" if way.bar else ""
    content = plain(f" {way.direction:<{longest}}  ") + emphasised(way.room or "…") + plain(bar, "$secondary")
    return Row(content, way.direction, at_once=True)


def _card(card: Card) -> Row:
    against = plain(" ≠", "$error") if card.against else Content("")
    return Row(plain(f" {card.glyph} ", "$primary") + emphasised(card.name) + against)


def _thing(thing: str) -> Row:
    return Row(emphasised(f" {thing}"), f"examine {unmarked(thing)}", at_once=True)
