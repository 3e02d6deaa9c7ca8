"""The row beneath the prompt: how the line could go on."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widget import Widget

from tavern.text import cell_width
from tavern.tui.prose import plain

GAP = "   "


class Offers(Widget):
    """As many continuations as fit in a row, the one that was taken among them; a click takes one."""

    ALLOW_SELECT = False

    COMPONENT_CLASSES = {"offers--taken"}

    DEFAULT_CSS = """
    Offers {
        height: 1;
        width: 1fr;
        color: $foreground-muted;
        text-wrap: nowrap;
        text-overflow: ellipsis;
        & > .offers--taken { color: $primary; text-style: bold underline; }
    }
    """

    @dataclass
    class OfferClicked(Message):
        """The offer with this index was picked by mouse."""

        index: int

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._words: list[str] = []
        self._taken = -1

    def show(self, partial: str, lines: Sequence[str]) -> None:
        """Show the words by which each line goes beyond those already typed."""
        self._words = [new_words(partial, line) for line in lines]
        self._taken = -1
        self.refresh()

    def mark(self, index: int) -> None:
        """Mark the offer that stands at the prompt; -1 marks none."""
        self._taken = index
        self.refresh()

    def render(self) -> Content:
        taken = self.get_visual_style("offers--taken", partial=True)
        first = self._first_shown()
        shown = Content(GAP).join(
            plain(words).stylize(Style.from_meta({"offer": index})).stylize(taken if index == self._taken else Style())
            for index, words in enumerate(self._words)
            if index >= first
        )
        return Content("… ") + shown if first else shown

    def _first_shown(self) -> int:
        """The offer the row begins with: the first, unless what was taken would then be beyond the edge."""
        for first in range(self._taken):
            if cell_width(GAP.join(self._words[first : self._taken + 1])) + 4 <= self.content_size.width:
                return first
        return max(self._taken, 0)

    def on_click(self, event: events.Click) -> None:
        index = event.style.meta.get("offer")
        if isinstance(index, int):
            self.post_message(self.OfferClicked(index))


def new_words(partial: str, line: str) -> str:
    """The line without the whole words it shares with what is typed; all of it when it begins otherwise."""
    whole = line[len(partial) : len(partial) + 1] in ("", " ")
    kept = len(partial) if whole else partial.rfind(" ") + 1
    shared = line[:kept].casefold() == partial[:kept].casefold()
    return line[kept:].strip() if shared else line
