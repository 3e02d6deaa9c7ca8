"""Keys, and what one can type."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import Footer

from tavern.model.report import Paragraph
from tavern.tui.passages import Passage
from tavern.tui.widgets.heading import Heading
from tavern.tui.widgets.story import Story

_TEXT = (
    ("heading", "How it is played"),
    (
        "prose",
        (
            "You type what you do, in plain words, and read what comes of it. Every line is kept as it is played; "
            "leave whenever you like and you will find the game as it was."
        ),
    ),
    ("list", "*look*, *examine the hearth*, *search the crates*, *investigate the cellar*"),
    ("list", "*north*, *go to the kitchen*, *open the door*, *take the lamp*, *read the ledger*"),
    ("list", "*talk to gene*, *ask gene about the cellar*, *show the key to sarah*, *buy an ale*"),
    ("list", "*how do you know?*, *who told you?*, *where were you standing?*, *tell me again*"),
    ("list", "*wait until midnight*, *watch*, *follow marcus*, *hide*, *sleep*"),
    ("list", "*clues*, *people*, *timeline*, *inventory*, *note that the lamp was warm*"),
    ("list", "*undo*, *redo*, *again*, *save under a name*, *load*, *restart*, *quit*"),
    ("list", "*hint*, more plainly each time you ask; *settings*, for hints, warnings and how loud clues are"),
    (
        "prose",
        (
            "What you need is found by whoever looks. What it means is for you to say: draw a conclusion under Theory, "
            "or type *think how*, and accuse when you can make it stand. Three cards at most answer for each question."
        ),
    ),
    ("heading", "Keys"),
    *(
        ("list", f"{key:<16}{words}")
        for key, words in (
            ("Enter", "plays the line; on an empty line, reads on"),
            ("Tab", "goes through what could follow; Right takes the first"),
            ("Up, Down", "lines typed before"),
            ("PgUp, PgDn", "read back and on"),
            ("Ctrl+Home, End", "to the top, to the newest"),
            ("F3", "journal"),
            ("F5", "theory and accusation"),
            ("F9", "who is here, ways, clues"),
            ("Ctrl+Z, Ctrl+Y", "undo, redo"),
            ("Ctrl+S", "saved games"),
            ("Ctrl+P", "everything by name: settings, other colours"),
            ("F10", "to the title"),
            ("Ctrl+Q", "quit"),
        )
    ),
    ("prose", "Text is selected with the mouse and copied with Ctrl+C. In the side pane, a click takes a way."),
    ("heading", "Marks"),
    ("list", "◆  something new in your journal"),
    ("list", "?  a question; your next line may answer it"),
    ("list", "–  it did not come to that; no time was lost unless the text says so"),
    ("list", "·  a word beside the story"),
    ("list", "≠  something you hold speaks against it"),
)


class HelpScreen(Screen[None]):
    CSS_PATH = "page.tcss"
    AUTO_FOCUS = "Story"

    BINDINGS = [Binding("escape,f1,q", "dismiss(None)", "Back", key_display="Esc")]

    def compose(self) -> ComposeResult:
        yield Heading()
        yield Story(focusable=True)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        self.query_one(Heading).room = "Help"
        text = tuple(Paragraph(kind, words) for kind, words in _TEXT)
        self.query_one(Story).begin([Passage(0, text)], from_top=True)
