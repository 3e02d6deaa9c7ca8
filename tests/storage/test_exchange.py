import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tavern.storage import CannotSave, DamagedSave, ForeignFile, GameRecord, NewerSave, Row, SaveProblem, Store
from tavern.storage.chain import chained

NewGame = Callable[..., GameRecord]
MakeRow = Callable[..., Row]
Turns = Callable[..., list[Row]]
DEEP = "[" * 100_000 + "]" * 100_000


@pytest.fixture
def file(store: Store, new: NewGame, turns: Turns, row: MakeRow, tmp_path: Path) -> Path:
    """A game of six rows, one of them an undo, as a file; the store still has the game."""
    game = new(store)
    turns(store, game, 5)
    store.append(game.id, row(5, "undo", "undo", 4))
    path = tmp_path / "evening.tavern"
    store.export_game(game.id, path)
    return path


def edited(path: Path, at: int, /, **changes: object) -> Path:
    lines = path.read_text("utf-8").splitlines()
    lines[at] = json.dumps({**json.loads(lines[at]), **changes})
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def test_an_imported_game_has_the_same_rows_a_new_id_and_a_name_of_its_own(store: Store, file: Path) -> None:
    game = store.game("evening")
    copy = store.import_game(file)
    assert (copy.name, copy.id != game.id, copy.content) == ("evening (2)", True, game.content)
    assert (copy.head_row, copy.head_state, copy.head_chain) == (6, 4, game.head_chain)
    assert store.rows(copy.id) == store.rows(game.id)
    assert store.verify(copy.id) == 6
    assert store.import_game(file).name == "evening (3)"
    assert [each.name for each in store.games()] == ["evening (3)", "evening (2)", "evening"]


def test_a_game_goes_from_memory_to_the_disk_through_a_file(
    store: Store, new: NewGame, turns: Turns, file: Path
) -> None:
    memory = Store.memory()
    rows = turns(memory, new(memory), 4)
    path = file.with_name("from memory.tavern")
    memory.export_game(memory.game("evening").id, path)
    assert store.rows(store.import_game(path).id) == rows
    memory.close()


def test_a_game_without_rows_can_be_exported(store: Store, new: NewGame, tmp_path: Path) -> None:
    store.export_game(new(store).id, tmp_path / "new.tavern")
    copy = store.import_game(tmp_path / "new.tavern")
    assert (store.rows(copy.id), store.verify(copy.id), copy.head_state) == ([], 0, 0)


def test_an_export_overwrites_nothing_and_leaves_no_half_file(store: Store, file: Path, tmp_path: Path) -> None:
    game = store.game("evening")
    before = file.read_bytes()
    with pytest.raises(CannotSave, match="choose another name"):
        store.export_game(game.id, file)
    with pytest.raises(CannotSave, match="choose another place"):
        store.export_game(game.id, tmp_path / "nowhere" / "x.tavern")
    assert file.read_bytes() == before
    assert not list(tmp_path.glob(".*"))


def test_every_byte_cut_off_and_every_tenth_byte_changed_is_told(store: Store, file: Path) -> None:
    whole = file.read_bytes()
    names = {game.name for game in store.games()}
    for place in range(0, len(whole), 10):
        for broken in (whole[:place], whole[:place] + b"7" + whole[place + 1 :]):
            file.write_bytes(broken)
            try:
                game = store.import_game(file)
            except SaveProblem:
                continue
            assert broken.splitlines()[1:] == whole.splitlines()[1:], place
            store.delete(game.id)
    assert {game.name for game in store.games()} == names


def test_a_file_from_a_newer_version_is_refused(store: Store, file: Path) -> None:
    with pytest.raises(NewerSave, match="save format 2"):
        store.import_game(edited(file, 0, **{"tavern save": 2}))


@pytest.mark.parametrize(
    "content", [b"", b"Dear diary,\n", b"[]", b"{}", b"\xff\xfe", b"[" * 100_000, b'{"tavern save":']
)
def test_a_foreign_file_is_refused(store: Store, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.tavern").write_bytes(content)
    with pytest.raises(ForeignFile):
        store.import_game(tmp_path / "x.tavern")
    assert store.games() == []


def test_what_is_no_file_is_refused_without_waiting(store: Store, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", tmp_path, Path("/dev/zero"), tmp_path / "none"):
        with pytest.raises(ForeignFile):
            store.import_game(path)


def test_a_huge_file_is_refused_unread(store: Store, tmp_path: Path) -> None:
    with (tmp_path / "huge").open("wb") as file:
        file.truncate(10**12)
    with pytest.raises(ForeignFile, match="fitting size"):
        store.import_game(tmp_path / "huge")


@pytest.mark.parametrize(
    "change",
    [{"line": 5}, {"number": "1"}, {"number": True}, {"commands": "{"}, {"events": DEEP}, {"text": '"\\'},
     {"parent": 3}, {"target": 0}, {"parent": 2**70}, {"line": "\ud800"}, {"ended": []}, {"chain": ""},
     {"line": "x" * 2_000_000}],
)  # fmt: skip
def test_a_row_of_a_wrong_shape_is_refused(store: Store, file: Path, change: dict[str, object]) -> None:
    with pytest.raises(DamagedSave):
        store.import_game(edited(file, 4, **change))
    assert [game.name for game in store.games()] == ["evening"]


@pytest.mark.parametrize(
    "change",
    [{"events": DEEP}, {"commands": "look"}, {"target": 6}, {"parent": 4}, {"text": '["\\ud800'}],
)
def test_a_stranger_who_chained_a_wrong_row_correctly_is_refused(
    store: Store, file: Path, change: dict[str, object]
) -> None:
    previous, last = store.rows(store.game("evening").id, last=2)
    wrong = chained(previous.chain, replace(last, **change))  # type: ignore[arg-type]
    edited(file, 0, chain=wrong.chain)
    with pytest.raises(DamagedSave):
        store.import_game(edited(file, -1, chain=wrong.chain, **change))


def test_brackets_in_a_text_and_thirty_levels_are_not_too_deep(
    store: Store, new: NewGame, row: MakeRow, file: Path
) -> None:
    game = new(store, "brackets")
    levels = "[" * 30 + "]" * 30
    store.append(game.id, replace(row(0), text=json.dumps(['\\"[' * 500]), events=levels))
    store.export_game(game.id, file.with_name("brackets.tavern"))
    assert store.rows(store.import_game(file.with_name("brackets.tavern")).id)[0].events == levels


@pytest.mark.parametrize(
    "change",
    [{"mystery": "../x"}, {"mystery": ""}, {"mystery": 3}, {"seed": -1}, {"seed": 2**64}, {"seed": 1.5}, {"rows": 5},
     {"chain": ""}, {"name": None}, {"content": "x"}, {"rules": "other"}],
)  # fmt: skip
def test_a_header_of_a_wrong_shape_is_refused(store: Store, file: Path, change: dict[str, object]) -> None:
    with pytest.raises(DamagedSave):
        store.import_game(edited(file, 0, **change))


@pytest.mark.parametrize("name", ["", "\x1b]0;x\x07", "y" * 500, "a\nb", "\u202e"])
def test_the_name_in_a_file_is_cleaned_before_it_is_used(store: Store, file: Path, name: str) -> None:
    game = store.import_game(edited(file, 0, name=name))
    assert game.name.isprintable()
    assert 1 <= len(game.name) <= 60
    assert store.game(game.name).id == game.id


def test_files_of_content_that_are_no_texts_are_refused(store: Store, file: Path) -> None:
    with pytest.raises(DamagedSave, match="content"):
        store.import_game(edited(file, 1, **{"rooms.yaml": 3}))
