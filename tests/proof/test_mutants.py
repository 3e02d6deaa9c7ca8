"""Each side condition of the ranking, left out: it must show. And with all of them the kept cases are what the engine says."""

from collections.abc import Iterator

import pytest

from tests.proof.agreeing import disagreements
from tests.proof.explicit import Explored, explored
from tests.proof.keeping import NAMES, kept
from tests.proof.mutants import MUTANTS, Mutant, forget

WORLDS = 3000
MANY = 150  # worlds from which what is ranked is done
SEEDS = (1, 7)  # with which whoever may be late is late in one and not in the other


def words(mutant: Mutant) -> str:
    return mutant.leaves_out.replace(" ", "_")


def searches(name: str) -> Iterator[Explored]:
    """Everything that can be done in the case, whether it matters or not."""
    mystery = kept(name)
    late = any(step.jitter for actor in mystery.actors.values() for step in actor.itinerary)
    for seed in SEEDS if late else SEEDS[:1]:
        yield explored(mystery, WORLDS, seed, whole=True)


def found(name: str) -> list[str]:
    """What the prover says of the case that is not so."""
    return [said for search in searches(name) for said in disagreements(search, MANY)]


@pytest.fixture
def forgetful() -> Iterator[None]:
    """Nothing that was worked out before is known, or is known after."""
    forget()
    yield
    forget()


@pytest.mark.full
@pytest.mark.parametrize("name", NAMES)
def test_of_a_kept_case_the_prover_says_what_is_so(name: str) -> None:
    assert found(name) == []


@pytest.mark.full
@pytest.mark.usefixtures("forgetful")
@pytest.mark.parametrize("mutant", MUTANTS, ids=words)
def test_without_a_side_condition_something_false_is_said(mutant: Mutant, monkeypatch: pytest.MonkeyPatch) -> None:
    for place, name in mutant.at:
        monkeypatch.setattr(place, name, mutant.instead)  # where there is no such name this is an error
    assert found(mutant.case)


def test_every_side_condition_has_a_case_and_every_case_is_there() -> None:
    assert {mutant.case for mutant in MUTANTS} <= set(NAMES)
    assert len({mutant.leaves_out for mutant in MUTANTS}) == len(MUTANTS)
