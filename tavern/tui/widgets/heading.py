"""The line above the story: where one is and how late it is."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tavern.text import cell_width, one_line


class Heading(Widget):
    """The room on the left, the clock on the right, a rule between."""

    ALLOW_SELECT = False

    COMPONENT_CLASSES = {"heading--room", "heading--rule", "heading--clock"}

    DEFAULT_CSS = """
    Heading {
        height: 1;
        width: 100%;
        & > .heading--room { color: $primary; text-style: bold; }
        & > .heading--rule { color: $rule; }
        & > .heading--clock { color: $foreground-muted; }
    }
    """

    room: reactive[str] = reactive("")
    clock: reactive[str] = reactive("")

    def render(self) -> Content:
        clock = self.clock and one_line(self.clock, max(10, self.size.width * 2 // 3))
        room = one_line(self.room, max(4, self.size.width - cell_width(clock) - 8))
        rule = self.size.width - cell_width(room) - cell_width(clock) - 6
        style = {name: self.get_visual_style(f"heading--{name}", partial=True) for name in ("room", "rule", "clock")}
        return Content.assemble(
            ("─ ", style["rule"]),
            (room, style["room"]),
            (f" {'─' * max(1, rule)} " if clock else f" {'─' * max(1, rule + 3)}", style["rule"]),
            (clock, style["clock"]),
            (" ─" if clock else "", style["rule"]),
        )
