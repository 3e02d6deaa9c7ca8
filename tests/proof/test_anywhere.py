"""From wherever play by chance has come to: the abstraction allows it, and what is ranked attainable is attained on the engine.

`TAVERN_WORLDS=500 pytest -m long tests/proof/test_anywhere.py` looks at as many worlds of each game as one likes.
"""

from functools import cache
from os import environ
from random import Random

import pytest

from tavern.compiler.compile import compile_folder
from tavern.model import conditions as c
from tavern.model.mystery import Mystery
from tavern.model.world import Playing
from tavern.proof.closure.reach import reach
from tavern.proof.ranking.attain import Attained, attain
from tavern.proof.ranking.touring import timely
from tavern.proof.transitions.facts import opening_world
from tests.places import CONTENT, ROOT
from tests.proof.agreeing import misread, outside
from tests.proof.performing import Away, TooLate, performed, wandered

TOLD = ROOT / "tests" / "content"
GAMES = ("cellar_secret", "cloak", "first", "written", "night_train")
FEW, MORE = 6, int(environ.get("TAVERN_WORLDS", "60"))
ACTS = (0, 10, 40, 120)  # taken before
GOALS = 2  # gained from each world


@cache
def game(name: str) -> Mystery:
    """The mystery of that name, of the shipped content or of the tests'."""
    folder = CONTENT / name if (CONTENT / name).is_dir() else TOLD / name
    compiled = compile_folder(folder, [CONTENT, TOLD])
    assert compiled.mystery
    return compiled.mystery


@cache
def ranked(name: str) -> Attained:
    return timely(attain(reach(game(name)).facts))


def broken(name: str, seeds: range) -> list[str]:
    """What is not so in worlds come to by chance, a sentence each; BrokenWord where something attainable is not attained."""
    mystery, found, said = game(name), ranked(name), list[str]()
    for seed in seeds:
        random = Random(seed)
        world = wandered(mystery, opening_world(mystery, seed), random, random.choice(ACTS))
        said += [*outside(mystery, found.facts, world), *misread(mystery, found.facts, world)]
        goals = sorted(found.routes())
        for route in random.sample(goals, min(GOALS, len(goals))) if isinstance(world.stage, Playing) else ():
            try:
                after = performed(found, world, c.Knows(route))
            except (TooLate, Away):
                continue
            if route not in after.routes:
                said.append(f"{route} was not attained")
    return said


@pytest.mark.full
@pytest.mark.parametrize("name", GAMES)
def test_the_prover_keeps_its_word_in_a_few_worlds_of_every_game(name: str) -> None:
    assert broken(name, range(FEW)) == []


@pytest.mark.long
@pytest.mark.parametrize("name", GAMES)
def test_the_prover_keeps_its_word_in_many_worlds_of_every_game(name: str) -> None:
    assert broken(name, range(FEW, FEW + MORE)) == []
