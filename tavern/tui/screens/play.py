"""The game as it is played: story, prompt, and what is so now."""

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Footer, Static

from tavern.model.commands import Meta
from tavern.model.report import Report, View
from tavern.tui.answers import asked, may_be_answered
from tavern.tui.layout import told
from tavern.tui.messages import (
    Done,
    GameOpened,
    GameWanted,
    LinesOffered,
    OlderArrived,
    OpeningFailed,
    ProblemMet,
    ReportArrived,
    TitleWanted,
    Wanted,
)
from tavern.tui.session import Session
from tavern.tui.widgets.choices import Choices
from tavern.tui.widgets.heading import Heading
from tavern.tui.widgets.offers import Offers
from tavern.tui.widgets.pane import Pane, in_short
from tavern.tui.widgets.prompt import Prompt
from tavern.tui.widgets.rule import Rule
from tavern.tui.widgets.story import Passage, Story

if TYPE_CHECKING:
    from tavern.game import Told


class PlayScreen(Screen[None]):
    """Hands each line to the session, and shows the report that comes back."""

    CSS_PATH = "play.tcss"
    AUTO_FOCUS = "Prompt"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (140, "-roomy")]

    BINDINGS = [
        Binding("f1", "app.help", "Help", key_display="F1"),
        Binding("f3", "journal", "Journal", key_display="F3"),
        Binding("f5", "theory", "Theory", key_display="F5"),
        Binding("f9,ctrl+b", "pane", "Around", key_display="F9"),
        Binding("ctrl+z", "undo", "Undo", key_display="^Z"),
        Binding("ctrl+y", "redo", "Redo", show=False),
        Binding("ctrl+s", "saves", "Saves", key_display="^S"),
        Binding("pageup", "read(-1)", "Read back", show=False, priority=True),
        Binding("pagedown", "read(1)", "Read on", show=False, priority=True),
        Binding("ctrl+home", "top", "To the top", show=False, priority=True),
        Binding("ctrl+end", "newest", "To the newest", show=False, priority=True),
        Binding("f10", "title", "To the title", show=False),
    ]

    def __init__(self, session: Session, wanted: Wanted) -> None:
        super().__init__()
        self._session, self._wanted = session, wanted
        self._view: View | None = None

    def compose(self) -> ComposeResult:
        yield Heading()
        yield Static(id="short", markup=False)
        with Horizontal(id="body"):
            yield Story()
            yield Pane()
        yield Choices()
        yield Rule()
        with Horizontal(id="line"):
            yield Static("> ", id="mark", markup=False)
            yield Prompt()
        yield Offers()
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        self.take_up(self._wanted)

    def take_up(self, wanted: Wanted) -> None:
        """Open the game that is wanted, in place of the one that is shown."""
        self._view = None
        self._session.begin(self, wanted)

    def on_resize(self) -> None:
        self.call_after_refresh(self._align)

    @on(GameOpened)
    def show_opened(self, event: GameOpened) -> None:
        story, opening = list(event.story), event.opening
        self.query_one(Prompt).remember(row.line for row in story)
        passages = [passage(row) for row in story]
        if not (story and tuple(story[-1].paragraphs) == opening.paragraphs):
            passages.append(Passage(0, opening.paragraphs))
        self.query_one(Story).begin(passages)
        self._show_view(opening.view)

    @on(ReportArrived)
    def show_report(self, event: ReportArrived) -> None:
        report = event.report
        self.query_one(Story).add(Passage(event.row, told(report.line, report.paragraphs)))
        has_just_ended = bool(report.view.ended) and not (self._view and self._view.ended)
        self._show_view(report.view)
        if report.meta is not None:
            self._carry_out(report.meta)
        elif has_just_ended:
            self._show_ending(report)

    @on(OlderArrived)
    def show_older(self, event: OlderArrived) -> None:
        self.query_one(Story).add_older([passage(row) for row in event.story])

    @on(LinesOffered)
    def show_offers(self, event: LinesOffered) -> None:
        if self.query_one(Prompt).offer(event.partial, event.lines):
            self.query_one(Offers).show(event.partial, event.lines)

    @on(ProblemMet)
    def show_problem(self, event: ProblemMet) -> None:
        if self._view is None:
            self.post_message(OpeningFailed(event))
        else:
            self.notify(event.sentence, severity="error", timeout=12, markup=False)

    @on(Done)
    def show_done(self, event: Done) -> None:
        self.notify(event.sentence, timeout=8, markup=False)

    @on(Prompt.LineEntered)
    def play_line(self, event: Prompt.LineEntered) -> None:
        if event.line:
            self._feed(event.line)
        else:
            self.action_read(1)

    @on(Prompt.Typed)
    def ask_offers(self, event: Prompt.Typed) -> None:
        if self._view is not None and event.partial:
            self._session.complete(self, event.partial)
        else:
            self.query_one(Offers).show("", [])

    @on(Prompt.OfferTaken)
    def mark_offer(self, event: Prompt.OfferTaken) -> None:
        self.query_one(Offers).mark(event.index)

    @on(Prompt.TextCut)
    def say_cut(self, event: Prompt.TextCut) -> None:
        self.notify(event.sentence, markup=False)

    @on(Offers.OfferClicked)
    def take_offer(self, event: Offers.OfferClicked) -> None:
        self.query_one(Prompt).take(event.index)

    @on(Choices.LineChosen)
    def answer(self, event: Choices.LineChosen) -> None:
        match event.line:
            case "insist":
                self._confirm_insisting()
            case "title" if self._view and self._view.ended:
                self.post_message(TitleWanted())
            case line:
                self._feed(line)

    @on(Choices.KeyTyped)
    def type_on(self, event: Choices.KeyTyped) -> None:
        prompt = self.query_one(Prompt)
        prompt.focus()
        prompt.insert_text_at_cursor(event.character)

    @on(Pane.LinePicked)
    def take_line(self, event: Pane.LinePicked) -> None:
        if event.at_once:
            self._feed(event.line)
        else:
            self.query_one(Prompt).fill(event.line)

    @on(Story.OlderWanted)
    def ask_older(self, event: Story.OlderWanted) -> None:
        self._session.older(self, event.before)

    @on(Story.MoreBelow)
    def show_more(self, event: Story.MoreBelow) -> None:
        self.query_one(Rule).words = "more below · PgDn" if event.more else ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - not needed
        """Undo is greyed while there is nothing to undo."""
        if action == "undo":
            return True if self._view is not None and self._view.can_undo else None
        return True

    def action_read(self, step: int) -> None:
        if self._is_pane_over:
            self.query_one(Pane).scroll_relative(y=step * 8, animate=False)
        else:
            self.query_one(Story).page(step)

    def action_top(self) -> None:
        self.query_one(Story).to_top()

    def action_newest(self) -> None:
        self.query_one(Story).to_newest()

    def action_pane(self) -> None:
        self.query_one(Pane).toggle_class("-turned")
        self.call_after_refresh(self._align)

    def action_undo(self) -> None:
        self._feed("undo")

    def action_redo(self) -> None:
        if self._view is not None and self._view.can_redo:
            self._feed("redo")
        else:
            self.notify("There is nothing to redo.", markup=False)

    def action_journal(self) -> None:
        from tavern.tui.screens.journal import JournalScreen

        if self._view is not None:
            self.app.push_screen(JournalScreen(self._session, self._view))

    def action_theory(self) -> None:
        from tavern.tui.screens.theory import TheoryScreen

        if self._view is not None:
            self.app.push_screen(TheoryScreen(self._view), self._play_composed)

    def action_saves(self) -> None:
        from tavern.tui.screens.saves import SavesScreen

        self.app.push_screen(SavesScreen(self._session), self._take_up)

    def action_title(self) -> None:
        self.post_message(TitleWanted())

    @property
    def _is_pane_over(self) -> bool:
        """Whether the pane lies over the story, so that it is what one reads."""
        return self.has_class("-narrow") and self.query_one(Pane).has_class("-turned")

    def _feed(self, line: str) -> None:
        self._session.feed(self, line)

    def _play_composed(self, line: str | None) -> None:
        if line:
            self._feed(line)

    def _take_up(self, game: str | None) -> None:
        if game:
            self.post_message(GameWanted(game))

    def _show_view(self, view: View) -> None:
        self._view = view
        heading = self.query_one(Heading)
        heading.room, heading.clock = view.room, view.clock
        self.query_one("#short", Static).update(in_short(view))
        self.query_one(Pane).show(view)
        self.query_one(Offers).show("", [])
        self._show_choices(view)
        self.refresh_bindings()

    def _show_choices(self, view: View) -> None:
        choices = self.query_one(Choices)
        if may_be_answered(view):
            choices.ask(*asked(view))
        else:
            choices.close()
            self.query_one(Prompt).focus()

    def _carry_out(self, meta: Meta) -> None:
        """What a line meant that is about the games rather than in one."""
        match meta.verb:
            case "quit":
                self.app.exit(0)
            case "games":
                self.action_saves()
            case "load" if not meta.words:
                self.action_saves()
            case _:
                self._session.carry_out(self, meta)

    def _confirm_insisting(self) -> None:
        from tavern.tui.screens.ask import ConfirmScreen

        ask = ConfirmScreen("Stand by it? That ends the story, whatever is true.", "Stand by it", "Not yet")
        self.app.push_screen(ask, lambda sure: self._feed("insist") if sure else None)

    def _show_ending(self, report: Report) -> None:
        from tavern.tui.screens.ending import EndingScreen

        self.app.push_screen(EndingScreen(report.view.title, report.paragraphs), self._go_on)

    def _go_on(self, after: str | None) -> None:
        if after == "title":
            self.post_message(TitleWanted())
        elif after:
            self._feed(after)

    def _align(self) -> None:
        margin = self.query_one(Story).margin
        for name in ("#line", "Offers", "#short"):
            self.query_one(name).styles.padding = (0, 1, 0, margin)


def passage(row: "Told") -> Passage:
    return Passage(row.row, told(row.line, tuple(row.paragraphs)))
