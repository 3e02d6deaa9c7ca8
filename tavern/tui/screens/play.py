"""The game as it is played: story, prompt, and what is so now."""

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import Footer

from tavern.model.commands import Meta
from tavern.model.report import Report, View
from tavern.tui.draft import Draft
from tavern.tui.messages import (
    ContentBroken,
    ContentReread,
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
from tavern.tui.passages import Passage, passages_of, told
from tavern.tui.session import Session
from tavern.tui.widgets.choices import Choices
from tavern.tui.widgets.page import Page
from tavern.tui.widgets.pane import Pane
from tavern.tui.widgets.prompt import Prompt
from tavern.tui.widgets.story import Story

if TYPE_CHECKING:
    from textual.timer import Timer

PATIENCE = 0.3  # seconds


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
        self._draft: Draft | None = None
        self._unanswered = 0  # lines that were fed
        self._patience: Timer | None = None

    def compose(self) -> ComposeResult:
        yield Page()
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        self.take_up(self._wanted)

    def take_up(self, wanted: Wanted) -> None:
        """Open the game that is wanted, in place of the one that is shown."""
        self._view = self._draft = None
        self._session.begin(self, wanted)

    @on(GameOpened)
    def show_opened(self, event: GameOpened) -> None:
        self._draft = None
        story, opening = list(event.story), event.opening
        passages = passages_of(story)
        if not (story and tuple(story[-1].paragraphs) == opening.paragraphs):
            passages.append(Passage(0, opening.paragraphs))
        self._take_in(opening.view)
        self.query_one(Page).begin(passages, (row.line for row in story), opening.view)

    @on(ReportArrived)
    def show_report(self, event: ReportArrived) -> None:
        self._be_answered()
        report = event.report
        has_just_ended = bool(report.view.ended) and not (self._view and self._view.ended)
        self._take_in(report.view)
        self.query_one(Page).add(Passage(event.row, told(report.line, report.paragraphs)), report.view)
        if report.meta is not None:
            self._carry_out(report.meta)
        elif has_just_ended:
            self._show_ending(report)

    @on(ContentReread)
    def show_reread(self, event: ContentReread) -> None:
        self._take_in(event.view)
        page = self.query_one(Page)
        page.begin(passages_of(event.story), (), event.view)
        page.tell(event.sentence)

    @on(ContentBroken)
    def show_broken(self, event: ContentBroken) -> None:
        self.query_one(Page).tell(event.sentence, event.report)

    @on(OlderArrived)
    def show_older(self, event: OlderArrived) -> None:
        self.query_one(Page).add_older(passages_of(event.story))

    @on(LinesOffered)
    def show_offers(self, event: LinesOffered) -> None:
        self.query_one(Page).offer(event.partial, event.lines)

    @on(ProblemMet)
    def show_problem(self, event: ProblemMet) -> None:
        self._be_answered()
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

    @on(Prompt.TextCut)
    def say_cut(self, event: Prompt.TextCut) -> None:
        self.notify(event.sentence, markup=False)

    @on(Choices.LineChosen)
    def answer(self, event: Choices.LineChosen) -> None:
        match event.line:
            case "insist":
                self._confirm_insisting()
            case "title" if self._view and self._view.ended:
                self.post_message(TitleWanted())
            case line:
                self._feed(line)

    @on(Pane.LinePicked)
    def take_line(self, event: Pane.LinePicked) -> None:
        if event.at_once:
            self._feed(event.line)
        else:
            self.query_one(Page).fill(event.line)

    @on(Story.OlderWanted)
    def ask_older(self, event: Story.OlderWanted) -> None:
        self._session.older(self, event.before)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - not needed
        """Undo is greyed while there is nothing to undo; without anybody to accuse there is no Theory."""
        if action == "theory":
            return self._view is None or self._view.asks
        if action == "undo":
            return True if self._view is not None and self._view.can_undo else None
        return True

    def action_read(self, step: int) -> None:
        self.query_one(Page).read(step)

    def action_top(self) -> None:
        self.query_one(Page).to_top()

    def action_newest(self) -> None:
        self.query_one(Page).to_newest()

    def action_pane(self) -> None:
        self.query_one(Page).turn_pane()

    def action_undo(self) -> None:
        self._feed("undo")

    def action_redo(self) -> None:
        if self._view is not None and self._view.can_redo:
            self._feed("redo")
        else:
            self.notify("There is nothing to redo.", markup=False)

    def action_settings(self) -> None:
        from tavern.tui.screens.settings import SettingsScreen

        if self._view is not None:
            self.app.push_screen(SettingsScreen(self._session, self._view.settings), self._show_set)

    def action_journal(self) -> None:
        from tavern.tui.screens.journal import JournalScreen

        if self._view is not None:
            self.app.push_screen(JournalScreen(self._session, self._view))

    def action_theory(self) -> None:
        from tavern.tui.screens.theory import TheoryScreen

        if self._view is not None:
            self._draft = self._draft or Draft(self._view)
            self._draft.view = self._view
            self.app.push_screen(TheoryScreen(self._draft), self._play_composed)

    def action_saves(self) -> None:
        from tavern.tui.screens.saves import SavesScreen

        self.app.push_screen(SavesScreen(self._session), self._take_up)

    def action_title(self) -> None:
        self.post_message(TitleWanted())

    def _feed(self, line: str) -> None:
        self._unanswered += 1
        if self._patience is None:
            self._patience = self.set_timer(PATIENCE, self._say_busy)
        self._session.feed(self, line)

    def _say_busy(self) -> None:
        self.query_one(Page).be_busy(is_busy=True)

    def _be_answered(self) -> None:
        """Whatever was fed last but not answered has its answer now, be it a problem."""
        self._unanswered = max(0, self._unanswered - 1)
        if self._patience is not None and not self._unanswered:
            self._patience.stop()
            self._patience = None
            self.query_one(Page).be_busy(is_busy=False)

    def _show_set(self, view: View | None) -> None:
        """What is so now that something was set: more or less of it may stand beside the story."""
        if view is not None:
            self._take_in(view)
            self.query_one(Page).show(view)

    def _play_composed(self, line: str | None) -> None:
        if line:
            self._feed(line)

    def _take_up(self, game: str | None) -> None:
        if game:
            self.post_message(GameWanted(game))

    def _take_in(self, view: View) -> None:
        self._view = view
        self.refresh_bindings()

    def _carry_out(self, meta: Meta) -> None:
        """What a line meant that is about the games rather than in one."""
        match meta.verb:
            case "quit":
                self.app.call_later(self.app.action_quit)
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
