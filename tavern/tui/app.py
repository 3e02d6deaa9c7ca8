"""The application: opens screens, and ends in good order."""

import os
import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from textual import constants, events, on
from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.driver import Driver
from textual.screen import Screen

from tavern.tui.messages import GameWanted, MysteryWanted, OpeningFailed, StartWanted, TitleWanted, Wanted
from tavern.tui.screens.small import SmallScreen, is_too_small
from tavern.tui.screens.title import TitleScreen
from tavern.tui.session import Session
from tavern.tui.themes import DEFAULTS, THEMES

if TYPE_CHECKING:
    from tavern.games import Games

NOT_SAVED = "What you played last is not saved, and is gone if you go. Go all the same?"


class TavernApp(App[int]):
    """The game in a terminal. What it returns is the exit code."""

    TITLE = "The Rusted Tankard"
    CSS_PATH = ["app.tcss", "screens/title.tcss"]  # the first screen is not pushed, so its own is not read

    BINDINGS = [
        Binding("f1", "help", "Help", key_display="F1"),
        Binding("ctrl+q", "quit", "Quit", key_display="^Q", priority=True),
    ]

    def __init__(
        self, games: "Callable[[], Games]", wanted: StartWanted | None = None, *, watching: bool = False
    ) -> None:
        """Wanted: what to open at once; None leaves it to the player, at the title. watching: its files, while it is played."""
        # Textual answers NO_COLOR with greys unless colours are left to the terminal; then it sends none.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        for theme in THEMES:
            self.register_theme(theme)
        if "TEXTUAL_THEME" not in os.environ:
            self.theme = THEMES[0].name
        self.last_words = ""
        self._session = Session(games, lambda error: self.call_later(self.fail, error), watching=watching)
        self._wanted = wanted
        self._title_screen = TitleScreen(self._session)

    def get_default_screen(self) -> TitleScreen:
        return self._title_screen

    def get_driver_class(self) -> type[Driver]:
        """Ours where there is a terminal of the usual kind; what the environment names goes before."""
        if constants.DRIVER is not None or sys.platform == "win32":
            return super().get_driver_class()
        from tavern.tui.driver import SturdyDriver

        return SturdyDriver

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return DEFAULTS

    def on_mount(self) -> None:
        # The title is painted first; only then does the thread start that loads the game itself.
        self.call_after_refresh(self._start)

    def _start(self) -> None:
        self._session.start()
        if self._wanted is not None:
            self.open_game(self._wanted)

    async def on_unmount(self) -> None:
        self._session.close()
        self.last_words = "\n".join(filter(None, (self.last_words, self._session.lost)))

    @property
    def has_lost_lines(self) -> bool:
        """Whether a game was left with lines that the disk did not take."""
        return bool(self._session.lost)

    @on(GameWanted)
    @on(MysteryWanted)
    def open_another(self, wanted: Wanted) -> None:
        self.leave(lambda: self.open_game(wanted))

    def open_game(self, wanted: Wanted) -> None:
        from tavern.tui.screens.play import PlayScreen

        for screen in self.screen_stack:
            if isinstance(screen, PlayScreen):
                screen.pop_until_active()
                screen.take_up(wanted)
                return
        self.push_screen(PlayScreen(self._session, wanted))

    @on(OpeningFailed)
    def leave_unopened(self, event: OpeningFailed) -> None:
        """A game named on the command line that cannot be opened ends the program; one picked here does not."""
        problem = event.problem
        if self._wanted is not None:
            self.last_words = f"{problem.report}\n{problem.sentence}".strip()
            self.exit(problem.exit_code)
            return
        self.go_to_title()
        self.call_later(self._title_screen.show_problem, problem)  # behind the screens that are popped later too

    @on(TitleWanted)
    def leave_for_title(self) -> None:
        self.leave(self.go_to_title)

    def go_to_title(self) -> None:
        self._session.leave(self._title_screen)
        self._title_screen.pop_until_active()

    def on_resize(self, event: events.Resize) -> None:
        is_small = is_too_small(event.size)
        if is_small and not isinstance(self.screen, SmallScreen):
            self.push_screen(SmallScreen())
        elif not is_small and isinstance(self.screen, SmallScreen):
            self.pop_screen()

    def action_help(self) -> None:
        from tavern.tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen | SmallScreen):
            self.push_screen(HelpScreen())

    async def action_quit(self) -> None:
        """Leave; with lines that are not saved, only when it is meant."""
        self.leave(lambda: self.exit(0))

    def leave(self, go: Callable[[], None]) -> None:
        """Go, if the player still means to where lines would be lost by it."""
        from tavern.tui.screens.ask import ConfirmScreen

        if self._session.is_saved:
            go()
        elif not isinstance(self.screen, ConfirmScreen):
            self.push_screen(ConfirmScreen(NOT_SAVED, "Go, and lose it", "Stay"), lambda sure: go() if sure else None)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the palette lists: the keys of the screen it was opened over, and the colours."""
        from tavern.tui.screens.play import PlayScreen

        yield SystemCommand("Colours", "Lamplight, daylight, high contrast and others", self.action_change_theme)
        if isinstance(screen, PlayScreen):
            yield SystemCommand("Settings", "Hints, warnings, the challenge, the difficulty", screen.action_settings)
        named = {active.binding.action: active for active in screen.active_bindings.values()}
        for active in named.values():
            binding, node = active.binding, active.node
            if binding.description and (node is screen or node is self):
                yield SystemCommand(
                    binding.description,
                    f"Key {self.get_key_display(binding)}",
                    lambda action=binding.action, node=node: self.run_action(action, node),
                )

    def fail(self, error: BaseException) -> None:
        """End over a fault of ours that was met outside this thread."""
        self._handle_exception(error if isinstance(error, Exception) else RuntimeError(repr(error)))

    def _fatal_error(self) -> None:
        # Textual would print the traceback itself; `run` raises the error instead, once the terminal is restored.
        self._close_messages_no_wait()

    @property
    def fault(self) -> Exception | None:
        """The error that ended the application, if one did."""
        return self._exception
