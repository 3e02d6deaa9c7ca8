"""The journal: what was found, said and thought, a page a tab."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import Footer, Input, OptionList, Tab, Tabs
from textual.widgets.option_list import Option

from tavern.model.report import Paragraph, View
from tavern.tui.cards import full, matching
from tavern.tui.messages import ProblemMet, ReportArrived
from tavern.tui.passages import Passage
from tavern.tui.prose import plain
from tavern.tui.screens.ask import WordsScreen
from tavern.tui.session import Session
from tavern.tui.widgets.heading import Heading
from tavern.tui.widgets.story import Story

CARDS = "clues"  # the page of cards; the others are text
PAGES = ("clues", "people", "timeline", "statements", "conclusions", "notes")
NOTHING = "No clue yet. Whatever you come to see or hear stands here by itself."
NOT_FOUND = "Nothing on this page has that."


class JournalScreen(Screen[None]):
    """The cards come with the view; the other pages are asked of the game, once each, by the line that shows them."""

    CSS_PATH = "journal.tcss"
    AUTO_FOCUS = "#cards"

    BINDINGS = [
        Binding("1", "page('clues')", "Pages", key_display="←→"),
        *(Binding(str(n), f"page('{page}')", page.title(), show=False) for n, page in enumerate(PAGES[1:], 2)),
        Binding("left", "turn(-1)", "Page before", show=False),
        Binding("right", "turn(1)", "Next page", show=False),
        Binding("slash", "search", "Search", key_display="/"),
        Binding("a", "note", "Add a note"),
        Binding("escape,f3", "leave", "Back", key_display="Esc"),
    ]

    def __init__(self, session: Session, view: View) -> None:
        super().__init__()
        self._session, self._view = session, view
        self._page = PAGES[0]
        self._asked: list[str] = []  # pages whose answer is still to come, in the order they were asked
        self._read: dict[str, tuple[Paragraph, ...]] = {}

    def compose(self) -> ComposeResult:
        yield Heading()
        yield Tabs(*(Tab(plain(page.title()), id=page) for page in PAGES))
        yield Input(placeholder="search", id="search", max_length=100, compact=True)
        yield OptionList(id="cards", markup=False, compact=True)
        yield Story(focusable=True, id="text")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        heading = self.query_one(Heading)
        heading.room, heading.clock = "Journal", self._view.clock
        self.query_one("#search").display = False

    @on(Tabs.TabActivated)
    def open_page(self, event: Tabs.TabActivated) -> None:
        self._page = event.tab.id or PAGES[0]
        self._show_page()

    @on(Input.Changed, "#search")
    def filter_page(self) -> None:
        self._show_page()

    @on(Input.Submitted, "#search")
    def end_search(self) -> None:
        self.query_one("#cards" if self._page == CARDS else "#text").focus()

    @on(ReportArrived)
    def show_answer(self, event: ReportArrived) -> None:
        page = self._asked.pop(0)
        self._view = event.report.view
        if page:
            self._read[page] = event.report.paragraphs
        self._show_page()

    @on(ProblemMet)
    def show_problem(self, event: ProblemMet) -> None:
        self.notify(event.sentence, severity="error", markup=False)

    def action_page(self, page: str) -> None:
        self.query_one(Tabs).active = page

    def action_turn(self, step: int) -> None:
        self.action_page(PAGES[(PAGES.index(self._page) + step) % len(PAGES)])

    def action_search(self) -> None:
        search = self.query_one("#search", Input)
        search.display = True
        search.focus()

    def action_note(self) -> None:
        self.app.push_screen(WordsScreen("Note that…"), self._note)

    def action_leave(self) -> None:
        search = self.query_one("#search", Input)
        if search.display:
            search.value = ""
            search.display = False
            self.end_search()
        else:
            self.dismiss(None)

    def _note(self, words: str | None) -> None:
        if words:
            self._read.pop("notes", None)
            self._ask("", f"note that {words}")

    def _ask(self, page: str, line: str) -> None:
        self._asked.append(page)
        self._session.feed(self, line)

    def _show_page(self) -> None:
        of_cards = self._page == CARDS
        self.query_one("#cards").display = of_cards
        self.query_one("#text").display = not of_cards
        if of_cards:
            self._show_cards()
        elif self._page in self._read:
            self._show_text(self._read[self._page])
        elif self._page not in self._asked:
            self._ask(self._page, self._page)

    def _show_cards(self) -> None:
        cards = self.query_one("#cards", OptionList)
        cards.clear_options()
        search = self.query_one("#search", Input)
        found = matching(self._view.cards, search.value)
        cards.add_options(Option(full(card)) for card in found)
        if not found:
            cards.add_option(Option(plain(NOT_FOUND if search.value else NOTHING), disabled=True))
        if not search.has_focus:
            cards.focus()

    def _show_text(self, paragraphs: Sequence[Paragraph]) -> None:
        text = self.query_one("#text", Story)
        search = self.query_one("#search", Input)
        if not search.has_focus:
            text.focus()
        found = holding(paragraphs, search.value) or [Paragraph("note", NOT_FOUND)]
        self.call_after_refresh(text.begin, [Passage(0, tuple(found))], from_top=True)


def holding(paragraphs: Sequence[Paragraph], words: str) -> list[Paragraph]:
    """The paragraphs that hold every one of the words; with no words, all of them."""
    wanted = words.casefold().split()
    return [paragraph for paragraph in paragraphs if all(word in paragraph.text.casefold() for word in wanted)]
