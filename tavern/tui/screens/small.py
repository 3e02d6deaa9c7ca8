"""What is shown when the terminal is too small for a page."""

from textual.app import ComposeResult
from textual.geometry import Size
from textual.screen import Screen
from textual.widgets import Static

LEAST_WIDTH = 60
LEAST_HEIGHT = 18


class SmallScreen(Screen[None]):
    DEFAULT_CSS = """
    SmallScreen { align: center middle; }
    SmallScreen Static { width: auto; max-width: 100%; text-align: center; }
    """

    def compose(self) -> ComposeResult:
        words = f"This window is too small.\n{LEAST_WIDTH} by {LEAST_HEIGHT} is enough.\nNothing is lost."
        yield Static(words, markup=False)

    def on_screen_resume(self) -> None:
        """The window may have grown while something lay over this."""
        if not is_too_small(self.app.size):
            self.dismiss()


def is_too_small(size: Size) -> bool:
    return size.width < LEAST_WIDTH or size.height < LEAST_HEIGHT
