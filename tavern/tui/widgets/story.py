"""The story so far: a page that re-wraps, can be selected and is read backwards without end."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.content import Content
from textual.geometry import Offset, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style

from tavern.tui.layout import LOOKS, MEASURE, Line, lay_out
from tavern.tui.passages import Passage

MOST_KEPT = 200  # passages; older ones are asked for again when the reader goes back to them


class Story(ScrollView, can_focus=False):
    """Passages, one below the other, drawn line by line: what a turn costs does not depend on how many came before."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"story--{kind}" for kind in LOOKS}

    DEFAULT_CSS = """
    Story {
        background: $background;
        color: $foreground;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
        & > .story--heading { color: $primary; text-style: bold; }
        & > .story--journal { color: $primary; }
        & > .story--refusal { color: $foreground-muted; }
        & > .story--question { color: $secondary; }
        & > .story--note { color: $foreground-muted; }
        & > .story--echo { color: $secondary; text-style: bold; }
    }
    """

    @dataclass
    class OlderWanted(Message):
        """The reader came to the top. before: the row of the first passage there is."""

        before: int

    @dataclass
    class MoreBelow(Message):
        """Whether there is something unread beneath what is seen; posted when that changes."""

        more: bool

    def __init__(self, *, focusable: bool = False, id: str | None = None) -> None:
        super().__init__(id=id)
        self.can_focus = focusable
        self._passages: list[Passage] = []
        self._broken: list[list[Line]] = []
        self._lines: list[Line] = []
        self._wrapped_at = 0
        self._reads_down = False  # a page that is read from its first line, rather than kept at its last
        self._more_below = False
        self._asked_before = -1

    @property
    def margin(self) -> int:
        """The cells left of the text, so that the measure stands in the middle of a wide page."""
        return max(1, (self._page_width - MEASURE) // 2)

    @property
    def has_more_below(self) -> bool:
        """Whether there is something beneath what is seen."""
        return self._more_below

    @property
    def plain_lines(self) -> list[str]:
        """The page as it is broken now, without colours."""
        return [line.plain for line in self._lines]

    def begin(self, passages: Sequence[Passage], *, from_top: bool = False) -> None:
        """Show these passages and nothing else: down to the last, that from its first line; or all from the top."""
        self._passages = list(passages)
        self._asked_before = -1
        self._reads_down = from_top
        self._wrap()
        self._go_to(0 if from_top else self._newest)

    def add(self, passage: Passage) -> None:
        """Show one more passage, from its first line if it is longer than the page."""
        self._forget_oldest()
        self._passages.append(passage)
        self._reads_down = False
        broken = lay_out(passage.paragraphs, self._text_width)
        self._broken.append(broken)
        self._take(self._lines + broken)
        self._go_to(self._newest)

    def add_older(self, passages: Sequence[Passage]) -> None:
        """Show passages above the first, without moving what is being read."""
        if not passages:
            return
        before = [lay_out(passage.paragraphs, self._text_width) for passage in passages]
        lines = [line for broken in before for line in broken]
        self._passages = [*passages, *self._passages]
        self._broken = before + self._broken
        self._take(lines + self._lines)
        self._go_to(self.scroll_offset.y + len(lines))

    def page(self, step: int) -> None:
        """Read on a page (1) or back a page (-1), keeping a line for the eye to hold on to."""
        self._go_to(self.scroll_offset.y + step * max(1, self.scrollable_content_region.height - 1))

    def to_top(self) -> None:
        """Go to the first line there is; from there, older ones are asked for."""
        self._go_to(0)
        self._ask_older()

    def to_newest(self) -> None:
        self._go_to(self.max_scroll_y)

    @property
    def _newest(self) -> int:
        """The line the newest passage begins with."""
        return len(self._lines) - len(self._broken[-1]) if self._broken else 0

    @property
    def _page_width(self) -> int:
        return self.scrollable_content_region.width or self.size.width

    @property
    def _text_width(self) -> int:
        return max(2, min(MEASURE, self._page_width - 2))

    def _forget_oldest(self) -> None:
        surplus = len(self._passages) + 1 - MOST_KEPT
        if surplus > 0:
            self._passages = self._passages[surplus:]
            self._broken = self._broken[surplus:]
            self._lines = [line for broken in self._broken for line in broken]
            self._asked_before = -1

    def _wrap(self) -> None:
        self._wrapped_at = self._page_width
        self._broken = [lay_out(passage.paragraphs, self._text_width) for passage in self._passages]
        self._take([line for broken in self._broken for line in broken])

    def _take(self, lines: list[Line]) -> None:
        self._lines = lines
        self.screen.clear_selection()
        self.virtual_size = Size(self._page_width, len(lines))
        self.refresh()

    def _go_to(self, y: float) -> None:
        self.scroll_to(y=y, animate=False, force=True, immediate=True)
        self._tell_more()

    def on_resize(self) -> None:
        place = self._place()
        was_at_the_end = not self._more_below and not (self._reads_down and self.scroll_offset.y == 0)
        newest_was_whole = was_at_the_end and self.scroll_offset.y <= self._newest
        if self._page_width != self._wrapped_at:
            self._wrap()
        if newest_was_whole:
            self._go_to(self._newest)
        else:
            self._go_to(self.max_scroll_y if was_at_the_end else self._line_of(*place))

    def _place(self) -> tuple[int, int]:
        """The passage at the top of the page, and which of its lines that is."""
        y = self.scroll_offset.y
        for index, broken in enumerate(self._broken):
            if y < len(broken):
                return index, y
            y -= len(broken)
        return len(self._broken), 0

    def _line_of(self, passage: int, line: int) -> int:
        above = sum(len(broken) for broken in self._broken[:passage])
        inside = len(self._broken[passage]) - 1 if passage < len(self._broken) else 0
        return above + min(line, max(inside, 0))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        self._tell_more()
        if new_value <= 0 < old_value:
            self._ask_older()

    def _ask_older(self) -> None:
        first = self._passages[0].row if self._passages else 0
        if first > 0 and first != self._asked_before:
            self._asked_before = first
            self.post_message(self.OlderWanted(first))

    def _tell_more(self) -> None:
        more = self.scroll_offset.y < self.max_scroll_y
        if more != self._more_below:
            self._more_below = more
            self.post_message(self.MoreBelow(more))

    def render_line(self, y: int) -> Strip:
        row = y + self.scroll_offset.y
        width = self.size.width
        if row >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        segments = self._drawn(row).render_segments(self._style_of(self._lines[row].kind))
        return Strip(segments).adjust_cell_length(width, self.rich_style).apply_offsets(0, row)

    def _style_of(self, kind: str) -> Style:
        return self.get_visual_style(f"story--{kind}") if kind else self.visual_style

    def _drawn(self, row: int) -> Content:
        content = Content(" " * self.margin) + self._lines[row].whole
        span = self.text_selection.get_span(row) if self.text_selection is not None else None
        if span is None:
            return content
        start, end = span
        style = Style.from_rich_style(self.selection_style)
        return content.stylize(style, start, len(content) if end == -1 else end)

    def selection_updated(self, selection: Selection | None) -> None:  # noqa: ARG002 - every line is drawn anew
        self.refresh()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """What is selected, without the margin."""
        first = selection.start or Offset(0, 0)
        last = selection.end or Offset(MEASURE * 2, len(self._lines) - 1)
        picked = []
        for y in range(first.y, min(last.y, len(self._lines) - 1) + 1):
            start = max(0, first.x - self.margin) if y == first.y else 0
            end = max(0, last.x - self.margin) if y == last.y else None
            picked.append(self._lines[y].plain[start:end])
        return "\n".join(picked), "\n"
