"""Readers who do not think: what they would guess, and how often they change their minds."""

from fractions import Fraction

from tavern.proof.claims.readers import Guess, guesses, leaders, turns_of_mind
from tests.factory import Shape
from tests.proof.a_case import a_case
from tests.proof.unfair import mystery as unfair

MEANS: Shape = {"supports": {"who": "gene", "as": "means"}}
MOTIVE: Shape = {"supports": {"who": "sarah", "as": "motive"}}
ALIBI: Shape = {"rules_out": {"who": ["sarah"]}}
WHO = {"who": ("gene", "sarah", "hame")}


def by_reader(clues: dict[str, Shape]) -> dict[str, Guess]:
    mystery = a_case(clues, answers=WHO)
    return {guess.reader: guess for guess in guesses(mystery, mystery.routes)}


def test_who_believes_what_is_well_attested_is_right_when_only_the_truth_is() -> None:
    rumour: Shape = {**MOTIVE, "reliability": 0.5}
    guess = by_reader({"key": MEANS, "debt": rumour})["believes above 0.7"]
    assert (guess.answers, guess.right, guess.chance) == (("gene",), Fraction(1), Fraction(1, 3))
    assert guess.is_better_than_chance


def test_who_is_torn_is_right_in_proportion() -> None:
    guess = by_reader({"key": MEANS, "debt": MOTIVE})["believes above 0.7"]
    assert (guess.answers, guess.right) == (("gene", "sarah"), Fraction(1, 2))


def test_without_anything_to_go_by_a_guess_is_blind() -> None:
    guess = by_reader({"ledger": {}})["believes above 0.7"]
    assert guess.right == guess.chance == Fraction(1, 3)
    assert not guess.is_better_than_chance


def test_who_counts_sees_no_more_than_numbers_of_clues_routes_letters_and_hours() -> None:
    long: Shape = {"about": ["hame"], "text": "It is a long story, and most of it is about Hame."}
    spread: Shape = {**MEANS, "routes": [{"touch": "stone_key"}, {"touch": "stone_tale"}]}
    watched: Shape = {"about": ["sarah"], "routes": [{"at": "hall", "between": ["22:00", "23:00"]}]}
    readers = by_reader({"key": spread, "tale": long, "seen": watched})
    assert readers["counts clues"].answers == ("gene", "hame", "sarah")
    assert readers["counts routes"].answers == ("gene",)
    assert readers["measures length"].answers == ("hame",)
    assert readers["counts hours"].answers == ("sarah",)


def test_nobody_leads_where_nothing_is_scored() -> None:
    assert leaders({}) == leaders({"gene": 0}) == ()
    assert leaders({"gene": 2, "sarah": 2, "hame": 1}) == ("gene", "sarah")


def test_a_walkthrough_makes_minds_turn_and_the_careful_one_sees_through_it() -> None:
    clues: dict[str, Shape] = {
        "glove": {"is_red_herring": True, "about": ["hame"]},
        "debt": MOTIVE,
        "quarrel": MOTIVE,
        "alibi": {**ALIBI, "contradicts": ["glove"]},
        "key": MEANS,
    }
    mystery = a_case(clues, answers=WHO)
    turns = turns_of_mind(mystery, [f"{id}.1" for id in clues])[0]
    assert [mind.trusting for mind in turns.minds] == [
        ("hame",), ("hame", "sarah"), ("sarah",), ("sarah",), ("sarah",),
    ]  # fmt: skip
    assert [mind.careful for mind in turns.minds][-2:] == [(), ("gene",)]
    assert (turns.changes, turns.flags) == (2, ())


def test_a_walkthrough_that_never_misleads_is_flagged() -> None:
    mystery = unfair("base")
    turns = turns_of_mind(mystery, ["salvage.1", "keeps_shears.1", "salvage.2", "went_up.1"])[0]
    assert [mind.clue for mind in turns.minds] == ["salvage", "keeps_shears", "went_up"]
    assert turns.flags == ("Whoever trusts everything is never wrong.", "The leader never changes.")
