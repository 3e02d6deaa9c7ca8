"""Stopped at any moment, no claim says anything else than it does with time enough: it is left open."""

from functools import cache
from time import monotonic

import pytest

from tavern.authoring.certificates import Replay
from tavern.model import conditions as c
from tavern.model.mystery import Mystery
from tavern.proof.argument.smallest import Stop
from tavern.proof.claim import Verdict
from tavern.proof.closure.reach import reach
from tavern.proof.proving import Proved, Shares, prove
from tavern.proof.ranking.attain import attain
from tavern.proof.ranking.touring import timely
from tests.bench.proofs import a_large_case
from tests.proof.unfair import mystery


def after(asked: int) -> Shares:
    """Time that is up once it was asked so many times whether it is."""
    left = [asked]

    def stop() -> bool:
        left[0] -= 1
        return left[0] < 0

    def share(claims: int) -> Stop:
        del claims
        return stop

    return share


@cache
def made(name: str, *, fair: bool) -> Mystery:
    return mystery(name, fair=fair)


@cache
def unhurried(name: str, *, fair: bool) -> Proved:
    return prove(made(name, fair=fair), Replay(made(name, fair=fair)))


@pytest.mark.parametrize("asked", [1, 30, 400, 2500])
@pytest.mark.parametrize(("name", "fair"), [("eaten", True), ("eaten", False), ("once", False)])
def test_stopped_anywhere_nothing_is_proved_or_refuted_that_is_not_so(name: str, fair: bool, asked: int) -> None:
    stopped = prove(made(name, fair=fair), Replay(made(name, fair=fair)), shares=after(asked))
    known = {claim.id: claim.verdict for claim in unhurried(name, fair=fair).claims}
    wrong = {
        claim.id: claim.verdict
        for claim in stopped.claims
        if claim.verdict is not Verdict.BOUNDED and claim.verdict is not known.get(claim.id)
    }
    assert wrong == {}
    assert stopped.left_off or {claim.id: claim.verdict for claim in stopped.claims} == known


def test_what_can_always_be_attained_is_no_more_when_it_is_stopped() -> None:
    facts = reach(made("eaten", fair=True)).facts
    whole = attain(facts)
    for asked in (1, 20, 60):
        stopped = attain(facts, after(asked)(0))
        assert stopped.rows.keys() <= whole.rows.keys()
        assert all(stopped.rows[gain] == whole.rows[gain][: len(stopped.rows[gain])] for gain in stopped.rows)


def test_stopped_before_it_is_known_what_is_in_time_only_what_is_known_at_first_counts() -> None:
    whole = attain(reach(made("eaten", fair=True)).facts)
    assert all(isinstance(gain, c.Knows | c.Visited) for gain in timely(whole, lambda: True).rows)


def test_a_large_case_is_left_off_soon_after_the_time_is_up() -> None:
    case = a_large_case(60)
    replay, begun = Replay(case), monotonic()
    reach(case)
    fixpoint = monotonic() - begun
    until = monotonic() + 0.2
    assert prove(case, replay, shares=lambda _: lambda: monotonic() > until).left_off
    assert monotonic() < until + 1 + 10 * fixpoint  # a busy machine is slow at both
