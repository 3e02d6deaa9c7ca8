"""The shelf and the open game as the thread that owns them sees them: what is asked of them, and the message that answers it."""

from pathlib import Path
from typing import TYPE_CHECKING, assert_never

from textual.message import Message
from textual.message_pump import MessagePump

from tavern.model.commands import Meta
from tavern.tui.messages import (
    ContentBroken,
    ContentReread,
    Done,
    GameOpened,
    GameWanted,
    LinesOffered,
    MysteryWanted,
    OlderArrived,
    ProblemMet,
    ReportArrived,
    ShelfArrived,
    StartWanted,
    Wanted,
)
from tavern.tui.prose import unmarked
from tavern.tui.script import Script

if TYPE_CHECKING:
    from collections.abc import Callable

    from tavern.game import Game
    from tavern.games import Games
    from tavern.reload import Watch

ROWS_AT_ONCE = 60  # of the story, read in one piece


class Opened:
    """Lives in one thread. A `Problem` is raised to whoever asked."""

    def __init__(self, factory: "Callable[[], Games]") -> None:
        """Opens nothing yet. factory: called for the first thing that is asked."""
        self._factory = factory
        self._watch: Watch | None = None
        self._opened: Games | None = None
        self._game: Game | None = None
        self._playing_name = ""  # of the open game, as the shelf has it now
        self._script = Script()
        self.lost = ""  # what became of lines that were not on the disk when their game was left, in a sentence or two

    @property
    def is_saved(self) -> bool:
        """Whether every line of the open game is on the disk, as far as it is to be."""
        return self._game is None or not self._game.unsaved

    def close(self) -> None:
        """Close the game and the shelf."""
        self._end_game(None)
        if self._opened is not None:
            self._opened.close()

    # ── the shelf ───────────────────────────────────────────────────────────────────────────────────────────────

    def shelf(self) -> Message:
        """The mysteries and the games there are."""
        games = self._games
        return ShelfArrived(games.mysteries(), games.saved(), self._playing_id(), games.damaged())

    def rename(self, game: str, name: str) -> Message:
        """Give a game another name, the open one too."""
        is_open = game == self._playing_id()
        self._games.rename(game, name)
        if is_open:
            self._playing_name = name
        return self.shelf()

    def delete(self, game: str) -> Message:
        """Remove a game for good."""
        self._games.delete(game)
        return self.shelf()

    def export(self, game: str, path: Path) -> Message:
        """Write a game into a file."""
        self._games.export(game, path)
        return Done(f"Written to {path}.")

    def take_in(self, path: Path) -> Message:
        """Take in a game from a file."""
        self._games.import_(path)
        return self.shelf()

    def repair(self, asker: MessagePump) -> Message:
        """Keep what is good of damaged games; what was done is told beside the list there is then."""
        told = self._games.repair() or ["No game is damaged."]
        asker.post_message(Done(" ".join(told)))
        return self.shelf()

    def set_aside(self, asker: MessagePump) -> Message:
        """Put the file of all games out of the way; where it is now is told beside the list there is then."""
        asker.post_message(Done(f"It was set aside as {self._games.set_aside()}."))
        return self.shelf()

    # ── the open game ───────────────────────────────────────────────────────────────────────────────────────────

    def begin(self, asker: MessagePump, wanted: Wanted) -> Message:
        """Open the game that is wanted, in place of the one that is open."""
        self._end_game(asker)
        match wanted:
            case GameWanted(game):
                self._game = self._games.open(game)
            case MysteryWanted(mystery):
                self._game = self._games.new(mystery)
            case StartWanted(mystery, game, new, seed, lines):
                self._game = self._games.take_up(mystery, game, new=new, seed=seed)
                self._game.play_on(lines)
            case _:
                assert_never(wanted)
        return self._opening()

    def leave(self, asker: MessagePump) -> Message:
        """Close the open game, if any, and list what there is."""
        self._end_game(asker)
        return self.shelf()

    def play(self, line: str) -> Message:
        """What comes of a line."""
        report = self._playing.feed(line)
        self._script.keep(report)
        newest = self._playing.story(0, 1)
        return ReportArrived(report, newest[-1].row if newest else 0)

    def older(self, before: int) -> Message:
        """Rows of the story from before that row."""
        return OlderArrived(self._playing.story(before, ROWS_AT_ONCE))

    def offer(self, typed: str) -> Message:
        """Lines that continue what is typed."""
        return LinesOffered(typed, [unmarked(line) for line in self._playing.complete(typed)])

    def carry_out(self, meta: Meta) -> Message:
        """Do what a line asks for beside the story: a copy under a name, another game, a transcript."""
        if meta.verb == "script":
            return Done(self._script.switch(meta.words))
        from tavern.games import carry_out

        before = self._playing
        self._game, sentence = carry_out(self._games, before, meta)
        if self._game is before:
            return Done(sentence)
        self.lost = before.unsaved or self.lost
        return self._opening()

    def look(self) -> Message | None:
        """Go on with the game as its files are now; None while they have not changed."""
        from tavern.reload import Broken, Reloaded, Watch

        if self._game is None:
            return None
        self._watch = self._watch or Watch(self._games)
        match self._watch.look(self._game):
            case Reloaded(game, sentence):
                self._game.close()
                self._game = game
                return ContentReread(sentence, game.story(0, ROWS_AT_ONCE), game.view())
            case Broken(sentence, report):
                return ContentBroken(sentence, report)
            case None:
                return None

    def _end_game(self, asker: MessagePump | None) -> None:
        """Close the open game. Lines that could not be saved are lost with it, which is told to whoever asked."""
        if self._game is None:
            return
        game, self._game = self._game, None
        game.close()
        if game.unsaved:
            self.lost = game.unsaved
            if asker is not None:
                asker.post_message(ProblemMet(game.unsaved))

    def _opening(self) -> Message:
        game = self._playing
        self._playing_name = game.name
        return GameOpened(game.name, game.title, game.story(0, ROWS_AT_ONCE), game.opening())

    def _playing_id(self) -> str:
        saved = self._games.saved() if self._game is not None else ()
        return next((game.id for game in saved if game.name == self._playing_name), "")

    @property
    def _games(self) -> "Games":
        if self._opened is None:
            self._opened = self._factory()
        return self._opened

    @property
    def _playing(self) -> "Game":
        if self._game is None:
            raise RuntimeError("a line came while no game was open")
        return self._game
