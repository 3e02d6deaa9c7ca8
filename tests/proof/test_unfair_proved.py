"""The unfair set under all seven claims: the claim foretold falls, and every fair twin is proved."""

import pytest

from tavern.authoring.certificates import Replay
from tavern.authoring.wording import worded
from tavern.proof.claim import Verdict
from tavern.proof.proving import Proved, prove
from tests.proof.unfair import CASES, Case, mystery

PLAYABLE = [case for case in CASES if not case.refused]
pytestmark = pytest.mark.full


def name(case: Case) -> str:
    return case.name


def proved(case: Case, *, fair: bool) -> Proved:
    made = mystery(case.name, fair=fair)
    return prove(made, Replay(made), wording=worded)


@pytest.mark.parametrize("case", PLAYABLE, ids=name)
def test_the_claim_foretold_is_refuted(case: Case) -> None:
    found = proved(case, fair=False)
    [whole] = [claim for claim in found.whole if claim.id == case.falls]
    assert whole.verdict is Verdict.REFUTED
    refuted = [claim.id for claim in found.claims if claim.verdict is Verdict.REFUTED]
    assert not case.part or any(id.startswith(case.part) for id in refuted)


@pytest.mark.parametrize("case", PLAYABLE, ids=name)
def test_every_claim_about_the_fair_twin_is_proved(case: Case) -> None:
    found = proved(case, fair=True)
    assert {claim.id: claim.says for claim in found.whole if claim.verdict is not Verdict.PROVED} == {}


def test_what_is_hopeless_from_the_first_line_on_is_told_without_one() -> None:
    found = {
        claim.id: claim for claim in proved(next(case for case in PLAYABLE if case.name == "put_out"), fair=False).whole
    }
    assert found["stranded"].says.startswith("From the first line on, Monday 10:00, no accusation can be proved")
