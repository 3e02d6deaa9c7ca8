"""Three small games that measure the format: none is longer than it was promised, none draws a word from `check`, all play."""

from pathlib import Path

import pytest

from tavern.authoring.replay import differences, play
from tavern.authoring.transcript import load
from tavern.cli import main
from tavern.compiler.compile import compile_folder
from tavern.diagnostics.render import full
from tavern.games import Games

HERE = Path(__file__).resolve().parent
LONGEST = {"cloak": 110, "first": 150, "night_train": 250}  # lines of YAML that are not blank
TRANSCRIPTS = [path for game in LONGEST for path in sorted((HERE / game / "transcripts").glob("*.txt"))]
WIDEST = 140  # characters of a line


@pytest.mark.parametrize("game", LONGEST)
def test_a_small_game_has_no_mistakes_and_raises_no_doubts(game: str) -> None:
    compiled = compile_folder(HERE / game, [HERE])
    assert not compiled.diagnostics, full(compiled.diagnostics, compiled.sources)


@pytest.mark.parametrize("game", LONGEST)
def test_a_small_game_is_as_short_as_promised(game: str) -> None:
    lines = [line for path in (HERE / game).glob("*.yaml") for line in path.read_text(encoding="utf-8").splitlines()]
    assert len([line for line in lines if line.strip()]) <= LONGEST[game]
    assert max(map(len, lines)) <= WIDEST


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: f"{path.parent.parent.name}-{path.stem}")
def test_a_small_game_plays_as_its_transcripts_say(path: Path) -> None:
    transcript = load(path)
    game = Games([HERE], None).new(path.parent.parent.name, seed=transcript.seed)
    assert [str(difference) for difference in play(game, transcript)] == []


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: f"{path.parent.parent.name}-{path.stem}")
def test_a_small_game_plays_the_same_when_reopened_before_every_line(path: Path, tmp_path: Path) -> None:
    transcript = load(path)
    games = Games([HERE], tmp_path)
    games.new(path.parent.parent.name, "reopened", transcript.seed).close()
    straight = Games([HERE], None).new(path.parent.parent.name, seed=transcript.seed)
    for step in transcript.steps:
        game = games.open("reopened")
        report = game.feed(step.line)
        assert report.paragraphs == straight.feed(step.line).paragraphs
        assert [str(difference) for difference in differences(game, step, report, path)] == []
        game.close()


def test_the_first_small_game_is_proved_fair() -> None:
    assert main(["prove", str(HERE / "first"), "--no-write"]) == 0


def test_the_dark_bar_is_as_dark_and_as_trodden_after_it_was_saved(tmp_path: Path) -> None:
    games = Games([HERE], tmp_path)
    game = games.new("cloak", "in the dark")
    for line in ("south", "wait"):
        game.feed(line)
    game.close()
    again = games.open("in the dark")
    assert again.state.world.counters["disturbed"] == 1
    assert again.feed("read message").outcome == "misunderstood"
    reports = [again.feed(line) for line in ("north", "west", "hang cloak on hook", "east", "south", "read message")]
    assert reports[-1].view.ended == "won"
    again.close()


def test_where_there_is_nothing_to_accuse_anybody_of_none_of_it_is_offered() -> None:
    game = Games([HERE], None).new("cloak")
    accused, theory, journal = (game.feed(line) for line in ("accuse", "theory", "journal"))
    assert not accused.view.asks
    assert accused.paragraphs == theory.paragraphs
    assert "hold against" in accused.paragraphs[0].text
    assert "empty" in journal.paragraphs[0].text
    hints = [paragraph.text for line in ("hint", "help") for paragraph in game.feed(line).paragraphs]
    assert not [text for text in hints if "conclusion" in text or "accuse" in text]


def test_a_story_without_questions_ends_without_a_reckoning() -> None:
    game = Games([HERE], None).new("cloak")
    reports = [game.feed(line) for line in ("w", "hang cloak on hook", "e", "s", "read message")]
    assert [paragraph.kind for paragraph in reports[-1].paragraphs] == ["prose", "ending"]
