"""Everything that can go wrong around a game, done to the real program: a sentence, an exit code, and nothing lost."""

import contextlib
import ctypes
import json
import os
import resource
import signal
import sqlite3
import stat
import subprocess
import sys
import threading
import time
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from queue import Empty, Queue

import pytest

from tavern.game import LONGEST_LINE
from tests.places import ROOT

slow = pytest.mark.full

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits and signals of Linux")

HOUSE = (ROOT / "tests" / "content" / "house.yaml").read_text(encoding="utf-8")
EVIL = "\x1b[31mred\x1b]0;title\x07\u202e\u2066\u200b\x9b31m[red][/][@click=app.quit]{0.__class__}%s"
DROP_A_RIGHT, READ_ALL, WRITE_ALL = 24, 2, 1


@pytest.fixture(autouse=True)
def one_small_mystery(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only content these tests play, as a player's own."""
    folder = tmp_path / "content" / "house"
    folder.mkdir(parents=True)
    (folder / "case.yaml").write_text(HOUSE, encoding="utf-8")
    monkeypatch.setenv("TAVERN_CONTENT", str(tmp_path / "content"))
    return folder


@pytest.fixture
def saves(tmp_path: Path) -> Path:
    return tmp_path / "saves"


def tavern(
    *arguments: str | bytes,
    typed: str | bytes = "",
    before: Callable[[], None] | None = None,
    environment: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[str]:
    """A whole run of the command. Whatever it prints is clean, and never a traceback."""
    run = subprocess.run(
        [sys.executable, "-m", "tavern", *arguments],
        input=typed.encode() if isinstance(typed, str) else typed,
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, **(environment or {})},
        preexec_fn=before,
        timeout=60,
        check=False,
    )
    printed = subprocess.CompletedProcess(run.args, run.returncode, run.stdout.decode(), run.stderr.decode())
    assert_clean(printed.stdout + printed.stderr)
    return printed


def assert_clean(text: str) -> None:
    assert "Traceback" not in text
    steering = {hex(ord(char)) for char in text if char != "\n" and unicodedata.category(char) in ("Cc", "Cf", "Cs")}
    assert not steering


def sentence_of(run: subprocess.CompletedProcess[str], code: int = 1) -> str:
    """The one sentence a run ends with."""
    assert (run.returncode, run.stdout) == (code, ""), run.stderr
    assert run.stderr.count("\n") == 1
    assert run.stderr.rstrip().endswith((".", "`"))
    return run.stderr


class Playing:
    """A game in another process, which is typed at line by line."""

    def __init__(self, *arguments: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tavern", "play", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            cwd=ROOT,
        )
        self._came: Queue[str] = Queue()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self._came.put(line)

    def until(self, words: str) -> str:
        """What came, up to the line with these words."""
        came = ""
        deadline = time.monotonic() + 20
        while words not in came:
            try:
                came += self._came.get(timeout=max(0.0, deadline - time.monotonic()))
            except Empty:
                raise AssertionError(f"{words!r} never came, only {came!r}") from None
        return came

    def type(self, line: str) -> None:
        assert self.process.stdin
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()

    def note(self, words: str) -> str:
        """Write a note, and wait until everything about it was told."""
        self.type(f"note that {words}")
        return self.until(words) + self.until(words) + self.until("\n")

    def left(self) -> tuple[int, str]:
        """The exit code after the end of the input, and what was told last."""
        assert self.process.stdin
        self.process.stdin.close()
        code = self.process.wait(timeout=20)
        rest = ""
        while True:
            try:
                rest += self._came.get(timeout=0.3)
            except Empty:
                return code, rest


@pytest.fixture
def game() -> Iterator[Playing]:
    """A game named “wet” with a note in it."""
    playing = Playing("house", "--save", "wet", "--plain")
    playing.note("it rains")
    yield playing
    playing.process.kill()
    playing.process.wait()


def notes_of(name: str = "wet") -> str:
    return tavern("play", "--save", name, "--plain", typed="notes\n").stdout


# ── what is named and not there ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("named", ["hous", "", "../house", EVIL, "x" * 100_000])
def test_an_unknown_mystery_is_told(named: str) -> None:
    told = sentence_of(tavern("play", named, "--plain"))
    assert told.startswith("There is no mystery “")
    assert told.endswith(("There is house.\n", "There is cellar_secret, house.\n"))
    assert len(told) < 200


def test_a_name_that_is_no_text_is_told() -> None:
    sentence_of(tavern("play", b"\xff\xfe", "--plain"))


def test_a_setting_is_not_played(tmp_path: Path) -> None:
    (tmp_path / "content" / "inn.yaml").write_text("rooms: [{id: yard, name: Yard, description: Wet.}]\n")
    told = sentence_of(tavern("play", "inn", "--plain"))
    assert "is a setting" in told


def test_a_content_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    nowhere = str(tmp_path / "nowhere")
    assert "--content" in sentence_of(tavern("play", "--plain", "--content", nowhere))
    assert "--content" in sentence_of(tavern("check", str(tmp_path), "--content", nowhere))
    assert "TAVERN_CONTENT" in sentence_of(tavern("play", "--plain", environment={"TAVERN_CONTENT": nowhere}))


def test_broken_content_is_told_with_its_places(one_small_mystery: Path) -> None:
    (one_small_mystery / "more.yaml").write_text(f"rooms:\n  - {{id: x, nam: {json.dumps(EVIL)}}}\n", encoding="utf-8")
    played = tavern("play", "house", "--plain")
    assert (played.returncode, played.stdout) == (1, "")
    assert "more.yaml:2:" in played.stderr
    assert played.stderr.splitlines()[-1].startswith("house cannot be played: ")


@slow
def test_content_that_may_not_be_read_is_told(one_small_mystery: Path) -> None:
    one_small_mystery.chmod(0)
    try:
        for played in (tavern("play", "house", "--plain", before=without_rights), tavern("games", "list")):
            assert played.returncode in (0, 1)
        one_small_mystery.parent.chmod(0o444)
        assert tavern("play", "house", "--plain", before=without_rights).returncode == 1
    finally:
        one_small_mystery.parent.chmod(0o755)
        one_small_mystery.chmod(0o755)


def test_a_game_that_is_not_there_is_told(tmp_path: Path) -> None:
    for command in (("delete", "--yes", EVIL), ("rename", EVIL, "x"), ("export", EVIL, str(tmp_path / "x"))):
        assert sentence_of(tavern("games", *command)).startswith("There is no game “")
    assert sentence_of(tavern("games", "import", str(tmp_path / EVIL))).startswith("There is no file ")


def test_a_name_that_cannot_be_one_is_told() -> None:
    for name in ("", " ", "\x1b\u200b", "x" * 61):
        assert "name" in sentence_of(tavern("play", "house", "--plain", "--save", name))


def test_a_save_of_another_mystery_is_not_taken_for_this_one(tmp_path: Path) -> None:
    (tmp_path / "content" / "barn.yaml").write_text(HOUSE.replace("id: house", "id: barn"), encoding="utf-8")
    tavern("play", "house", "--save", "wet", "--plain")
    told = sentence_of(tavern("play", "barn", "--save", "WET", "--plain"))
    assert told.startswith("“wet” is a game of house, not of barn: ")


def test_a_long_title_makes_a_name_all_the_same(one_small_mystery: Path) -> None:
    (one_small_mystery / "case.yaml").write_text(HOUSE.replace("title: The House", f"title: {'House ' * 13}"))
    for _ in range(2):
        assert tavern("play", "house", "--new", "--plain").returncode == 0
    assert tavern("games", "list").stdout.count("House House") >= 2


# ── saves that stand in the way ─────────────────────────────────────────────────────────────────────────────────────


def without_rights() -> None:
    """Makes root obey the modes of files, as everybody else does."""
    for right in (READ_ALL, WRITE_ALL):
        ctypes.CDLL(None).prctl(DROP_A_RIGHT, right)


@pytest.mark.parametrize(
    "kind",
    [
        "text",
        "newer",
        *(pytest.param(kind, marks=slow) for kind in ("file", "folder", "pipe", "other", "tables")),
    ],
)
def test_what_is_no_save_of_ours_is_refused_and_left_alone(kind: str, saves: Path) -> None:
    path = saves / "tavern.db"
    if kind in ("newer", "tables"):
        tavern("play", "--plain")
    elif kind != "file":
        saves.mkdir()
    match kind:
        case "file":
            saves.write_text("a file")
        case "text":
            path.write_text("hello")
        case "folder":
            path.mkdir()
        case "pipe":
            os.mkfifo(path)
        case "other" | "tables":
            run_sql(path, "CREATE TABLE mine (a)")
        case _:
            run_sql(path, "PRAGMA user_version = 99")
    before = path.read_bytes() if path.is_file() else None
    assert str(saves) in sentence_of(tavern("play", "--jsonl" if kind == "text" else "--plain", typed="look\n"))
    assert (path.read_bytes() if path.is_file() else None) == before


def run_sql(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_game_that_is_played_elsewhere_is_told(game: Playing) -> None:
    told = sentence_of(tavern("play", "--save", "wet", "--plain", typed="look\n"))
    assert f"process {game.process.pid}" in told
    assert game.left()[0] == 0


@pytest.mark.parametrize("what", ["folder", "file"])
def test_saves_that_are_read_only_are_told_with_the_way_to_play_all_the_same(what: str, saves: Path) -> None:
    tavern("play", "house", "--save", "wet", "--plain")
    (saves if what == "folder" else saves / "tavern.db").chmod(0o555 if what == "folder" else 0)
    try:
        told = sentence_of(tavern("play", "--plain", before=without_rights))
        assert "`tavern play --no-save`" in told
        unsaved = tavern("play", "--no-save", "--plain", typed="save\nsave x\n", before=without_rights)
        assert unsaved.returncode == 0
        assert "saved with every line" not in unsaved.stdout
        assert "until you leave" in unsaved.stdout
    finally:
        saves.chmod(0o755)


def test_a_save_without_saving_is_wrong_usage() -> None:
    assert tavern("play", "--no-save", "--save", "x", "--plain").returncode == 2


def fill_the_disk(playing: Playing) -> tuple[int, int]:
    """No file of the other process may grow any more. The limit there was."""
    old = resource.prlimit(playing.process.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(playing.process.pid, resource.RLIMIT_FSIZE, (4096, old[1]))
    return old


def test_a_full_disk_is_told_and_what_was_played_is_saved_once_there_is_room(game: Playing) -> None:
    old = fill_the_disk(game)
    assert "Not saved yet. " in game.note("it pours") + game.until("next line")
    game.note("it hails")
    resource.prlimit(game.process.pid, resource.RLIMIT_FSIZE, old)
    game.type("look")
    assert game.left()[0] == 0
    assert '"it rains"' in notes_of()
    assert '"it pours"' in notes_of()
    assert '"it hails"' in notes_of()


@pytest.mark.parametrize("how", ["end of input", "quit", "signal"])
def test_what_could_not_be_saved_at_the_end_is_told_with_exit_code_1(how: str, game: Playing) -> None:
    fill_the_disk(game)
    game.note("it pours")
    if how == "quit":
        game.type("quit")
    elif how == "signal":
        game.until("next line")
        game.process.send_signal(signal.SIGTERM)
        game.process.wait(timeout=20)
    code, told = game.left()
    assert code == (143 if how == "signal" else 1)
    assert ("Your last 2 lines are not saved. " if how == "quit" else "Your last line is not saved. ") in told
    assert '"it rains"' in notes_of()


def test_a_disk_that_is_full_from_the_start_is_told(saves: Path) -> None:
    def full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    assert str(saves) in sentence_of(tavern("play", "house", "--plain", before=full))


@pytest.mark.parametrize(
    "what",
    [
        "file",
        "record gone",
        *(pytest.param(what, marks=slow) for what in ("folder", "replaced", "record changed")),
    ],
)
def test_a_game_whose_save_is_lost_under_it_is_saved_anew_as_a_whole(what: str, game: Playing, saves: Path) -> None:
    path = saves / "tavern.db"
    match what:
        case "file":
            for part in saves.glob("tavern.db*"):
                part.unlink()
        case "folder":
            for part in saves.iterdir():
                part.unlink()
            saves.rmdir()
        case "replaced":
            copy = path.with_name("copy")
            copy.write_bytes(path.read_bytes())
            copy.replace(path)
        case "record changed":
            run_sql(path, "UPDATE games SET summary = 'x'")
        case _:
            run_sql(path, "DELETE FROM games")
    game.type("note that it pours")
    told = game.until("gone or damaged")
    assert str(path) in told
    assert game.left()[0] == 0
    name = told.rpartition("“")[2].partition("”")[0]
    assert '"it rains"' in notes_of(name)
    assert '"it pours"' in notes_of(name)


def test_a_copy_that_cannot_be_written_is_not_called_kept(game: Playing) -> None:
    fill_the_disk(game)
    game.type("save dry")
    told = game.until("dry") + game.until("cannot be saved to") + game.until("cannot be saved to")
    assert "Kept as" not in told


# ── damaged saves ───────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE rows SET line = 'x' WHERE number = 3",
        pytest.param("DELETE FROM rows WHERE number = 3", marks=slow),
        pytest.param("UPDATE games SET summary = 'x'", marks=slow),
    ],
)
def test_a_damaged_game_is_told_and_what_is_good_of_it_can_be_kept(damage: str, saves: Path) -> None:
    tavern("play", "house", "--save", "wet", "--plain", typed="note that it rains\nnote that it pours\n")
    run_sql(saves / "tavern.db", damage)
    told = sentence_of(tavern("play", "--save", "wet", "--plain", typed="look\n"))
    assert "is damaged" in told
    assert "`tavern games repair`" in told
    assert "wet" in tavern("games", "list").stdout
    repaired = tavern("games", "repair")
    assert repaired.returncode == 0
    assert "“wet, repaired”" in repaired.stdout
    assert '"it rains"' in notes_of("wet, repaired")
    assert "was kept before" in tavern("games", "repair").stdout


def test_a_list_that_lost_a_game_is_mended(saves: Path) -> None:
    for name in ("wet", "dry"):
        tavern("play", "house", "--save", name, "--plain")
    run_sql(saves / "tavern.db", "DELETE FROM games WHERE name = 'dry'")
    assert "`tavern games repair`" in sentence_of(tavern("play", "--plain"))
    assert "mended" in tavern("games", "repair").stdout
    assert tavern("play", "--plain").returncode == 0


def test_a_file_nobody_can_read_is_set_aside_only_when_the_player_agrees(saves: Path) -> None:
    tavern("play", "house", "--save", "wet", "--plain")
    path = saves / "tavern.db"
    path.write_bytes(path.read_bytes()[:4096] + bytes(20_000))
    damaged = path.read_bytes()
    assert "`tavern games repair`" in sentence_of(tavern("play", "--plain"))
    for answer in ("n\n", ""):
        assert tavern("games", "repair", typed=answer).returncode == 1
        assert path.read_bytes() == damaged
    assert tavern("games", "repair", typed="y\n").returncode == 0
    assert (saves / "tavern-old-1.db").read_bytes() == damaged
    assert tavern("play", "--plain").returncode == 0


def test_nothing_is_repaired_that_is_sound() -> None:
    tavern("play", "house", "--save", "wet", "--plain")
    assert tavern("games", "repair").stdout == "No game is damaged.\n"


def test_deleting_asks_and_the_end_of_the_input_is_a_no() -> None:
    tavern("play", "house", "--save", "wet", "--plain")
    for answer in ("", "\xff\n"):
        assert tavern("games", "delete", "wet", typed=answer).returncode == 0
        assert "wet" in tavern("games", "list").stdout
    tavern("games", "delete", "wet", typed="yes\n")
    assert tavern("games", "list").stdout == ""


# ── streams ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@slow
@pytest.mark.parametrize("mode", ["--plain", "--jsonl"])
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-", "</dev/null"])
def test_a_closed_stream_is_no_error(mode: str, closed: str) -> None:
    command = f"'{sys.executable}' -m tavern play house --new {mode} {closed}"
    run = subprocess.run(
        command, shell=True, input="look\n", capture_output=True, text=True, cwd=ROOT, timeout=60, check=False
    )
    assert (run.returncode, run.stderr) == (0, "")


@slow
@pytest.mark.parametrize("command", ["play house --plain", "--help"])
def test_output_that_cannot_be_written_is_told(command: str) -> None:
    tavern("play", "house", "--plain")
    run = subprocess.run(
        f"'{sys.executable}' -m tavern {command} >/dev/full",
        shell=True, input="look\n", capture_output=True, text=True, cwd=ROOT, timeout=60, check=False,
    )  # fmt: skip
    assert (run.returncode, run.stderr.count("\n")) == (1, 1)
    assert "no space left" in run.stderr


@slow
@pytest.mark.parametrize(
    "environment",
    [
        {"TERM": "dumb"},
        {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0"},
        {"PYTHONIOENCODING": "ascii"},
        {"HOME": "/nonexistent"},
        {"HOME": ""},
        {"COLUMNS": "0"},
        {"COLUMNS": "-3"},
        {"COLUMNS": "x"},
    ],
    ids=str,
)
def test_any_environment_will_do(environment: dict[str, str]) -> None:
    assert (
        tavern("play", "house", "--save", "“wet”", "--plain", typed="look\n", environment=environment).returncode == 0
    )
    assert tavern("games", "list", environment=environment).returncode == 0


# ── terminals ───────────────────────────────────────────────────────────────────────────────────────────────────────


class Terminal:
    """The command in a terminal of its own, typed at key by key."""

    def __init__(self, *arguments: str, **environment: str) -> None:
        self.ours, theirs = os.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tavern", "play", *arguments],
            preexec_fn=lambda: os.login_tty(theirs),  # noqa: PLW1509 - nothing else gives a process a terminal
            cwd=ROOT,
            env={**os.environ, "TERM": "xterm", **environment},
        )
        os.close(theirs)
        self.shown = ""

    def until(self, words: str) -> None:
        """Read on until the words were shown since the last key."""
        while words not in self.shown:
            self.shown += os.read(self.ours, 65536).decode("utf-8", "replace")

    def type(self, keys: bytes) -> None:
        self.shown = ""
        os.write(self.ours, keys)

    def code(self) -> int:
        """The exit code; what was shown until then is clean."""
        code = self.process.wait(timeout=20)
        with contextlib.suppress(OSError):  # what is left is read, then the terminal is gone
            while came := os.read(self.ours, 65536):
                self.shown += came.decode("utf-8", "replace")
        os.close(self.ours)
        assert "Traceback" not in self.shown
        assert "\x1b" not in self.shown
        return code


@pytest.mark.parametrize(("key", "code"), [(b"\x03", 130), (b"\x04", 0)], ids=["ctrl-c", "ctrl-d"])
def test_a_key_that_ends_the_game_saves_it(key: bytes, code: int) -> None:
    terminal = Terminal("house", "--save", "wet", "--plain")
    terminal.until("> ")
    terminal.type(b"note that it rains\n")
    terminal.until("> ")
    terminal.type(key)
    assert terminal.code() == code
    assert '"it rains"' in notes_of()


@pytest.mark.parametrize("kind", ["dumb", "", "unknown"])
def test_a_terminal_that_can_show_lines_only_is_given_lines(kind: str) -> None:
    terminal = Terminal("house", "--new", TERM=kind)
    terminal.until("> ")
    terminal.type(b"quit\n")
    assert terminal.code() == 0


def test_leaving_what_is_not_saved_wants_a_second_word() -> None:
    terminal = Terminal("house", "--save", "wet", "--plain")
    terminal.until("> ")
    resource.prlimit(terminal.process.pid, resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))
    terminal.type(b"note that it rains\n")
    terminal.until("Not saved yet.")
    terminal.type(b"quit\n")
    terminal.until("you leave without")
    terminal.type(b"quit\n")
    assert terminal.code() == 1
    assert "Your last 3 lines are not saved." in " ".join(terminal.shown.split())


@slow
def test_a_terminal_that_goes_away_loses_nothing() -> None:
    terminal = Terminal("house", "--save", "wet", "--plain")
    terminal.until("> ")
    terminal.type(b"note that it rains\n")
    terminal.until("> ")
    os.close(terminal.ours)
    assert terminal.process.wait(timeout=20) in (1, 129)
    assert '"it rains"' in notes_of()


# ── lines ───────────────────────────────────────────────────────────────────────────────────────────────────────────

LINES = {
    "no UTF-8": b"\xff\xfe\n\xc3(\n\xed\xa0\x80\nnote that \xff\n",
    "NULs": b"\x00look\x00\n\x00\n",
    "a line without end": b"a" * 10_000_000,
    "a line of 10 MB": b"look " + b"a" * 10_000_000 + b"\nlook\n",
    "other line ends": b"look\r\nlook\rlook\x0blook\x0clook\x1clook\xc2\x85look\xe2\x80\xa8look\n",
    "marks": b"x e" + "\u0301".encode() * 3000 + b"\n",
    "many sentences": b"look. " * 500 + b"\n",
    "steering": (
        f"note that {EVIL}\nnotes\nx {EVIL}\n{EVIL}\nsave {EVIL}\ngames\nload {EVIL}x\nscript on /nonexistent/{EVIL}\n"
    ).encode(),
}


@pytest.mark.parametrize("mode", ["--plain", pytest.param("--jsonl", marks=slow)])
@pytest.mark.parametrize("typed", LINES.values(), ids=LINES.keys())
def test_any_line_is_answered(typed: bytes, mode: str) -> None:
    played = tavern("play", "house", "--new", mode, typed=typed)
    assert (played.returncode, played.stderr) == (0, "")
    if mode == "--jsonl":
        assert all(len(json.loads(line)["line"]) <= LONGEST_LINE for line in played.stdout.splitlines())
    assert len(played.stdout) < 100_000


def test_text_of_players_is_shown_as_it_is() -> None:
    plain = "[red]b[/] [@click=app.quit]c {0.__class__} %s $(ls) \\n"
    tavern("play", "house", "--save", plain, "--plain", typed=f"note that it is {plain} end\n")
    assert plain in tavern("games", "list").stdout
    assert f"{plain} end" in notes_of(plain)


def test_text_of_authors_is_shown_as_it_is(one_small_mystery: Path) -> None:
    text = "[red]A fire[/] [@click=app.quit]door[/link] %n $HOME \\\\x1b"
    (one_small_mystery / "case.yaml").write_text(HOUSE.replace("description: A fire.", f'description: "{text}"'))
    shown = tavern("play", "house", "--plain", typed="look\n").stdout
    assert text.replace("\\\\", "\\") in shown


def test_a_line_of_json_tells_what_became_of_saves() -> None:
    lines = "save\nsave dry\ngames\nload dry\nload nothing\nquit\nlook\n"
    played = tavern("play", "house", "--save", "wet", "--jsonl", typed=lines)
    texts = [json.loads(line)["text"] for line in played.stdout.splitlines()]
    assert len(texts) == 6
    assert all(texts[:5])
    assert "dry" in tavern("games", "list").stdout


# ── scripts ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_script_that_cannot_be_written_is_told_and_the_game_goes_on(tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.write_text("mine")
    wrong = [tmp_path / "no" / "where", there, tmp_path, tmp_path / ("x" * 300)]
    typed = "".join(f"script on {path}\n" for path in wrong) + "look\nquit\n"
    played = tavern("play", "house", "--no-save", "--plain", typed=typed)
    assert (played.returncode, played.stderr) == (0, "")
    assert played.stdout.count("name another file: script on NAME.") == 4
    assert "Errno" not in played.stdout
    assert there.read_text() == "mine"


def test_a_script_on_a_full_disk_ends_and_the_game_goes_on(game: Playing, tmp_path: Path) -> None:
    game.type(f"script on {tmp_path / 'script'}")
    game.until("From here on")
    resource.prlimit(game.process.pid, resource.RLIMIT_FSIZE, (20, resource.RLIM_INFINITY))
    game.type("look")
    assert "The script ends here" in game.until("The script ends here")
    game.type("look")
    game.until("A fire.")


# ── checking ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_check_says_when_there_are_no_mistakes(one_small_mystery: Path) -> None:
    folder = str(one_small_mystery)
    assert tavern("check", folder).stdout == f"{folder} is a mystery. It has no mistakes.\n"
    assert tavern("check", folder, "--format", "concise").stdout == ""
    assert json.loads(tavern("check", folder, folder, "--format", "json").stdout) == []


def test_a_setting_is_checked_for_what_it_has(tmp_path: Path) -> None:
    setting = tmp_path / "inn"
    setting.mkdir()
    file = setting / "rooms.yaml"
    file.write_text(
        "rooms: [{id: yard, name: Yard, description: Wet., out_of_place: [cask]}]\ntopics: [{id: ale, name: ale}]\n"
    )
    checked = tavern("check", str(setting))
    assert checked.returncode == 0
    assert checked.stdout.startswith(f"{setting} is a setting")
    file.write_text("rooms: [{id: yard, name: Yard, description: Wet., colour: red}]\n")
    checked = tavern("check", str(setting))
    assert checked.returncode == 1
    assert "T201" in checked.stdout


def test_the_shipped_setting_has_no_mistakes_of_its_own() -> None:
    assert "is a setting" in tavern("check", str(ROOT / "content" / "rusted_tankard")).stdout


@pytest.mark.parametrize("text", [b"> look\n\xff\n", b"@seed x\n> look\n", f"> look\n{EVIL}\n".encode()])
def test_a_transcript_that_cannot_be_played_is_told(text: bytes, one_small_mystery: Path) -> None:
    folder = one_small_mystery / "transcripts"
    folder.mkdir()
    (folder / "a.txt").write_bytes(text)
    tested = tavern("test", str(one_small_mystery))
    assert tested.returncode == 1
    assert "a.txt" in tested.stdout + tested.stderr


@slow
def test_modes_of_files_the_game_makes_let_nobody_else_write(saves: Path) -> None:
    tavern("play", "house", "--plain")
    for path in saves.iterdir():
        assert not stat.S_IMODE(path.stat().st_mode) & 0o022
