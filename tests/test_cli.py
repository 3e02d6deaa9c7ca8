"""The command as a person or a program runs it: whole processes, real pipes, exit codes."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.places import ROOT

LINES = "look\nask gene about the cellar\nwait\ninventory\n"


def tavern(*arguments: str, typed: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tavern", *arguments],
        input=typed,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, **environment},
        timeout=60,
        check=False,
    )


def test_a_piped_script_is_played_to_its_end() -> None:
    played = tavern("play", "cellar_secret", "--plain", typed=LINES)
    assert (played.returncode, played.stderr) == (0, "")
    assert played.stdout.count("\n> ") == 5
    assert "> ask gene about the cellar\n" in played.stdout
    assert "\x1b" not in played.stdout


def test_what_was_played_is_there_again_the_next_time() -> None:
    tavern("play", "--save", "wet", typed="wait 2 minutes\nwait 1 minute\n")
    again = tavern("play", "--save", "wet", typed="time\n")
    assert again.returncode == 0
    assert "18:03" in again.stdout
    assert "wet" in tavern("games", "list").stdout


def test_one_line_in_is_one_object_out() -> None:
    played = tavern(
        "play", "cellar_secret", "--new", "--jsonl", "--seed", "1", typed="look\nxyzzy\nask gene\ntake fire\nwait\n"
    )
    objects = [json.loads(line) for line in played.stdout.splitlines()]
    assert [set(found) for found in objects] == [
        {"turn", "line", "outcome", "text", "room", "clock", "clues_found", "ended"}
    ] * 5
    assert [found["outcome"] for found in objects] == ["done", "misunderstood", "question", "refused", "done"]
    assert [found["turn"] for found in objects] == [0, 0, 0, 0, 1]


def test_the_same_seed_and_lines_give_the_same_bytes() -> None:
    both = [
        tavern("play", "cellar_secret", "--new", "--jsonl", "--seed", "5", typed=LINES, PYTHONHASHSEED=str(n)).stdout
        for n in (1, 2)
    ]
    assert both[0] == both[1]


def test_an_unknown_mystery_is_one_sentence_and_exit_code_1() -> None:
    played = tavern("play", "celar_secret", "--plain")
    assert played.returncode == 1
    assert played.stderr == "There is no mystery “celar_secret”. There is cellar_secret.\n"


def test_wrong_usage_is_exit_code_2() -> None:
    assert tavern("play", "--frobnicate").returncode == 2
    assert tavern("dance").returncode == 2


def test_broken_content_is_told_with_its_place_and_exit_code_1(tmp_path: Path) -> None:
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "case.yaml").write_text("mystery:\n  id: broken\n  titel: Broken\n", encoding="utf-8")
    checked = tavern("check", str(tmp_path / "broken"))
    assert checked.returncode == 1
    assert "case.yaml:3:3" in checked.stdout
    played = tavern("play", "broken", "--plain", "--content", str(tmp_path))
    assert played.returncode == 1
    assert "case.yaml:3:3" in played.stderr
    assert "Traceback" not in played.stderr


def test_shipped_content_has_no_mistakes_and_its_transcripts_play() -> None:
    checked = tavern("check", "content/cellar_secret")
    assert (checked.returncode, checked.stderr) == (0, "")
    tested = tavern("test", "content/cellar_secret")
    assert tested.returncode == 0
    assert tested.stdout.endswith(" 0 differences.\n")


@pytest.mark.parametrize(
    "bytes_", [b"\xff\xfe look\n", b"look\x00\n", b"\x1b]0;x\x07\n", b"look", b"", b"\n\n\n", b"a" * 100_000 + b"\n"]
)
def test_any_bytes_are_answered(bytes_: bytes) -> None:
    played = subprocess.run(
        [sys.executable, "-m", "tavern", "play", "cellar_secret", "--new", "--plain"],
        input=bytes_, capture_output=True, cwd=ROOT, timeout=60, check=False,
    )  # fmt: skip
    assert (played.returncode, played.stderr) == (0, b"")
    assert not set(played.stdout) & set(range(32)) - {10}


def test_a_reader_that_goes_away_is_no_error() -> None:
    command = f"{sys.executable} -m tavern play cellar_secret --new --plain | head -n 1"
    played = subprocess.run(
        command, shell=True, input=LINES * 50, capture_output=True, text=True, cwd=ROOT, timeout=60, check=False
    )
    assert (played.returncode, played.stderr) == (0, "")


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)])
def test_a_signal_ends_the_game_cleanly_and_loses_nothing(sent: signal.Signals, code: int) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "tavern", "play", "cellar_secret", "--save", "cut", "--plain"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT,
    )  # fmt: skip
    assert process.stdin
    assert process.stdout
    process.stdin.write("wait\nwait\nnote that the end is near\n")
    process.stdin.flush()
    while "the end is near" not in process.stdout.readline():
        pass
    time.sleep(0.3)
    process.send_signal(sent)
    _, errors = process.communicate(timeout=10)
    assert process.returncode == code
    assert "Traceback" not in errors
    assert "the end is near" in tavern("play", "--save", "cut", "--plain", typed="notes\n").stdout


def test_without_a_command_the_exit_code_is_that_of_the_game(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "tavern"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        cwd=ROOT, env={**os.environ, "TAVERN_SAVES": str(tmp_path)},
    )  # fmt: skip
    assert process.stdin
    assert process.stdout
    process.stdin.write("note that it rains\n")
    process.stdin.flush()
    while "it rains" not in process.stdout.readline():
        pass
    time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=10)
    assert process.returncode == 130


def test_a_save_from_a_later_version_is_refused_and_left_alone(tmp_path: Path) -> None:
    import sqlite3

    tavern("play", "cellar_secret", "--plain", typed="wait\n", TAVERN_SAVES=str(tmp_path))
    connection = sqlite3.connect(tmp_path / "tavern.db")
    connection.execute("PRAGMA user_version = 99")
    connection.commit()
    connection.close()
    played = tavern("play", "--plain", typed="look\n", TAVERN_SAVES=str(tmp_path))
    assert played.returncode == 1
    assert played.stderr.count("\n") == 1
    assert "later" in played.stderr or "newer" in played.stderr


def test_saves_that_cannot_be_written_are_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    played = tavern("play", "cellar_secret", "--plain", typed="look\n", TAVERN_SAVES=str(tmp_path / "file" / "saves"))
    assert played.returncode == 1
    assert "Traceback" not in played.stderr
    assert played.stderr.count("\n") == 1


def test_paths_tells_where_everything_is(tmp_path: Path) -> None:
    told = tavern("paths", TAVERN_SAVES=str(tmp_path / "here")).stdout
    assert f"content  {ROOT / 'content'}" in told
    assert f"saves    {tmp_path / 'here'}" in told


def test_version_and_help_load_neither_screens_nor_compiler_nor_database() -> None:
    for wanted in ("--version", "--help"):
        heavy = ("textual", "pydantic", "sqlite_utils", "yaml")
        code = f"import sys, tavern.cli as c; c.main(['{wanted}']); print([m for m in {heavy} if m in sys.modules])"
        run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
        assert run.stdout.splitlines()[-1] == "[]"
