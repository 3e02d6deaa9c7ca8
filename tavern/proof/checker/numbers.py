"""How far relationships and counters can have come by a clock time: what may change them, by how much, and how often."""

from collections.abc import Iterator
from functools import lru_cache

from tavern.engine.ground import all_acts, rules_for
from tavern.model import conditions as c
from tavern.model import effects as f
from tavern.model.mystery import Mystery
from tavern.model.rules import Automatic, Rule
from tavern.model.world import DAY
from tavern.proof.checker.minutes import Minutes
from tavern.reasoning.holds import DAWN

Change = tuple[int, str]  # by how much, and how often: "any", "daily" (from six to six in the morning) or "once"
LEAST, MOST = -100, 100  # of a relationship


def extreme(mystery: Mystery, minutes: Minutes, number: str, sign: int, clock: int) -> int:
    """The highest (sign 1) or lowest (sign -1) it can be by then, if everything that may ever change it does."""
    total = start_of(mystery, number)
    for by, rate in changes(mystery).get(number, ()):
        if by * sign > 0:
            if rate == "any":
                return bounds_of(mystery, number)[sign > 0]
            total += by * (1 if rate == "once" else _days(minutes.first, clock))
    least, most = bounds_of(mystery, number)
    return max(least, min(most, total))


def start_of(mystery: Mystery, number: str) -> int:
    """What it is as the story begins."""
    return mystery.counters[number].start if number in mystery.counters else 0


def bounds_of(mystery: Mystery, number: str) -> tuple[int, int]:
    """The least and the most it ever is."""
    counter = mystery.counters.get(number)
    return (counter.least, counter.most) if counter else (LEAST, MOST)


def moments(minutes: Minutes) -> Iterator[int]:
    """The clock times at which what is once a day may be done again, the first of all before them."""
    yield minutes.first
    yield from range(minutes.first // DAY * DAY + DAWN, minutes.last, DAY)


def _days(start: int, clock: int) -> int:
    return (clock - DAWN) // DAY - (start - DAWN) // DAY + 1


@lru_cache(maxsize=4)
def changes(mystery: Mystery) -> dict[str, tuple[Change, ...]]:
    """Number → all that may change it. A rule that answers to several acts counts once; standing may fall by accusing."""
    found: dict[str, list[Change]] = {"standing": [(-1, "any")]}
    rules = {
        (rule.id, rule.guards, rule.effects): rule
        for act in all_acts(mystery)
        for rule in rules_for(mystery, act)
        if not rule.check and any(isinstance(effect, f.Relate | f.Count) for effect in rule.effects)
    }
    owners = [(rule.effects, _rate(rule)) for rule in rules.values()]
    owners += [(rule.effects, _rate_of_automatic(rule)) for rule in mystery.automatics]
    for effects, rate in owners:
        for effect in effects:
            if isinstance(effect, f.Relate):
                found.setdefault(effect.actor, []).append((effect.by, rate))
            elif isinstance(effect, f.Count):
                found.setdefault(effect.counter, []).append((effect.by, rate))
    return {number: tuple(several) for number, several in found.items()}


def _rate(rule: Rule) -> str:
    """Daily, when it asks that something was not done today, and does it."""
    fresh = {guard.condition.key for guard in rule.guards if isinstance(guard.condition, c.NotToday)}
    return "daily" if any(isinstance(effect, f.DoneToday) and effect.key in fresh for effect in rule.effects) else "any"


def _rate_of_automatic(rule: Automatic) -> str:
    if rule.each_turn or rule.each_time or (rule.delay >= 0 and not rule.once):
        return "any"
    return "once" if rule.once else "daily"
