"""The prover against explicit search on the engine, on small mysteries made by chance.

`TAVERN_SMALL=300 pytest -m long tests/proof/test_honest.py` looks at as many as one likes; those too large to be searched are
left out, and counted.
"""

from os import environ

import pytest

from tests.proof.agreeing import disagreements
from tests.proof.explicit import explored
from tests.proof.small import made, small

QUICK = 6  # mysteries looked at in every run
MANY = int(environ.get("TAVERN_SMALL", "12"))
WORLDS = 1000  # beyond which a mystery is too large


def disagreeing(seeds: range) -> tuple[int, list[str]]:
    """How many of the mysteries were searched through, and what the prover says of them that is not so."""
    settled, found = 0, list[str]()
    for seed in seeds:
        searched = explored(made(small(seed).pieces), WORLDS)
        if searched.settled:
            settled += 1
            found += [f"{seed}: {said}" for said in disagreements(searched, sample=10)]
    return settled, found


def test_the_prover_agrees_with_search_on_some_small_mysteries() -> None:
    settled, found = disagreeing(range(QUICK))
    assert found == []
    assert settled


@pytest.mark.long
def test_the_prover_agrees_with_search_on_many_small_mysteries() -> None:
    settled, found = disagreeing(range(QUICK, QUICK + MANY))
    assert found == []
    assert settled * 10 >= MANY
