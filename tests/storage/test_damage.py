import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tavern.storage import DamagedSave, GameRecord, Row, SaveProblem, Store, set_aside

Played = tuple[Path, GameRecord, list[Row]]
FLIPS = 400


def is_silently_wrong(saves: Path, game: GameRecord, rows: list[Row]) -> bool:
    """Whether the save hands out anything else than what was written without a word. Problems are words."""
    try:
        store = Store.open(saves)
    except SaveProblem:
        return False
    try:
        listed = store.games()
        if listed != [game]:
            return not any(each.is_damaged for each in listed)
        files = store.content_of(game.content)
        return (
            store.rows(game.id) != rows
            or store.rows(game.id, last=3) != rows[-3:]
            or store.verify(game.id) != len(rows)
            or store.snapshot(game.id, 5) not in (None, '{"clock":1240}')
            or files != {"rooms.yaml": "taproom: {}\n" * 40}
        )
    except SaveProblem:
        return False
    finally:
        store.close()


def copies(played: Played, tmp_path: Path) -> tuple[Path, bytes]:
    saves = tmp_path / "copy"
    shutil.rmtree(saves, ignore_errors=True)
    saves.mkdir(parents=True)
    return saves, (played[0] / "tavern.db").read_bytes()


def test_no_flipped_byte_is_read_back_without_a_word(played: Played, tmp_path: Path) -> None:
    chance = random.Random(22)
    _, game, rows = played
    for number in range(FLIPS):
        saves, whole = copies(played, tmp_path)
        flipped = bytearray(whole)
        place = chance.randrange(len(flipped))
        flipped[place] ^= chance.randrange(1, 256)
        (saves / "tavern.db").write_bytes(flipped)
        assert not is_silently_wrong(saves, game, rows), f"flip {number} at byte {place}"


def test_no_cut_swapped_or_zeroed_page_is_read_back_without_a_word(played: Played, tmp_path: Path) -> None:
    _, game, rows = played
    size = len((played[0] / "tavern.db").read_bytes())
    pages = range(0, size, 4096)
    for page in pages:
        for swapped in (None, page, (page + 4096) % size):
            saves, whole = copies(played, tmp_path)
            broken = bytearray(whole)
            if swapped is None:
                del broken[page:]
            elif swapped == page:
                broken[page : page + 4096] = bytes(4096)
            else:
                one, other = whole[page : page + 4096], whole[swapped : swapped + 4096]
                broken[page : page + 4096], broken[swapped : swapped + 4096] = other, one
            (saves / "tavern.db").write_bytes(broken)
            if not broken:
                continue
            assert not is_silently_wrong(saves, game, rows), f"page {page // 4096}, {swapped}"


def change(saves: Path, statement: str, *values: object) -> None:
    with closing(sqlite3.connect(saves / "tavern.db")) as db:
        db.execute(statement, values)
        db.commit()


@pytest.mark.parametrize(
    "column", ["kind", "line", "commands", "events", "text", "outcome", "summary", "ended", "chain"]
)
def test_a_changed_field_of_a_row_is_found_and_the_rows_before_it_are_kept(played: Played, column: str) -> None:
    saves, game, rows = played
    change(saves, f'UPDATE rows SET "{column}" = ? WHERE number = 8', "another")
    store = Store.open(saves)
    with pytest.raises(DamagedSave, match="first 7 lines") as caught:
        store.rows(game.id)
    assert caught.value.good_rows == 7
    with pytest.raises(DamagedSave, match="“evening” in "):
        store.verify(game.id)
    mended = store.repair(game.id, "evening, mended")
    assert store.rows(mended.id) == rows[:7]
    assert store.verify(mended.id) == 7
    assert mended.summary == rows[6].summary
    assert store.game(game.id).head_row == 12
    store.close()


@pytest.mark.parametrize("number", [1, 6, 12])
def test_a_missing_row_is_found(played: Played, number: int) -> None:
    saves, game, _ = played
    change(saves, "DELETE FROM rows WHERE number = ?", number)
    store = Store.open(saves)
    with pytest.raises(DamagedSave) as caught:
        store.rows(game.id, last=12)
    assert caught.value.good_rows == number - 1
    store.close()


def test_rows_after_the_damaged_one_can_still_be_read_page_by_page(played: Played) -> None:
    saves, game, rows = played
    change(saves, "UPDATE rows SET line = 'x' WHERE number = 3")
    store = Store.open(saves)
    assert store.rows(game.id, last=5) == rows[7:]
    store.close()


def test_a_changed_record_is_marked_in_the_list_and_its_rows_can_be_kept(played: Played) -> None:
    saves, game, rows = played
    change(saves, "UPDATE games SET summary = 'x', name = 'morning'")
    store = Store.open(saves)
    assert [(each.name, each.is_damaged) for each in store.games()] == [("morning", True)]
    with pytest.raises(DamagedSave, match="first 12 lines"):
        store.append(game.id, rows[0])
    assert store.rows(store.repair(game.id, "again").id) == rows
    store.delete(game.id)
    assert [each.name for each in store.games()] == ["again"]
    store.close()


def test_a_record_that_does_not_fit_its_rows_gives_nothing_to_keep(played: Played) -> None:
    saves, game, _ = played
    change(saves, "UPDATE games SET seed = 8")
    store = Store.open(saves)
    with pytest.raises(DamagedSave):
        store.repair(game.id, "again")
    store.close()


def test_a_game_missing_from_the_list_is_told_until_the_list_is_mended(played: Played) -> None:
    saves, game, _ = played
    store = Store.open(saves)
    other = store.new_game("other", "cellar_secret", 1, "r", "t", {})
    store.close()
    change(saves, "DELETE FROM games WHERE id = ?", game.id)
    store = Store.open(saves)
    with pytest.raises(DamagedSave, match="list of games"):
        store.games()
    assert store.game("other").id == other.id
    assert [each.name for each in store.mend_list()] == ["other"]
    store.close()


def test_a_changed_snapshot_is_none(played: Played) -> None:
    saves, game, _ = played
    change(saves, "UPDATE snapshots SET world = '{}'")
    store = Store.open(saves)
    assert store.snapshot(game.id, 5) is None
    store.close()


def test_changed_content_is_told(played: Played) -> None:
    saves, game, _ = played
    change(saves, "UPDATE content SET files = zeroblob(40)")
    store = Store.open(saves)
    with pytest.raises(DamagedSave, match="content"):
        store.content_of(game.content)
    store.close()


def test_a_save_put_aside_makes_room_for_a_new_one_and_is_kept(played: Played) -> None:
    saves, _, _ = played
    whole = (saves / "tavern.db").read_bytes()
    kept = set_aside(saves)
    assert kept is not None
    assert kept.read_bytes() == whole
    assert set_aside(saves) is None
    store = Store.open(saves)
    assert store.games() == []
    store.close()
    assert set_aside(saves) != kept
