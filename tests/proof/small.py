"""Small mysteries made at random, each with some of what makes a mystery hard to prove: guards, losses, hours, events, endings.

Small in time too: a case lasts a quarter of an hour, in steps of a minute, so that everything that can be done in it can be done.
"""

import json
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache
from random import Random

from tavern.engine.timetable import parts
from tavern.model import conditions as c
from tavern.model.mystery import Mystery
from tavern.proof.transitions.moves import moves_of
from tests.factory import a_mystery
from tests.proof.asking import ASKING
from tests.proof.happening import HAPPENING
from tests.proof.losing import LOSING
from tests.proof.making import PROOFS, Making, Pieces, Twist

TWISTS: Mapping[str, Twist] = {**ASKING, **LOSING, **HAPPENING}
KINDS = frozenset((*TWISTS, *PROOFS, "any", "not"))
LARGE = (
    "chest",
    "relationship",
    "is",
    "listening",
    "worn",
    "sent",
    "lie",
    "drain",
    "lever",
    "restarted",
    "burnable",
    "scene",
    "goal",
    "door",
)
"""Twists with which many a mystery gets too large to be searched: they are made more often."""
PLAIN, TANGLED = 4, 6  # twists in a mystery of odd number, and of even
FEW = 100_000  # from this number on the mysteries have few twists, of those with which the others seldom stay small
DEADLY = ("one way", "ending fires", "burnable", "edible", "drain")  # after each of these many a mystery can be lost
RAREST = {0: ("variant",), 5: ("held",)}  # last figure of the number → twists besides
SELDOM = (
    "held",
    "insult",
    "coins",
    "trusted",
    "enemy",
    "lit",
    "watching",
    "hiding",
    "hidden",
    "put out",
    "pocketed",
    "delayed",
    "following",
    "edible",
    "jitter",
    "has",
    "ending fires",
    "counter",
    "shown",
    "in turn",
    "where",
    "awake",
    "hearsay",
    "once",
    "on a day",
    "daemon",
)


@dataclass(frozen=True, slots=True)
class Small:
    """The pieces of a mystery, and which kinds of twists went into it."""

    pieces: Pieces
    kinds: frozenset[str]


def made(pieces: Mapping[str, object]) -> Mystery:
    """The mystery of the pieces. ValueError when a condition asks about what there is not."""
    mystery = a_mystery(**deepcopy(dict(pieces)))
    for move in moves_of(mystery):
        for part in parts(move.condition):
            if isinstance(part, c.Is) and part.thing not in {**mystery.things, **mystery.flags}:
                raise ValueError(part)
    answers = {question.id: {answer.id for answer in question.answers} for question in mystery.questions}
    if any(answer not in answers[question] for question, answer in mystery.solution.answers.items()):
        raise ValueError(answers)
    if not all(needs for deduction in mystery.deductions.values() for needs in deduction.needs):
        raise ValueError(mystery.deductions)
    return mystery


@lru_cache(maxsize=512)
def small(seed: int) -> Small:
    """The mystery of that number. Of as many twists in a row as there are each is there once, so that none is rare."""
    few = seed >= FEW
    making = Making(Random(seed))
    making.ground(plain=few or bool(seed % 2))
    names = SELDOM if few else (*TWISTS, *LARGE)
    first = (seed - FEW) * 2 if few else seed // 2 * (PLAIN + TANGLED) + seed % 2 * TANGLED
    for number in range(first, first + (2 if few else PLAIN if seed % 2 else TANGLED)):
        turn, place = divmod(number, len(names))
        shuffled = sorted(names)
        Random(turn).shuffle(shuffled)
        TWISTS[shuffled[place]](making)
        making.kinds[shuffled[place]] += 1
    for more in (DEADLY[seed % len(DEADLY)], *RAREST.get(seed % 10, ())) if few else ():
        TWISTS[more](making)
        making.kinds[more] += 1
    apart = json.loads(json.dumps(making.pieces()))  # no part stands in two places
    return Small(apart, frozenset(making.kinds))
