"""What can be set right before an act, right there: a door unlocked, a lever pulled, and then nothing else is in its way."""

from collections.abc import Callable, Collection, Iterator
from functools import lru_cache

from tavern.engine.ground import all_acts, rules_for
from tavern.model import conditions as c
from tavern.model import effects as f
from tavern.model.commands import Act
from tavern.model.mystery import Mystery
from tavern.model.rules import Rule
from tavern.proof.checker.acting import Doing, lasting, surely_does, when_of
from tavern.proof.checker.minutes import either
from tavern.proof.checker.reading import Reading

HARMLESS = f.SetState | f.Teach | f.Describe | f.Reveal  # effects of an act that sets something right


def set_right(reading: Reading, things: Collection[str], room: str, then: Callable[[Reading], Doing]) -> Doing:
    """When one act in the room surely sets one of the things so that `then` can be done as soon as it is done, and how long both take.

    Nothing that goes off may set it otherwise meanwhile. Of several acts that will do, the longest counts.
    """
    found, minutes = 0, 0
    for act, rule, thing, state in setters(reading.mystery):
        if thing not in things:
            continue
        setting = surely_does(reading, act, room, lambda other, rule=rule: other.id == rule.id)  # type: ignore[misc]
        when = setting.when & ~_otherwise(reading, act, rule, room)
        after = then(reading.with_only(("state", thing, state))) if when else Doing(0, 0)
        when &= after.when >> setting.minutes & lasting(_undisturbed(reading, thing, room), setting.minutes)
        if when:
            found |= when
            minutes = max(minutes, setting.minutes + after.minutes)
    return Doing(found, minutes)


@lru_cache(maxsize=4)
def setters(mystery: Mystery) -> tuple[tuple[Act, Rule, str, str], ...]:
    """Every act that does nothing but set states, and the like: with its rule, the thing, and the state."""
    return tuple(_setters(mystery))


def _setters(mystery: Mystery) -> Iterator[tuple[Act, Rule, str, str]]:
    for act in all_acts(mystery):
        for rule in rules_for(mystery, act):
            if not rule.check and all(isinstance(effect, HARMLESS) for effect in rule.effects):
                states = {effect.thing: effect.state for effect in rule.effects if isinstance(effect, f.SetState)}
                yield from ((act, rule, thing, state) for thing, state in states.items())


def _otherwise(reading: Reading, act: Act, rule: Rule, room: str) -> int:
    """The minutes at which another rule of the act may fire that changes anything."""
    others = (other for other in rules_for(reading.mystery, act) if other is not rule and not other.check)
    return either(
        reading.may(c.All(tuple(guard.condition for guard in other.guards)), room)
        for other in others
        if not all(isinstance(effect, HARMLESS) for effect in other.effects)
        or any(isinstance(effect, f.SetState) for effect in other.effects)
    )


def _undisturbed(reading: Reading, thing: str, room: str) -> int:
    """The minutes at which nothing that goes off sets the thing's state."""
    setting = (
        rule
        for rule in reading.mystery.automatics
        if any(isinstance(effect, f.SetState) and effect.thing == thing for effect in rule.effects)
    )
    return reading.minutes.all & ~either(reading.may(when_of(rule), room) for rule in setting)
