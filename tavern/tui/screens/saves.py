"""The games that are kept: take one up, rename it, carry it out or in, throw it away."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from tavern.tui.messages import Done, ProblemMet, ShelfArrived
from tavern.tui.prose import plain
from tavern.tui.screens.ask import ConfirmScreen, WordsScreen
from tavern.tui.screens.mending import offer, offer_for
from tavern.tui.session import Session

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tavern.games import SavedGame


THROW, KEEP = "Throw it away", "Keep it"
KEYS = "Enter takes it up. Every line is kept as it is played."


class SavesScreen(ModalScreen[str | None]):
    """Gives the id of the game to take up, or None."""

    CSS_PATH = "panel.tcss"

    BINDINGS = [
        Binding("r", "rename", "Rename"),
        Binding("d,delete", "delete", "Delete"),
        Binding("e", "export", "Export"),
        Binding("i", "import", "Import"),
        Binding("escape", "dismiss(None)", "Back", key_display="Esc"),
    ]

    _saved: "Sequence[SavedGame]" = ()
    _damaged: "Sequence[str]" = ()
    _playing = ""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def compose(self) -> ComposeResult:
        with Vertical(classes="panel"):
            yield Static("Saved games", classes="title", markup=False)
            yield OptionList(markup=False, compact=True)
            yield Static(KEYS, classes="keys", markup=False)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        self._session.list_games(self)

    @on(ShelfArrived)
    def show_shelf(self, event: ShelfArrived) -> None:
        self._saved, self._damaged, self._playing = event.saved, event.damaged, event.playing
        games = self.query_one(OptionList)
        place = games.highlighted or 0
        games.clear_options()
        games.add_options(Option(_entry(saved)) for saved in event.saved)
        games.add_options(Option(_damaged_entry(name)) for name in event.damaged)
        count = len(event.saved) + len(event.damaged)
        if not count:
            games.add_option(Option(plain("No game is kept here yet."), disabled=True))
        games.highlighted = min(place, count - 1) if count else None
        games.focus()

    @on(ProblemMet)
    def show_problem(self, event: ProblemMet) -> None:
        if not offer(self, self._session, event):
            self.notify(event.sentence, severity="error", timeout=12, markup=False)

    @on(Done)
    def show_written(self, event: Done) -> None:
        self.notify(event.sentence, markup=False)

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        if event.option_index < len(self._saved):
            self.dismiss(self._saved[event.option_index].id)
        else:
            offer_for(self, self._session, self._damaged[event.option_index - len(self._saved)])

    def action_rename(self) -> None:
        if game := self._highlighted():
            self.app.push_screen(WordsScreen("A name for this game", game.name), lambda name: self._rename(game, name))

    def action_delete(self) -> None:
        if damaged := self._highlighted_damaged():
            ask = ConfirmScreen(f"Throw away what is left of “{damaged}”? It cannot be brought back.", THROW, KEEP)
            self.app.push_screen(ask, lambda sure: self._session.delete(self, damaged) if sure else None)
            return
        game = self._highlighted()
        if game and game.id == self._playing:
            self.notify("You are in this game. F10 leaves it for the title; there it can be deleted.", markup=False)
        elif game:
            question = f"Throw away “{game.name}” ({game.summary})? It cannot be brought back."
            ask = ConfirmScreen(question, THROW, KEEP)
            self.app.push_screen(ask, lambda sure: self._session.delete(self, game.id) if sure else None)

    def action_export(self) -> None:
        if game := self._highlighted():
            ask = WordsScreen("Write this game to which file?", f"{_file_name(game.name)}.tavern-game")
            self.app.push_screen(ask, lambda path: self._export(game, path))

    def action_import(self) -> None:
        self.app.push_screen(WordsScreen("Take in a game from which file?"), self._import)

    def _highlighted(self) -> "SavedGame | None":
        place = self.query_one(OptionList).highlighted
        return self._saved[place] if place is not None and place < len(self._saved) else None

    def _highlighted_damaged(self) -> str:
        """The name of the damaged game that is highlighted, "" where none is."""
        place = self.query_one(OptionList).highlighted
        beyond = -1 if place is None else place - len(self._saved)
        return self._damaged[beyond] if 0 <= beyond < len(self._damaged) else ""

    def _rename(self, game: "SavedGame", name: str | None) -> None:
        if name:
            self._session.rename(self, game.id, name)

    def _export(self, game: "SavedGame", path: str | None) -> None:
        if path:
            self._session.export(self, game.id, Path(path).expanduser())

    def _import(self, path: str | None) -> None:
        if path:
            self._session.import_(self, Path(path).expanduser())


def _entry(saved: "SavedGame") -> Content:
    title = saved.title if saved.title != saved.name else ""
    beside = " · ".join(filter(None, (title, "ended" if saved.ended else "")))
    first = plain(saved.name, "bold") + plain(f"  {beside}")
    return first + Content("\n") + plain(f"  {saved.summary} · {when(saved.played)}")


def _damaged_entry(name: str) -> Content:
    return (
        plain(name, "bold") + plain("  damaged", "$error") + Content("\n") + plain("  Enter keeps what is good of it")
    )


def when(played: str) -> str:
    """A moment, ISO text in UTC, on the clock of whoever reads it; text of another kind is left as it is."""
    try:
        moment = datetime.fromisoformat(played).astimezone()
    except ValueError:
        return played
    today = datetime.now().astimezone().date()
    day = "today" if moment.date() == today else f"{moment.day} {moment:%B %Y}"
    return f"{day}, {moment:%H:%M}"


def _file_name(name: str) -> str:
    return "".join(char if char.isalnum() else "-" for char in name.lower()).strip("-") or "game"
