"""When a condition will hold in the game at hand: conditions read with the seed known, as long as nothing else changes."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from tavern.model.mystery import Mystery, Step
from tavern.model.world import NOWHERE, World
from tavern.proof.transitions.facts import NOTHING_LESS, Facts, facts_of
from tavern.proof.transitions.hours import Span, span_of
from tavern.proof.transitions.walks import Walk
from tavern.reasoning.itinerary import itineraries
from tavern.reasoning.whereabouts import is_in_force


@lru_cache(maxsize=64)
def foreseen(mystery: Mystery, world: World) -> Facts:
    """What will be so from this world on if nobody does anything: people walk their hours, and stays end."""
    walks = dict(_walks(mystery, world.seed))
    span = span_of(mystery)
    for actor, stays in world.stays.items():
        for stay in stays:
            if is_in_force(stay, world.clock):
                held = span.since(world.clock) if stay.until < 0 else span.stretch(world.clock, stay.until)
                walks[actor] = _held(walks[actor], stay.room, held)
                break
    return facts_of(mystery, world, NOTHING_LESS, walks)


def _held(walk: Walk, room: str, held: int) -> Walk:
    may = {other: mask & ~held for other, mask in walk.may.items()}
    may[room] = may.get(room, 0) | held
    return Walk(may, may, walk.awake | held, walk.asleep & ~held, walk.ways)


@lru_cache(maxsize=16)
def _walks(mystery: Mystery, seed: int) -> dict[str, Walk]:
    span = span_of(mystery)
    return {actor: _walk(steps, span) for actor, steps in itineraries(mystery, seed).items()}


def _walk(steps: Iterable[Step], span: Span) -> Walk:
    steps = list(steps)
    may: dict[str, int] = {}
    ways: dict[tuple[str, str], int] = {}
    asleep = 0
    ends = [step.at for step in steps[1:]] + [span.last]
    for number, (step, end) in enumerate(zip(steps, ends, strict=False)):  # who has no hours has no steps
        mask = span.stretch(step.at if number else 0, end)
        may[step.room] = may.get(step.room, 0) | mask
        asleep |= mask if step.asleep else 0
    for before, after in pairwise(steps):
        minute = span.stretch(after.at, after.at + 1)
        if before.room != after.room and minute:
            ways[before.room, after.room] = ways.get((before.room, after.room), 0) | minute
    if not may:
        may[NOWHERE] = span.always
    return Walk(may, may, span.always & ~asleep, asleep, ways)
