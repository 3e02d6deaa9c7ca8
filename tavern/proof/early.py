"""Fair from early on: culprit and evidence are met while there is time, and between which bounds the case can first be known.

No play knows the case before the lower bound: the clock time at which enough routes may be open for the first time, and the
fewest commands that reveal enough. The upper bound is a play: it knew by then.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tavern.model.frozen import Frozen
from tavern.model.mystery import Mystery
from tavern.model.rules import Rule
from tavern.model.world import World
from tavern.narration.wording import several, when
from tavern.proof.arguments import prover
from tavern.proof.claims import Claim, Verdict, Witness, gravest
from tavern.proof.entail import entailed, truth
from tavern.proof.evidence import Findable, cards
from tavern.proof.proofs import depth
from tavern.proof.sentences import ids
from tavern.proof.smallest import Stop, never, reduced, smallest
from tavern.reasoning.evidence import carrying
from tavern.reasoning.judgement import provable

Soonest = Callable[
    [str], int | None
]  # the clock time before which nobody knows a route, person, thing or room; None: never


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
    worlds = list(replay.worlds) if replay else []
    upper = next(((line, world.clock) for line, world in enumerate(worlds) if provable(mystery, world)), None)
    clock = earliest(mystery, findable, soonest)
    return Bounds((fewest_commands(mystery, findable, stop), clock if clock is not None else -1), upper)


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
    """No play of fewer commands knows the case; -1 when none ever does. What is seen by just being there counts for nothing."""
    commands = _commands(mystery, findable)
    free = frozenset(findable.at_most - {route for routes in commands.values() for route in routes})
    proves = prover(mystery, truth(mystery))

    def know(given: frozenset[str]) -> bool:
        return proves(cards(mystery, free.union(*(commands[command] for command in given))))

    fewest = smallest(know, commands, stop)
    return fewest.at_least if fewest else -1


def _commands(mystery: Mystery, findable: Findable) -> dict[str, frozenset[str]]:
    """Command → the routes it can take all at once."""
    taken: dict[str, set[str]] = {}
    for rules in mystery.rules.values():
        for rule in rules:
            for route in _routes(mystery, rule):
                if route in findable.at_most:
                    taken.setdefault(repr(rule.command), set()).add(route)
    return {command: frozenset(routes) for command, routes in taken.items()}


def _routes(mystery: Mystery, rule: Rule) -> Iterator[str]:
    for effect in rule.effects:
        route = getattr(effect, "route", "")
        if route in mystery.routes:
            yield route


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


def _is_met(mystery: Mystery, id: str, what: str, lower: int | None, replay: Replay | None, latest: int) -> Claim:
    part, title = f"early:met:{id}", f"{what}, {id}, is met in time"
    if lower is None or 0 <= latest < lower:
        too_late = "never" if lower is None else f"not before {when(mystery, lower)}"
        return Claim(part, title, Verdict.REFUTED, f"`{id}` is met {too_late}.")
    worlds = replay.worlds if replay else ()
    clock = next((world.clock for world in worlds if id in world.met), None)
    if clock is None or 0 <= latest < clock:
        return Claim(part, title, Verdict.BOUNDED, f"No game was found that meets {ids([id])} in time.")
    return Claim(part, title, Verdict.PROVED, f"{ids([id])} can be met by {when(mystery, clock)}.")
