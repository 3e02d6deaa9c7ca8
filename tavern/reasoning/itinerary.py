"""Where the schedules have people: minute by minute for one seed, and over all seeds, which delay whoever is not always on time.

A row of a schedule with `jitter` sets out up to so many minutes late, by the seed and the day; its whole walk shifts with it.
What is claimed of somebody's hours has to hold for every delay, so nothing here but `itineraries` asks for a seed.
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from operator import attrgetter

from tavern.model.mystery import Actor, Mystery, Step
from tavern.reasoning.chance import chance

AT, START, END = attrgetter("at"), attrgetter("start"), attrgetter("end")
FOREVER = 1 << 40  # a clock time after every case


@dataclass(frozen=True, slots=True)
class Span:
    """The step may be in force at any clock time in [start, end), for one seed or another; the first of all from 0 on.

    certain, until: in [certain, until) it is in force for every seed; nowhere when certain >= until.
    """

    step: Step
    start: int
    end: int
    certain: int
    until: int


def delay(seed: int, actor: str, step: Step) -> int:
    """Minutes by which the row that the step is part of is late in the game with this seed: 0 to its jitter."""
    return chance(seed, "jitter", actor, step.sets_out, most=step.jitter) if step.jitter else 0


@lru_cache(maxsize=64)
def itineraries(mystery: Mystery, seed: int) -> Mapping[str, tuple[Step, ...]]:
    """Every actor's steps as they are in the game with this seed, ascending."""
    return {id: _delayed(actor, seed) for id, actor in mystery.actors.items()}


def _delayed(actor: Actor, seed: int) -> tuple[Step, ...]:
    if not any(step.jitter for step in actor.itinerary):
        return actor.itinerary
    steps: list[Step] = []
    for step in actor.itinerary:
        late = replace(step, at=step.at + delay(seed, actor.id, step))
        while steps and steps[-1].at >= late.at:
            steps.pop()
        steps.append(late)
    return tuple(steps)


@lru_cache(maxsize=16)
def moves(mystery: Mystery, seed: int) -> tuple[int, ...]:
    """The clock times at which a schedule has somebody move or take up something else, in the game with this seed, ascending."""
    return tuple(sorted({step.at for steps in itineraries(mystery, seed).values() for step in steps}))


@lru_cache(maxsize=4096)
def steps_at(mystery: Mystery, seed: int, clock: int) -> Mapping[str, Step | None]:
    """The step in force at that clock time for every actor; None for somebody who is never anywhere."""
    return {id: _in_force(steps, clock) for id, steps in itineraries(mystery, seed).items()}


def step_of(actor: Actor, clock: int) -> Step | None:
    """The step in force at that clock time if nobody is late; None for somebody who is never anywhere."""
    return _in_force(actor.itinerary, clock)


def _in_force(steps: tuple[Step, ...], clock: int) -> Step | None:
    """Before the first step its room is where they are already."""
    index = bisect_right(steps, clock, key=AT)
    return steps[max(index - 1, 0)] if steps else None


# ── over all seeds ──────────────────────────────────────────────────────────────────────────────────────────────


@lru_cache(maxsize=256)
def spans(mystery: Mystery, actor: str) -> tuple[Span, ...]:
    """When each step of the actor's schedule may be in force and when it surely is, ascending by their starts.

    Any delay of a row goes with any delay of another; no content that compiles lets one row reach into the next.
    """
    steps = mystery.actors[actor].itinerary
    found: list[Span] = []
    for number, step in enumerate(steps):
        after = steps[number + 1] if number + 1 < len(steps) else None
        found.append(
            Span(
                step,
                start=step.at if number else 0,
                end=after.at + after.jitter if after else FOREVER,
                certain=step.at + step.jitter if number else 0,
                until=after.at if after else FOREVER,
            )
        )
    return tuple(found)


def steps_possible(mystery: Mystery, actor: str, clock: int) -> tuple[Step, ...]:
    """The steps that the schedule may have in force at that clock time, over all seeds; no stay of the world is looked at."""
    among = spans(mystery, actor)
    first, last = bisect_right(among, clock, key=END), bisect_right(among, clock, key=START)
    return tuple(span.step for span in among[first:last])


def rooms_possible(mystery: Mystery, actor: str, clock: int) -> frozenset[str]:
    """The rooms that the schedule may have the actor in at that clock time, over all seeds; none for one who is never anywhere."""
    return frozenset(step.room for step in steps_possible(mystery, actor, clock))


def is_surely_in(mystery: Mystery, actor: str, room: str, start: int, end: int) -> bool:
    """Whether the schedule has the actor in the room at every clock time of [start, end), whatever the seed."""
    return all(rooms_possible(mystery, actor, clock) == {room} for clock in _changes(mystery, actor, start, end))


def _changes(mystery: Mystery, actor: str, start: int, end: int) -> list[int]:
    """The clock times in [start, end) from which on other steps are possible than before, `start` among them."""
    edges = {edge for span in spans(mystery, actor) for edge in (span.start, span.end)}
    return sorted({start, *(edge for edge in edges if start < edge < end)})
