"""The end of a story: the epilogue from its first line, and where to go from there."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import Footer

from tavern.model.report import Choice, Paragraph
from tavern.tui.answers import AFTER_THE_END
from tavern.tui.passages import Passage
from tavern.tui.widgets.choices import Choices
from tavern.tui.widgets.heading import Heading
from tavern.tui.widgets.page import READ_ON
from tavern.tui.widgets.rule import Rule
from tavern.tui.widgets.story import Story

AFTER = (Choice("read", "Back to the story"), *AFTER_THE_END)


class EndingScreen(Screen[str | None]):
    """Gives the line to play next or "title", or None to stay with the story."""

    CSS_PATH = "page.tcss"

    BINDINGS = [
        Binding("escape", "dismiss(None)", "Back to the story", key_display="Esc"),
        Binding("enter", "page(1)", "On", show=False),
        Binding("pageup", "page(-1)", "Back", show=False, priority=True),
        Binding("pagedown,space", "page(1)", "On", show=False, priority=True),
    ]

    def __init__(self, title: str, paragraphs: Sequence[Paragraph]) -> None:
        super().__init__()
        self._title, self._paragraphs = title, tuple(paragraphs)

    def compose(self) -> ComposeResult:
        yield Heading()
        yield Story()
        yield Choices()
        yield Rule()
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        heading = self.query_one(Heading)
        heading.room, heading.clock = self._title, "the end"
        self.query_one(Story).begin([Passage(0, self._paragraphs)], from_top=True)
        self.call_after_refresh(self._open_choices)

    def on_resize(self) -> None:
        self.call_after_refresh(self._align)

    def _align(self) -> None:
        """Set the answers beneath the text, wherever its margin is."""
        self.query_one(Choices).styles.padding = (0, 1, 0, self.query_one(Story).margin)

    @on(Story.MoreBelow)
    def show_more(self, event: Story.MoreBelow) -> None:
        self.query_one(Rule).words = READ_ON if event.more else ""
        self.call_after_refresh(self._open_choices)

    def _open_choices(self) -> None:
        choices = self.query_one(Choices)
        if not choices.is_open and not self.query_one(Story).has_more_below:
            choices.ask("", "(arrows and Enter)", AFTER)
            choices.enter()

    @on(Choices.ListLeft)
    def leave(self, event: Choices.ListLeft) -> None:
        if event.key == "escape":
            self.dismiss(None)
        else:
            self.query_one(Choices).enter()

    @on(Choices.LineChosen)
    def choose(self, event: Choices.LineChosen) -> None:
        self.dismiss(None if event.line == "read" else event.line)

    def action_page(self, step: int) -> None:
        self.query_one(Story).page(step)
