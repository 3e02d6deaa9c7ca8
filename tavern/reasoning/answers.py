"""Which questions have come up, and which of their answers the player has met. Nothing but knowledge decides it."""

from collections.abc import Mapping
from functools import lru_cache

from tavern.model.mystery import Mystery
from tavern.model.world import World
from tavern.reasoning.holds import holds


def listed(mystery: Mystery, world: World) -> Mapping[str, tuple[str, ...]]:
    """Question → answers that may be shown, in the order of the case; only the questions that have come up."""
    return _listed(mystery, world.met, world.clues, world.drawn)


@lru_cache(maxsize=64)
def _listed(
    mystery: Mystery, met: frozenset[str], clues: frozenset[str], drawn: frozenset[str]
) -> Mapping[str, tuple[str, ...]]:
    known = World(seed=0, clock=mystery.begins, room=mystery.start, met=met, clues=clues, drawn=drawn)
    return {
        question.id: tuple(answer.id for answer in question.answers if holds(mystery, answer.listed, known))
        for question in mystery.questions
        if holds(mystery, question.listed, known)
    }
