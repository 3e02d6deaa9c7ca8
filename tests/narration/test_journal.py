"""Clues, conclusions, notes and suppositions as they go into the journal."""

from dataclasses import replace

import pytest

from tavern.model import events as e
from tavern.model.commands import Note, Suppose, Think
from tavern.narration import stock_case
from tavern.narration.strain import behind, speaking_against
from tests.narration.a_house import Player, a_mystery, text


def test_a_clue_is_told_with_its_number_its_manner_and_its_text() -> None:
    player = Player()
    told = player.acts("examine", "slate")
    assert told.split("\n")[-1] == "New in your journal: 1 ◆ Gene goes to the cellar only after midnight."


def test_the_first_clue_that_carries_nothing_comes_with_a_word_about_it_and_the_next_does_not() -> None:
    player = Player()
    assert "Hearsay alone carries no argument." in player.acts("ask", "jory", "barges")
    mystery = player.mystery
    routes = {**mystery.routes, "r_gate": mystery.routes["r_boats"]}
    player.mystery = a_mystery(routes=routes)
    assert "argument" not in text(player.tells([e.ClueFound("gate", "r_gate")]))


def test_a_second_origin_bears_a_clue_out_and_the_same_origin_does_not() -> None:
    player = Player().holds("midnight")
    again = e.ClueCorroborated("midnight", "r_midnight_2")
    assert "*after midnight* (1)" in text(player.tells([again]))
    routes = player.mystery.routes
    same = {**routes, "r_midnight_2": routes["r_midnight"]}
    player = Player(a_mystery(routes=same)).holds("midnight")
    assert player.tells([again]) == []


def test_what_begins_to_carry_is_said() -> None:
    mystery = a_mystery()
    clue = mystery.clues["boats"]
    second = mystery.routes["r_dark"]
    routes = {**mystery.routes, "r_dark": second}
    clues = {**mystery.clues, "boats": replace(clue, routes=("r_boats", "r_dark"))}
    player = Player(a_mystery(clues=clues, routes=routes)).holds("boats")
    told = text(player.tells([e.ClueCorroborated("boats", "r_dark")]))
    assert any(told.endswith(words) for words in stock_case.NOW_CARRIES)


def test_a_conclusion_follows_or_does_not_yet_and_nothing_else_is_said() -> None:
    player = Player().holds("gate")
    thought = Think("how", "river", ("gate",))
    assert text(player.does(thought)) in stock_case.NOT_YET
    assert text(player.does(thought)) in stock_case.SAME
    player.holds("midnight")
    told = text(player.does(Think("how", "river", ("gate", "midnight")))).split("\n")
    assert told[0] in stock_case.FOLLOWS
    assert told[1:] == [
        "No cart has rolled here in six years, and the boats have.",
        "New in your journal: 3 ∴ They come by the river.",
    ]
    assert "*by the river* (3)" in text(player.does(Think("how", "river", ("gate", "midnight"))))


def test_a_cited_card_that_does_not_carry_is_named_with_the_reason() -> None:
    player = Player().holds("boats")
    assert "*boats by night* (1)" in text(player.does(Think("how", "river", ("boats",))))


@pytest.mark.parametrize("verdict", ["follows", "drawn", "plain", "not yet"])
def test_each_verdict_has_three_wordings_or_more(verdict: str) -> None:
    told = set()
    for count in range(4):
        player = Player().holds("boats", "gate")
        for number in range(count):
            player.tells([e.Concluded("who", str(number), (), "not yet")])
        told.add(text(player.tells([e.Concluded("how", "river", ("gate",), verdict)])))
    assert len(told) >= 3


def test_a_note_is_kept_in_the_players_own_words() -> None:
    player = Player()
    assert '"the lamp was {warm}"' in text(player.does(Note("the lamp was {warm}")))


def test_a_supposition_is_pinned_strained_or_not_and_can_be_taken_away() -> None:
    player = Player()
    assert text(player.does(Suppose("how", "carts"))) == "Pinned: How do they come and go? *By the carts.*"
    player.holds("gate")
    assert "*gate grown shut* (1)" in text(player.does(Suppose("how", "carts")))
    assert "gate" not in text(player.does(Suppose("how", "river")))
    assert text(player.does(Suppose("how", ""))).endswith("How do they come and go?")


def test_a_conclusion_that_was_not_drawn_stays_out_of_what_speaks_against() -> None:
    player = Player().holds("gate", "midnight")
    assert speaking_against(player.mystery, player.world, "how", "crypt") == ()
    assert behind(player.mystery, player.world, "by_river") == ("gate", "midnight")
    player.tells([e.Drawn("by_river")])
    assert speaking_against(player.mystery, player.world, "how", "crypt") == ("by_river",)
    assert behind(player.mystery, player.world, "by_river") == ("by_river",)
