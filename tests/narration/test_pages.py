"""The pages that can be looked up, the view beside the story, and the epilogue."""

from dataclasses import replace

import pytest

from tavern.model import conditions as c
from tavern.model import events as e
from tavern.model.commands import Accuse, Answer, Consult, Note, Suppose
from tavern.model.frozen import Frozen
from tavern.narration.epilogue import audit
from tavern.narration.pages import PAGES
from tavern.narration.view import summary_of, view_of
from tavern.narration.wording import counted
from tests.narration.a_house import BY_RIVER, Player, a_mystery, charge, text


def _page(player: Player, name: str, noun: str = "") -> str:
    return text(player.does(Consult(name, noun)))


def _seasoned() -> Player:
    player = Player()
    player.acts("look")
    player.acts("ask", "jory", "barges")
    player.acts("ask", "jory", "cellar")
    player.holds("dark", "gate")
    player.does(Note("the lamp was warm"))
    player.does(Suppose("how", "carts"))
    player.tells([e.Drawn("by_river")])
    return player


@pytest.mark.parametrize("name", [*PAGES, "no such page"])
@pytest.mark.parametrize("make", [Player, _seasoned], ids=["new", "seasoned"])
def test_every_page_has_words_and_no_braces(name: str, make: type[Player]) -> None:
    told = _page(make(), name)
    assert told
    assert "{" not in told
    assert "  *" not in told


def test_no_page_names_an_answer_that_was_not_met() -> None:
    player = _seasoned()
    for name in PAGES:
        assert "crypt" not in _page(player, name), name
    assert "crypt" not in repr(view_of(player.mystery, player.world, player.notebook))


def test_what_one_carries_wears_and_can_spend() -> None:
    assert _page(Player(), "inventory") == "You carry a lamp and 11 pence. You wear a coat."


@pytest.mark.parametrize(
    ("number", "name", "told"),
    [(11, "pence", "11 pence"), (1, "pence", "1 penny"), (1, "crowns", "1 crown"), (0, "crowns", "0 crowns")],
)
def test_one_coin_is_one_coin(number: int, name: str, told: str) -> None:
    assert counted(number, name) == told


def test_cards_are_numbered_with_manner_source_and_what_speaks_against_them() -> None:
    told = _page(_seasoned(), "clues")
    assert "1 ○ *boats by night*: Boats come by night. (Jory; hearsay; hearsay alone carries no argument)" in told
    assert "Against it: willows are dark." in told
    assert "5 ∴ *by the river*: They come by the river. (your own head; reasoned)" in told
    assert "● seen · ◆ handled" in told


def test_the_journal_has_what_one_thinks_struck_through_in_words_where_it_is_strained() -> None:
    told = _page(_seasoned(), "journal")
    assert "by the carts, struck through: *gate grown shut* (4) and *by the river* (5) speak against it." in told
    assert '"the lamp was warm"' in told


def test_the_timeline_tells_where_and_when() -> None:
    player = _seasoned()
    told = _page(player, "timeline")
    assert "Thursday 20:01 · Taproom · *boats by night* (1)" in told
    assert "what you think: How do they come and go? By the carts" in told
    player.does(Accuse(charge(how=("carts",))))
    assert "accused: How do they come and go? By the carts." in _page(player, "timeline")


def test_statements_tell_who_said_them() -> None:
    assert "Thursday 20:01 · Taproom · Jory: *boats by night* (1)" in _page(_seasoned(), "statements")


def test_topics_are_those_met_unasked_and_answered() -> None:
    player = Player()
    player.acts("look")
    assert _page(player, "topics", "jory") == "Jory might speak of the cellar or the boats."
    player.acts("ask", "jory", "barges")
    assert _page(player, "topics", "jory") == "Jory might speak of the cellar."
    assert "Gene: ask about whatever you like." in _page(player, "topics")
    assert "Sarah is not here" in _page(player.moves(room="bedroom"), "topics", "sarah")


def test_people_are_those_met_with_how_they_stand_once_one_has_spoken_with_them() -> None:
    player = _seasoned()
    told = _page(player, "people")
    assert "*Gene Pask*: here, drying a mug." in told
    assert "*Jory*: here; civil with you." in told
    assert "in the journal last from Taproom, Thursday 20:02" in _page(player.moves(room="bedroom"), "people")


def test_about_gathers_the_cards_of_somebody_or_something() -> None:
    player = _seasoned()
    assert "after midnight" in _page(player, "about", "cellar")
    assert "boats by night" not in _page(player, "about", "cellar")
    assert _page(player, "about", "slate") == "Slate\nYour journal has nothing about the slate."


def test_theory_and_accusation_list_the_answers_met_and_how_to_say_them() -> None:
    player = _seasoned()
    assert "So far: by the river door · by the carts" in _page(player, "theory")
    assert "You have concluded: *by the river* (5)." in _page(player, "theory")
    told = _page(player, "accuse")
    assert "By the river door · by the carts" in told
    assert "*accuse who Gene with 2 5 9, how by the carts with 3*" in told
    assert "Here to hear it: Gene, Sarah and Jory. You will be heard three times more." in told


def test_the_view_tells_what_is_so_and_what_may_be_done() -> None:
    player = _seasoned()
    view = view_of(player.mystery, player.world, player.notebook)
    assert (view.title, view.room, view.clock) == ("A Small Case", "Taproom", "Thursday, day 1 · 20:02 · evening")
    assert [(person.name, person.doing, person.manner) for person in view.people] == [
        ("Gene", "drying a mug", ""), ("Sarah", "", ""), ("Jory", "", "civil"),
    ]  # fmt: skip
    assert [(way.direction, way.room, way.bar) for way in view.ways] == [
        ("north", "cellar", "closed"), ("up", "your room", ""), ("out", "", ""),
    ]  # fmt: skip
    assert view.carried == ("lamp", "coat")
    assert [card.number for card in view.cards] == [1, 2, 3, 4, 5]
    assert [card.kind for card in view.cards] == ["statement", "clue", "clue", "clue", "conclusion"]
    assert view.cards[0].carries is False
    assert view.supposed == (("how", "carts"),)
    assert view.standing == 3
    assert summary_of(player.mystery, player.world) == "Thursday 20:02 · Taproom"


def test_the_view_of_a_dark_room_shows_nobody() -> None:
    player = Player().moves(room="cellar", clock=20 * 60 + 40)
    assert view_of(player.mystery, player.world, player.notebook).people == ()


def test_the_view_of_a_hearing_has_the_objection_and_that_of_a_proof_the_choices() -> None:
    player = Player().holds("gate", "midnight", "hands")
    player.tells([e.Drawn("by_river")])
    player.does(Accuse(charge(who=("sarah", "hands"), how=("river", "by_river"))))
    assert "cart" in view_of(player.mystery, player.world, player.notebook).objection
    player.does(Answer("gate"))
    view = view_of(player.mystery, player.world, player.notebook)
    assert [(choice.id, choice.label) for choice in view.choices] == [
        ("given", "Give her the number"),
        ("kept", "Keep it"),
    ]


def test_an_open_question_is_in_the_view_as_lines_to_play() -> None:
    player = Player()
    told = player.tells([e.Asking("which", "Which door?", ("a", "b"), ("the oak door", "the yard door"))])
    assert text(told) == "Which door?\n1. The oak door\n2. The yard door"
    view = view_of(player.mystery, player.world, player.notebook)
    assert [(choice.id, choice.label) for choice in view.choices] == [("1", "The oak door"), ("2", "The yard door")]
    player.tells([e.Asking("confirm", "Go on?", prefix="wait")])
    assert [choice.id for choice in view_of(player.mystery, player.world, player.notebook).choices] == ["yes", "no"]


def test_the_epilogue_rebuilds_the_chain_from_what_was_held_and_drawn() -> None:
    player = _seasoned()
    told = text(
        audit(
            player.mystery,
            player.world,
            player.notebook,
            (12, replace(player.world, clock=26 * 60)),
            accusations=2,
            hints=1,
        )
    )
    assert "Who sees to it? What you held left that open." in told
    assert "How do they come and go? By the river door: *by the river* (5), from" in told
    assert "From your turn 12 on, Friday 02:00, you could have known:" in told
    assert "How do they come and go? Thursday by the carts" in told
    assert told.endswith("You accused twice, and took one hint.")


def test_the_epilogue_says_what_was_held_and_never_drawn() -> None:
    player = Player().holds("gate", "midnight")
    told = text(audit(player.mystery, player.world, player.notebook, None, accusations=0, hints=0))
    assert "By the river door: *by the river*, from *" in told
    assert "You held what it takes, and never laid it side by side." in told
    assert "At no time did your journal hold enough to close it." in told
    assert told.endswith("You accused nobody, and took no hint.")


def test_a_conclusion_under_another_has_a_row_of_its_own_in_the_epilogue() -> None:
    low = replace(BY_RIVER, id="low", name="low water", bearing=replace(BY_RIVER.bearing, establishes=Frozen({})))
    player = Player(a_mystery(deductions={"low": low, "by_river": replace(BY_RIVER, needs=(("low", "dark"),))}))
    player.holds("gate", "midnight", "dark")
    rows = [row.text for row in audit(player.mystery, player.world, player.notebook, None, accusations=0, hints=0)]
    assert any("*by the river*, from *low water* and *willows are dark* (3)." in row for row in rows)
    assert "For *low water*: *gate grown shut* (1) and *after midnight* (2)." in rows


def test_questions_that_have_not_come_up_are_on_no_page() -> None:
    mystery = a_mystery()
    hidden = replace(mystery.questions[1], listed=c.Fails())
    player = Player(a_mystery(questions=(mystery.questions[0], hidden)))
    for name in ("theory", "accuse"):
        assert "How do they come and go?" not in _page(player, name)
