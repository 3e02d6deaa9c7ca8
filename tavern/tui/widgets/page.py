"""Everything of the play screen between its edges: heading, story, pane, choices, prompt and offers, as one."""

from collections.abc import Iterable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from tavern.model.report import View
from tavern.tui.answers import asked, may_be_answered
from tavern.tui.passages import Passage
from tavern.tui.widgets.choices import Choices
from tavern.tui.widgets.heading import Heading
from tavern.tui.widgets.offers import Offers
from tavern.tui.widgets.pane import Pane, in_short
from tavern.tui.widgets.prompt import Prompt
from tavern.tui.widgets.rule import Rule
from tavern.tui.widgets.slip import Slip
from tavern.tui.widgets.story import Story

FIRST_WORDS = "Type what you do. F1 helps."
READ_ON = "more below · Enter or PgDn"
BUSY = "one moment…"  # where an answer takes longer than the eye notices
HOW_TO_ANSWER = "(type it, or Down and Enter)"


class Page(Vertical, can_focus=False):
    """Shows passages and what is so now; keeps its parts in step, and lets the messages that mean something pass."""

    def __init__(self) -> None:
        super().__init__()
        self._unanswered: View | None = None  # its choices open once what led to them is read

    def compose(self) -> ComposeResult:
        yield Heading()
        yield Static(id="short", markup=False)
        with Horizontal(id="body"):
            yield Story()
            yield Pane()
        yield Slip()
        yield Choices()
        yield Rule()
        with Horizontal(id="line"):
            yield Static("> ", id="mark", markup=False)
            yield Prompt()
        yield Offers()

    def begin(self, passages: Sequence[Passage], lines: Iterable[str], view: View) -> None:
        """Show another game: its newest passages, and the lines that led there for the history."""
        typed = [line for line in lines if line]
        prompt = self.query_one(Prompt)
        prompt.remember(typed)
        prompt.placeholder = "" if typed else FIRST_WORDS
        self.query_one(Story).begin(passages)
        self.show(view)

    def add(self, passage: Passage, view: View) -> None:
        """Show what a line brought, and what is so after it."""
        self.query_one(Prompt).placeholder = ""
        self.query_one(Slip).read()
        self.query_one(Story).add(passage)
        self.show(view)

    def be_busy(self, *, is_busy: bool) -> None:
        """Show that a line is being answered, or that it was."""
        self.query_one(Rule).instead = BUSY if is_busy else ""

    def tell(self, sentence: str, report: str = "") -> None:
        """Say something beside the story: until the next line is played, or with a report, until something else is said."""
        self.query_one(Slip).show(sentence, report)

    def add_older(self, passages: Sequence[Passage]) -> None:
        self.query_one(Story).add_older(passages)

    def offer(self, partial: str, lines: Sequence[str]) -> None:
        """Offer lines that continue `partial`, if that is what stands at the prompt still."""
        if self.query_one(Prompt).offer(partial, lines):
            self.query_one(Offers).show(partial, lines)

    def fill(self, line: str) -> None:
        self.query_one(Prompt).fill(line)

    def read(self, step: int) -> None:
        """Read on (1) or back (-1) in whatever lies on top."""
        pane = self.query_one(Pane)
        if self.screen.has_class("-narrow") and pane.has_class("-turned"):
            pane.scroll_relative(y=step * 8, animate=False)
        else:
            self.query_one(Story).page(step)

    def to_top(self) -> None:
        self.query_one(Story).to_top()

    def to_newest(self) -> None:
        self.query_one(Story).to_newest()

    def turn_pane(self) -> None:
        """Fold the pane away where it stands beside the story, lay it over the story where it does not."""
        self.query_one(Pane).toggle_class("-turned")
        self.call_after_refresh(self._align)

    def on_resize(self) -> None:
        self.call_after_refresh(self._align)

    @on(Prompt.Typed)
    def clear_offers(self, event: Prompt.Typed) -> None:
        if not event.partial:
            self.query_one(Offers).show("", [])

    @on(Prompt.OfferTaken)
    def mark_offer(self, event: Prompt.OfferTaken) -> None:
        self.query_one(Offers).mark(event.index)

    @on(Offers.OfferClicked)
    def take_offer(self, event: Offers.OfferClicked) -> None:
        self.query_one(Prompt).take(event.index)

    @on(Choices.KeyTyped)
    def type_on(self, event: Choices.KeyTyped) -> None:
        prompt = self.query_one(Prompt)
        prompt.focus()
        prompt.insert_text_at_cursor(event.character)

    @on(Prompt.BeneathWanted)
    def enter_choices(self) -> None:
        choices = self.query_one(Choices)
        if choices.is_open:
            choices.enter()

    @on(Choices.ListLeft)
    def leave_choices(self) -> None:
        self.query_one(Prompt).focus()

    @on(Story.MoreBelow)
    def show_more(self, event: Story.MoreBelow) -> None:
        self.query_one(Rule).words = READ_ON if event.more else ""
        self._open_choices()

    def show(self, view: View) -> None:
        """Show what is so now, beside the story."""
        heading = self.query_one(Heading)
        heading.room, heading.clock = view.room, view.clock
        self.query_one("#short", Static).update(in_short(view))
        self.query_one(Pane).show(view)
        self.query_one(Offers).show("", [])
        self.query_one(Choices).close()
        self.query_one(Prompt).focus()
        self._unanswered = view if may_be_answered(view) else None
        self.call_after_refresh(self._open_choices)

    def _open_choices(self) -> None:
        """Open the list of answers, but not over an answer that is still to be read."""
        if self._unanswered is not None and not self.query_one(Story).has_more_below:
            question, choices = asked(self._unanswered)
            self.query_one(Choices).ask(question, HOW_TO_ANSWER, choices)
            self._unanswered = None

    def _align(self) -> None:
        """Set the prompt beneath the text, wherever its margin is."""
        margin = self.query_one(Story).margin
        for name in ("#line", "Offers", "#short", "Slip", "Choices"):
            self.query_one(name).styles.padding = (0, 1, 0, margin)
