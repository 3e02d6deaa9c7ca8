"""The one thread that owns the games: work queues to it, what comes of it goes back as messages."""

import threading
from collections.abc import Callable
from pathlib import Path
from queue import Empty, Queue
from typing import TYPE_CHECKING

from textual.message import Message
from textual.message_pump import MessagePump

from tavern.model.commands import Meta
from tavern.tui.messages import ProblemMet, Wanted
from tavern.tui.opened import Opened

if TYPE_CHECKING:
    from tavern.games import Games, Problem

MOST_WAITING = 64
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
        self._watching = watching
        self._reader: MessagePump | None = None  # who asked for the open game, and is told when its files are written
        self._died = died
        self._jobs: Queue[tuple[MessagePump, Work] | None] = Queue()
        self._thread = threading.Thread(target=self._run, name="tavern-session", daemon=True)
        self._closing = threading.Event()
        self._opened = Opened(factory)
        self._partial = ""
        self._completing = False
        self.is_saved = True  # every line that was answered so far

    @property
    def lost(self) -> str:
        """What became of lines that were not on the disk when their game was left, in a sentence or two; mostly nothing."""
        return self._opened.lost

    def start(self) -> None:
        self._thread.start()

    def close(self) -> None:
        """End the thread: the line being played is finished, those waiting are dropped, the save is closed."""
        self._closing.set()
        self._jobs.put(None)
        if self._thread.is_alive():
            self._thread.join(SECONDS_TO_CLOSE)

    def list_games(self, asker: MessagePump) -> None:
        self._ask(asker, self._opened.shelf)

    def begin(self, asker: MessagePump, wanted: Wanted) -> None:
        """Open the game that is wanted, in place of the one that is open."""
        self._reader = asker
        self._ask(asker, lambda: self._opened.begin(asker, wanted))

    def leave(self, asker: MessagePump) -> None:
        """Close the open game, if any, and list what there is."""
        self._ask(asker, lambda: self._opened.leave(asker))

    def feed(self, asker: MessagePump, line: str) -> None:
        self._ask(asker, lambda: self._opened.play(line))

    def older(self, asker: MessagePump, before: int) -> None:
        """Rows of the story from before that row."""
        self._ask(asker, lambda: self._opened.older(before))

    def complete(self, asker: MessagePump, typed: str) -> None:
        """Lines that continue what is typed. Asked faster than it is answered, only the newest counts."""
        self._partial = typed
        if not self._completing:
            self._completing = True
            self._ask(asker, self._offer)

    def rename(self, asker: MessagePump, game: str, name: str) -> None:
        self._ask(asker, lambda: self._opened.rename(game, name))

    def delete(self, asker: MessagePump, game: str) -> None:
        self._ask(asker, lambda: self._opened.delete(game))

    def export(self, asker: MessagePump, game: str, path: Path) -> None:
        self._ask(asker, lambda: self._opened.export(game, path))

    def import_(self, asker: MessagePump, path: Path) -> None:
        self._ask(asker, lambda: self._opened.take_in(path))

    def repair(self, asker: MessagePump) -> None:
        """Keep what is good of damaged games, say what was done, and list what there is then."""
        self._ask(asker, lambda: self._opened.repair(asker))

    def set_aside(self, asker: MessagePump) -> None:
        """Put the file of all games out of the way, say where to, and list what there is then: nothing."""
        self._ask(asker, lambda: self._opened.set_aside(asker))

    def carry_out(self, asker: MessagePump, meta: Meta) -> None:
        """Do what a line asks for beside the story: a copy under a name, another game, a transcript."""
        self._ask(asker, lambda: self._opened.carry_out(meta))

    def _ask(self, asker: MessagePump, work: Work) -> None:
        if self._jobs.qsize() >= MOST_WAITING:
            asker.post_message(ProblemMet("That is more than can be played at once; the last line was dropped."))
            return
        self._jobs.put((asker, work))

    def _offer(self) -> Message:
        self._completing = False
        return self._opened.offer(self._partial)

    def _run(self) -> None:
        try:
            self._serve()
            self._opened.close()
        except BaseException as error:  # noqa: BLE001 - the edge of the thread: nobody above could see it
            self._died(error)

    def _serve(self) -> None:
        from tavern.games import Problem

        while (job := self._next_job()) is not None and not self._closing.is_set():
            asker, work = job
            try:
                answer = work()
            except Problem as problem:
                answer = _met(problem)
            self.is_saved = self._opened.is_saved
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
        told = self._opened.look() if self._reader is not None else None
        if told is not None and self._reader is not None:
            self._reader.post_message(told)


def _met(problem: "Problem") -> ProblemMet:
    """The problem as it is told to a screen."""
    from tavern.games import BeyondRepair, BrokenContent, Damaged

    match problem:
        case BrokenContent(report=report):
            return ProblemMet(str(problem), problem.exit_code, report)
        case Damaged():
            return ProblemMet(str(problem), problem.exit_code, remedy="repair")
        case BeyondRepair():
            return ProblemMet(str(problem), problem.exit_code, remedy="set aside")
        case _:
            return ProblemMet(str(problem), problem.exit_code)
