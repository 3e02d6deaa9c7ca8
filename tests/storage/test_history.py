from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tavern.storage import History, Row, lineage, redo_target, undo_target

MakeRow = Callable[..., Row]
STEPS = st.lists(st.sampled_from(["turn", "aside", "undo", "redo", "restart"]), max_size=60)


class Typed:
    """Rows as a game would write them, kept beside a list of the states a person would remember."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.history = History()

    def write(self, kind: str, target: int | None = None) -> None:
        row = Row(
            kind=kind, parent=self.history.head, line=kind, commands="", events="", text="", outcome="", summary="",
            target=target, number=len(self.rows) + 1,
        )  # fmt: skip
        self.rows.append(row)
        self.history.feed(row)

    def do(self, kind: str) -> None:
        match kind:
            case "undo" if self.history.undo_target is not None:
                self.write("undo", self.history.undo_target)
            case "redo" if self.history.redo_target is not None:
                self.write("redo", self.history.redo_target)
            case "restart":
                self.write("restart", 0)
            case "turn" | "aside":
                self.write(kind)


def typed(*kinds: str) -> Typed:
    game = Typed()
    for kind in kinds:
        game.do(kind)
    return game


def test_a_game_without_rows_stands_at_the_start_with_nothing_to_undo_or_redo() -> None:
    history = History()
    assert (history.head, history.last, history.undo_target, history.redo_target) == (0, 0, None, None)
    assert history.lineage() == []


def test_undo_goes_back_one_turn_and_redo_forward_again() -> None:
    game = typed("turn", "turn", "undo")
    assert (game.history.head, game.history.undo_target, game.history.redo_target) == (1, 0, 2)
    game.do("redo")
    assert (game.history.head, game.history.undo_target, game.history.redo_target) == (2, 1, None)


def test_undo_after_undo_goes_further_back_and_not_forward() -> None:
    game = typed("turn", "turn", "turn", "undo", "undo", "undo")
    assert (game.history.head, game.history.undo_target, game.history.redo_target) == (0, None, 1)


def test_a_turn_after_an_undo_ends_redo_and_leaves_the_other_branch_out_of_the_lineage() -> None:
    game = typed("turn", "turn", "undo", "turn")
    assert game.history.redo_target is None
    assert game.history.lineage() == [1, 4]
    assert [row.number for row in lineage(game.rows, 2)] == [1, 2]


def test_an_aside_is_in_the_lineage_but_undo_steps_past_it_and_redo_stays_possible() -> None:
    game = typed("turn", "turn", "aside", "aside")
    assert game.history.lineage() == [1, 2, 3, 4]
    assert game.history.undo_target == 1
    game.do("undo")
    game.do("aside")
    assert game.history.redo_target == 4


def test_a_restart_can_be_undone() -> None:
    game = typed("turn", "turn", "restart")
    assert (game.history.head, game.history.undo_target) == (0, 2)


@given(STEPS)
def test_all_undos_and_then_as_many_redos_come_back_to_the_same_state(kinds: list[str]) -> None:
    game = typed(*kinds)
    before, lines = game.history.head, game.history.lineage()
    count = 0
    while game.history.undo_target is not None:
        game.do("undo")
        count += 1
    for _ in range(count):
        game.do("redo")
    assert (game.history.head, game.history.lineage()) == (before, lines)


@given(STEPS)
def test_a_history_fed_all_rows_again_answers_the_same(kinds: list[str]) -> None:
    game = typed(*kinds)
    assert undo_target(game.rows) == game.history.undo_target
    assert redo_target(game.rows) == game.history.redo_target
    assert [row.number for row in lineage(game.rows, game.history.head)] == game.history.lineage()
    assert all(row.target is None for row in lineage(game.rows, game.history.head))


@pytest.mark.parametrize("change", [{"number": 3}, {"parent": 2}, {"parent": -1}, {"target": 9}])
def test_a_row_that_cannot_come_next_is_refused(row: MakeRow, change: dict[str, int]) -> None:
    history = History([replace(row(0), number=1)])
    with pytest.raises(ValueError, match="cannot follow"):
        history.feed(replace(row(1), **{"number": 2, **change}))  # type: ignore[arg-type]
