"""Picking from a list: one thing, or up to so many cards."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tavern.model.report import Card, Choice
from tavern.tui.prose import emphasised, plain


class PickOneScreen(ModalScreen[str | None]):
    """Gives the id of what was picked, or None."""

    CSS_PATH = "panel.tcss"

    BINDINGS = [Binding("escape", "dismiss(None)", "Back", key_display="Esc")]

    def __init__(self, question: str, choices: Sequence[Choice]) -> None:
        super().__init__()
        self._question, self._choices = question, choices

    def compose(self) -> ComposeResult:
        with Vertical(classes="panel"):
            yield Static(plain(self._question), classes="title")
            yield OptionList(
                *(Option(emphasised(choice.label)) for choice in self._choices), markup=False, compact=True
            )
            yield Static("Enter picks · Escape goes back", classes="keys", markup=False)

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._choices[event.option_index].id)


class PickCardsScreen(ModalScreen[tuple[int, ...] | None]):
    """Gives the numbers of the cards picked, in the order they were picked, or None when it was left."""

    CSS_PATH = "panel.tcss"

    BINDINGS = [
        Binding("escape", "dismiss(None)", "Back", key_display="Esc"),
        Binding("space", "turn", "Pick or put back"),
        Binding("enter", "done", "Done", priority=True),
    ]

    def __init__(self, question: str, cards: Sequence[Card], picked: Sequence[int], most: int) -> None:
        super().__init__()
        self._question, self._cards, self._most = question, cards, most
        self._picked = list(picked)

    def compose(self) -> ComposeResult:
        with Vertical(classes="panel"):
            yield Static(id="count", classes="title", markup=False)
            yield OptionList(*self._options(), markup=False, compact=True)
            yield Static("Space picks or puts back · Enter when done", classes="keys", markup=False)

    def on_mount(self) -> None:
        self._show_count()

    @on(OptionList.OptionSelected)
    def click(self, event: OptionList.OptionSelected) -> None:
        self._turn(event.option_index)

    def action_turn(self) -> None:
        highlighted = self.query_one(OptionList).highlighted
        if highlighted is not None:
            self._turn(highlighted)

    def action_done(self) -> None:
        self.dismiss(tuple(self._picked))

    def _turn(self, index: int) -> None:
        number = self._cards[index].number
        if number in self._picked:
            self._picked.remove(number)
        elif len(self._picked) < self._most:
            self._picked.append(number)
        else:
            self.notify(f"At most {self._most} cards: put one back first.", markup=False)
        options = self.query_one(OptionList)
        options.replace_option_prompt_at_index(index, self._prompt(self._cards[index]))
        self._show_count()

    def _show_count(self) -> None:
        count = plain(f"  {len(self._picked)} of at most {self._most}", "not bold")
        self.query_one("#count", Static).update(plain(self._question) + count)

    def _options(self) -> list[Option]:
        return [Option(self._prompt(card)) for card in self._cards]

    def _prompt(self, card: Card) -> Content:
        mark = "[x]" if card.number in self._picked else "[ ]"
        source = f"  {card.source}" if card.source else ""
        return plain(f"{mark} ") + emphasised(f"{card.number:>2} {card.glyph} {card.name}{source}")
