"""Nobody is stranded: what the ranking proves of the fair, and the dead ends that are found in the unfair."""

from random import Random

import pytest

from tavern.model import conditions as c
from tavern.model.mystery import Mystery
from tavern.model.world import DAY
from tavern.proof.argument.evidence import holding
from tavern.proof.claims.removing import removals
from tavern.proof.claims.stranded import Proof, always_proved
from tavern.proof.closure.reach import reach
from tavern.proof.loss.stranding import dead_end, is_barred, is_dead_end
from tavern.proof.ranking.attain import Attained, attain
from tavern.proof.ranking.sparing import Spared
from tavern.proof.transitions.facts import opening_world
from tavern.reasoning.judgement import judge, provable
from tests.proof.performing import TooLate, performed, wandered
from tests.proof.unfair import CASES, Case, mystery

STRANDING = {"stranded", "reachable"}
DEAD_ENDS = [case for case in CASES if case.falls in STRANDING and not case.part and not case.refused]
TWINS = [case for case in CASES if not case.refused]


def name(case: Case) -> str:
    return case.name


def ranked(made: Mystery) -> Attained:
    return attain(reach(made).facts)


def halfway(made: Mystery) -> int:
    return (made.begins + made.ends) // 2


def proved(made: Mystery) -> Proof | None:
    proof = always_proved(ranked(made))
    return proof if proof and proof.last >= halfway(made) else None


def never() -> bool:
    return False


@pytest.mark.parametrize("case", TWINS, ids=name)
def test_in_a_fair_twin_a_proof_can_be_had_from_anywhere(case: Case) -> None:
    assert proved(mystery(case.name, fair=True))


@pytest.mark.parametrize("case", DEAD_ENDS, ids=name)
def test_in_an_unfair_case_it_cannot_and_a_dead_end_is_found(case: Case) -> None:
    made = mystery(case.name)
    assert proved(made) is None
    assert dead_end(reach(made), halfway(made), never)


def test_what_is_found_is_a_play_and_its_end_is_dead() -> None:
    made = mystery("eaten")
    play = dead_end(reach(made), halfway(made), never)
    assert play
    assert play.commands()
    assert is_dead_end(made, play.world)
    assert not is_dead_end(made, opening_world(made, 1))


def test_a_closer_look_sees_what_the_fixpoint_forgets() -> None:
    made = mystery("two_doors")
    world = opening_world(made, 1)
    assert not is_dead_end(made, world)
    assert is_barred(made, world)
    assert not is_barred(mystery("two_doors", fair=True), opening_world(mystery("two_doors", fair=True), 1))


def test_the_accusation_at_the_end_of_a_proof_carries() -> None:
    made = mystery("base")
    proof = proved(made)
    assert proof
    drawn = tuple(made.deductions)
    assert judge(made, holding(made, proof.routes, drawn), proof.accusation.accusation).verdict == "carried"


def test_the_steps_of_a_proof_follow_each_other_and_end_with_the_case() -> None:
    made = mystery("base")
    proof = proved(made)
    assert proof
    assert proof.last < proof.stops[0].begins
    assert all(before.ends <= after.begins for before, after in zip(proof.stops, proof.stops[1:], strict=False))
    assert proof.stops[-1].ends < made.ends


def test_a_window_that_passes_once_makes_the_last_good_hour_lie_before_it() -> None:
    proof = always_proved(ranked(mystery("once")))
    assert proof is None or proof.last < DAY


def test_the_base_does_without_any_one_thing() -> None:
    made = mystery("base")
    found = ranked(made)
    assert all(provable(made, holding(made, Spared(found).routes(without))) for _, _, without in removals(made))


@pytest.mark.parametrize("seed", range(12))
def test_what_is_ranked_attainable_is_attained_on_the_engine_from_anywhere(seed: int) -> None:
    random = Random(seed)
    case = random.choice(TWINS)
    made = mystery(case.name, fair=True)
    found = ranked(made)
    world = wandered(made, opening_world(made, seed), random, random.choice((0, 10, 40)))
    goal = c.Knows(random.choice(sorted(found.routes())))
    try:
        after = performed(found, world, goal)
    except TooLate:
        return
    assert goal.id in after.routes


def test_a_play_without_a_loss_is_none() -> None:
    made = mystery("base")
    assert dead_end(reach(made), halfway(made), never) is None


def test_it_stops_when_it_is_told_to() -> None:
    made = mystery("eaten")
    assert dead_end(reach(made), halfway(made), lambda: True) is None
