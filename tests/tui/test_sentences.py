"""Lines that forms compose."""

from tavern.tui.sentences import accusation, supposition, thought


def test_an_accusation_names_each_question_its_answer_and_the_cards() -> None:
    answers = {"who": "sarah", "how": "river_door", "why": ""}
    line = accusation(["who", "how", "why"], answers, {"who": (2, 5, 9), "why": (1,)})
    assert line == "accuse who sarah with 2 5 9, how river_door"


def test_a_blank_accusation_is_no_line() -> None:
    assert accusation(["who"], {"who": ""}, {}) == ""


def test_a_thought_needs_a_question_and_an_answer() -> None:
    assert thought("how", "river_door", (2, 3)) == "think how river_door because 2 3"
    assert thought("how", "", (2, 3)) == ""


def test_a_supposition_without_an_answer_takes_the_pin_away() -> None:
    assert supposition("who", "sarah") == "suppose who sarah"
    assert supposition("who", "") == "suppose who"
