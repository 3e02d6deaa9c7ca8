"""The unfair set itself: every case compiles, is a few lines away from a fair one, and does what its table says."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tavern.diagnostics.diagnostic import has_errors
from tavern.engine.apply import apply_all
from tavern.engine.turn import turn
from tavern.model.mystery import Mystery
from tavern.model.world import World
from tavern.proof.claim import Claim, Verdict
from tavern.proof.claims.guessing import guessing
from tavern.proof.claims.herrings import herrings
from tavern.proof.claims.one_answer import one_answer
from tavern.proof.claims.redundancy import redundancy
from tavern.proof.closure.reach import reach
from tavern.proof.transitions.facts import opening_world
from tests.factory import act
from tests.proof.a_case import all_of, firing, whatever_is_left
from tests.proof.unfair import CASES, UNFAIR, Case, compiled, folder, laid_over, mystery, text_of

PLAYABLE = [case for case in CASES if not case.refused]
WAYS = (
    "lie",
    "winch",
    "visit",
    "noon",
    "padded",
)  # only the fixpoint knows where one never comes, or what one never hears of
OURS = ("one_answer", "redundancy", "herrings", "guessing")  # the claims about evidence alone


def name(case: Case) -> str:
    return case.name


def claims_of(made: Mystery) -> list[Claim]:
    """The claims about evidence, as if everything could be found."""
    left = whatever_is_left(made)
    return [
        *one_answer(made, all_of(made), fair=made.fair),
        *redundancy(made, left, left),
        *herrings(made, all_of(made), firing(made)),
        *guessing(made, all_of(made), firing(made), found=reach(made)),
    ]


def refuted(made: Mystery) -> set[str]:
    return {claim.id for claim in claims_of(made) if claim.verdict is not Verdict.PROVED}


def test_the_base_is_fair_by_every_claim_about_evidence() -> None:
    assert refuted(mystery("base")) == set()


@pytest.mark.parametrize("case", PLAYABLE, ids=name)
def test_a_case_and_its_twin_have_no_errors(case: Case) -> None:
    for fair in (False, True):
        assert not has_errors(compiled(case.name, fair=fair).diagnostics)


@pytest.mark.parametrize("case", [case for case in CASES if case.refused], ids=name)
def test_what_no_case_may_have_is_refused_by_check(case: Case) -> None:
    found = {diagnostic.code for diagnostic in compiled(case.name).diagnostics}
    assert found == {case.refused}


@pytest.mark.parametrize("case", PLAYABLE, ids=name)
def test_a_twin_is_a_few_lines_apart_and_fair(case: Case) -> None:
    unfair, fair = (text_of(case.name, fair=fair).splitlines() for fair in (False, True))
    assert len(set(unfair) ^ set(fair)) <= 26
    assert refuted(mystery(case.name, fair=True)) == set()


@pytest.mark.parametrize("case", [case for case in PLAYABLE if case.falls in OURS], ids=name)
def test_the_claim_that_was_named_is_the_one_that_falls(case: Case) -> None:
    if case.name in WAYS:
        return
    fallen = refuted(mystery(case.name))
    assert case.part in fallen
    assert {id.split(":")[0] for id in fallen} <= {case.falls, *case.also}


def test_every_file_belongs_to_a_case() -> None:
    named = {"base", *(case.name for case in CASES)}
    assert {path.stem.removesuffix("_fair") for path in UNFAIR.glob("*.yaml")} == named


def test_pieces_stand_in_the_place_of_those_with_their_id() -> None:
    whole = "rooms:\n  - {id: hall}\n  - id: loft\n    name: Loft\nends:\n  day: 1\n"
    layer = "rooms:\n  - {id: hall, gone: true}\n  - {id: yard}\nends:\n  day: 2\n"
    assert laid_over(whole, layer) == "rooms:\n  - id: loft\n    name: Loft\n  - {id: yard}\n\nends:\n  day: 2\n"


def test_a_case_can_be_written_as_a_folder(tmp_path: Path) -> None:
    assert (folder("eaten", tmp_path / "lamp") / "mystery.yaml").read_text() == text_of("eaten")


# ── what the cases of lost clues come to in play ────────────────────────────────────────────────────────────────

LOSING: dict[str, tuple[tuple[str, ...], tuple[str, ...], str]] = {  # what loses it, how it would be had, the clue
    "insult": (("ask ada singing",), ("ask ada tools",), "keeps_shears"),
    "eaten": (("take cheese", "eat cheese"), ("examine cheese",), "keeps_shears"),
    "once": (("wait @21:00",), ("go out", "wait @20:10"), "keeps_shears"),
    "shadowed": (("ask ada nine",), ("ask ada tools",), "keeps_shears"),
    "torch": (("take torch", "light torch", "wait 20"), ("go out", "go east", "examine shears"), "keeps_shears"),
    "burnt": (("take letter", "give letter ada", "wait 15"), ("examine letter",), "keeps_shears"),
    "held": (("wait @13:00",), ("go out", "go east", "ask dora post", "examine letter"), "keeps_shears"),
    "letter": (("take letter", "burn letter"), ("examine letter",), "salvage"),
    "one_relationship": (("ask ada singing",), ("ask ada tools", "go out", "examine shears"), "keeps_shears"),
    "leaves": (("examine slip",), ("go up", "ask cole tools"), "keeps_shears"),
}
AT_ONCE = {"insult", "eaten", "shadowed", "burnt", "letter", "leaves", "one_relationship", "held"}


def played(made: Mystery, lines: Sequence[str]) -> World:
    world = opening_world(made, 1)
    for line in lines:
        world = apply_all(world, turn(made, world, act(line)))
    return world


@pytest.mark.parametrize("name", LOSING)
def test_what_can_be_lost_is_lost_by_what_the_table_says(name: str) -> None:
    losing, having, clue = LOSING[name]
    assert clue not in played(mystery(name), (*losing, *having)).clues
    if name in AT_ONCE:
        assert clue in played(mystery(name), having).clues


@pytest.mark.parametrize("name", LOSING)
def test_the_twin_has_another_way(name: str) -> None:
    losing, having, clue = LOSING[name]
    ways = ("ask cole tools", "ask ada tools", "ask ada money", "examine shears")
    world = played(mystery(name, fair=True), (*losing, *having))
    rooms = (*ways, "go down", "go in", "go west", "go in", *ways, "go up", *ways, "go down", "go out", *ways)
    for line in rooms:
        world = apply_all(world, turn(mystery(name, fair=True), world, act(line)))
    assert clue in world.clues


NEVER: dict[str, tuple[str, ...]] = {  # what a sensible player would try, in vain
    "two_doors": ("go out", "go east", "go east", "examine shears"),
    "put_out": ("go out", "wait @20:10", "go out", "wait @20:20"),
    "shy": ("go out", "go east", "ask dora tools", "wait 60", "ask dora tools"),
    "disjoint": ("go out", "go east", "ask dora tools", "wait @15:30", "ask dora tools"),
    "self_locking": ("go out", "go east", "wait @20:10", "go east", "wait @20:20"),
    "confiscated": ("take token", "go out", "go east", "show token dora"),
    "drip": ("wait @20:30", "ask ada tools", "wait @21:00", "wait 1440", "ask ada tools"),
    "ferry": ("go out", "wait @19:00", "go east", "examine shears", "wait 1440", "go east", "examine shears"),
}


@pytest.mark.parametrize("name", NEVER)
def test_what_cannot_be_had_is_tried_in_vain(name: str) -> None:
    assert "keeps_shears" not in played(mystery(name), NEVER[name]).clues


def test_the_ending_that_fires_leaves_no_time_to_accuse() -> None:
    lines = ("ask ada tools", "examine slip", "ask ada nine")
    assert getattr(played(mystery("ending_fires"), lines).stage, "ending", "") == "abroad"
    assert not hasattr(played(mystery("ending_fires", fair=True), lines).stage, "ending")
