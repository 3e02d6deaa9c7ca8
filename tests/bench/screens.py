"""What stands on a terminal, and when: the whole program in a process of its own, beside the least app that Textual can make."""

import tempfile
import time
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path

from tavern.games import Games
from tests.bench import large
from tests.bench.measure import Figure, compare
from tests.tui.terminal import Terminal

LINES = 10_000  # of a game that has gone on for a very long time
CLUES = 200  # of the mystery it is of
ROUNDS = 5
KEYS = 20  # pressed one after the other, each when the one before stood on the screen
PLAYED = (
    "look", "north", "x lamp 3", "x lamp 4", "south", "ask ede warreneraaa about lamp 3", "inventory", "wait", "clues", "exits",
)  # fmt: skip
LEAST = """
from textual.app import App
from textual.widgets import Input, RichLog

class Least(App):
    def compose(self):
        yield RichLog()
        yield Input()

    def on_mount(self):
        self.query_one(Input).focus()
        self.query_one(RichLog).write("Ready now.")

Least().run()
"""
WHOLE = "import sys; from tavern.cli import main; sys.exit(main({arguments!r}))"
TITLE, STORY = "T A N K A R D", "> exits"  # what stands in the title, and on the last page of the long game
MEMORY = Path("/dev/shm")  # where ten thousand lines are written sooner, if there is such a place


@cache
def a_long_game() -> Path:
    """A folder with `content` and, under `saves`, a game called "long" of so many lines and one called "short"."""
    folder = Path(tempfile.mkdtemp(dir=MEMORY if MEMORY.is_dir() else None))
    (folder / "content" / "large").mkdir(parents=True)
    large.write(folder / "content" / "large", CLUES)
    games = Games([folder / "content"], folder / "saves")
    for name, times in (("short", 1), ("long", LINES // len(PLAYED))):
        game = games.new("large", name, 1)
        game.feed("warnings off")
        for line in PLAYED * times:
            game.feed(line)
        game.close()
    games.close()
    return folder


def _program(*arguments: str) -> Terminal:
    folder = a_long_game()
    where = {"TAVERN_CONTENT": f"{folder / 'content'}", "TAVERN_SAVES": f"{folder / 'saves'}"}
    return Terminal(WHOLE.format(arguments=[*arguments]), where)


def _least() -> Terminal:
    return Terminal(LEAST)


def _until(start: Callable[[], Terminal], words: str) -> Callable[[], None]:
    """Start it, wait for the words, end it."""

    def run() -> None:
        terminal = start()
        try:
            terminal.wait_for(words)
        finally:
            terminal.close()

    return run


def painting() -> Iterator[Figure]:
    """From nothing to the first screen, and to the story of a game, new or long."""
    a_long_game()
    yield compare(
        "the title on the screen",
        _until(_program, TITLE),
        "the least Textual app",
        _until(_least, "Ready now"),
        "at most 1.5",
        ROUNDS,
    )
    yield compare(
        f"a game of {LINES:,} lines on the screen again",
        _until(partial(_program, "play", "--save", "long"), STORY),
        f"one of {len(PLAYED)} lines",
        _until(partial(_program, "play", "--save", "short"), STORY),
        "at most 1.2",
        ROUNDS,
    )
    ours, theirs = _resident(_program, TITLE), _resident(_least, "Ready now")
    yield Figure("memory at the title, MB", ours, "the least Textual app", theirs, 1.0, "at most 2")


def _resident(start: Callable[[], Terminal], words: str) -> float:
    """Megabytes that it takes once the words are there."""
    terminal = start()
    try:
        terminal.wait_for(words)
        status = Path(f"/proc/{terminal.process.pid}/status").read_text(encoding="ascii")
    finally:
        terminal.close()
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS"))


def keys() -> Iterator[Figure]:
    """A key pressed, until it stands on the screen: in the long game, and in the least app."""
    ours, theirs = _program("play", "--save", "long"), _least()
    try:
        ours.wait_for(STORY)
        theirs.wait_for("Ready now")
        time.sleep(1)
        what = f"{KEYS} keys typed, after {LINES:,} lines"
        yield compare(
            what, lambda: _type(ours), "in the least Textual app", lambda: _type(theirs), "at most 1.2", ROUNDS
        )
    finally:
        ours.close()
        theirs.close()


def _type(terminal: Terminal) -> None:
    for number in range(KEYS):
        terminal.written = b""
        key = "zq"[number % 2]
        terminal.type(key.encode())
        terminal.wait_for(key)
    terminal.type(b"\x15")  # the line is emptied again
