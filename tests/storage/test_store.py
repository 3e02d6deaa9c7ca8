from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tavern.storage import (
    BadName,
    CannotSave,
    GameRecord,
    History,
    NameTaken,
    NoSuchGame,
    Row,
    Store,
)
from tavern.storage.chain import digest, genesis

NewGame = Callable[..., GameRecord]
MakeRow = Callable[..., Row]
Turns = Callable[..., list[Row]]
HOSTILE = [
    "'; DROP TABLE games; --",
    '" OR "1"="1',
    "%s %(x)s {0} {name.__class__}",
    "../../etc/passwd",
    "C:\\con",
    "[bold red]markup[/]",
    "-",
    "NULL",
    "𝕿𝖍𝖊 🍺",
    "عشاء",
]


def test_what_was_appended_is_there_after_opening_again(tmp_path: Path, new: NewGame, turns: Turns) -> None:
    store = Store.open(tmp_path)
    game = new(store)
    rows = turns(store, game, 5)
    store.close()
    again = Store.open(tmp_path)
    assert again.rows(game.id) == rows
    assert again.verify(game.id) == 5
    record = again.game("evening")
    assert (record.head_row, record.head_state, record.head_chain) == (5, 5, rows[-1].chain)
    assert record.summary == rows[-1].summary
    assert not record.is_damaged
    again.close()


def test_a_page_of_rows_is_the_last_so_many_or_those_after_a_row(store: Store, new: NewGame, turns: Turns) -> None:
    game = new(store)
    rows = turns(store, game, 9)
    assert store.rows(game.id, last=3) == rows[6:]
    assert store.rows(game.id, after=7) == rows[7:]
    assert store.rows(game.id, upto=6, last=2) == rows[4:6]
    assert store.rows(game.id, last=100) == rows
    assert store.rows(game.id, last=0) == store.rows(game.id, after=50) == []


def test_the_chain_starts_with_what_the_game_began_with_and_not_with_its_name(store: Store, new: NewGame) -> None:
    game = new(store)
    assert game.head_chain == genesis(game) == genesis(replace(game, name="other", id="other"))
    for change in ({"seed": 8}, {"mystery": "x"}, {"rules_fingerprint": "x"}, {"text_fingerprint": "x"}):
        assert genesis(replace(game, **change)) != game.head_chain
    assert digest("a", "bc") != digest("ab", "c") != digest("ab", "c", None)


def test_games_are_listed_with_the_one_played_last_first(store: Store, new: NewGame, turns: Turns) -> None:
    names = ["one", "two", "three"]
    games = [new(store, name) for name in names]
    assert [game.name for game in store.games()] == names[::-1]
    turns(store, games[0], 1)
    assert [game.name for game in store.games()] == ["one", "three", "two"]


def test_two_games_share_the_content_they_began_with(store: Store, new: NewGame) -> None:
    one, two = new(store, "one"), new(store, "two")
    assert one.content == two.content
    store.delete(one.id)
    assert store.content_of(two.content)["rooms.yaml"].startswith("taproom")


def test_a_deleted_game_is_gone_with_its_rows_and_name(store: Store, new: NewGame, turns: Turns) -> None:
    game = new(store)
    turns(store, game, 3)
    store.delete(game.id)
    assert store.games() == []
    with pytest.raises(NoSuchGame, match="evening"):
        store.game("evening")
    with pytest.raises(NoSuchGame):
        store.rows(game.id)
    assert store.rows(new(store).id) == []


def test_a_name_is_taken_whatever_its_capitals_and_found_so(store: Store, new: NewGame) -> None:
    game = new(store)
    other = new(store, "other")
    with pytest.raises(NameTaken, match="choose another name"):
        new(store, "Evening")
    with pytest.raises(NameTaken):
        store.rename(other.id, " EVENING ")
    assert store.game("EVENING").id == game.id
    assert store.rename(game.id, "Evening").name == "Evening"
    assert [each.name for each in store.games()] == ["other", "Evening"]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_is_a_value_whatever_it_says(store: Store, new: NewGame, turns: Turns, name: str) -> None:
    game = new(store, name)
    turns(store, game, 1)
    assert store.game(name) == store.games()[0]
    assert store.game(name).name == name
    store.lock(game.id)
    store.delete(game.id)
    assert store.games() == []


@pytest.mark.parametrize("name", ["", "  ", "\x1b\x07", "\u202e", "x" * 61, "\u200b" * 5])
def test_a_name_needs_1_to_60_letters_that_print(store: Store, new: NewGame, name: str) -> None:
    with pytest.raises(BadName, match="choose 1 to 60"):
        new(store, name)
    assert store.games() == []


def test_what_does_not_print_is_dropped_from_a_name(store: Store, new: NewGame) -> None:
    assert new(store, "a\x1b[31m\u202eb\n c\ud800").name == "a[31mb c\ufffd"


def test_a_row_that_follows_another_state_than_the_game_is_in_is_refused(
    store: Store, new: NewGame, turns: Turns, row: MakeRow
) -> None:
    game = new(store)
    turns(store, game, 3)
    with pytest.raises(CannotSave, match="went on elsewhere"):
        store.append(game.id, row(2))
    assert store.verify(game.id) == 3


def test_a_row_returns_only_to_a_row_with_a_state(store: Store, new: NewGame, turns: Turns, row: MakeRow) -> None:
    game = new(store)
    turns(store, game, 2)
    store.append(game.id, row(2, "undo", "undo", 1))
    for target in (3, 4, 99):
        with pytest.raises(ValueError, match="no state"):
            store.append(game.id, row(1, "restore", "restore", target))
    assert store.verify(game.id) == 3


def test_lone_surrogates_are_written_as_replacement_characters(store: Store, new: NewGame, row: MakeRow) -> None:
    game = new(store)
    assert store.append(game.id, row(0, "say \ud83d\x00 x")).line == "say \ufffd\x00 x"
    assert store.rows(game.id)[0].line == "say \ufffd\x00 x"


def test_a_line_too_large_for_the_save_is_refused_in_words_and_the_next_is_kept(
    store: Store, new: NewGame, row: MakeRow
) -> None:
    game = new(store)
    with pytest.raises(CannotSave, match="too large"):
        store.append(game.id, row(0, "x" * (33 * 1024 * 1024)))
    assert store.append(game.id, row(0)).number == 1


def test_a_snapshot_is_read_back_and_may_be_dropped(store: Store, new: NewGame, turns: Turns, row: MakeRow) -> None:
    game = new(store)
    turns(store, game, 2)
    store.append(game.id, row(2), snapshot='{"clock":1}')
    store.put_snapshot(game.id, 1, '{"clock":0}')
    assert store.snapshot_rows(game.id) == {1, 3}
    assert (store.snapshot(game.id, 1), store.snapshot(game.id, 2)) == ('{"clock":0}', None)
    assert store.snapshot(game.id, 3) == '{"clock":1}'
    store.drop_snapshots(game.id)
    assert store.snapshot_rows(game.id) == frozenset()
    assert store.verify(game.id) == 3


def test_a_store_in_memory_has_the_same_face_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, new: NewGame, turns: Turns
) -> None:
    monkeypatch.chdir(tmp_path)
    store = Store.memory()
    game = new(store)
    store.lock(game.id)
    rows = turns(store, game, 3)
    assert store.rows(game.id) == rows
    store.close()
    assert list(tmp_path.iterdir()) == []


def test_a_closed_store_refuses_and_closing_twice_is_fine(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    store.close()
    store.close()
    with pytest.raises(RuntimeError, match="closed"):
        store.games()


KINDS = st.sampled_from(["turn", "aside", "undo", "redo", "restart"])
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(KINDS, TEXT, TEXT), max_size=25))
def test_any_sequence_of_rows_reads_back_the_same_and_leads_to_the_same_head(steps: list[tuple[str, str, str]]) -> None:
    store = Store.memory()
    game = store.new_game("any", "cellar_secret", 2**63 - 1, "r", "t", {})
    live = History()
    written = []
    for kind, line, text in steps:
        targets = {"undo": live.undo_target, "redo": live.redo_target, "restart": 0}
        target = targets.get(kind)
        if kind in targets and target is None:
            continue
        row = Row(kind=kind, parent=live.head, line=line, commands=text, events="[]", text=text, outcome="done",
                  summary=line, target=target, ended=text or None)  # fmt: skip
        written.append(store.append(game.id, row))
        live.feed(written[-1])
    assert store.rows(game.id) == written
    assert store.verify(game.id) == len(written)
    assert store.game("any").head_state == live.head == History(written).head
    store.close()
