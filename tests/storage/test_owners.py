import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tavern.storage import CannotSave, GameInUse, GameRecord, Row, Store

Played = tuple[Path, GameRecord, list[Row]]

WRITES = """
import sys
from pathlib import Path
from tavern.storage import NoSuchGame, Row, Store
store = Store.open(Path(sys.argv[1]))
try:
    game = store.game("evening")
except NoSuchGame:
    game = store.new_game("evening", "cellar_secret", 7, "r", "t", {})
store.lock(game.id)
number = store.verify(game.id)
print("ready", number, flush=True)
while True:
    row = Row(kind="turn", parent=number, line="ask gene " * (number % 50), commands="[]", events="[]", text="[]",
              outcome="done", summary=str(number))
    number = store.append(game.id, row).number
    print(number, flush=True)
"""

OWNS = """
import sys
from pathlib import Path
from tavern.storage import Store
store = Store.open(Path(sys.argv[1]))
store.lock(store.game("evening").id)
print("owned", flush=True)
sys.stdin.read()
"""

APPENDS = """
import sys
from pathlib import Path
from tavern.storage import CannotSave, Row, Store
store = Store.open(Path(sys.argv[1]))
name, count = sys.argv[2], int(sys.argv[3])
game = store.new_game(name, "cellar_secret", 7, "r", "t", {})
for number in range(count):
    store.append(game.id, Row(kind="turn", parent=number, line="wait", commands="[]", events="[]", text="[]",
                              outcome="done", summary=""))
store.close()
"""


def started(script: str, *args: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", script, *args]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_every_row_that_was_answered_is_there_after_kill_9(tmp_path: Path) -> None:
    chance = random.Random(9)
    before = 0
    for kill in range(20):
        writer = started(WRITES, str(tmp_path))
        # A fifth of the kills come while the save is being opened.
        if kill % 5 == 4:
            time.sleep(chance.random() * 0.3)
        else:
            assert writer.stdout is not None
            writer.stdout.readline()
            time.sleep(chance.random() * 0.05)
        writer.kill()
        answered = [line for line in writer.communicate()[0].split("\n")[:-1] if line.isdigit()]
        last = int(answered[-1]) if answered else before
        store = Store.open(tmp_path)
        kept = store.verify(store.game("evening").id) if store.games() else 0
        store.close()
        assert last <= kept <= last + 1 or (not answered and kept >= before), f"kill {kill}"
        before = kept
    assert before > 20


def test_a_kill_while_the_save_is_made_leaves_one_that_opens(tmp_path: Path) -> None:
    chance = random.Random(10)
    for kill in range(8):
        saves = tmp_path / str(kill)
        writer = started(WRITES, str(saves))
        deadline = time.monotonic() + 10
        while not saves.exists() and time.monotonic() < deadline:
            time.sleep(0.0005)
        time.sleep(chance.random() * 0.03)
        writer.kill()
        writer.communicate()
        store = Store.open(saves)
        assert all(store.verify(game.id) >= 0 for game in store.games())
        assert not (saves / "tavern.db.new").exists()
        store.close()


def test_a_game_has_one_owner_who_is_named_to_the_second(played: Played) -> None:
    saves, game, _ = played
    owner = started(OWNS, str(saves))
    assert owner.stdout is not None
    assert owner.stdout.readline() == "owned\n"
    store = Store.open(saves)
    with pytest.raises(GameInUse, match=f"process {owner.pid}: go on there") as caught:
        store.lock(game.id)
    assert caught.value.pid == owner.pid
    with pytest.raises(GameInUse):
        store.delete(game.id)
    owner.kill()
    owner.communicate()
    store.lock(game.id)
    store.close()


def test_two_stores_of_one_process_are_two_owners_and_closing_lets_go(played: Played) -> None:
    saves, game, _ = played
    one, two = Store.open(saves), Store.open(saves)
    one.lock(game.id)
    one.lock(game.id)
    with pytest.raises(GameInUse, match=str(os.getpid())):
        two.lock(game.id)
    one.close()
    two.lock(game.id)
    two.unlock(game.id)
    two.close()
    assert not list(saves.glob("*" + game.id + "*"))


def test_of_two_who_write_the_same_game_the_second_is_told_that_it_went_on(played: Played) -> None:
    saves, game, _ = played
    one, two = Store.open(saves), Store.open(saves)
    row = Row(kind="turn", parent=12, line="wait", commands="[]", events="[]", text="[]", outcome="done", summary="")
    one.append(game.id, row)
    with pytest.raises(CannotSave, match="went on elsewhere: load it again"):
        two.append(game.id, row)
    assert two.verify(game.id) == 13
    one.close()
    two.close()


def test_three_processes_that_start_at_once_make_one_save_and_lose_nothing(tmp_path: Path) -> None:
    writers = [started(APPENDS, str(tmp_path), f"game {number}", "60") for number in range(3)]
    assert [writer.communicate(timeout=60)[1] for writer in writers] == ["", "", ""]
    store = Store.open(tmp_path)
    assert sorted(game.name for game in store.games()) == ["game 0", "game 1", "game 2"]
    assert all(store.verify(game.id) == 60 for game in store.games())
    store.close()


def test_a_writer_who_does_not_finish_is_waited_for_and_then_told_of(played: Played) -> None:
    saves, game, rows = played
    one, two = Store.open(saves), Store.open(saves)
    one._db.conn.execute("BEGIN IMMEDIATE")  # noqa: SLF001 - a writer stopped in the middle
    with pytest.raises(CannotSave, match="another program is writing"):
        two.rename(game.id, "other")
    assert two.rows(game.id) == rows
    one._db.conn.execute("ROLLBACK")  # noqa: SLF001
    assert two.rename(game.id, "other").name == "other"
    one.close()
    two.close()
