"""The first screen: the sign, and what one can do at the door."""

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Center, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, OptionList
from textual.widgets.option_list import Option

from tavern.tui.messages import Done, GameWanted, MysteryWanted, ProblemMet, ShelfArrived
from tavern.tui.prose import plain
from tavern.tui.screens.mending import offer
from tavern.tui.session import Session
from tavern.tui.widgets.sign import Sign

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tavern.games import MysteryCard, SavedGame


class TitleScreen(Screen[None]):
    """Continue, new game, load, quit."""

    CSS_PATH = "title.tcss"
    AUTO_FOCUS = "#doors"

    BINDINGS = [
        Binding("f1", "app.help", "Help", key_display="F1"),
        Binding("c", "door('continue')", "Continue", show=False),
        Binding("n", "door('new')", "New game", show=False),
        Binding("l", "door('load')", "Load", show=False),
        Binding("q", "door('quit')", "Quit", show=False),
    ]

    _mysteries: "Sequence[MysteryCard]" = ()
    _saved: "Sequence[SavedGame]" = ()
    _damaged: "Sequence[str]" = ()
    _has_shelf = False
    _met = ""  # the last problem; it is met again whenever the list is asked for, and asked about once

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def compose(self) -> ComposeResult:
        with Vertical(id="front"):
            yield Sign()
            with Center():
                yield OptionList(*self._doors(), id="doors", markup=False, compact=True)
        yield Footer(show_command_palette=False)

    def on_screen_resume(self) -> None:
        self._session.list_games(self)

    @on(ShelfArrived)
    def show_shelf(self, event: ShelfArrived) -> None:
        self._mysteries, self._saved, self._has_shelf = event.mysteries, event.saved, True
        self._damaged = event.damaged
        doors = self.query_one("#doors", OptionList)
        doors.clear_options()
        doors.add_options(self._doors())
        doors.highlighted = 0 if self._saved else 1

    @on(ProblemMet)
    def show_problem(self, event: ProblemMet) -> None:
        self._has_shelf = True
        is_new, self._met = event.sentence != self._met, event.sentence
        if not (is_new and offer(self, self._session, event)):
            self.notify(event.sentence, severity="error", timeout=20, markup=False)

    @on(Done)
    def show_done(self, event: Done) -> None:
        self.notify(event.sentence, timeout=20, markup=False)

    @on(OptionList.OptionSelected, "#doors")
    def open_chosen(self, event: OptionList.OptionSelected) -> None:
        self.action_door(event.option_id or "")

    def action_door(self, door: str) -> None:
        match door:
            case "quit":
                self.app.exit(0)
            case _ if not self._has_shelf:
                self.notify("One moment: the shelf is being looked through.", markup=False)
            case "continue" if self._saved:
                self.post_message(GameWanted(self._saved[0].id))
            case "new" if len(self._mysteries) == 1:
                self.post_message(MysteryWanted(self._mysteries[0].id))
            case "new" if self._mysteries:
                self._choose_mystery()
            case "new":
                self.notify("There is no mystery to play: none was found that can be read.", markup=False)
            case "load":
                self._choose_saved()
            case _:
                self.notify("No game has been begun yet. A new one keeps itself.", markup=False)

    def _choose_mystery(self) -> None:
        from tavern.tui.screens.mysteries import MysteriesScreen

        self.app.push_screen(MysteriesScreen(self._mysteries), self._begin)

    def _begin(self, mystery: str | None) -> None:
        if mystery:
            self.post_message(MysteryWanted(mystery))

    def _choose_saved(self) -> None:
        from tavern.tui.screens.saves import SavesScreen

        self.app.push_screen(SavesScreen(self._session), self._take_up)

    def _take_up(self, game: str | None) -> None:
        if game:
            self.post_message(GameWanted(game))

    def _doors(self) -> list[Option]:
        last = self._saved[0] if self._saved else None
        damaged = f"{len(self._damaged)} damaged" if self._damaged else ""
        kept = ", ".join(filter(None, (f"{len(self._saved)} kept" if self._saved else "", damaged)))
        return [
            Option(door("Continue", f"{last.title} · {last.summary}" if last else "nothing begun yet"), id="continue"),
            Option(door("New game", self._new_game()), id="new"),
            Option(door("Load", kept or "or bring one in from a file"), id="load"),
            Option(door("Quit", ""), id="quit"),
        ]

    def _new_game(self) -> str:
        match self._mysteries:
            case []:
                return ""
            case [only]:
                return f"{only.title} · {only.difficulty.lower()}" if only.difficulty else only.title
            case several:
                return f"one of {len(several)} mysteries"


def door(name: str, beneath: str) -> Content:
    """A line of the title: its name, and what is behind it."""
    return plain(f"{name:<10}", "bold") + plain(beneath)
