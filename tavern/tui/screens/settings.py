"""Settings: how each stands, and what else it may be."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tavern.model.report import Setting, View
from tavern.tui.messages import ProblemMet, ReportArrived
from tavern.tui.prose import emphasised, plain
from tavern.tui.session import Session

KEYS = "Enter turns to the next · Escape goes back"


class SettingsScreen(ModalScreen[View | None]):
    """Each change is a line of the game, like one that was typed. Gives what is so after the last of them, or None."""

    CSS_PATH = "panel.tcss"

    BINDINGS = [
        Binding("escape", "leave", "Back", key_display="Esc"),
        Binding("space", "turn", "Turn to the next", show=False),
    ]

    def __init__(self, session: Session, settings: Sequence[Setting]) -> None:
        super().__init__()
        self._session, self._settings = session, settings
        self._view: View | None = None

    def compose(self) -> ComposeResult:
        with Vertical(classes="panel"):
            yield Static("Settings of this game", classes="title", markup=False)
            yield OptionList(*self._options(), markup=False, compact=True)
            yield Static(KEYS, classes="keys", markup=False)

    @on(OptionList.OptionSelected)
    def turn(self, event: OptionList.OptionSelected) -> None:
        self._turn(event.option_index)

    def action_turn(self) -> None:
        if (highlighted := self.query_one(OptionList).highlighted) is not None:
            self._turn(highlighted)

    def action_leave(self) -> None:
        self.dismiss(self._view)

    def _turn(self, index: int) -> None:
        setting = self._settings[index]
        values = in_order(setting)
        following = values[(values.index(setting.value) + 1) % len(values)]
        self._session.feed(self, f"{setting.name} {following}")

    @on(ReportArrived)
    def show_settings(self, event: ReportArrived) -> None:
        self._view = event.report.view
        self._settings = self._view.settings
        options = self.query_one(OptionList)
        place = options.highlighted
        options.clear_options()
        options.add_options(self._options())
        options.highlighted = place

    @on(ProblemMet)
    def show_problem(self, event: ProblemMet) -> None:
        self.notify(event.sentence, severity="error", timeout=12, markup=False)

    def _options(self) -> list[Option]:
        return [Option(_drawn(setting)) for setting in self._settings]


def in_order(setting: Setting) -> list[str]:
    """All that the setting may be, the same way round whatever it is now."""
    return sorted((setting.value, *setting.others), key=ORDER.index)


ORDER = ("off", "on", "dead ends", "early", "easy", "medium", "hard")


def _drawn(setting: Setting) -> Content:
    values = (
        plain(f"[{value}]" if value == setting.value else f" {value} ", "bold" if value == setting.value else "")
        for value in in_order(setting)
    )
    first = plain(f"{setting.name.capitalize():<12}", "bold") + Content("").join(values)
    return Content("\n").join([first, *(Content("  ") + line for line in emphasised(setting.says).wrap(66))])
