"""Hints, warnings and the challenge as a player sets them: said in a line, kept with the game, and untouched by undo."""

from dataclasses import replace
from pathlib import Path

import pytest

from tavern.game import Game
from tavern.games import Games
from tavern.logbook import Unkept
from tavern.narration.settings import NOT_A_SETTING, SAYS
from tavern.narration.stock_asides import CHALLENGE
from tests.hinted import a_game, told
from tests.places import CONTENT, ROOT
from tests.proof.unfair import mystery as unfair

BASE = unfair("base")
SMALL = Games([ROOT / "tests" / "content"], None)


@pytest.fixture
def game() -> Game:
    return a_game(BASE)


def test_the_page_shows_how_each_stands_and_how_it_is_changed(game: Game) -> None:
    page = told(game, "settings")
    assert page.startswith("Settings\n")
    for kind, value in (("hints", "on"), ("warnings", "dead ends"), ("challenge", "on")):
        assert SAYS[kind, value] in page
    for line in ("hints off", "warnings off", "warnings early", "challenge off"):
        assert f"*{line}*" in page


@pytest.mark.parametrize(("kind", "value"), SAYS)
def test_every_line_the_page_names_makes_it_so(game: Game, kind: str, value: str) -> None:
    assert told(game, f"{kind} {value}").startswith(SAYS[kind, value])
    assert SAYS[kind, value] in told(game, "settings")


def test_other_words_for_the_same(game: Game) -> None:
    for line, kind, value in (
        ("turn hints off", "hints", "off"),
        ("warnings never", "warnings", "off"),
        ("warnings at dead ends", "warnings", "dead ends"),
        ("turn off the challenge", "challenge", "off"),
    ):
        assert SAYS[kind, value] in told(game, line)


def test_a_setting_there_is_not_gets_the_page(game: Game) -> None:
    assert told(game, "warnings loud").startswith(f"{NOT_A_SETTING}\nSettings")


def test_to_challenge_somebody_is_no_setting(game: Game) -> None:
    assert "Settings" not in told(game, "challenge ada")
    assert game.settings.challenge == ""


def test_what_was_set_stays_set_whatever_is_undone_or_begun_again(game: Game) -> None:
    told(game, "go out")
    told(game, "hints off")
    for line in ("undo", "restart", "undo"):
        told(game, line)
        assert game.settings.hints == "off"


def test_a_setting_is_no_turn(game: Game) -> None:
    assert game.feed("warnings early").turn == 0
    assert not game.view().can_undo


def test_it_is_kept_with_the_game(tmp_path: Path) -> None:
    games = Games([ROOT / "tests" / "content"], tmp_path)
    game = games.new("first", name="kept", seed=1)
    for line in ("hints off", "warnings early", "challenge off"):
        told(game, line)
    games.copy(game, "copied")
    game.close()
    for name in ("kept", "copied"):
        again = games.open(name)
        assert (again.settings.hints, again.settings.warnings, again.settings.challenge) == ("off", "early", "off")
        again.close()
    renewed, differs = games.renewed("kept")
    assert (renewed.settings.hints, differs) == ("off", "")
    renewed.close()
    games.close()


def dawned(difficulty: str, line: str) -> str:
    """What is read at the dawn after the whole case is in the journal."""
    game = Game(replace(BASE, difficulty=difficulty), Unkept(), 1, "a game")
    told(game, line)
    for find in (
        "examine slip",
        "ask ada about tools",
        "ask ada about nine",
        "ask ada about oil",
        "out",
        "examine vane",
    ):
        told(game, find)
    return "\n".join(told(game, "wait 10 hours") for _ in range(3))


@pytest.mark.parametrize(
    ("difficulty", "line", "shown"),
    [("EASY", "look", True), ("EASY", "challenge off", False), ("HARD", "look", False), ("HARD", "challenge on", True)],
)
def test_the_challenge_comes_by_itself_where_it_is_on(difficulty: str, line: str, shown: bool) -> None:
    assert (CHALLENGE in dawned(difficulty, line)) is shown


def test_what_was_typed_in_bed_is_played_again_as_it_was() -> None:
    game = Games([CONTENT], None).new("cellar_secret", seed=1)
    for line in ("up", "north", "wait until 22:10", "sleep", "sleep"):
        told(game, line)
    again = Game(game.mystery, Unkept(), 1, "again")
    for entry in game.chronicle.all():
        again.replay(entry.line, entry.commands)
    assert again.state.world == game.state.world


def test_going_back_to_a_turn_takes_back_all_that_came_after_it(game: Game) -> None:
    told(game, "examine slip")
    there = game.state.world
    for line in ("out", "examine vane", "in"):
        told(game, line)
    read = told(game, "go back to turn 1")
    assert "*out*" in read
    assert game.state.world == there
    told(game, "undo")
    assert game.view().room == "Kitchen"
    assert game.state.world != there


@pytest.mark.parametrize("line", ["go back to turn 9", "go back to turn nine", "go back to turn 99999999999999999999"])
def test_a_turn_that_is_not_behind_one_is_not_gone_back_to(game: Game, line: str) -> None:
    told(game, "examine slip")
    assert game.feed(line).outcome == "refused"
    assert "stands at turn 1" in told(game, line)
