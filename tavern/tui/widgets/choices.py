"""A short list to pick an answer from, beneath the story."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tavern.model.report import Choice
from tavern.tui.prose import emphasised, joined, plain


class Choices(Vertical):
    """What may be answered now; each choice is a line to play. Typing goes to the prompt all the same."""

    DEFAULT_CSS = """
    Choices {
        height: auto;
        max-height: 40%;
        display: none;
        border-top: solid $rule;
        &.-open { display: block; }
        & > Static { color: $secondary; text-style: bold; height: auto; max-height: 2; }
        & > #answers { height: auto; max-height: 9; padding: 0; background: $background; background-tint: $background 0%; }
    }
    """

    @dataclass
    class LineChosen(Message):
        """This line is the answer."""

        line: str

    @dataclass
    class KeyTyped(Message):
        """A letter was typed while the list had the keys."""

        character: str

    @dataclass
    class ListLeft(Message):
        """The keys shall go back to where they were: up beyond the first answer, or away with Escape."""

        key: str

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lines: list[str] = []

    def compose(self) -> ComposeResult:
        yield Static(id="ask", markup=False)
        yield OptionList(markup=False, compact=True, id="answers")

    def ask(self, question: str, how: str, choices: Sequence[Choice]) -> None:
        """Open the list, without the keys. how: in which way one answers; a choice's id is the line it plays."""
        self._lines = [choice.id for choice in choices]
        self.query_one("#ask", Static).update(joined("  ", emphasised(question), plain(how, "dim not bold")))
        answers = self.query_one("#answers", OptionList)
        answers.clear_options()
        answers.add_options(Option(emphasised(choice.label)) for choice in choices)
        answers.highlighted = None
        self.add_class("-open")

    def close(self) -> None:
        self.remove_class("-open")

    def enter(self) -> None:
        """Give the list the keys, with its first answer marked."""
        answers = self.query_one("#answers", OptionList)
        answers.highlighted = 0
        answers.focus()

    @property
    def is_open(self) -> bool:
        return self.has_class("-open")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.post_message(self.LineChosen(self._lines[event.option_index]))

    def on_key(self, event: events.Key) -> None:
        if event.character is not None and event.is_printable:
            event.stop()
            self.post_message(self.KeyTyped(event.character))
        elif event.key == "escape" or (event.key == "up" and not self.query_one("#answers", OptionList).highlighted):
            event.stop()
            self.query_one("#answers", OptionList).highlighted = None
            self.post_message(self.ListLeft(event.key))
