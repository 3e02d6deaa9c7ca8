"""The one thread that owns the games: work queues to it, what comes of it goes back as messages."""

import threading
from collections.abc import Callable
from pathlib import Path
from queue import Empty, Queue
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
    from tavern.game import Game
    from tavern.games import Games
    from tavern.reload import Watch

MOST_WAITING = 64
ROWS_AT_ONCE = 60  # of the story, read in one piece
SECONDS_TO_CLOSE = 2.0

Work = Callable[[], Message]


class Session:
    """The open game and the shelf it stands on, reached by any thread and touched by one.

    Each request names who asked; the answer is a message to them, and a `ProblemMet` when it could not be done. `died`
    is called, in the session's own thread, with an error that is no problem of the player's but a fault of ours.
    """

    def __init__(
        self, factory: "Callable[[], Games]", died: Callable[[BaseException], object], *, watching: bool = False
    ) -> None:
        """Opens nothing yet. watching: whether the files of the open game are looked at while nothing is asked."""
        self._factory = factory
        self._watching = watching
        self._watch: Watch | None = None
        self._reader: MessagePump | None = None  # who asked for the open game, and is told when its files are written
        self._died = died
        self._jobs: Queue[tuple[MessagePump, Work] | None] = Queue()
        self._thread = threading.Thread(target=self._run, name="tavern-session", daemon=True)
        self._closing = threading.Event()
        self._opened: Games | None = None
        self._game: Game | None = None
        self._playing_name = ""  # of the open game, as the shelf has it now
        self._partial = ""
        self._completing = False
        self._script = Script()

    def start(self) -> None:
        self._thread.start()

    def close(self) -> None:
        """End the thread: the line being played is finished, those waiting are dropped, the save is closed."""
        self._closing.set()
        self._jobs.put(None)
        if self._thread.is_alive():
            self._thread.join(SECONDS_TO_CLOSE)

    def list_games(self, asker: MessagePump) -> None:
        self._ask(asker, self._shelf)

    def begin(self, asker: MessagePump, wanted: Wanted) -> None:
        """Open the game that is wanted, in place of the one that is open."""
        self._reader = asker
        self._ask(asker, lambda: self._begin(wanted))

    def leave(self, asker: MessagePump) -> None:
        """Close the open game, if any, and list what there is."""
        self._ask(asker, self._left)

    def feed(self, asker: MessagePump, line: str) -> None:
        self._ask(asker, lambda: self._play(line))

    def older(self, asker: MessagePump, before: int) -> None:
        """Rows of the story from before that row."""
        self._ask(asker, lambda: OlderArrived(self._playing.story(before, ROWS_AT_ONCE)))

    def complete(self, asker: MessagePump, typed: str) -> None:
        """Lines that continue what is typed. Asked faster than it is answered, only the newest counts."""
        self._partial = typed
        if not self._completing:
            self._completing = True
            self._ask(asker, self._offer)

    def rename(self, asker: MessagePump, game: str, name: str) -> None:
        self._ask(asker, lambda: self._then_shelf(lambda: self._rename(game, name)))

    def delete(self, asker: MessagePump, game: str) -> None:
        self._ask(asker, lambda: self._then_shelf(lambda: self._games.delete(game)))

    def export(self, asker: MessagePump, game: str, path: Path) -> None:
        self._ask(asker, lambda: self._export(game, path))

    def import_(self, asker: MessagePump, path: Path) -> None:
        self._ask(asker, lambda: self._then_shelf(lambda: self._games.import_(path)))

    def carry_out(self, asker: MessagePump, meta: Meta) -> None:
        """Do what a line asks for beside the story: a copy under a name, another game, a transcript."""
        self._ask(asker, lambda: self._carried_out(meta))

    def _ask(self, asker: MessagePump, work: Work) -> None:
        if self._jobs.qsize() >= MOST_WAITING:
            asker.post_message(ProblemMet("That is more than can be played at once; the last line was dropped."))
            return
        self._jobs.put((asker, work))

    def _run(self) -> None:
        try:
            self._serve()
            self._close_all()
        except BaseException as error:  # noqa: BLE001 - the edge of the thread: nobody above could see it
            self._died(error)

    def _serve(self) -> None:
        from tavern.games import BrokenContent, Problem

        while (job := self._next_job()) is not None and not self._closing.is_set():
            asker, work = job
            try:
                answer = work()
            except BrokenContent as problem:
                answer = ProblemMet(str(problem), problem.exit_code, problem.report)
            except Problem as problem:
                answer = ProblemMet(str(problem), problem.exit_code)
            asker.post_message(answer)
            if self._watching:
                self._look()

    def _next_job(self) -> tuple[MessagePump, Work] | None:
        """What is asked for next; while nothing is, the files are looked at."""
        if not self._watching:
            return self._jobs.get()
        from tavern.reload import SECONDS

        while True:
            try:
                return self._jobs.get(timeout=SECONDS)
            except Empty:
                self._look()

    def _look(self) -> None:
        """Go on with the game as its files are now, if they have changed, and tell whoever reads it."""
        from tavern.reload import Broken, Reloaded, Watch

        if self._game is None or self._reader is None:
            return
        self._watch = self._watch or Watch(self._games)
        match self._watch.look(self._game):
            case Reloaded(game, sentence):
                self._game.close()
                self._game = game
                self._reader.post_message(ContentReread(sentence, game.story(0, ROWS_AT_ONCE), game.view()))
            case Broken(sentence, report):
                self._reader.post_message(ContentBroken(sentence, report))

    def _close_all(self) -> None:
        if self._game is not None:
            self._game.close()
        if self._opened is not None:
            self._opened.close()

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

    def _shelf(self) -> Message:
        return ShelfArrived(self._games.mysteries(), self._games.saved(), self._playing_id())

    def _playing_id(self) -> str:
        saved = self._games.saved() if self._game is not None else ()
        return next((game.id for game in saved if game.name == self._playing_name), "")

    def _rename(self, game: str, name: str) -> None:
        is_open = game == self._playing_id()
        self._games.rename(game, name)
        if is_open:
            self._playing_name = name

    def _then_shelf(self, change: Callable[[], object]) -> Message:
        change()
        return self._shelf()

    def _begin(self, wanted: Wanted) -> Message:
        self._end_game()
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

    def _opening(self) -> Message:
        game = self._playing
        self._playing_name = game.name
        return GameOpened(game.name, game.title, game.story(0, ROWS_AT_ONCE), game.opening())

    def _end_game(self) -> None:
        if self._game is not None:
            game, self._game = self._game, None
            game.close()

    def _left(self) -> Message:
        self._end_game()
        return self._shelf()

    def _play(self, line: str) -> Message:
        report = self._playing.feed(line)
        self._script.keep(report)
        newest = self._playing.story(0, 1)
        return ReportArrived(report, newest[-1].row if newest else 0)

    def _offer(self) -> Message:
        self._completing = False
        typed = self._partial
        return LinesOffered(typed, [unmarked(line) for line in self._playing.complete(typed)])

    def _export(self, game: str, path: Path) -> Message:
        self._games.export(game, path)
        return Done(f"Written to {path}.")

    def _carried_out(self, meta: Meta) -> Message:
        if meta.verb == "script":
            return Done(self._script.switch(meta.words))
        from tavern.games import carry_out

        before = self._playing
        self._game, sentence = carry_out(self._games, before, meta)
        return Done(sentence) if self._game is before else self._opening()
