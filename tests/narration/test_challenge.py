"""The page that tells the player, at dawn, that the case can be known."""

from dataclasses import replace

import pytest

from tavern.game import Game
from tavern.logbook import Unkept
from tavern.narration.stock_asides import CHALLENGE, NOT_READY, NOTHING_TO_PROVE
from tests.factory import a_clue, a_mystery, a_person, a_thing

CASE = {
    "items": [a_thing("cup")],
    "actors": [a_person("gene")],
    "rooms": [{"id": "hall", "name": "Hall", "description": "A hall.", "bed": True}],
    "clues": [a_clue("crumb", establishes={"who": "gene"}, routes=[{"examine": "cup", "tell": "A crumb."}])],
    "questions": ["who"],
    "answers": {"who": ["gene", "nobody"]},
    "solutions": {"correct": {"description": "Gene.", "who": "gene", "requires_clues": ["crumb"]}},
}


def a_game(difficulty: str = "EASY", **keys: object) -> Game:
    mystery = a_mystery(**{**CASE, **keys})
    return Game(replace(mystery, difficulty=difficulty), Unkept(), 1, "a game")


def told(game: Game, line: str) -> str:
    return "\n".join(paragraph.text for paragraph in game.feed(line).paragraphs)


def slept(game: Game) -> str:
    return told(game, "sleep") + told(game, "sleep")  # the first asks what one thinks tonight


def test_at_the_dawn_after_the_journal_suffices_an_easy_case_says_so_once() -> None:
    game = a_game()
    game.feed("wait until 21:00")
    assert CHALLENGE not in slept(game)
    game.feed("examine cup")
    assert CHALLENGE in told(game, "wait until 6:30") + told(game, "wait until 6:30")
    game.feed("wait until 21:00")
    assert CHALLENGE not in slept(game)


@pytest.mark.parametrize("difficulty", ["MEDIUM", "HARD"])
def test_other_cases_say_so_only_when_asked(difficulty: str) -> None:
    game = a_game(difficulty)
    assert NOT_READY in told(game, "am i ready?")
    game.feed("examine cup")
    game.feed("wait until 21:00")
    assert CHALLENGE not in slept(game)
    assert CHALLENGE in told(game, "can i prove it?")


def test_where_there_is_nothing_to_prove_it_says_that() -> None:
    game = Game(a_mystery(), Unkept(), 1, "a game")
    assert NOTHING_TO_PROVE in told(game, "am i ready")
