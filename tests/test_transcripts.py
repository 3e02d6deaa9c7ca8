"""The shipped transcripts, each played twice: straight through, and reopened from the save before every line."""

from pathlib import Path

import pytest

from tavern.authoring.replay import differences, play
from tavern.authoring.transcript import load
from tavern.games import Games
from tests.places import CONTENT, TRANSCRIPTS

ENDINGS = {
    "number", "discharged", "eighth_seat", "door_only", "ghost_ending", "gold_ending", "brandy_ending", "escape_ending",
    "confession_ending", "other_wrong", "lucky", "discredited", "out_of_nights",
}  # fmt: skip


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_a_transcript_plays_as_it_is_written(path: Path) -> None:
    transcript = load(path)
    game = Games([CONTENT], None).new(path.parent.parent.name, seed=transcript.seed)
    assert [str(difference) for difference in play(game, transcript)] == []


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_a_transcript_plays_the_same_when_reopened_before_every_line(path: Path, tmp_path: Path) -> None:
    transcript = load(path)
    games = Games([CONTENT], tmp_path)
    games.new(path.parent.parent.name, "reopened", transcript.seed).close()
    straight = Games([CONTENT], None).new(path.parent.parent.name, seed=transcript.seed)
    for step in transcript.steps:
        game = games.open("reopened")
        report = game.feed(step.line)
        assert report.paragraphs == straight.feed(step.line).paragraphs
        assert [str(difference) for difference in differences(game, step, report, path)] == []
        game.close()
    again = games.open("reopened")
    assert (again.state.world, again.state.notebook) == (straight.state.world, straight.state.notebook)


def test_every_ending_and_every_false_solution_is_reached_by_some_transcript() -> None:
    claims = {claim.text for path in TRANSCRIPTS for step in load(path).steps for claim in step.claims}
    assert {f"ended {ending}" for ending in ENDINGS} <= claims
    mystery = Games([CONTENT], None).mystery("cellar_secret")
    assert set(mystery.endings) == ENDINGS
    reached = {ending.solution for ending in mystery.endings.values() if f"ended {ending.id}" in claims}
    assert {wrong.id for wrong in mystery.false_solutions} <= reached
