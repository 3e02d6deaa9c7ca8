import hashlib
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tavern.storage import CannotSave, ForeignFile, GameRecord, NewerSave, Row, Store, set_aside

Played = tuple[Path, GameRecord, list[Row]]
PNG = b"\x89PNG\r\n\x1a\n" + bytes(200)
FOREIGN = {
    "text": b"Dear diary,\n" * 40,
    "picture": PNG,
    "short": b"SQLite format 3\0",
    "zeroes": bytes(4096),
}
HOSTILE = {
    "trigger": "CREATE TRIGGER t AFTER INSERT ON rows BEGIN DELETE FROM rows; END",
    "view": "CREATE VIEW v AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT * FROM n",
    "table": "CREATE TABLE more (x)",
    "index": "CREATE INDEX i ON rows (line)",
    "column": "ALTER TABLE games ADD COLUMN x TEXT GENERATED ALWAYS AS (hex(zeroblob(90000000))) VIRTUAL",
    "missing": "DROP TABLE snapshots",
}


def digest(folder: Path) -> str:
    return hashlib.sha256((folder / "tavern.db").read_bytes()).hexdigest()


def change(saves: Path, statement: str) -> None:
    with closing(sqlite3.connect(saves / "tavern.db")) as db:
        db.execute(statement)
        db.commit()


@pytest.mark.parametrize("kind", FOREIGN)
def test_a_foreign_file_is_refused_and_left_alone(tmp_path: Path, kind: str) -> None:
    (tmp_path / "tavern.db").write_bytes(FOREIGN[kind])
    with pytest.raises(ForeignFile, match="left alone: move it away"):
        Store.open(tmp_path)
    assert (tmp_path / "tavern.db").read_bytes() == FOREIGN[kind]


def test_a_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "tavern.db")) as db:
        db.execute("CREATE TABLE places (url TEXT)")
    before = digest(tmp_path)
    with pytest.raises(ForeignFile, match="another program"):
        Store.open(tmp_path)
    assert digest(tmp_path) == before


def test_a_folder_in_place_of_the_save_is_refused(tmp_path: Path) -> None:
    (tmp_path / "tavern.db").mkdir()
    with pytest.raises(ForeignFile, match="it is a folder"):
        Store.open(tmp_path)


def test_a_pipe_in_place_of_the_save_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "tavern.db")
    with pytest.raises(ForeignFile, match="no plain file"):
        Store.open(tmp_path)


def test_an_empty_file_becomes_a_save_and_an_old_log_beside_it_is_not_read(played: Played, tmp_path: Path) -> None:
    saves = tmp_path / "empty"
    saves.mkdir()
    (saves / "tavern.db").touch()
    (saves / "tavern.db-wal").write_bytes(b"old")
    store = Store.open(saves)
    assert store.games() == []
    store.close()
    assert (saves / "tavern.db-wal.old").read_bytes() == b"old"


def test_a_newer_save_is_refused_naming_both_versions_and_not_touched(played: Played) -> None:
    saves, _, _ = played
    change(saves, "PRAGMA user_version = 9")
    before = digest(saves)
    with pytest.raises(NewerSave, match=r"save format 9 .* up to 1") as caught:
        Store.open(saves)
    assert (caught.value.theirs, caught.value.ours) == (9, 1)
    assert digest(saves) == before


def test_a_newer_save_whose_version_stands_only_in_its_log_is_not_touched(played: Played, tmp_path: Path) -> None:
    saves, _, _ = played
    with closing(sqlite3.connect(saves / "tavern.db")) as db:
        db.execute("PRAGMA user_version = 2")
        killed = tmp_path / "killed"
        killed.mkdir()
        for name in ("tavern.db", "tavern.db-wal"):
            (killed / name).write_bytes((saves / name).read_bytes())
    before = digest(killed)
    with pytest.raises(NewerSave):
        Store.open(killed)
    assert digest(killed) == before


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_save_with_other_tables_than_ours_is_refused_before_it_is_read(played: Played, kind: str) -> None:
    saves, _, _ = played
    change(saves, HOSTILE[kind])
    before = digest(saves)
    with pytest.raises(ForeignFile, match="its tables are not"):
        Store.open(saves)
    assert digest(saves) == before


def test_a_file_in_place_of_the_folder_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "saves").write_text("no folder")
    for place in (tmp_path / "saves", tmp_path / "saves" / "deeper"):
        with pytest.raises(CannotSave, match="choose another folder"):
            Store.open(place)


def test_a_path_never_brings_escape_bytes_into_the_sentence(tmp_path: Path) -> None:
    place = tmp_path / "a\x1b]52;c;eA==\x07b"
    place.mkdir()
    (place / "tavern.db").write_bytes(PNG)
    with pytest.raises(ForeignFile) as caught:
        Store.open(place)
    assert str(caught.value).isprintable()


def test_a_folder_that_may_not_be_written_is_told_in_words(played: Played) -> None:
    if os.geteuid() == 0:
        pytest.skip("nothing is forbidden to root")
    saves, _, _ = played
    saves.chmod(0o500)
    try:
        with pytest.raises(CannotSave, match="permission denied"):
            Store.open(saves)
    finally:
        saves.chmod(0o700)


@pytest.mark.parametrize("act", ["remove", "replace"])
def test_a_save_removed_in_play_is_told_and_the_game_can_be_taken_out(played: Played, tmp_path: Path, act: str) -> None:
    saves, game, rows = played
    store = Store.open(saves)
    whole = (saves / "tavern.db").read_bytes()
    (saves / "tavern.db").unlink()
    if act == "replace":
        (saves / "tavern.db").write_bytes(whole)
    following = Row(
        kind="turn", parent=12, line="wait", commands="[]", events="[]", text="[]", outcome="done", summary=""
    )
    with pytest.raises(CannotSave, match="removed or replaced"):
        store.append(game.id, following)
    store.export_game(game.id, tmp_path / "evening.tavern")
    if act == "remove":
        with pytest.raises(CannotSave, match="still plays from it"):
            Store.open(saves)
    store.close()
    (saves / "tavern.db").unlink(missing_ok=True)
    again = Store.open(saves)
    assert again.rows(again.import_game(tmp_path / "evening.tavern").id) == rows
    again.close()


def test_a_save_that_is_open_is_not_put_aside(played: Played) -> None:
    store = Store.open(played[0])
    with pytest.raises(CannotSave, match="close that window"):
        set_aside(played[0])
    store.close()


FILLS_THE_DISK = """
import resource, sys
from pathlib import Path
from tavern.storage import CannotSave, Row, Store
store = Store.open(Path(sys.argv[1]))
game = store.game("evening")
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, resource.RLIM_INFINITY))
def row(parent, size):
    return Row(kind="turn", parent=parent, line="x" * size, commands="[]", events="[]", text="[]", outcome="done",
               summary="")
number = 12
try:
    while number < 1000:
        number = store.append(game.id, row(number, 20_000)).number
except CannotSave as problem:
    print(problem)
assert store.verify(game.id) == number
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
print(store.append(game.id, row(number, 5)).number == number + 1)
store.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are Unix's")
def test_a_full_disk_is_told_loses_no_row_and_can_be_tried_again(played: Played) -> None:
    saves, game, _ = played
    done = subprocess.run(
        [sys.executable, "-c", FILLS_THE_DISK, str(saves)], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.stderr == ""
    told, tried_again = done.stdout.splitlines()
    assert "the disk is full" in told
    assert "make room" in told
    assert tried_again == "True"
    store = Store.open(saves)
    assert store.verify(game.id) > 12
    store.close()
