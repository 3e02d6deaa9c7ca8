from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tavern.storage import GameRecord, Row, Store

Played = tuple[Path, GameRecord, list[Row]]


def a_row(parent: int, line: str = "look", kind: str = "turn", target: int | None = None) -> Row:
    return Row(
        kind=kind,
        parent=parent,
        line=line,
        commands='["look"]',
        events='[{"kind":"looked"}]',
        text='[["prose","The taproom, “as ever”."]]',
        outcome="done",
        summary=f"Thursday 20:{parent % 60:02} · Taproom",
        target=target,
    )


def begin(store: Store, name: str = "evening") -> GameRecord:
    return store.new_game(name, "cellar_secret", 7, "rules-1", "text-1", {"rooms.yaml": "taproom: {}\n" * 40})


def play(store: Store, game: GameRecord, turns: int) -> list[Row]:
    start = store.game(game.id).head_state
    rows = [store.append(game.id, a_row(start))] if turns else []
    for number in range(1, turns):
        rows.append(store.append(game.id, a_row(rows[-1].number, f"line {number}: {'ask gene ' * number}")))
    return rows


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "saves")
    yield opened
    opened.close()


@pytest.fixture
def row() -> Callable[..., Row]:
    """A row with the given parent, and optionally line, kind and target."""
    return a_row


@pytest.fixture
def new() -> Callable[..., GameRecord]:
    """A new game in a store, named “evening” unless told."""
    return begin


@pytest.fixture
def turns() -> Callable[..., list[Row]]:
    """Plays so many turns of a game in a store."""
    return play


@pytest.fixture
def played(tmp_path: Path) -> Played:
    """A closed folder of saves with one game of twelve rows and a snapshot after the fifth; the game; its rows."""
    saves = tmp_path / "played"
    store = Store.open(saves)
    game = begin(store)
    rows = play(store, game, 12)
    store.put_snapshot(game.id, 5, '{"clock":1240}')
    game = store.game(game.id)
    store.close()
    return saves, game, rows
