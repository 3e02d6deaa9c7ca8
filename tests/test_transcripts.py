"""The shipped transcripts, each played twice: straight through, and reopened from the save before every line."""

from pathlib import Path

import pytest

from tavern.authoring.transcript import Step, differences, play, read
from tavern.games import Games
from tests.places import CONTENT, TRANSCRIPTS

ENDINGS = {
    "number", "discharged", "eighth_seat", "door_only", "ghost_ending", "gold_ending", "brandy_ending", "escape_ending",
    "confession_ending", "other_wrong", "lucky", "discredited", "out_of_nights",
}  # fmt: skip


def steps_of(path: Path) -> tuple[list[Step], int]:
    return read(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_a_transcript_plays_as_it_is_written(path: Path) -> None:
    steps, seed = steps_of(path)
    games = Games([CONTENT], None)
    game = games.new(path.parent.parent.name, seed=seed)
    assert [str(difference) for difference in play(game, steps, path)] == []


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_a_transcript_plays_the_same_when_reopened_before_every_line(path: Path, tmp_path: Path) -> None:
    steps, seed = steps_of(path)
    games = Games([CONTENT], tmp_path)
    games.new(path.parent.parent.name, "reopened", seed).close()
    straight = Games([CONTENT], None).new(path.parent.parent.name, seed=seed)
    for step in steps:
        game = games.open("reopened")
        report = game.feed(step.line)
        assert report.paragraphs == straight.feed(step.line).paragraphs
        assert [str(difference) for difference in differences(game, step, report, path)] == []
        game.close()
    again = games.open("reopened")
    assert (again.state.world, again.state.notebook) == (straight.state.world, straight.state.notebook)


def test_every_ending_and_every_false_solution_is_reached_by_some_transcript() -> None:
    claims = {claim for path in TRANSCRIPTS for step in steps_of(path)[0] for claim in step.claims}
    assert {f"ended {ending}" for ending in ENDINGS} <= claims
    mystery = Games([CONTENT], None).mystery("cellar_secret")
    assert set(mystery.endings) == ENDINGS
    reached = {ending.solution for ending in mystery.endings.values() if f"ended {ending.id}" in claims}
    assert {wrong.id for wrong in mystery.false_solutions} <= reached
