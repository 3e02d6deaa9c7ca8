"""Which mystery to begin."""

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tavern.tui.prose import emphasised, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tavern.games import MysteryCard


class MysteriesScreen(ModalScreen[str | None]):
    """Gives the id of the mystery chosen, or None."""

    CSS_PATH = "panel.tcss"

    BINDINGS = [Binding("escape", "dismiss(None)", "Back", key_display="Esc")]

    def __init__(self, mysteries: "Sequence[MysteryCard]") -> None:
        super().__init__()
        self._mysteries = mysteries

    def compose(self) -> ComposeResult:
        with Vertical(classes="panel"):
            yield Static("Which mystery?", classes="title", markup=False)
            yield OptionList(*map(_option, self._mysteries), markup=False, compact=True)
            yield Static("Enter begins it · Escape goes back", classes="keys", markup=False)

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._mysteries[event.option_index].id)


def _option(mystery: "MysteryCard") -> Option:
    name = plain(mystery.title, "bold")
    difficulty = plain(f" · {mystery.difficulty.lower()}") if mystery.difficulty else Content("")
    return Option(name + difficulty + Content("\n") + emphasised(mystery.description) + Content("\n"))
