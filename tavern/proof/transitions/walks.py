"""Where people's hours take them, for every seed at once: where they may be at a minute, and where they surely are."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from tavern.engine.ground import rules_for
from tavern.model import effects as f
from tavern.model.commands import Act
from tavern.model.mystery import Mystery
from tavern.model.world import HERE, NOWHERE
from tavern.proof.transitions.hours import Span, span_of
from tavern.reasoning.itinerary import spans
from tavern.reasoning.path import walk


@dataclass(frozen=True, slots=True)
class Walk:
    """One actor's hours as masks, with nothing having sent them anywhere.

    may, sure: room → the minutes at which some seed, every seed, has them there. awake, asleep: the minutes at which they may
    be so. ways: (room, room) → the minutes in which they may be seen to walk from the one to the other.
    """

    may: Mapping[str, int]
    sure: Mapping[str, int]
    awake: int
    asleep: int
    ways: Mapping[tuple[str, str], int]


@lru_cache(maxsize=16)
def walks_of(mystery: Mystery) -> Mapping[str, Walk]:
    """Everybody's hours."""
    return {actor: _walk(mystery, actor, span_of(mystery)) for actor in mystery.actors}


def _walk(mystery: Mystery, actor: str, span: Span) -> Walk:
    may: dict[str, int] = {}
    sure: dict[str, int] = {}
    ways: dict[tuple[str, str], int] = {}
    awake = asleep = 0
    for force in spans(mystery, actor):
        room, possible = force.step.room, span.stretch(force.start, force.end)
        if possible:
            may[room] = may.get(room, 0) | possible
            sure[room] = sure.get(room, 0) | span.stretch(force.certain, force.until)
            awake |= 0 if force.step.asleep else possible
            asleep |= possible if force.step.asleep else 0
    for before, after in pairwise(mystery.actors[actor].itinerary):
        minutes = span.stretch(after.at, after.at + after.jitter + 1)
        if before.room != after.room and minutes:
            ways[before.room, after.room] = ways.get((before.room, after.room), 0) | minutes
    if not may:
        may[NOWHERE] = sure[NOWHERE] = awake = span.always
    return Walk(may, sure, awake, asleep, ways)


@lru_cache(maxsize=16)
def sends_of(mystery: Mystery) -> frozenset[f.Send]:
    """Every effect of the case that sends somebody somewhere, or holds them in talk."""
    authored = (rule for rules in mystery.rules.values() for rule in rules)
    greeted = (
        rule for id, actor in mystery.actors.items() if actor.holds for rule in rules_for(mystery, Act("talk", id))
    )
    effects = [effect for rule in (*authored, *greeted) for effect in rule.effects]
    effects += [effect for automatic in mystery.automatics for effect in automatic.effects]
    effects += [effect for ending in mystery.endings.values() for effect in ending.effects]
    return frozenset(effect for effect in effects if isinstance(effect, f.Send))


@lru_cache(maxsize=16)
def haunts(mystery: Mystery) -> Mapping[str, frozenset[str]]:
    """Actor → every room they can ever be in."""
    found = {actor: set(walk.may) for actor, walk in walks_of(mystery).items()}
    for effect in sends_of(mystery):
        if effect.room != HERE:
            found[effect.actor].add(effect.room)
    sent = {effect.actor for effect in sends_of(mystery)}
    return {
        actor: frozenset(between(mystery, rooms, rooms) if actor in sent else rooms) for actor, rooms in found.items()
    }


def between(mystery: Mystery, starts: Iterable[str], ends: Iterable[str]) -> Iterator[str]:
    """Every room on the walks of somebody who lives here from one of the rooms to another, both ends with them."""
    ends = tuple(ends)
    for here in starts:
        for there in ends:
            yield from (here, there, *(walk(mystery, here, there) or ()))


def is_sent(mystery: Mystery, actor: str) -> bool:
    """Whether anything can ever have the actor elsewhere than their schedule does."""
    return any(effect.actor == actor for effect in sends_of(mystery))
