"""`tavern watch` and `play --watch` line by line: real files, a real process, a pipe or a terminal in front of it."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest

from tavern.authoring.attentive import AttentiveLines
from tavern.authoring.scaffold import make
from tavern.cli import main
from tavern.games import Games
from tests.places import ROOT

PATIENCE = 20.0  # seconds


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return make("cold_tea", tmp_path).folder / "mystery.yaml"


def edit(file: Path, before: str, after: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after), encoding="utf-8")


class Process:
    """`tavern` in a process of its own, with pipes for a terminal."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tavern", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT), "TAVERN_SAVES": str(folder / "saves")},
        )
        assert self.process.stdin
        assert self.process.stdout
        self.stdin, self.stdout = self.process.stdin, self.process.stdout
        self.deadline = threading.Timer(PATIENCE, self.process.kill)
        self.deadline.start()

    def type(self, line: str) -> None:
        self.stdin.write(f"{line}\n".encode())
        self.stdin.flush()

    def until(self, words: str) -> str:
        """Read as far as these words; what was read."""
        read = b""
        while words.encode() not in read:
            byte = self.stdout.read(1)
            assert byte, read.decode()
            read += byte
        return read.decode()

    def left(self) -> tuple[int, str, str]:
        """The exit code, and what else was written."""
        out, errors = self.process.communicate()
        self.deadline.cancel()
        return self.process.returncode, out.decode(), errors.decode()


@pytest.fixture
def watched(file: Path) -> Iterator[Process]:
    process = Process(file.parent.parent, "watch", "cold_tea")
    yield process
    process.deadline.cancel()
    process.process.kill()
    process.process.communicate()


def test_a_saved_file_is_read_while_nobody_types_and_the_turn_is_kept(watched: Process, file: Path) -> None:
    watched.until("doorstep, and a lamp")
    watched.type("examine lamp")
    watched.type("south")
    watched.until("You see a notice here.")
    edit(file, "Nobody blew it out: it was drained.", "It was drained.")
    told = watched.until("It was drained.")
    assert "mystery.yaml: read anew. It goes otherwise from “examine lamp” on, line 1 of 2." in told
    assert "> examine lamp" in told
    watched.type("read notice")
    watched.until("the tea room")
    watched.type("quit")
    assert watched.left()[0] == 0


def test_a_mistake_is_shown_on_standard_error_and_the_story_goes_on(watched: Process, file: Path) -> None:
    watched.until("doorstep, and a lamp")
    edit(file, "exits: {south: landing}", "exits: {south: landnig}")
    watched.until("saved with a mistake. The story goes on as it was; mend it and save again.")
    watched.type("south")
    watched.until("Landing")
    edit(file, "exits: {south: landnig}", "exits: {south: landing}")
    watched.until("All goes as before.")
    code, _, errors = watched.left()
    assert code == 0
    assert "cold_tea/mystery.yaml:" in errors
    assert "write `landing`" in errors
    assert "Traceback" not in errors


def test_nothing_is_kept_of_a_watched_game(watched: Process, file: Path) -> None:
    watched.until("> ")
    watched.type("south")
    watched.left()
    assert not (file.parent.parent / "saves").exists()


def test_the_authors_desk_is_open(watched: Process) -> None:
    watched.type("#goto tea_room")
    watched.until("Tea room")
    watched.left()


def test_a_saved_game_is_watched_in_a_copy(file: Path) -> None:
    folder = file.parent.parent
    shelf = Games([folder], folder / "saves")
    shelf.new("cold_tea", "Rainy", seed=1).feed("south")
    shelf.close()
    process = Process(folder, "play", "--watch", "--content", ".", "--save", "Rainy")
    process.until("Landing")
    process.type("east")
    process.until("Tea room")
    assert process.left()[0] == 0
    shelf = Games([folder], folder / "saves")
    assert [told.line for told in shelf.open("Rainy").story()] == ["", "south"]
    shelf.close()


def ended(arguments: list[str]) -> object:
    """The exit code, however the command comes to it."""
    try:
        return main(arguments)
    except SystemExit as end:
        return end.code


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["watch", "nowhere"], 1, "There is no mystery “nowhere”."),
        (["watch", "rusted_tankard"], 1, "is a setting, which mysteries borrow"),
        (["play", "--watch", "--jsonl"], 2, "leave --jsonl out"),
        (["play", "--watch", "--save", "nothing"], 1, "nothing"),
    ],
)
def test_what_cannot_be_watched_is_a_sentence(
    arguments: list[str], code: int, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ["--saves", str(tmp_path)] if arguments[0] == "play" else []
    assert ended([*arguments, *where]) == code
    assert words in capsys.readouterr().err


def test_mistakes_at_the_start_are_shown_and_end_it_where_nobody_types(file: Path) -> None:
    edit(file, "exits: {south: landing}", "exits: {south: landnig}")
    process = Process(file.parent.parent, "watch", "cold_tea/")
    code, out, errors = process.left()
    assert (code, out) == (1, "")
    assert "write `landing`" in errors


def test_lines_are_the_same_whether_one_waits_for_them_or_not() -> None:
    reading, writing = os.pipe()
    idled: list[int] = []
    with os.fdopen(reading) as stream, os.fdopen(writing, "wb") as typed:

        def idle() -> None:
            idled.append(1)
            typed.write("one\ntwo\nthré".encode() if len(idled) == 1 else b"e\n")
            typed.flush()
            if len(idled) == 2:
                typed.close()

        lines = AttentiveLines(stream, idle, 0.01)
        assert [lines.readline() for _ in range(4)] == ["one\n", "two\n", "thrée\n", ""]
        assert len(idled) == 2
        assert not lines.isatty()


def test_a_line_without_end_comes_in_pieces() -> None:
    reading, writing = os.pipe()
    with os.fdopen(reading) as stream, os.fdopen(writing, "wb") as typed:
        typed.write(b"x" * 10)
        typed.close()
        lines = AttentiveLines(stream, StringIO().close, 0.01)
        assert [lines.readline(4), lines.readline(4), lines.readline(4), lines.readline(4)] == [
            "xxxx",
            "xxxx",
            "xx",
            "",
        ]


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
def test_mistakes_at_the_start_are_waited_out_where_somebody_types(file: Path) -> None:
    from tests.tui.terminal import Terminal

    edit(file, "exits: {south: landing}", "exits: {south: landnig}")
    script = f"from tavern.cli import main; raise SystemExit(main(['watch', {str(file.parent)!r}, '--plain']))"
    terminal = Terminal(script)
    try:
        terminal.wait_for("the story begins by itself")
        edit(file, "exits: {south: landnig}", "exits: {south: landing}")
        terminal.wait_for("doorstep, and a lamp")
        edit(file, "Four walls, whitewashed", "Five walls, whitewashed")
        terminal.wait_for("The story begins otherwise.")
        terminal.wait_for("Five walls")
        terminal.type(b"quit\n")
        assert terminal.ended() == 0
    finally:
        terminal.close()
