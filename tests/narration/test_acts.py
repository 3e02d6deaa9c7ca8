"""Refusals, ordinary acts, and the detective's questions."""

import pytest

from tavern.model import events as e
from tavern.model.mystery import Route, Vantage
from tavern.narration.stock import NO_USE, NO_USE_BARE, OFTEN, PLAIN, REFUSALS
from tavern.narration.vantage import spoken_hour
from tests.narration.a_house import Player, a_mystery, text


@pytest.mark.parametrize(
    ("act", "told"),
    [
        (("search", "casks"), "You keep your hands off the casks while Gene looks on."),
        (("push", "bar"), "The ivy has had it for years."),
        (("push", "coat"), "You lean on the coat. The coat stays where it is."),
        (("go", "west"), "There is no way to the west from here."),
        (("go", "out"), "The ivy has had it for years."),
        (("sing",), "You know one verse. It is not the place for it."),
        (("take", "casks"), "The casks stay where they are."),
        (("give", "lamp", "sarah"), "Sarah looks at the lamp, and leaves it in your hand."),
        (("wear", "coat"), "You have it on."),
        (("kiss", "gene"), "Gene is better left in peace; and so, on so short an acquaintance, are you."),
    ],
)
def test_a_refusal_says_what_stands_in_the_way(act: tuple[str, ...], told: str) -> None:
    player = Player()
    assert player.acts(*act) == told
    assert any(isinstance(event, e.Refused) for event in player.events)


def test_a_locked_door_is_named() -> None:
    refused = e.Refused("go", "door_locked:trap", "north")
    assert text(Player().tells([refused])) == "The trapdoor is locked."


def test_every_refusal_has_words_whatever_it_is_about() -> None:
    player = Player()
    keys = (*REFUSALS, "stage", "no_use", "minded:gene", "door_locked:trap", "unheard_of")
    for key in keys:
        for noun, other in (("casks", "gene"), ("gene", "slate"), ("", "")):
            told = player.tells([e.Refused("push", key, noun, other)])
            assert told[0].kind == "refusal"
            assert told[0].text
            assert "{" not in told[0].text


def test_every_ordinary_act_has_words() -> None:
    player = Player()
    for verb in (*PLAIN, *OFTEN, *NO_USE, *NO_USE_BARE, "never_heard_of"):
        for noun, other in (("coins", "gene"), ("gene", "slate"), ("", "")):
            told = text(player.tells([e.Plain(verb, noun, other)]))
            assert told, verb
            assert "{" not in told, verb


def test_asking_back_before_anybody_has_spoken_says_so() -> None:
    told = text(Player().tells([e.Refused("who_told", "said_nothing")]))
    assert told == "Nobody has told you anything yet that you could come back to. *Ask* somebody first."


def test_what_is_put_to_people_often_is_answered_in_several_ways() -> None:
    player = Player()
    said = {text(player.tells([e.Plain("confront", actor, "slate")])) for actor in ("gene", "jory", "sarah")}
    assert all(said)
    assert len(OFTEN["confront"]) >= 3


def test_what_somebody_says_is_speech() -> None:
    player = Player()
    assert [paragraph.kind for paragraph in player.tells([e.Told("gene_hello", "gene")])] == ["speech"]


def test_somebody_without_words_is_told_to_have_none() -> None:
    assert text(Player().tells([e.Told("nothing_there", "gene")])) == "Gene has nothing to say to that."


def test_the_questions_are_answered_from_where_the_speaker_stood() -> None:
    player = Player()
    player.acts("ask", "jory", "cellar")
    assert "In the cellar, some time between eleven and half past eleven" in player.acts(
        "where_stood", "jory", "midnight"
    )
    assert "In the cellar" in player.acts("how_know", "jory", "midnight")
    assert "Sarah" not in player.acts("who_told", "jory", "midnight")


def test_a_greeting_is_nothing_to_come_back_to() -> None:
    player = Player()
    player.acts("talk", "gene")
    assert (
        player.acts("how_know", "gene", "gene_hello") == "Gene has not said anything yet that you could come back to."
    )
    assert player.acts("say_again", "gene", "gene_hello") == '"Evening," says Gene.'


def test_hearsay_names_its_mouth_only_when_that_is_asked() -> None:
    player = Player()
    player.acts("ask", "jory", "barges")
    assert "Sarah" not in player.acts("how_know", "jory", "boats")
    assert "Sarah" in player.acts("who_told", "jory", "boats")


def test_what_was_prepared_comes_out_in_the_same_words_and_what_is_known_does_not() -> None:
    player = Player()
    first = player.acts("ask", "jory", "barges").split("\n")[0]
    assert player.acts("say_again", "jory", "boats").split("\n")[-1] == first
    player.acts("ask", "jory", "cellar")
    assert player.acts("say_again", "jory", "midnight") == '"After midnight. I told you."'


@pytest.mark.parametrize("by", ["seen", "told", "guessed", ""])
@pytest.mark.parametrize("room", ["cellar", ""])
@pytest.mark.parametrize(("start", "end"), [(-1, -1), (0, -1), (22 * 60, 23 * 60 + 35)])
def test_every_vantage_has_an_answer_to_every_question(by: str, room: str, start: int, end: int) -> None:
    vantage = Vantage(by, room, start, end, "sarah" if by == "told" and room else "")
    mystery = a_mystery()
    route = Route("r_boats", "boats", "ask_boats", "person", 40, "sarah", "jory", "jory", vantage)
    player = Player(a_mystery(routes={**mystery.routes, "r_boats": route})).holds("boats")
    for verb in ("how_know", "who_told", "where_stood", "say_again"):
        told = text(player.tells([e.Plain(verb, "jory", "boats")]))
        assert told
        assert "{" not in told
        assert "  " not in told


def test_hours_are_said_as_people_say_them() -> None:
    said = [spoken_hour(minute) for minute in (0, 12 * 60, 23 * 60 + 35, 22 * 60 + 30, 18 * 60 + 6, 23 * 60 + 45)]
    assert said == [
        "midnight",
        "noon",
        "twenty-five to midnight",
        "half past ten",
        "five past six",
        "a quarter to midnight",
    ]


def test_what_is_held_out_to_somebody_who_is_nowhere_is_told_of_them() -> None:
    player = Player()
    assert player.acts("show", "lamp", "marcus") == "Marcus is not somebody you can do that with."
