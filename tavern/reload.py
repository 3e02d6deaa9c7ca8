"""A game that is played while its files are written: what was typed is typed once more on what they say now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tavern.chronicle import Entry
from tavern.compiler.stamps import Stamp, stamps
from tavern.game import OPENING, Game, Told
from tavern.games import Games
from tavern.problem import BrokenContent, Problem

SECONDS = 0.25  # between two looks at the files
MOST_NAMED = 3  # files that were written at once
OLD_STORY = "saved with a mistake. The story goes on as it was; mend it and save again."
GONE = "gone. The story goes on as it was; put back what is missing, and it is read again."


@dataclass(frozen=True, slots=True)
class Reloaded:
    """The game on the new content, to be played on in place of the old one.

    sentence: what was read, and from which line on it goes otherwise. differs: that line as it is told now; None where all go
    as before.
    """

    game: Game
    sentence: str
    differs: Told | None


@dataclass(frozen=True, slots=True)
class Broken:
    """The files cannot be played as they are; the game goes on with what they were.

    report: every error, at length; "" where nothing is there that could have one.
    """

    sentence: str
    report: str


class Watch:
    """Looks at the files of the game that is played. Lives in the thread that owns the games, which keep nothing on disk."""

    def __init__(self, games: Games) -> None:
        self._games = games
        self._mystery = ""
        self._seen: Mapping[Path, Stamp] = {}
        self._changing: Mapping[Path, Stamp] | None = None
        self._was_broken = False

    def look(self, game: Game) -> Reloaded | Broken | None:
        """What has come of the files since the last look; None while nothing has.

        The first look only remembers what is there. A change counts once two looks have seen the same: an editor may write in
        several steps.
        """
        now = stamps(self._games.folders(game.mystery))
        if game.mystery.id != self._mystery:
            self._mystery, self._seen, self._changing, self._was_broken = game.mystery.id, now, None, False
            # A saved game may have been begun on other content than there is today.
            return self._read_anew(game, game.title) if game.resumed else None
        if now == self._seen:
            self._changing = None
            return None
        if now != self._changing:
            self._changing = now
            return None
        written = [path for path in self._seen.keys() | now.keys() if self._seen.get(path) != now.get(path)]
        self._seen, self._changing = now, None
        return self._read_anew(game, _named(written), are_gone=now.keys().isdisjoint(written))

    def _read_anew(self, game: Game, files: str, *, are_gone: bool = False) -> Reloaded | Broken | None:
        try:
            case = self._games.reread(game.mystery.id)
        except Problem as problem:
            self._was_broken = True
            if are_gone and not isinstance(problem, BrokenContent):
                return Broken(f"{files}: {GONE}", "")
            report = problem.report if isinstance(problem, BrokenContent) else str(problem)
            return Broken(f"{files}: {GONE if are_gone else OLD_STORY}", report.strip())
        if case.sources == game.mystery.sources and not self._was_broken:
            return None
        self._was_broken = False
        return typed_again(self._games, game, files)


def typed_again(games: Games, old: Game, files: str) -> Reloaded:
    """The game with every line that led to where it stands typed once more on the content as `games` has it now.

    Undone lines are left out, and lines that were not understood are in: they may be by now.
    """
    new = games.new(old.mystery.id, old.name, old.state.world.seed)
    differs = _changed_opening(old, new)
    entries = [entry for entry in old.chronicle.lineage() if entry.number > OPENING and not _took_nothing_back(entry)]
    at = 0
    for number, entry in enumerate(entries, 1):
        report = new.feed(entry.line)
        if differs is None and report.paragraphs != entry.paragraphs:
            differs, at = Told(number, entry.line, report.paragraphs), number
    return Reloaded(new, f"{files}: {_what_became(at, len(entries), differs)}", differs)


def _took_nothing_back(entry: Entry) -> bool:
    """Whether it is an undo or redo that was refused: typed again, it might find something to take back."""
    return entry.outcome == "refused" and entry.line.casefold() in ("undo", "redo")


def _changed_opening(old: Game, new: Game) -> Told | None:
    before, after = (game.chronicle.entry(OPENING).paragraphs for game in (old, new))
    return Told(0, "", after) if before != after else None


def _what_became(at: int, lines: int, differs: Told | None) -> str:
    if differs is None:
        return "read anew. All goes as before."
    if at == 0:
        return "read anew. The story begins otherwise."
    where = "" if lines == 1 else f", line {at} of {lines}"
    return f"read anew. It goes otherwise from “{differs.line}” on{where}."


def _named(files: Iterable[Path]) -> str:
    names = sorted(file.name for file in files)
    more = len(names) - MOST_NAMED
    return ", ".join(names[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
