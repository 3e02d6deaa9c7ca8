"""When the case can first be known: bounds from below by what may be open when, from above by a game."""

from collections.abc import Sequence

from tavern.engine.apply import apply_all
from tavern.engine.turn import turn
from tavern.model.mystery import Mystery
from tavern.proof.argument.arguments import prover
from tavern.proof.argument.evidence import Findable, cards
from tavern.proof.claim import Verdict, Witness
from tavern.proof.claims.early import (
    Replay,
    Soonest,
    earliest,
    early,
    fewest_commands,
    has_met,
    known_between,
    quickest,
    soonest_known,
)
from tavern.proof.claims.entail import truth
from tavern.proof.transitions.facts import opening_world
from tests.factory import act
from tests.proof.a_case import all_of
from tests.proof.unfair import mystery as unfair

LINES = (
    "ask ada oil", "examine slip", "ask ada tools", "ask ada nine", "go up", "examine lamp", "go down", "go out",
)  # fmt: skip
TEN = 10 * 60


def replayed(mystery: Mystery, lines: Sequence[str] = LINES) -> Replay:
    worlds = [opening_world(mystery, 1)]
    for line in lines:
        worlds.append(apply_all(worlds[-1], turn(mystery, worlds[-1], act(line))))
    return Replay(Witness(1, tuple(lines)), worlds)


def at_once(id: str) -> int:
    del id
    return TEN


def only_after(clocks: dict[str, int]) -> Soonest:
    return lambda id: clocks.get(id, TEN)


def test_a_case_is_known_between_its_bounds() -> None:
    mystery = unfair("base")
    bounds = known_between(mystery, all_of(mystery), at_once, replayed(mystery))
    assert bounds.lower == (6, TEN + 3)
    assert bounds.upper == (6, TEN + 5)


def test_no_proof_is_earlier_than_the_latest_of_the_clues_it_cannot_spare() -> None:
    mystery = unfair("base")
    late = dict.fromkeys(mystery.clues["salvage"].routes, TEN + 60)
    late[mystery.clues["salvage"].routes[0]] = TEN + 40
    late[mystery.clues["square_cut"].routes[0]] = TEN + 90
    assert earliest(mystery, all_of(mystery), only_after(late)) == TEN + 40


def test_what_is_never_open_is_never_known() -> None:
    mystery = unfair("base")
    lost = dict.fromkeys(mystery.clues["salvage"].routes)
    assert earliest(mystery, all_of(mystery), lambda id: lost.get(id, TEN)) is None
    routes = frozenset(mystery.routes) - lost.keys()
    assert fewest_commands(mystery, Findable(routes, routes)) == -1
    claims = early(mystery, Findable(routes, routes), lambda id: lost.get(id, TEN), None, -1)
    assert claims[0].verdict is Verdict.REFUTED
    assert claims[0].says == "At no time can enough be known."


def test_one_act_that_shows_two_clues_counts_once_and_what_is_just_seen_as_the_walk_there() -> None:
    assert fewest_commands(unfair("one_move"), all_of(unfair("one_move"))) == 1
    assert fewest_commands(unfair("once"), all_of(unfair("once"))) == 5


def test_nobody_learns_soonest_what_takes_longer_than_until_then() -> None:
    mystery = unfair("base")
    assert earliest(mystery, all_of(mystery), at_once) == TEN
    assert soonest_known(mystery, all_of(mystery), at_once) == TEN + 3


def test_the_quickest_routes_prove_the_case_and_none_can_be_spared() -> None:
    mystery = unfair("base")
    for routes in quickest(mystery, all_of(mystery), at_once):
        proved = [cards(mystery, set(routes) - {spared}) for spared in ("", *routes)]
        assert [prover(mystery, truth(mystery))(held) for held in proved] == [True] + [False] * len(routes)


def test_a_fair_case_is_known_and_met_in_time() -> None:
    mystery = unfair("base")
    claims = {claim.id: claim for claim in early(mystery, all_of(mystery), at_once, replayed(mystery), TEN + 24 * 60)}
    assert {claim.verdict for claim in claims.values()} == {Verdict.PROVED}
    assert claims["early"].figures["depth"] == 3
    assert "early:met:bram" in claims
    assert claims["early:known"].says == (
        "Nobody knows the case before Monday 10:03 or in fewer than six commands; a game knows it after six lines, Monday 10:05."
    )


def test_what_comes_after_the_last_good_hour_is_too_late() -> None:
    mystery = unfair("base")
    claims = early(mystery, all_of(mystery), lambda _: TEN + 30, replayed(mystery), TEN + 10)
    assert claims[0].verdict is Verdict.REFUTED
    assert claims[0].says.endswith("from Monday 10:10 on it is too late to begin.")


def test_a_culprit_whom_nobody_can_meet_in_time_is_refuted() -> None:
    mystery = unfair("base")
    claims = early(mystery, all_of(mystery), only_after({"bram": TEN + 300}), replayed(mystery), TEN + 100)
    assert next(claim for claim in claims if claim.id == "early:met:bram").verdict is Verdict.REFUTED


def test_without_a_game_that_knows_it_the_claim_is_open() -> None:
    mystery = unfair("base")
    assert early(mystery, all_of(mystery), at_once, None, -1)[0].verdict is Verdict.BOUNDED


def test_to_have_heard_of_somebody_is_not_to_have_met_them() -> None:
    mystery = unfair("base")
    heard, met = replayed(mystery, ("ask ada tools",)).worlds[-1], replayed(mystery, ("go out",)).worlds[-1]
    assert "bram" in heard.met
    assert not has_met(mystery, heard, "bram")
    assert has_met(mystery, met, "bram")
