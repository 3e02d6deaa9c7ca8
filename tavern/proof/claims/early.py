"""Fair from early on: culprit and evidence are met while there is time, and between which bounds the case can first be known.

No play knows the case before the lower bound: the clock time at which enough routes may be open for the first time, and what
it takes at least to take them is done; and the fewest commands of which that consists (`deeds`). The upper bound is a play: it
knew by then.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from tavern.model.frozen import Frozen
from tavern.model.mystery import Mystery
from tavern.model.world import World
from tavern.narration.wording import several, when
from tavern.proof.argument.arguments import prover, relevant
from tavern.proof.argument.deeds import Deeds
from tavern.proof.argument.evidence import Findable, cards
from tavern.proof.argument.smallest import Smallest, Stop, never, reduced, smallest
from tavern.proof.claim import Claim, Verdict, Witness, gravest
from tavern.proof.claims.entail import entailed, truth
from tavern.proof.claims.proofs import depth
from tavern.proof.closure.reach import reach
from tavern.proof.sentences import ids
from tavern.reasoning.evidence import carrying
from tavern.reasoning.judgement import provable
from tavern.reasoning.whereabouts import people_here

Soonest = Callable[
    [str], int | None
]  # the clock time before which nobody knows a route, person, thing or room; None: never

NEVER = (1 << 30, 1 << 30)  # later than any line and clock time


@dataclass(frozen=True, slots=True)
class Replay:
    """A game that ends in a proof. worlds: at the beginning, and after each of its lines."""

    witness: Witness
    worlds: Sequence[World]


@dataclass(frozen=True, slots=True)
class Bounds:
    """When the case can first be known. lower: (commands, clock time), -1 where there is none. upper: (line, clock time)."""

    lower: tuple[int, int]
    upper: tuple[int, int] | None


def early(
    mystery: Mystery, findable: Findable, soonest: Soonest, replay: Replay | None, latest: int, stop: Stop = never
) -> tuple[Claim, ...]:
    """The claim, and its parts. latest: the last clock time at which a proof can still be begun, -1 where there is no last hour."""
    bounds = known_between(mystery, findable, soonest, replay, stop)
    parts = (_known(mystery, bounds, latest, replay), *_met(mystery, soonest, replay, latest))
    verdict = gravest([part.verdict for part in parts])
    longest = depth(mystery, entailed(mystery, findable).at_most)
    figures = Frozen(
        {
            "lower_commands": bounds.lower[0],
            "lower_clock": bounds.lower[1],
            **({"upper_line": bounds.upper[0], "upper_clock": bounds.upper[1]} if bounds.upper else {}),
            "depth": longest,
        }
    )
    says = next(part.says for part in parts if part.verdict is verdict)
    notes = (f"The longest inference that a proof needs has {several(longest, 'level')}.",)
    witness = replay.witness if replay else None
    return Claim("early", "Fair from early on", verdict, says, witness, notes, figures=figures), *parts


def known_between(
    mystery: Mystery, findable: Findable, soonest: Soonest, replay: Replay | None, stop: Stop = never
) -> Bounds:
    """The bounds on when the case can first be known."""
    upper = knows_at(mystery, replay) if replay else NEVER
    clock = soonest_known(mystery, findable, soonest, stop)
    return Bounds(
        (fewest_commands(mystery, findable, stop), clock if clock is not None else -1),
        None if upper == NEVER else upper,
    )


def knows_at(mystery: Mystery, replay: Replay) -> tuple[int, int]:
    """The line of the game after which the case can be known, and the clock time then; NEVER when there is none."""
    known = ((line, world.clock) for line, world in enumerate(replay.worlds) if provable(mystery, world))
    return next(known, NEVER)


def soonest_known(mystery: Mystery, findable: Findable, soonest: Soonest, stop: Stop = never) -> int | None:
    """The clock time before which no play knows the case; None when none ever does.

    Whoever knows it at a clock time has taken routes that may be open by then, and has done what these take.
    """
    first = earliest(mystery, findable, soonest)
    if first is None or findable.deeds is None:
        return first
    deeds = findable.deeds
    times = {route: clock for route in findable.at_most if (clock := soonest(route)) is not None}
    moments = sorted({first, *(time for time in times.values() if time > first)})

    @cache
    def done(number: int) -> int:
        """When whoever takes only what may be open by that moment can be done with it."""
        open_ = frozenset(route for route, time in times.items() if time <= moments[number])
        return mystery.begins + max(0, least(mystery, open_, deeds, deeds.minutes, stop))

    later = bisect_left(range(len(moments)), 1, key=lambda number: int(moments[number] >= done(number)))
    bounds = [moments[number] for number in (later,) if number < len(moments)] + [done(later - 1)] * (later > 0)
    return min(bounds)


def earliest(mystery: Mystery, findable: Findable, soonest: Soonest) -> int | None:
    """The first clock time by which the routes that may be open prove the truth; None when they never do."""
    times = {route: clock for route in findable.at_most if (clock := soonest(route)) is not None}
    proves = prover(mystery, truth(mystery))
    moments = sorted(set(times.values()))
    low, high = 0, len(moments)
    while low < high:
        middle = (low + high) // 2
        open_ = [route for route, clock in times.items() if clock <= moments[middle]]
        low, high = (low, middle) if proves(cards(mystery, open_)) else (middle + 1, high)
    return moments[low] if low < len(moments) else None


def fewest_commands(mystery: Mystery, findable: Findable, stop: Stop = never) -> int:
    """No play of fewer commands knows the case; -1 when none ever does."""
    deeds = findable.deeds or Deeds(reach(mystery))
    return least(mystery, findable.at_most, deeds, dict.fromkeys(deeds.names, 1), stop)


def least(mystery: Mystery, routes: frozenset[str], deeds: Deeds, weights: Mapping[str, int], stop: Stop) -> int:
    """What the deeds weigh at least by which the routes prove the case, where nobody does without them; -1 when they never do.

    A deed that may bring one to many rooms brings one to a single room at a time: so it counts as coming to all of them, or,
    counted as nothing itself, to none. Either is a bound.
    """
    alone = {**weights, **dict.fromkeys(deeds.leading(), 0)}
    bounds = (
        _lightest(mystery, routes, deeds, dict(weights), led=True, stop=stop),
        _lightest(mystery, routes, deeds, alone, led=False, stop=stop),
    )
    return max(bound.at_least if bound else -1 for bound in bounds)


def _lightest(
    mystery: Mystery, routes: frozenset[str], deeds: Deeds, weights: dict[str, int], *, led: bool, stop: Stop
) -> Smallest | None:
    """The deeds by which the routes prove the case that weigh least."""
    goals = truth(mystery)
    proves = prover(mystery, goals)
    telling = {need for step in relevant(mystery, goals) for need in step.needs}
    among = [route for route in sorted(routes) if mystery.routes[route].clue in telling]

    def know(given: frozenset[str]) -> bool:
        return proves(cards(mystery, deeds.taken(given, among, led=led)))

    return smallest(know, deeds.needed(among), stop, weights)


def quickest(mystery: Mystery, findable: Findable, soonest: Soonest, stop: Stop = never) -> Iterator[tuple[str, ...]]:
    """Routes that prove the case with as few deeds as may be: of those open soonest, and of all. Whether they do is to be played."""
    first = earliest(mystery, findable, soonest)
    deeds = findable.deeds
    if first is None or deeds is None:
        return
    soon = frozenset(route for route in findable.at_most if (clock := soonest(route)) is not None and clock <= first)
    proves = prover(mystery, truth(mystery))
    for routes in dict.fromkeys((soon, findable.at_most)):
        done = _lightest(mystery, routes, deeds, {}, led=True, stop=stop)
        if done:
            taken = sorted(deeds.taken(done.cards, sorted(routes), led=True))
            yield tuple(sorted(reduced(lambda kept: proves(cards(mystery, kept)), taken)))


def _known(mystery: Mystery, bounds: Bounds, latest: int, replay: Replay | None) -> Claim:
    """That the case can be known before it is too late to prove it."""
    id, title = "early:known", "It can be known in time"
    commands, clock = bounds.lower
    if clock < 0:
        return Claim(id, title, Verdict.REFUTED, "At no time can enough be known.")
    least = f"Nobody knows the case before {when(mystery, clock)} or in fewer than {several(commands, 'command')}"
    if 0 <= latest < clock:
        says = f"{least}, and from {when(mystery, latest)} on it is too late to begin."
        return Claim(id, title, Verdict.REFUTED, says)
    if bounds.upper is None or replay is None:
        return Claim(id, title, Verdict.BOUNDED, f"{least}; no game was found that does.")
    line, knew = bounds.upper
    says = f"{least}; a game knows it after {several(line, 'line')}, {when(mystery, knew)}."
    return Claim(id, title, Verdict.PROVED, says, replay.witness)


def _met(mystery: Mystery, soonest: Soonest, replay: Replay | None, latest: int) -> Iterator[Claim]:
    """That the culprit is met, and each thing of one proof is shown, before the latest hour."""
    culprits = [fact.answer for fact in truth(mystery) if fact.answer in mystery.actors]
    for id in dict.fromkeys((*culprits, *_sources(mystery, replay))):
        what = "The culprit" if id in culprits else "What is needed"
        yield _is_met(mystery, id, what, soonest(id), replay, latest)


def _sources(mystery: Mystery, replay: Replay | None) -> list[str]:
    """What the proof in the replayed game was learnt from."""
    knew = next((world for world in replay.worlds if provable(mystery, world)), None) if replay else None
    if knew is None:
        return []
    kept = reduced(prover(mystery, truth(mystery)), sorted(carrying(mystery, knew) & mystery.clues.keys()))
    routes = [mystery.routes[route] for route in mystery.routes if route in knew.routes]
    return [
        route.source for route in routes if route.clue in kept and route.source in {*mystery.actors, *mystery.things}
    ]


def has_met(mystery: Mystery, world: World, id: str) -> bool:
    """Whether the thing was come upon, or the person is here now: to have heard of somebody is not to have met them."""
    return id in people_here(mystery, world) if id in mystery.actors else id in world.met


def _is_met(mystery: Mystery, id: str, what: str, lower: int | None, replay: Replay | None, latest: int) -> Claim:
    part, title = f"early:met:{id}", f"{what}, {id}, is met in time"
    if lower is None or 0 <= latest < lower:
        too_late = "never" if lower is None else f"not before {when(mystery, lower)}"
        return Claim(part, title, Verdict.REFUTED, f"`{id}` is met {too_late}.")
    worlds = replay.worlds if replay else ()
    clock = next((world.clock for world in worlds if has_met(mystery, world, id)), None)
    if clock is None or 0 <= latest < clock:
        return Claim(part, title, Verdict.BOUNDED, f"No game was found that meets {ids([id])} in time.")
    return Claim(part, title, Verdict.PROVED, f"{ids([id])} can be met by {when(mystery, clock)}.")
