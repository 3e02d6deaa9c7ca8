"""What the thread that owns the games tells the screens."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from tavern.model.report import Report, View

if TYPE_CHECKING:
    from tavern.game import Told
    from tavern.games import MysteryCard, SavedGame


@dataclass
class ShelfArrived(Message):
    """The mysteries there are, and the saved games, newest first. playing: the id of the one that is open, or "".

    damaged: names of saved games that cannot be read as they are.
    """

    mysteries: "Sequence[MysteryCard]"
    saved: "Sequence[SavedGame]"
    playing: str = ""
    damaged: Sequence[str] = ()


@dataclass
class GameOpened(Message):
    """A game is open. story: its newest rows, oldest first; opening: what to show after them."""

    name: str
    title: str
    story: "Sequence[Told]"
    opening: Report


@dataclass
class ReportArrived(Message):
    """A line was played. row: its row in the save."""

    report: Report
    row: int


@dataclass
class ContentReread(Message):
    """The files of the mystery were saved, and the game was played again on what they say now.

    sentence: from which line on it goes otherwise. story: its newest rows, oldest first; view: what is so now.
    """

    sentence: str
    story: "Sequence[Told]"
    view: View


@dataclass
class ContentBroken(Message):
    """The files of the mystery were saved with mistakes; the game goes on as it was. report: every mistake, at length."""

    sentence: str
    report: str


@dataclass
class OlderArrived(Message):
    """Rows from before those shown, oldest first; none when there are no more."""

    story: "Sequence[Told]"


@dataclass
class LinesOffered(Message):
    """Lines that continue what was typed when they were asked for, likeliest first."""

    partial: str
    lines: Sequence[str]


@dataclass
class Done(Message):
    """Something beside the story was done. sentence: what."""

    sentence: str


@dataclass
class ProblemMet(Message):
    """What was asked could not be done. sentence: why; exit_code: for when the program ends over it.

    report: what is wrong with the content, at length, for the plain terminal; "" with any other problem. remedy: what can be
    done about damaged saves, "repair" or "set aside"; "" with any other problem.
    """

    sentence: str
    exit_code: int = 1
    report: str = ""
    remedy: str = ""


@dataclass
class GameWanted(Message):
    """The player chose a saved game, by id or name."""

    game: str


@dataclass
class MysteryWanted(Message):
    """The player chose a mystery to begin."""

    mystery: str


@dataclass
class StartWanted(Message):
    """What the command line named: a mystery, a game, or both; None stands for neither. new: begin in any case.

    lines: what is played at once, before the player does anything.
    """

    mystery: str | None
    game: str | None
    new: bool = False
    seed: int | None = None
    lines: Sequence[str] = ()


@dataclass
class OpeningFailed(Message):
    """The game that was wanted cannot be opened."""

    problem: ProblemMet


@dataclass
class TitleWanted(Message):
    """The player leaves the game for the title."""


Wanted = GameWanted | MysteryWanted | StartWanted
