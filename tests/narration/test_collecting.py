"""How loudly a clue says that it went into the journal: a setting, and the journal is whole whatever it is."""

from dataclasses import replace

import pytest

from tavern.game import Game
from tavern.logbook import Unkept
from tavern.narration.stock_asides import COLLECTED, FIRST_CLUE
from tests.factory import a_clue, a_mystery, a_person, a_thing

NEW = "New in your journal"
CASE = a_mystery(
    items=[a_thing("cup"), a_thing("jug"), a_thing("pan")],
    actors=[a_person("gene")],
    rooms=[{"id": "hall", "name": "Hall", "description": "A hall.", "bed": True}],
    clues=[
        a_clue("crumb", routes=[{"examine": "cup", "tell": "Beneath it lies a crumb."}]),
        a_clue("drop", routes=[{"examine": "jug", "tell": "It drips."}]),
        a_clue("soot", routes=[{"examine": "pan", "tell": "It blacks your thumb."}]),
    ],
    questions=["who"],
    answers={"who": ["gene", "nobody"]},
)


def a_game(difficulty: str) -> Game:
    return Game(replace(CASE, difficulty=difficulty), Unkept(), 1, "a game")


def told(game: Game, line: str) -> str:
    return "\n".join(paragraph.text for paragraph in game.feed(line).paragraphs)


def counted_up(text: str) -> bool:
    return any(words in text for words in COLLECTED)


def to_bed(game: Game) -> str:
    game.feed("wait until 23:00")
    return told(game, "sleep")


@pytest.mark.parametrize("difficulty", ["EASY", "MEDIUM", "HARD"])
def test_what_is_seen_is_told_and_kept_whatever_the_difficulty(difficulty: str) -> None:
    game = a_game(difficulty)
    assert "Beneath it lies a crumb." in told(game, "examine cup")
    assert "It drips." in told(game, "examine jug")
    assert "crumb" in told(game, "clues")
    assert [card.id for card in game.view().cards] == ["crumb", "drop"]


def test_an_easy_case_says_so_at_once_and_counts_nothing_up() -> None:
    game = a_game("EASY")
    assert NEW in told(game, "examine cup")
    assert game.view().announced == -1
    assert not counted_up(to_bed(game))


def test_a_case_of_medium_difficulty_speaks_of_the_first_and_counts_the_others_up_at_bedtime() -> None:
    game = a_game("MEDIUM")
    assert FIRST_CLUE in told(game, "examine cup")
    assert "journal" not in told(game, "examine jug")
    assert game.view().announced == 0
    night = to_bed(game)
    assert counted_up(night)
    assert "1 ◆ *It is crumb.*\n2 ◆ *It is drop.*" in night
    assert night.index("crumb") < night.index("What do you think tonight?")
    assert game.view().announced == 2


def test_what_was_counted_up_is_not_counted_up_again() -> None:
    game = a_game("MEDIUM")
    game.feed("examine cup")
    to_bed(game)
    assert not counted_up(told(game, "sleep"))
    game.feed("examine jug")
    night = to_bed(game)
    assert "drop" in night
    assert "crumb" not in night


def test_whoever_was_up_all_night_has_it_at_dawn() -> None:
    game = a_game("MEDIUM")
    game.feed("examine cup")
    game.feed("wait until 23:00")
    dawn = told(game, "wait until 6:30")
    assert counted_up(dawn)
    assert "crumb" in dawn
    assert game.view().announced == 1


def test_a_hard_case_says_nothing_at_all() -> None:
    game = a_game("HARD")
    assert "journal" not in told(game, "examine cup") + to_bed(game) + told(game, "sleep")
    assert game.view().announced == 0


def test_undo_takes_the_counting_up_back_with_the_night() -> None:
    game = a_game("MEDIUM")
    game.feed("examine cup")
    to_bed(game)
    game.feed("undo")
    assert counted_up(to_bed(game))


def test_it_can_be_set_in_a_game_and_what_was_told_of_before_is_not_told_of_again() -> None:
    game = a_game("EASY")
    game.feed("examine cup")
    game.feed("difficulty medium")
    assert NEW not in told(game, "examine jug")
    night = to_bed(game)
    assert "drop" in night
    assert "crumb" not in night
    game.feed("difficulty easy")
    assert NEW in told(game, "examine pan")


def test_a_clue_whose_author_gives_it_no_words_of_its_own_is_told_all_the_same() -> None:
    case = a_mystery(items=[a_thing("cup")], clues=[a_clue("crumb", routes=[{"examine": "cup"}])])
    game = Game(replace(case, difficulty="HARD"), Unkept(), 1, "a game")
    report = game.feed("examine cup")
    assert report.paragraphs
