"""The prover against explicit search on the engine, on small mysteries made by chance.

`TAVERN_SMALL=2000 pytest -m long tests/proof/test_honest.py` looks at as many more as one likes. A disagreement is printed as
the smallest mystery that shows it: what the prover is mended by is kept in tests/proof/kept.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from os import environ

import pytest

from tavern.model.mystery import Mystery
from tavern.model.world import Playing
from tavern.proof.claim import Verdict
from tests.proof.agreeing import disagreements, said_of
from tests.proof.explicit import Explored, explored
from tests.proof.shrinking import shrunk, written
from tests.proof.small import FEW, KINDS, made, small

QUICK = range(FEW, FEW + 8)  # mysteries looked at in every run
HALVES = ((*range(240), *range(FEW, FEW + 110)), (*range(240, 480), *range(FEW + 110, FEW + 220)))
MORE = int(environ.get("TAVERN_SMALL", "60"))
WORLDS = 1000  # beyond which a mystery is too large
SAMPLE = 10  # worlds of each from which what is ranked is done


@dataclass(slots=True)
class Looked:
    """What was looked at. settled: mysteries searched through. kinds: in how many of these each twist is. verdicts: of the claim
    that nobody is stranded. found: what the prover says of them that is not so.
    """

    settled: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    verdicts: Counter[Verdict] = field(default_factory=Counter)
    found: list[str] = field(default_factory=list)


def looked_at(numbers: Iterable[int]) -> Looked:
    """The small mysteries of these numbers, searched and compared."""
    looked = Looked()
    for number in numbers:
        mystery = made(small(number).pieces)
        searched = list(searches(mystery))
        if all(search.settled for search in searched):
            said = said_of(mystery)
            looked.settled += 1
            looked.kinds.update(small(number).kinds)
            looked.verdicts[said.verdict] += 1
            if any(True for search in searched for _ in disagreements(search, SAMPLE, said=said)):
                looked.found.append(f"{number}:\n{smallest(number)}")
    return looked


def searches(mystery: Mystery) -> Iterator[Explored]:
    """Explicit search from the first line; with two seeds, where people may be late."""
    late = any(step.jitter for actor in mystery.actors.values() for step in actor.itinerary)
    for seed in (1, 2) if late else (1,):
        yield explored(mystery, WORLDS, seed=seed)


def differs(mystery: Mystery) -> bool:
    """Whether the prover says anything of the mystery that is not so."""
    searched = list(searches(mystery))
    return all(search.settled for search in searched) and any(
        True for search in searched for _ in disagreements(search, SAMPLE)
    )


def smallest(number: int) -> str:
    """The smallest mystery made of that one of which the prover says what is not so, and what it says."""
    pieces = shrunk(small(number).pieces, differs)
    said = [said for search in searches(made(pieces)) for said in disagreements(search, SAMPLE)]
    return "\n".join([written(pieces), *said[:3]])


def test_the_prover_agrees_with_search_on_some_small_mysteries() -> None:
    looked = looked_at(QUICK)
    assert not looked.found, looked.found[0]
    assert looked.settled


@pytest.mark.full
@pytest.mark.parametrize("numbers", HALVES, ids=("one half", "the other"))
def test_the_prover_agrees_with_search_on_three_hundred_small_mysteries(numbers: tuple[int, ...]) -> None:
    looked = looked_at(numbers)
    assert not looked.found, looked.found[0]
    assert looked.settled >= 150
    assert looked.settled >= len(numbers) * 2 / 3
    assert looked.verdicts[Verdict.REFUTED] >= looked.settled / 4
    assert looked.verdicts[Verdict.PROVED] >= looked.settled / 12
    assert {kind: looked.kinds[kind] for kind in KINDS if looked.kinds[kind] < 7} == {}


@pytest.mark.long
def test_the_prover_agrees_with_search_on_many_more() -> None:
    looked = looked_at(range(480, 480 + MORE))
    assert not looked.found, looked.found[0]
    assert looked.settled


@pytest.mark.full
@pytest.mark.parametrize("number", range(6))
def test_what_search_leaves_out_makes_no_difference(number: int) -> None:
    mystery = made(small(number).pieces)
    less, whole = explored(mystery, WORLDS), explored(mystery, 3 * WORLDS, whole=True)
    if less.settled and whole.settled:
        assert shape(less) == shape(whole)


def shape(found: Explored) -> tuple[set[str], set[tuple[int, str, bool]]]:
    """The endings, and when one can be where, with a proof still to be had from there or without."""
    good = found.good()
    worlds = enumerate(found.worlds)
    where = {(world.clock, world.room, number in good) for number, world in worlds if isinstance(world.stage, Playing)}
    return found.endings, where
