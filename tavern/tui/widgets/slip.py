"""A slip beneath the story, for what is said to whoever writes it."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static


class Slip(VerticalScroll, can_focus=False):
    """Shows a sentence, and what is wrong at length; takes no room while there is nothing to say."""

    DEFAULT_CSS = """
    Slip {
        display: none;
        height: auto;
        max-height: 50%;
        padding: 0 1;
        background: $surface;
        color: $foreground-muted;
        border-top: solid $border;
        scrollbar-size-vertical: 1;
        & > Static { height: auto; }
        &.-told { display: block; }
        &.-wrong { color: $foreground; border-top: solid $error; }
    }
    """

    def compose(self) -> ComposeResult:
        yield Static(markup=False)

    def show(self, sentence: str, report: str = "") -> None:
        """Say this, in place of what was said before. report: kept in sight until something else is said."""
        self.query_one(Static).update(Content(f"{report}\n\n{sentence}" if report else sentence))
        self.set_class(True, "-told")  # noqa: FBT003 - Textual's signature
        self.set_class(bool(report), "-wrong")
        self.scroll_home(animate=False)

    def read(self) -> None:
        """Take away a sentence that was read; a report stays."""
        if not self.has_class("-wrong"):
            self.remove_class("-told")
