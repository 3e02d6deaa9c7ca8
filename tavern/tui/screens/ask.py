"""A question over the screen: one that is answered yes or no, and one that is answered in words."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static

from tavern.text import one_line
from tavern.tui.prose import plain

MOST_WORDS = 200


class ConfirmScreen(ModalScreen[bool]):
    """True when it shall be done. The other answer is the one that Enter gives unless one chooses."""

    CSS_PATH = "panel.tcss"

    BINDINGS = [
        Binding("escape", "dismiss(False)", "No"),
        Binding("n", "dismiss(False)", "No", show=False),
        Binding("y", "dismiss(True)", "Yes", show=False),
    ]

    def __init__(self, question: str, yes: str, no: str) -> None:
        super().__init__()
        self._question, self._yes, self._no = question, yes, no

    def compose(self) -> ComposeResult:
        with Vertical(classes="panel"):
            yield Static(plain(self._question), classes="title")
            yield OptionList(plain(f"n  {self._no}"), plain(f"y  {self._yes}"), markup=False, compact=True)

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_index == 1)


class WordsScreen(ModalScreen[str | None]):
    """Gives what was typed, or None when it was left."""

    CSS_PATH = "panel.tcss"

    BINDINGS = [Binding("escape", "dismiss(None)", "Back", key_display="Esc")]

    def __init__(self, question: str, value: str = "") -> None:
        super().__init__()
        self._question, self._value = question, value

    def compose(self) -> ComposeResult:
        with Vertical(classes="panel"):
            yield Static(plain(self._question), classes="title")
            yield Input(one_line(self._value, MOST_WORDS), max_length=MOST_WORDS)
            yield Static("Enter takes it · Escape goes back", classes="keys", markup=False)

    @on(Input.Submitted)
    def take(self, event: Input.Submitted) -> None:
        words = one_line(event.value, MOST_WORDS)
        self.dismiss(words or None)
