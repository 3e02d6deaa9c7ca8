"""Where the player types."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.suggester import SuggestionReady
from textual.widgets import Input

from tavern.text import one_line, sanitise

MOST_TYPED = 500
MOST_REMEMBERED = 200


class Prompt(Input):
    """A line with a history and completion; it knows nothing of what the words mean."""

    DEFAULT_CSS = """
    Prompt, Prompt:focus {
        border: none;
        height: 1;
        padding: 0;
        background: $background;
        background-tint: $background 0%;
        color: $foreground;
        & > .input--suggestion, & > .input--placeholder { color: $foreground-disabled; }
    }
    """

    BINDINGS = [
        Binding("up", "older", "Older line", show=False),
        Binding("down", "newer", "Newer line", show=False),
        Binding("tab", "next_offer", "Complete", show=False),
        Binding("shift+tab", "previous_offer", "Complete backwards", show=False),
        Binding("escape", "give_up", "Back to what was typed", show=False),
    ]

    @dataclass
    class LineEntered(Message):
        """A line to be played; "" when Enter was pressed on an empty prompt."""

        line: str

    @dataclass
    class Typed(Message):
        """What stands at the prompt now, and may be continued."""

        partial: str

    @dataclass
    class OfferTaken(Message):
        """Tab came to this one of the offers; -1: back to what was typed."""

        index: int

    @dataclass
    class BeneathWanted(Message):
        """Down was pressed on the newest line: to what is beneath the story, if there is something."""

    @dataclass
    class TextCut(Message):
        """Something did not fit. sentence: what was left out."""

        sentence: str

    def __init__(self, id: str | None = None) -> None:
        super().__init__(max_length=MOST_TYPED, select_on_focus=False, id=id)
        self._history: list[str] = []
        self._looking = 0  # in the history, counted from the newest; 0 is the line being typed
        self._draft = ""
        self._offers: list[str] = []
        self._taken = -1
        self._base = ""

    def remember(self, lines: Iterable[str]) -> None:
        """Put lines played before into the history, oldest first."""
        for line in lines:
            if line and self._history[-1:] != [line]:
                self._history.append(line)
        self._history = self._history[-MOST_REMEMBERED:]

    def offer(self, partial: str, lines: Sequence[str]) -> bool:
        """Take lines that continue `partial`; False when something else stands there by now."""
        if self._taken >= 0 or partial != self.value:
            return False
        self._offers = list(lines)
        ghost = next((line for line in lines if line.startswith(partial)), "") if partial else ""
        self.post_message(SuggestionReady(partial, ghost))
        return True

    def fill(self, line: str) -> None:
        """Put this at the prompt, ready to be continued."""
        self._forget_offers()
        self.value = line
        self.cursor_position = len(line)
        self.focus()

    def take(self, index: int) -> None:
        """Put an offer at the prompt; -1 takes back what was typed."""
        if self._taken < 0:
            self._base = self.value
        self._taken = index
        self.value = self._offers[index] if index >= 0 else self._base
        self.cursor_position = len(self.value)
        self.post_message(self.OfferTaken(index))

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if self._taken >= 0 and event.value == self._offers[self._taken]:
            return
        self._taken = -1
        self.post_message(self.Typed(event.value))

    async def on_key(self, event: events.Key) -> None:
        # Left to bubble, a key with an action would act only after the letters that were typed behind it.
        for binding in self._bindings.key_to_bindings.get(event.key, ()):
            if await self.app.run_action(binding.action, self):
                event.stop()
                event.prevent_default()
                return

    async def action_submit(self) -> None:
        line = one_line(self.value, MOST_TYPED)
        self.remember([line])
        self._looking = 0
        self._forget_offers()
        self.clear()
        self.post_message(self.LineEntered(line))

    def on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        first, *others = event.text.lstrip("\r\n").splitlines() or [""]
        room = MOST_TYPED - len(self.value) + len(self.selected_text)
        self.replace(clean(first)[:room], *self.selection)
        if any(line.strip() for line in others):
            self.post_message(self.TextCut("Only the first of the pasted lines was taken."))
        elif len(clean(first)) > room:
            self.post_message(self.TextCut(f"A line holds {MOST_TYPED} letters; the rest of the paste was left out."))

    def insert_text_at_cursor(self, text: str) -> None:
        super().insert_text_at_cursor(clean(text))

    def restricted(self) -> None:
        self.post_message(self.TextCut(f"A line holds {MOST_TYPED} letters."))

    def action_older(self) -> None:
        self._look(self._looking + 1)

    def action_newer(self) -> None:
        if self._looking == 0:
            self.post_message(self.BeneathWanted())
        self._look(self._looking - 1)

    def action_next_offer(self) -> None:
        self._cycle(1)

    def action_previous_offer(self) -> None:
        self._cycle(-1)

    def action_give_up(self) -> None:
        if self._taken >= 0:
            self.take(-1)
        else:
            self.clear()

    def _look(self, back: int) -> None:
        if not 0 <= back <= len(self._history):
            return
        if self._looking == 0:
            self._draft = self.value
        self._looking = back
        self.fill(self._history[-back] if back else self._draft)

    def _cycle(self, step: int) -> None:
        """The next offer; after the last comes what was typed, then the first again."""
        if self._offers:
            places = len(self._offers) + 1
            self.take((self._taken + 1 + step) % places - 1)

    def _forget_offers(self) -> None:
        self._offers = []
        self._taken = -1


def clean(text: str) -> str:
    """Typed or pasted text without anything that could steer a terminal, on one line."""
    return sanitise(text).replace("\n", " ")
