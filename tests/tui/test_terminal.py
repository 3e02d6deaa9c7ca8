"""What a terminal can do to the game: signals, bytes of any kind, going away. And what the game leaves behind."""

import os
import re
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("termios")

from tests.tui.terminal import Terminal

SCRIPT = """
import sys
from pathlib import Path
from tests.tui.canned import CannedGames
from tavern.tui import run

class Shelf(CannedGames):
    def close(self):
        super().close()
        Path({mark!r}).write_text(f"closed {{[game.closed for game in self.kept.values()]}}")

sys.exit(run(Shelf{arguments}))
"""


@pytest.fixture
def mark(tmp_path: Path) -> Path:
    return tmp_path / "closed"


@pytest.fixture
def terminal(mark: Path) -> Iterator[Terminal]:
    terminal = Terminal(SCRIPT.format(mark=str(mark), arguments=""))
    yield terminal
    terminal.close()


def play(terminal: Terminal) -> None:
    terminal.wait_for("medium")
    terminal.type(b"n")
    terminal.wait_for("Rain ticks")


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_signal_ends_the_game_in_order(terminal: Terminal, mark: Path, name: str) -> None:
    play(terminal)
    os.kill(terminal.process.pid, getattr(signal, name))
    assert terminal.ended(within=3.0) == 128 + getattr(signal, name)
    assert terminal.is_restored()
    assert mark.read_text() == "closed [1]"


def test_a_terminal_that_goes_away_ends_the_game_in_order(terminal: Terminal, mark: Path) -> None:
    play(terminal)
    os.close(terminal.master)
    assert terminal.process.wait(timeout=5) != 0
    assert mark.read_text() == "closed [1]"


STRANGE = {
    "latin-1": b"\xff\xfe\xe9",
    "beyond Unicode": b"\x1b[1114112u",
    "beyond any number": b"\x1b[99999999999999999999u",
    "a lone surrogate": b"\x1b[55296u",
    "controls": b"\x00\x07",
    "half a letter": b"\xc3",
}


def test_bytes_of_any_kind_leave_the_game_running(terminal: Terminal) -> None:
    play(terminal)
    for name, bytes_ in STRANGE.items():
        terminal.type(bytes_)
        terminal.type(b"\x15look\r")
        terminal.wait_for("Low beams")
        assert terminal.process.poll() is None, name
        terminal.type(b"dance\r")
        terminal.wait_for("the fiddle")
    terminal.type(b"\x11")
    assert terminal.ended() == 0
    assert terminal.is_restored()


def test_interrupting_from_the_keyboard_ends_nothing(terminal: Terminal) -> None:
    play(terminal)
    terminal.type(b"\x03")
    terminal.type(b"look\r")
    terminal.wait_for("Low beams")


def test_a_fault_of_ours_restores_the_terminal_and_is_no_success(terminal: Terminal) -> None:
    play(terminal)
    terminal.type(b"break\r")
    assert terminal.ended() == 1
    assert terminal.is_restored()


def test_a_mystery_that_does_not_exist_is_a_sentence_after_the_screen_is_gone(mark: Path) -> None:
    terminal = Terminal(SCRIPT.format(mark=str(mark), arguments=", mystery='nowhere'"))
    assert terminal.ended() == 1
    assert terminal.is_restored()
    said = terminal.written.rpartition(b"\x1b[?1049l")[2].decode()
    terminal.close()
    assert "There is no mystery “nowhere”." in said
    assert "Traceback" not in said


def test_the_title_is_painted_before_the_games_are_opened(tmp_path: Path) -> None:
    gate = tmp_path / "gate"
    script = f"""
import sys, time
from pathlib import Path
from tests.tui.canned import CannedGames
from tavern.tui import run

def games():
    while not Path({str(gate)!r}).exists():
        time.sleep(0.01)
    return CannedGames()

sys.exit(run(games))
"""
    terminal = Terminal(script)
    terminal.wait_for("T H E   R U S T E D")
    terminal.wait_for("New game")
    gate.touch()
    terminal.wait_for("medium")
    terminal.type(b"\x11")
    assert terminal.ended() == 0
    terminal.close()


def test_without_colour_not_one_is_sent(mark: Path) -> None:
    terminal = Terminal(SCRIPT.format(mark=str(mark), arguments=""), {"NO_COLOR": "1"})
    terminal.wait_for("medium")
    terminal.type(b"n")
    terminal.wait_for("Rain ticks")
    seen = terminal.written
    terminal.type(b"\x11")
    terminal.ended()
    terminal.close()
    styles = {part for style in re.findall(rb"\x1b\[([0-9;]*)m", seen) for part in style.split(b";")}
    assert styles <= {b"", b"0", b"1", b"2", b"3", b"4", b"7", b"39", b"49"}


def test_importing_the_screens_loads_nothing_of_the_game() -> None:
    import subprocess

    heavy = ("tavern.games", "tavern.game", "tavern.compiler", "tavern.storage", "pydantic", "yaml", "sqlite_utils")
    code = f"import tavern.tui, sys; print([name for name in {heavy!r} if name in sys.modules])"
    root = Path(__file__).parents[2]
    seen = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root)
    assert seen.stdout.strip() == "[]"


FULL_DISK = """
import resource, sys
from pathlib import Path
from tavern.tui import run

def games():
    from tavern.games import Games

    class Shelf(Games):
        def new(self, mystery, name="", seed=None):
            game = super().new(mystery, name, seed)
            resource.setrlimit(resource.RLIMIT_FSIZE, ({largest}, resource.RLIM_INFINITY))
            return game

    return Shelf([Path({content!r})], Path({saves!r}))

sys.exit(run(games, "first"))
"""


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Terminal]:
    """A game whose disk takes not one line more."""
    content = Path(__file__).parents[1] / "content"
    terminal = Terminal(FULL_DISK.format(content=str(content), saves=str(tmp_path), largest=4096))
    terminal.wait_for("The lamp")
    terminal.type(b"look\r")
    terminal.wait_for("Not saved yet")
    yield terminal
    terminal.close()


def test_whoever_leaves_with_lines_that_the_disk_did_not_take_is_asked_first_and_told_afterwards(
    full: Terminal,
) -> None:
    full.type(b"\x11")
    full.wait_for("is gone if you go")
    full.type(b"n")
    full.wait_for("Four walls")
    full.type(b"note that it waits\r")
    full.wait_for("it waits")
    full.wait_for("Not saved yet")
    full.type(b"\x11")
    full.wait_for("is gone if you go")
    full.type(b"y")
    assert full.ended() == 1
    assert full.is_restored()
    assert "Your last 2 lines are not saved." in full.written.rpartition(b"\x1b[?1049l")[2].decode()


def test_a_signal_says_so_too(full: Terminal) -> None:
    os.kill(full.process.pid, signal.SIGTERM)
    assert full.ended() == 128 + signal.SIGTERM
    assert "Your last line is not saved." in full.written.rpartition(b"\x1b[?1049l")[2].decode()
