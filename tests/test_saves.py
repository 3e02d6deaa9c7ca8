"""What is kept is what was played: fold, replay, undo, copies, other content, and disks that fail."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tavern.chronicle import Entry
from tavern.engine.remember import fold
from tavern.games import Games, Problem
from tavern.model import events as e
from tavern.model.codec import read_commands, read_events, write
from tests.places import CONTENT

LINES = (
    "look", "north", "south", "up", "out", "in", "down", "east", "west", "take paper", "read paper", "x slate", "investigate",
    "ask gene about the cellar", "ask sarah about ale", "how do you know", "say that again", "talk to marcus", "wait", "z",
    "wait until 23:00", "sleep", "undo", "redo", "undo. undo", "follow gene", "hide", "ask him about it", "note that it rains",
    "clues", "who is gene", "ask", "gene", "1", "xyzzy", "", "accuse gene", "nothing", "withdraw", "insist", "g", "listen",
    "suppose who gene", "think how river door because 1", "look. wait. look", "restart",
)  # fmt: skip


@given(st.lists(st.sampled_from(LINES), max_size=25))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_world_is_the_fold_of_the_events_and_commands_play_again_to_the_same(lines: list[str]) -> None:
    games = Games([CONTENT], None)
    game = games.new("cellar_secret", seed=3)
    for line in lines:
        game.feed(line)
    lineage = game.chronicle.lineage()
    world, notebook = game.chronicle.state_after(0).world, game.chronicle.state_after(0).notebook
    for entry in lineage:
        world, notebook = fold(world, notebook, read_events(write(entry.events)))
    assert (world, notebook) == (game.state.world, game.state.notebook)
    twin = games.new("cellar_secret", seed=3)
    for entry in lineage[1:]:
        twin.replay(entry.line, read_commands(write(entry.commands)))
        assert of_the_engine(twin.chronicle.entry(twin.chronicle.head)) == of_the_engine(entry)


def of_the_engine(entry: Entry) -> str:
    """The engine's events as written; brackets, pronouns and questions belong to the line, which is not read again."""
    understanding = (e.Attended, e.Replied, e.Asking, e.Misheard)
    return write(event for event in entry.events if not isinstance(event, understanding))


def test_undo_goes_back_to_the_first_turn_and_redo_to_the_last_also_after_a_restart_of_the_program(
    tmp_path: Path,
) -> None:
    games = Games([CONTENT], tmp_path)
    game = games.new("cellar_secret", "back and forth", 1)
    first = game.state.world
    for line in ("north", "east", "take paper", "look", "west", "wait", "south"):
        game.feed(line)
    last = game.state.world
    game.close()
    game = games.open("back and forth")
    undone = 0
    while game.view().can_undo:
        assert game.feed("undo").outcome == "done"
        undone += 1
    assert game.state.world == first
    game.close()
    game = games.open("back and forth")
    for _ in range(undone):
        game.feed("redo")
    assert game.state.world == last


def test_misunderstanding_costs_no_turn_no_time_and_no_undo_step() -> None:
    game = Games([CONTENT], None).new("cellar_secret", seed=1)
    game.feed("wait")
    before = (game.state.world, game.state.turn, game.chronicle.undo_target)
    assert game.feed("frobnicate the widget").outcome == "misunderstood"
    assert (game.state.world, game.state.turn, game.chronicle.undo_target) == before


def test_a_game_can_be_renamed_copied_exported_imported_and_deleted(tmp_path: Path) -> None:
    games = Games([CONTENT], tmp_path / "saves")
    game = games.new("cellar_secret", "one", 1)
    game.feed("wait")
    games.copy(game, "two")
    game.feed("wait")
    game.close()
    games.rename("one", "uno")
    assert {saved.name for saved in games.saved()} == {"uno", "two"}
    games.export("uno", tmp_path / "one.game")
    games.delete("uno")
    taken = games.import_(tmp_path / "one.game")
    back, two = games.open(taken.id), games.open("two")
    assert (back.state.turn, two.state.turn) == (2, 1)


@pytest.mark.parametrize("wrong", ["no such game", "", "'; drop table games; --", "\x1b]0;title\x07"])
def test_a_game_that_is_not_there_is_one_clean_sentence(wrong: str, tmp_path: Path) -> None:
    games = Games([CONTENT], tmp_path)
    with pytest.raises(Problem) as problem:
        games.open(wrong)
    assert "\x1b" not in str(problem.value)
    assert str(problem.value).endswith(".")


def test_a_game_goes_on_with_the_content_it_began_with_when_the_rules_have_changed(tmp_path: Path) -> None:
    content = tmp_path / "content"
    for folder in ("cellar_secret", "rusted_tankard"):
        (content / folder).mkdir(parents=True)
        for file in (CONTENT / folder).glob("*.yaml"):
            (content / folder / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    games = Games([content], tmp_path / "saves")
    game = games.new("cellar_secret", "old", 1)
    for line in ("wait", "north", "ask gene about the ale"):
        game.feed(line)
    world = game.state.world
    game.close()
    games.close()
    extra = content / "cellar_secret" / "zz_more.yaml"
    extra.write_text("flags:\n  - {id: a_new_flag, start: unset}\n", encoding="utf-8")
    games = Games([content], tmp_path / "saves")
    old = games.open("old")
    assert old.state.world == world
    assert "a_new_flag" not in old.mystery.flags
    old.close()
    new, differs = games.renewed("old")
    assert "a_new_flag" in new.mystery.flags
    assert new.state.world == world
    assert differs == ""
