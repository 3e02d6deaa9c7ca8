"""Whose something is, and who is meant by a name that other things have in theirs."""

import pytest

from tavern.game import Game
from tavern.games import Games
from tests.places import CONTENT, ROOT


@pytest.fixture
def game() -> Game:
    return Games([CONTENT], None).new("cellar_secret", seed=1)


def last(game: Game, *lines: str) -> str:
    return [game.feed(line).paragraphs[-1].text for line in lines][-1]


@pytest.mark.parametrize("line", ["go to my room", "go to your room"])
def test_my_room_is_the_one_that_is_called_so(game: Game, line: str) -> None:
    game.feed("up")
    assert game.feed(line).view.room == "Number four"
    game.feed("go to sarah's room")
    assert game.feed(line).view.room == "Number four"


def test_a_name_means_the_person_and_not_what_is_called_theirs(game: Game) -> None:
    assert last(game, "up", "go to sarah's room", "follow sarah") == "Sarah is not here."
    assert last(game, "examine gene") == "Gene is not here."


def test_a_word_printed_with_an_s_of_possession_is_known() -> None:
    game = Games([ROOT / "tests" / "content"], None).new("night_train", seed=1)
    assert "don't know the word" not in last(game, "ask the boy about the guard")


def test_who_is_asked_for_something_answers_as_if_asked_about_it() -> None:
    game = Games([ROOT / "tests" / "content"], None).new("night_train", seed=1)
    assert "for nobody without a coat" in last(game, "ask the boy for the trunk key")
    assert "gives you the key" in last(game, "wear the coat", "boy, give me the key")


@pytest.mark.parametrize(("line", "minutes"), [("wait 90 seconds", 2), ("wait a day", 1440), ("wait two days", 2880)])
def test_lengths_of_time_go_from_seconds_to_days(game: Game, line: str, minutes: int) -> None:
    before = game.state.world.clock
    game.feed(line)
    assert game.state.world.clock in range(before + 1, before + minutes + 1)


@pytest.mark.parametrize("line", ["give pence to jory", "give 2 crowns to gene"])
def test_money_is_no_thing_to_be_given(game: Game, line: str) -> None:
    assert "Money is for what has a price" in last(game, line)
