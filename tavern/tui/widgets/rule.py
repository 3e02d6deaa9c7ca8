"""The line between story and prompt."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tavern.text import cell_width


class Rule(Widget):
    """A rule across the page, with a few words of ours at its right end. instead: what stands there for a moment."""

    ALLOW_SELECT = False

    COMPONENT_CLASSES = {"rule--words"}

    DEFAULT_CSS = """
    Rule {
        height: 1;
        width: 100%;
        color: $rule;
        & > .rule--words { color: $foreground-muted; }
    }
    """

    words: reactive[str] = reactive("")
    instead: reactive[str] = reactive("")

    def render(self) -> Content:
        words = self.instead or self.words
        if not words:
            return Content("─" * self.size.width)
        left = max(0, self.size.width - cell_width(words) - 4)
        return Content.assemble(f"{'─' * left} ", (words, self.get_visual_style("rule--words", partial=True)), " ──")
