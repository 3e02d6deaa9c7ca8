"""Redundancy: what is lost without one route, person, thing or hour; what is lost without two; clues that name the culprit."""

from tavern.model.mystery import Mystery
from tavern.proof.claim import Claim, Verdict, Witness
from tavern.proof.claims.redundancy import redundancy
from tavern.proof.claims.removing import removals
from tavern.proof.playing.show import Show
from tavern.proof.transitions.facts import NOTHING_LESS
from tests.factory import a_mystery
from tests.proof.a_case import a_case, whatever_is_left
from tests.proof.unfair import mystery as unfair


def parts(mystery: Mystery) -> dict[str, Claim]:
    left = whatever_is_left(mystery)
    return {claim.id: claim for claim in redundancy(mystery, left, left)}


def test_a_case_with_spare_ways_to_everything_is_proved() -> None:
    claim = parts(unfair("base"))["redundancy"]
    assert claim.verdict is Verdict.PROVED
    assert claim.figures["lost"] == claim.figures["pairs"] == 0
    assert claim.figures["tried"] == len(list(removals(unfair("base"))))


def test_one_mouth_for_two_of_three_hearsays_is_refuted_by_taking_it_away() -> None:
    claims = parts(unfair("same_mouth"))
    lost = claims["redundancy:person:cole"]
    assert lost.verdict is claims["redundancy"].verdict is Verdict.REFUTED
    assert lost.says == "Without the person `cole`, `who` stays open for want of a way to find `keeps_shears`."
    assert parts(unfair("same_mouth", fair=True))["redundancy"].verdict is Verdict.PROVED


def test_the_witness_does_without_what_was_taken_away() -> None:
    shown: list[Show] = []

    def show(wanted: Show) -> Witness:
        shown.append(wanted)
        return Witness(1, ("look",), wanted.ends)

    mystery = unfair("same_mouth")
    left = whatever_is_left(mystery)
    claims = redundancy(mystery, left, left, show=show)
    assert claims[0].witness
    cole = next(wanted for wanted in shown if "cole" in wanted.without.people)
    assert "keeps_shears" not in cole.clues
    assert "salvage" in cole.clues


def test_what_is_neither_shown_nor_excluded_is_open() -> None:
    mystery = unfair("base")
    left = whatever_is_left(mystery)
    claims = redundancy(mystery, lambda without: left(without) if without is NOTHING_LESS else frozenset(), left)
    assert {claim.verdict for claim in claims} == {Verdict.BOUNDED}
    assert len(claims) == 1 + len(list(removals(mystery)))


def test_what_is_not_shown_with_everything_there_is_said_once() -> None:
    mystery = unfair("base")
    claims = redundancy(mystery, lambda _: frozenset(), whatever_is_left(mystery))
    assert [claim.id for claim in claims] == ["redundancy", "redundancy:who", "redundancy:how"]
    assert {claim.verdict for claim in claims} == {Verdict.BOUNDED}
    assert redundancy(mystery, lambda _: frozenset(), lambda _: frozenset())[0].verdict is Verdict.REFUTED


def test_a_search_that_is_left_off_is_bounded_with_how_far_it_came() -> None:
    mystery = unfair("base")
    left = whatever_is_left(mystery)
    asked = iter([False, False, True])
    claim = redundancy(mystery, left, left, stop=lambda: next(asked, True))[0]
    assert claim.verdict is Verdict.BOUNDED
    assert claim.says == "two single things were taken away, and there are more."


def test_two_routes_that_cannot_both_be_spared_are_a_warning_only() -> None:
    way = [{"touch": "stone_key"}, {"touch": "stone_spare"}]
    mystery = a_case(
        {"key": {"establishes": {"how": "boat"}, "routes": way}, "spare": {}}, answers={"how": ("boat", "cart")}
    )
    claim = parts(mystery)["redundancy"]
    assert claim.verdict is Verdict.PROVED
    assert claim.notes == ("Without both `key.1` and `key.2`, `how` stays open.",)


def test_a_clue_that_names_the_culprit_is_refuted_however_it_does_so() -> None:
    assert parts(unfair("oracle"))["redundancy:oracle:cole_saw"].verdict is Verdict.REFUTED
    assert parts(unfair("trade"))["redundancy:oracle:square_cut"].verdict is Verdict.REFUTED
    assert not [id for id in parts(unfair("oracle", fair=True)) if "oracle" in id]


def test_an_hour_is_taken_away_in_the_room_where_a_route_asks_for_it() -> None:
    taken = [(name, without) for kind, name, without in removals(unfair("once")) if kind == "hour"]
    assert [name for name, _ in taken] == ["yard 20:00-20:30"]
    assert taken[0][1].hours["yard"].bit_count() == 2 * 30


def test_a_thing_that_no_route_names_is_not_taken_away_nor_is_a_door() -> None:
    things = [name for kind, name, _ in removals(unfair("self_locking")) if kind == "thing"]
    assert "cabin_door" not in things
    assert "lamp" in things


def test_a_case_without_clues_has_nothing_to_lose() -> None:
    assert parts(a_mystery())["redundancy"].verdict is Verdict.PROVED
