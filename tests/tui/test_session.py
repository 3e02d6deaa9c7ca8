"""The thread that owns the games."""

import threading
import time
from queue import Queue

from textual.message import Message
from textual.message_pump import MessagePump

from tavern.tui.messages import LinesOffered, MysteryWanted, ProblemMet, ReportArrived
from tavern.tui.session import MOST_WAITING, Session
from tests.tui.canned import CannedGame, CannedGames


class Ear(MessagePump):
    """Something to be answered to, outside an app."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: Queue[Message] = Queue()

    def post_message(self, message: Message) -> bool:
        self.heard.put(message)
        return True

    def next(self) -> Message:
        return self.heard.get(timeout=10)


def no_fault(error: BaseException) -> None:
    raise AssertionError(error)


def test_lines_are_answered_in_order_from_one_thread_and_everything_is_closed() -> None:
    threads = []

    class Watched(CannedGames):
        def new(self, mystery: str, name: str = "", seed: int | None = None) -> CannedGame:
            threads.append(threading.current_thread().name)
            return super().new(mystery, name, seed)

    games, ear = Watched(), Ear()
    session = Session(lambda: games, no_fault)
    session.start()
    session.begin(ear, MysteryWanted("cellar_secret"))
    ear.next()
    for line in ("look", "dance", "north"):
        session.feed(ear, line)
    answers = [ear.next() for _ in range(3)]
    assert [answer.report.line for answer in answers if isinstance(answer, ReportArrived)] == ["look", "dance", "north"]
    session.close()
    assert threads == ["tavern-session"]
    assert games.closed == games.kept["1"].closed == 1


def test_more_than_can_wait_is_dropped_with_a_sentence() -> None:
    ear = Ear()
    session = Session(CannedGames, no_fault)
    for _ in range(MOST_WAITING + 1):
        session.feed(ear, "look")
    dropped = ear.next()
    assert isinstance(dropped, ProblemMet)
    assert "dropped" in dropped.sentence
    session.close()


def test_of_many_wishes_for_completion_the_newest_is_answered() -> None:
    ear = Ear()
    session = Session(CannedGames, no_fault)
    session.begin(ear, MysteryWanted("cellar_secret"))
    for partial in ("a", "as", "ask s"):
        session.complete(ear, partial)
    session.start()
    ear.next()
    offered = ear.next()
    assert isinstance(offered, LinesOffered)
    assert (offered.partial, offered.lines) == ("ask s", ["ask sarah about gene"])
    session.close()
    assert ear.heard.empty()


def test_a_fault_is_told_and_ends_the_thread() -> None:
    faults: Queue[BaseException] = Queue()
    ear = Ear()
    session = Session(CannedGames, faults.put)
    session.start()
    session.begin(ear, MysteryWanted("cellar_secret"))
    ear.next()
    session.feed(ear, "break")
    assert str(faults.get(timeout=10)) == "a fault of ours"
    session.close()


def test_closing_does_not_wait_for_ever() -> None:
    held = threading.Event()

    def slow() -> CannedGames:
        held.wait(30)
        return CannedGames()

    session = Session(slow, no_fault)
    session.start()
    session.list_games(Ear())
    start = time.monotonic()
    session.close()
    assert time.monotonic() - start < 3
    held.set()
