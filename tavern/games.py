"""The games there are, and how one is opened: wires Game with content and saves. The public face for embedding.

games = Games([Path("content")], saves=None)  # None: nothing is written down
game = games.new("cellar_secret", seed=7)
report = game.feed("ask gene about the cellar")
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from secrets import randbelow

from tavern.advice import advice
from tavern.compiler.compile import compile_sources
from tavern.compiler.source import without_collector
from tavern.game import Desk, Game
from tavern.logbook import Logbook, Unkept
from tavern.model.commands import Meta
from tavern.model.mystery import Mystery
from tavern.mysteries import Mysteries, MysteryCard
from tavern.problem import BeyondRepair, BrokenContent, Damaged, Problem, in_a_sentence, in_a_sentence_for_play
from tavern.repair import repair
from tavern.storage import DamagedSave, ForeignFile, GameRecord, NameTaken, Parted, Store, set_aside
from tavern.text.sanitise import one_line

__all__ = ["BeyondRepair", "BrokenContent", "Damaged", "Games", "MysteryCard", "Problem", "SavedGame", "carry_out"]

SEEDS = 2**63
LONGEST_STEM = 50  # letters of a name that is made up, which leaves room for a number


@dataclass(frozen=True, slots=True)
class SavedGame:
    """A game that can be gone on with. summary: where it stands; played: when, ISO text in UTC; ended: how, "" while it goes on."""

    id: str
    name: str
    mystery: str
    title: str
    summary: str
    played: str
    ended: str


class Games:
    """All mysteries under some content roots, and all games in one folder of saves. Lives in one thread."""

    def __init__(self, content: Sequence[Path], saves: Path | None, desk: Desk | None = None) -> None:
        """Opens nothing yet. saves: None keeps games in memory only. desk: the author's, for every game opened here."""
        self._mysteries = Mysteries(content)
        self._saves = saves
        self._desk = desk
        self._advice = advice(self.folders)
        self._store: Store | None = None

    def mysteries(self) -> list[MysteryCard]:
        """Every mystery there is, in the order of the content roots."""
        return self._mysteries.cards()

    def mystery(self, id: str) -> Mystery:
        """The mystery, compiled. Raises Problem when there is none, BrokenContent when it cannot be played."""
        return self._mysteries.one(id)

    def reread(self, id: str) -> Mystery:
        """The mystery as its files are now; where they cannot be played, it is raised and the old one stays."""
        return self._mysteries.reread(id)

    def folders(self, case: Mystery) -> list[Path]:
        """Where its files are: its own folder, and that of the setting it borrows. A single file stands for itself."""
        return self._mysteries.folders(case)

    def saved(self) -> list[SavedGame]:
        """Every game in the saves that can be read, the one played last first. Raises Problem."""
        with in_a_sentence_for_play():
            records = self._shelf().games()
        titles = {card.id: card.title for card in self.mysteries()}
        return [_saved(record, titles) for record in records if not record.is_damaged]

    def damaged(self) -> list[str]:
        """Names of the games whose record is not what was written; `repair` keeps what is good of them."""
        with in_a_sentence():
            return [record.name for record in self._shelf().games() if record.is_damaged]

    def new(self, mystery: str, name: str = "", seed: int | None = None) -> Game:
        """A game from its first line. name: "" makes one up. seed: decides what chance decides; None takes any."""
        case = self.mystery(mystery)
        chosen = randbelow(SEEDS) if seed is None else seed
        if not self.is_saving:
            return Game(case, Unkept(), chosen, one_line(name, LONGEST_STEM) or case.title, self._desk, self._advice)
        with in_a_sentence_for_play():
            record = self._record(case, chosen, name or self._free_name(case.title))
            return Game(case, self._logbook(case, record), chosen, record.name, self._desk, self._advice)

    def open(self, game: str) -> Game:
        """A saved game, by id or name, as it was left.

        When the rules of its mystery have changed since, the game goes on with the content it began with; `renewed` makes
        a copy on the new content. Raises Problem.
        """
        with in_a_sentence_for_play(), without_collector():
            store = self._shelf()
            record = store.game(game)
            case = self._case_of(store, record)
            return Game(case, self._logbook(case, record), record.seed, record.name, self._desk, self._advice)

    def take_up(self, mystery: str | None, name: str | None, *, new: bool = False, seed: int | None = None) -> Game:
        """The game a player means who names a mystery, a game, both or neither.

        name: the game of that name, or a new one under it. mystery: its newest game that has not ended, or a new one. Neither:
        the game played last, or the first mystery there is. new: begin in any case. Raises Problem.
        """
        if name is not None and not one_line(name, 1):
            raise Problem("A game needs a name that can be read: choose 1 to 60 letters, digits or signs.")
        if not new and (found := self._going_on(mystery, name)):
            return self.open(found)
        return self.new(self._first_mystery() if mystery is None else mystery, name or "", seed)

    def _going_on(self, mystery: str | None, name: str | None) -> str | None:
        """Id of the game that is meant; None when it has to be begun."""
        if name is None:
            return next((game.id for game in self.saved() if not game.ended and mystery in (None, game.mystery)), None)
        with in_a_sentence_for_play():
            records = self._shelf().games()
        named = next((record for record in records if record.name.casefold() == name.casefold()), None)
        if named and mystery not in (None, named.mystery):
            raise Problem(
                f"“{named.name}” is a game of {named.mystery}, not of {mystery}: leave the mystery out, or choose another name."
            )
        return named.id if named else None

    def _first_mystery(self) -> str:
        cards = self.mysteries()
        if not cards:
            raise Problem("There is no mystery to play: name a folder of them with --content.")
        return cards[0].id

    def copy(self, game: Game, name: str) -> SavedGame:
        """The game as it stands now, kept under a further name; `game` itself goes on."""
        with in_a_sentence():
            store = self._shelf()
            case = game.mystery
            record = self._record(case, game.state.world.seed, name)
            logbook = self._logbook(case, record)
            for entry in game.chronicle.all():
                logbook.append(entry)
            logbook.close()
            if logbook.unsaved:
                raise Problem(f"“{record.name}” is kept in part only. {logbook.trouble}")
            return _saved(store.game(record.id), {case.id: case.title})

    def renewed(self, game: str) -> tuple[Game, str]:
        """A copy of the game on today's content: its commands are played again. With the first line that goes otherwise, or ""."""
        old = self.open(game)
        case = self.mystery(old.mystery.id)
        lines = [entry for entry in old.chronicle.lineage() if entry.commands]
        old.close()
        new = self.new(case.id, self._free_name(old.name), old.state.world.seed)
        differs = ""
        for entry in lines:
            report = new.replay(entry.line, entry.commands)
            if not differs and report.paragraphs != entry.paragraphs:
                differs = entry.line
        return new, differs

    def rename(self, game: str, name: str) -> None:
        """Give a game another name. Raises Problem."""
        with in_a_sentence():
            self._shelf().rename(self._shelf().game(game).id, name)

    def delete(self, game: str) -> None:
        """Remove a game for good. Raises Problem."""
        with in_a_sentence():
            self._shelf().delete(self._shelf().game(game).id)

    def export(self, game: str, path: Path) -> None:
        """Write one game into a file. Raises Problem."""
        with in_a_sentence():
            self._shelf().export_game(self._shelf().game(game).id, path)

    def import_(self, path: Path) -> SavedGame:
        """Take in a game from a file. Raises Problem."""
        if not os.path.isfile(path):  # noqa: PTH113 - False where one may not look
            raise Problem(f"There is no file {path} to take a game from.")
        with in_a_sentence():
            record = self._shelf().import_game(path)
        return _saved(record, {card.id: card.title for card in self.mysteries()})

    def repair(self) -> list[str]:
        """Keep what is good of everything that is damaged, and tell what was done, a sentence each.

        Raises BeyondRepair when no game in the save can be read; `set_aside` then makes room for a new one.
        """
        with in_a_sentence():
            try:
                return repair(self._shelf())
            except DamagedSave as problem:
                raise BeyondRepair(str(problem)) from problem

    def set_aside(self) -> Path | None:
        """Rename the file of all games, so that the next game begins a new one; its new path, None where none stood."""
        self.close()
        with in_a_sentence():
            return set_aside(self._saves) if self._saves else None

    @property
    def is_saving(self) -> bool:
        """Whether games are written down."""
        return self._saves is not None

    def close(self) -> None:
        """Let go of the saves."""
        if self._store:
            self._store.close()
            self._store = None

    def _shelf(self) -> Store:
        if self._store is None:
            try:
                self._store = Store.open(self._saves) if self._saves else Store.memory()
            except ForeignFile as problem:
                raise BeyondRepair(str(problem)) from problem
        return self._store

    def _record(self, case: Mystery, seed: int, name: str) -> GameRecord:
        """A game without rows. Raises SaveProblem."""
        return self._shelf().new_game(name, case.id, seed, case.rules_fingerprint, case.text_fingerprint, case.sources)

    def _logbook(self, case: Mystery, record: GameRecord) -> Logbook:
        return Logbook(self._shelf, record, partial(self._begun_anew, case))

    def _begun_anew(self, case: Mystery, record: GameRecord) -> GameRecord:
        """The same game without rows, in a new file where the old one is gone. Raises SaveProblem."""
        try:
            return self._under_a_free_name(case, record)
        except Parted:
            self.close()
            return self._under_a_free_name(case, record)

    def _under_a_free_name(self, case: Mystery, record: GameRecord) -> GameRecord:
        name, number = record.name, 1
        while True:
            try:
                return self._record(case, record.seed, name)
            except NameTaken:
                number += 1
                name = f"{record.name[:LONGEST_STEM]} {number}"

    def _free_name(self, title: str) -> str:
        taken = {record.name.casefold() for record in self._shelf().games()}
        stem = one_line(title, LONGEST_STEM)
        names = [stem, *(f"{stem} {number}" for number in range(2, len(taken) + 3))]
        return next(name for name in names if name.casefold() not in taken)

    def _case_of(self, store: Store, record: GameRecord) -> Mystery:
        """The content a game goes on with: today's when its rules are the same, else that which it began with."""
        try:
            case = self.mystery(record.mystery)
        except Problem:
            case = None
        if case and case.rules_fingerprint == record.rules_fingerprint:
            return case
        compiled = compile_sources(store.content_of(record.content))
        if compiled.mystery is None:
            raise Problem(
                f"The game “{record.name}” needs the mystery {record.mystery}, which this version cannot read any more."
            )
        return compiled.mystery


def carry_out(games: Games, game: Game, meta: Meta) -> tuple[Game, str]:
    """Do what a line about saves asks for: the game to go on with, and a sentence to show.

    save NAME keeps a copy under that name; load NAME goes on with another game; games lists them. Raises Problem.
    """
    match meta.verb:
        case "save" if meta.words:
            return game, f"Kept as “{games.copy(game, meta.words).name}”{_how_long(games)}. You go on in “{game.name}”."
        case "save" if not games.is_saving:
            return game, "Nothing of this game is written down: --no-save, or watching the files, leaves no trace."
        case "save":
            return game, _is_saved(game)
        case "load" if meta.words:
            other = games.open(meta.words)
            game.close()
            return other, f"“{other.name}”. {game.unsaved}".rstrip()
        case _:
            return game, "\n\n".join(_list(games)) or "No game is saved."


def _is_saved(game: Game) -> str:
    return game.unsaved or f"“{game.name}” is saved with every line. `save NAME` keeps a copy of this moment."


def _list(games: Games) -> list[str]:
    damaged = [f"{name}: damaged; `tavern games repair` keeps what is good" for name in games.damaged()]
    return [*(f"{saved.name}: {saved.summary}" for saved in games.saved()), *damaged]


def _how_long(games: Games) -> str:
    return "" if games.is_saving else " until you leave"


def _saved(record: GameRecord, titles: dict[str, str]) -> SavedGame:
    title = titles.get(record.mystery, record.mystery)
    return SavedGame(record.id, record.name, record.mystery, title, record.summary, record.played, record.ended or "")
