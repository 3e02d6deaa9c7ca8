"""What an act surely does: the rules that then fit, and that nothing forbids it, takes its place, or breaks it off."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from tavern.engine.decide import asked_again
from tavern.engine.ground import all_acts, rules_for
from tavern.engine.stretch import STRETCHES
from tavern.model import conditions as c
from tavern.model import effects as f
from tavern.model.commands import Act
from tavern.model.mystery import Mystery
from tavern.model.rules import ANY, Automatic, Rule
from tavern.proof.checker.invariant import passing
from tavern.proof.checker.minutes import either
from tavern.proof.checker.reading import Reading

NEEDED = (c.With, c.InSight, c.At, c.Has, c.OnStage)  # what an act that lasts breaks off without
Wanted = Callable[[Rule], bool]


@dataclass(frozen=True, slots=True)
class Doing:
    """The minutes at which an act can be begun so that it surely does what is wanted, and the most minutes it takes."""

    when: int
    minutes: int


def surely_does(reading: Reading, act: Act, room: str, wanted: Wanted) -> Doing:
    """When the act surely fires one of the wanted rules, begun by a player in the room who is free to act and knows its nouns."""
    if Act(act.verb, act.noun, act.other) not in acts_of(reading.mystery):
        return Doing(0, 0)
    rules = rules_for(reading.mystery, act)
    acting = [rule for rule in rules if not rule.check]
    minutes = 0 if act.verb in STRETCHES else max((rule.minutes for rule in acting), default=0)
    allowed = reading.surely(c.All(tuple(passing(rule) for rule in rules if rule.check)), room)
    for id in named(reading.mystery, act):
        if c.Knows(id) not in reading.granted:
            allowed &= in_sight(reading, id, room)  # whoever comes in meets it
    found = 0
    for rule in acting:
        if wanted(rule) and not _overrules(rule):
            found |= allowed & _fires(reading, rule, acting, room, minutes)
    return Doing(found & lasting(calm(reading, room, strict=True), minutes) if minutes else found, minutes)


def _fires(reading: Reading, rule: Rule, acting: Iterable[Rule], room: str, minutes: int) -> int:
    """The minutes at which the rule surely fits, stands, and is not broken off."""
    when = reading.surely(_all(rule), room)
    for other in acting:
        if other is rule:
            continue
        fits = reading.may(_all(other), room) if when else 0
        ousts = _overrules(other) or (other.replaces and rule.rank == 0)
        if ousts or any(isinstance(effect, f.End | f.Go) for effect in other.effects):
            when &= ~fits
        elif minutes and other.rank >= rule.rank:
            when &= ~fits | lasting(reading.surely(_kept(other), room), minutes)
    again = c.All((_kept(rule), *(guard.condition for guard in asked_again(rule))))
    return when & lasting(reading.surely(again, room), minutes) if minutes else when


def _all(rule: Rule) -> c.All:
    return c.All(tuple(guard.condition for guard in rule.guards))


def _kept(rule: Rule) -> c.All:
    return c.All(tuple(guard.condition for guard in rule.guards if isinstance(guard.condition, NEEDED)))


def _overrules(rule: Rule) -> bool:
    return rule.replaces and isinstance(rule.command, Act) and rule.command.verb == ANY


def named(mystery: Mystery, act: Act) -> Iterator[str]:
    """What the player has to have met to type the act. The answers to the questions of the case can always be named."""
    answers = {answer.id for question in mystery.questions for answer in question.answers}
    for id in (act.noun, act.other):
        spoken_of = id == act.other and act.verb in ("ask", "tell") and id in mystery.rooms
        if id not in answers and (id in mystery.things or id in mystery.actors or id in mystery.topics or spoken_of):
            yield id


def in_sight(reading: Reading, id: str, room: str) -> int:
    """The minutes at which a player in the room surely meets it: it is seen, or a way that shows leads there."""
    shown = reading.surely(c.InSight(id), room) if id in (*reading.mystery.things, *reading.mystery.actors, room) else 0
    leading = either(
        reading.surely(way.when, room) if way.hidden else reading.minutes.all
        for way in reading.mystery.rooms[room].exits
        if way.to == id
    )
    return (shown | leading) & reading.surely(c.Lit(), room)


def lasting(mask: int, minutes: int) -> int:
    """The minutes of the mask after which as many more follow in it."""
    found = mask
    for ahead in range(1, minutes + 1):
        found &= mask >> ahead
    return found


# ── what goes off by itself ─────────────────────────────────────────────────────────────────────────────────────


def when_of(rule: Automatic) -> c.All:
    """What has to be so for the automatic rule to go off."""
    at = (c.Between(rule.at, rule.at + 1),) if rule.at >= 0 and rule.delay < 0 else ()
    day = (c.OnDays((rule.day,)),) if rule.day else ()
    return c.All((*at, *day, rule.when))


def calm(reading: Reading, room: str, *, strict: bool = False) -> int:
    """The minutes at which nothing that goes off moves a player in the room or ends the story; strict: or breaks an act off."""
    unrest = 0
    for rule in reading.mystery.automatics:
        if (strict and rule.stops) or any(_upsets(effect, room) for effect in rule.effects):
            unrest |= reading.may(when_of(rule), room)
    return reading.minutes.all & ~unrest


def _upsets(effect: f.Effect, room: str) -> bool:
    return isinstance(effect, f.End) or (isinstance(effect, f.Go) and effect.room != room)


def thrown(reading: Reading, room: str) -> frozenset[str] | None:
    """The rooms into which something that goes off may put a player in the room; None when it may end the story."""
    rules = [rule for rule in reading.mystery.automatics if any(_upsets(effect, room) for effect in rule.effects)]
    effects = [effect for rule in rules if reading.may(when_of(rule), room) for effect in rule.effects]
    if any(isinstance(effect, f.End) for effect in effects):
        return None
    return frozenset(effect.room for effect in effects if isinstance(effect, f.Go) and effect.room != room)


@lru_cache(maxsize=4)
def acts_of(mystery: Mystery) -> frozenset[Act]:
    """Every act that may make a difference."""
    return frozenset(all_acts(mystery))


@lru_cache(maxsize=4)
def leading(mystery: Mystery) -> tuple[tuple[Act, str], ...]:
    """Every act some rule of which takes the player into a room, with that room."""
    pairs = {
        (act, effect.room): None
        for act in all_acts(mystery)
        for rule in rules_for(mystery, act)
        for effect in rule.effects
        if isinstance(effect, f.Go)
    }
    return tuple(pairs)
