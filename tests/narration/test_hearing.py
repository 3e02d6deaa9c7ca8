"""An accusation, from the first word to the last."""

import re
from dataclasses import replace

import pytest

from tavern.model import events as e
from tavern.model.commands import Accuse, Answer, Choose, Insist, Withdraw
from tavern.model.frozen import Frozen
from tavern.model.mystery import Mystery, Solution, Variant
from tavern.model.world import DAY
from tavern.narration import stock_case
from tavern.narration.hearing import objection_of
from tests.narration.a_house import Player, a_mystery, charge, text

WRONG = Accuse(charge(who=("gene",), how=("carts", "midnight")))
RIGHT = Accuse(charge(who=("sarah", "hands"), how=("river", "by_river")))


def _ready(mystery: Mystery | None = None) -> Player:
    player = Player(mystery).holds("gate", "midnight", "hands")
    player.tells([e.Drawn("by_river")])
    return player


def test_it_is_said_before_who_is_there_and_answered_by_the_accused_and_the_room() -> None:
    told = text(Player().holds("midnight").does(WRONG))
    assert "Gene, Sarah and Jory" in told
    assert "Who sees to it? Gene. On nothing but your word." in told
    assert "By the carts. On the strength of *after midnight* (1)." in told
    assert '"Yes," says Gene. "Mine."' in told
    assert "Sarah" in told.split("\n")[-2]
    assert told.split("\n")[-2].endswith('"Boats need a landing."')
    assert "*nothing*" in told.split("\n")[-1]


@pytest.mark.parametrize(
    ("objection", "told"),
    [
        ('"Could it not have been a cart?"', '"Could it not have been a cart?"'),
        ("It could have been a cart", '"It could have been a cart."'),
        ('"A cart," says Stull, "or two."', '"A cart," says Stull, "or two."'),
        ("", '"Why not by the river door?"'),
    ],
)
def test_an_objection_is_put_in_a_mouth_unless_its_author_has_done_so(objection: str, told: str) -> None:
    mystery = a_mystery()
    texts = {**mystery.texts, "by_boat": (Variant((objection,)),)}
    player = Player(a_mystery(texts=texts)).holds("midnight")
    player.does(WRONG)
    spoken = objection_of(player.mystery, player.world)
    assert spoken.endswith(told)
    assert (spoken == told) == ("Stull" in told)


def test_an_open_verdict_names_the_weakest_question_and_a_broken_one_the_card_that_breaks_it() -> None:
    player = Player().holds("midnight")
    player.does(WRONG)
    told = text(player.does(Answer("")))
    assert "*Who sees to it?*" in told
    assert "*insist*" in told
    assert "They will hear you twice more." in told
    player = Player().holds("midnight", "gate")
    player.does(WRONG)
    told = text(player.does(Answer("")))
    assert "*gate grown shut* (2)" in told
    assert "*How do they come and go?*" in told


@pytest.mark.parametrize(
    ("days", "told"),
    [(0, "They would hear you again, on another day."), (1, "hear you once more."), (2, "hear you twice more.")],
)
def test_they_will_hear_no_more_accusations_than_there_are_days_for(days: int, told: str) -> None:
    player = Player(a_mystery(ends=(days + 1) * DAY)).holds("midnight")
    player.does(WRONG)
    assert told in text(player.does(Answer("")))


def test_no_stock_word_of_a_hearing_needs_a_tavern_round_it() -> None:
    said = " ".join(value for row in vars(stock_case).values() if isinstance(row, tuple) for value in row)
    assert not {"mug", "fire", "house", "table", "hearth"} & set(re.findall(r"[a-z]+", said.lower()))


def test_a_conclusion_that_was_not_drawn_breaks_by_the_cards_under_it() -> None:
    mystery = a_mystery()
    clues = {**mystery.clues, "gate": replace(mystery.clues["gate"], bearing=mystery.clues["midnight"].bearing)}
    player = Player(a_mystery(clues=clues)).holds("midnight", "gate")
    player.does(WRONG)
    told = text(player.does(Answer("")))
    assert "*gate grown shut* (2) and *after midnight* (1)" in told
    assert "by the river" not in told.lower()


def test_a_card_that_speaks_to_the_objection_is_taken_and_another_is_not() -> None:
    player = _ready()
    player.does(RIGHT)
    assert "You lay down *gate grown shut* (1)." in text(player.does(Answer("gate")))
    for given, options in (("gate", stock_case.MET), ("", stock_case.NOTHING_SAID), ("hands", stock_case.NOT_MET)):
        player = _ready()
        player.does(RIGHT)
        told = text(player.tells([e.ObjectionAnswered("how", "carts", given, given == "gate")]))
        endings = [option.split("}")[-1] for option in options]
        assert any(told.split("\n")[0].endswith(ending) for ending in endings)


def test_a_proof_lays_out_its_choices_by_number_and_a_choice_ends_it() -> None:
    player = _ready()
    player.does(RIGHT)
    told = text(player.does(Answer("gate")))
    assert told.endswith("*Choose*, by number.\n1. Give her the number\n2. Keep it")
    ended = [(paragraph.kind, paragraph.text) for paragraph in player.does(Choose("given"))]
    assert ended == [("heading", "The number"), ("ending", "You give the number."), ("ending", "The river went on.")]


def test_half_a_charge_that_holds_is_half_a_proof() -> None:
    player = _ready()
    told = text(player.does(Accuse(charge(who=("sarah", "hands")))))
    if not told.endswith("Leave it"):
        told = text(player.does(Answer("hands")))
    assert told.endswith("1. Leave it")


def test_letting_it_rest_and_insisting_have_their_words() -> None:
    player = Player().holds("midnight")
    player.does(WRONG)
    assert text(player.does(Withdraw())).split("\n")[0] in stock_case.RESTED
    player = Player().holds("midnight")
    player.does(WRONG)
    player.does(Answer(""))
    assert text(player.does(Insist())).startswith("Wrong\nThey take the wrong man.")


def test_an_accusation_of_nothing_is_told_to_be_one() -> None:
    assert any(words in text(Player().does(Accuse(charge()))) for words in stock_case.OPEN_BLANK)


@pytest.mark.parametrize("verdict", ["carried", "partly", "open", "broken"])
def test_each_verdict_has_three_wordings(verdict: str) -> None:
    told = set()
    for earlier in range(3):
        player = Player().holds("gate")
        for _ in range(earlier):
            player.tells([e.HearingOpened((), (), ()), e.Judgement("open"), e.AccusationRested()])
        judgement = e.Judgement(
            verdict, "how" if verdict in ("open", "broken") else "", "gate" if verdict == "broken" else ""
        )
        told.add(text(player.tells([e.HearingOpened((), (), ()), judgement])).split("\n")[2])
    assert len(told) == 3


TRUTHS = ({"who": "sarah", "how": "river"}, {"who": "gene", "how": "carts"}, {"who": "gene", "how": "crypt"})


@pytest.mark.parametrize("accusation", [WRONG, RIGHT, Accuse(charge(who=("gene", "hands")))])
@pytest.mark.parametrize("held", [(), ("midnight",), ("midnight", "gate"), ("midnight", "gate", "hands")])
@pytest.mark.parametrize("answers", [("", "", ""), ("gate", "hands", "midnight")])
def test_the_same_holdings_get_the_same_words_whatever_the_truth_is(
    accusation: Accuse, held: tuple[str, ...], answers: tuple[str, ...]
) -> None:
    told = {_whole(truth, accusation, held, answers) for truth in TRUTHS}
    assert len(told) == 1


def _whole(truth: dict[str, str], accusation: Accuse, held: tuple[str, ...], answers: tuple[str, ...]) -> str:
    """All that is told of one accusation, where this is the truth."""
    player = Player(a_mystery(solution=Solution("", Frozen(truth), ((),)))).holds(*held)
    told = [text(player.does(accusation))]
    told += [text(player.does(Answer(answer if answer in held else ""))) for answer in answers]
    return "\n".join(told)
