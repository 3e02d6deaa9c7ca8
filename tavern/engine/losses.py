"""What a line may have taken away: something that rules ask for, that was so before it and is no longer."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from tavern.model import conditions as c
from tavern.model.conditions import Condition
from tavern.model.mystery import Mystery
from tavern.model.world import PLAYER, WORN, World
from tavern.reasoning.holds import holds

Asked = tuple[Condition, bool]  # a condition, and whether it is asked to hold or not to hold
LASTING = c.Relationship | c.Counter | c.Is | c.In | c.Has | c.Knows | c.Visited  # what does not come and go by itself


def is_gone(mystery: Mystery, before: World, after: World) -> bool:
    """Whether a thing went where it cannot simply be picked up, or somebody was sent away for good, or lost good will."""
    numbers = {*_differing(before.relationships, after.relationships), *_differing(before.counters, after.counters)}
    return _is_out_of_hand(mystery, before, after) or _is_away(before, after) or _fails(mystery, before, after, numbers)


def may_cost(mystery: Mystery, before: World, after: World) -> bool:
    """Whether anything that changed between the worlds may be missed: the above, or a condition of any rule that failed.

    The hour is left out of it.
    """
    return is_gone(mystery, before, after) or _fails(mystery, before, after, _changed(before, after))


def _fails(mystery: Mystery, before: World, after: World, ids: Iterable[str]) -> bool:
    """Whether something that is asked of what has these ids was so, and is no longer."""
    return any(
        holds(mystery, part, before) is wanted and holds(mystery, part, after) is not wanted
        for id in ids
        for part, wanted in _asked(mystery).get(id, ())
    )


def _is_out_of_hand(mystery: Mystery, before: World, after: World) -> bool:
    moved = (place for thing, place in after.places.items() if before.places.get(thing) != place)
    return any(place not in mystery.rooms and place not in (PLAYER, WORN) for place in moved)


def _is_away(before: World, after: World) -> bool:
    return any(
        stay.until < 0 and stay not in before.stays.get(actor, ())
        for actor, stays in after.stays.items()
        for stay in stays
    )


def _changed(before: World, after: World) -> Iterator[str]:
    """The ids of the things and flags that differ, and of what is newly known."""
    yield from _differing(before.states, after.states)
    yield from _differing(before.places, after.places)
    yield from after.clues - before.clues
    yield from after.routes - before.routes
    yield from after.met - before.met
    yield from after.drawn - before.drawn
    yield from after.visited - before.visited


def _differing(before: Mapping[str, object], after: Mapping[str, object]) -> Iterator[str]:
    return (id for id, now in after.items() if before.get(id) != now)


@lru_cache(maxsize=16)
def _asked(mystery: Mystery) -> Mapping[str, tuple[Asked, ...]]:
    """By ids, all that the rules of the case ask of what has that id."""
    found: dict[str, dict[Asked, None]] = defaultdict(dict)
    for condition in _conditions(mystery):
        for part, wanted in _parts(condition, wanted=True):
            found[_id(part)][part, wanted] = None
    return {id: tuple(asked) for id, asked in found.items()}


def _conditions(mystery: Mystery) -> Iterator[Condition]:
    for rules in mystery.rules.values():
        yield from (guard.condition for rule in rules for guard in rule.guards)
    for rule in mystery.automatics:
        yield from (rule.when, rule.heard)
    for room in mystery.rooms.values():
        yield from (way.when for way in room.exits)
    yield from (thing.hidden for thing in mystery.things.values())
    yield from (c.Relationship(actor.id, least=actor.hostile_below) for actor in mystery.actors.values())


def _parts(condition: Condition, *, wanted: bool) -> Iterator[tuple[LASTING, bool]]:
    match condition:
        case c.All(conditions) | c.Any(conditions):
            for part in conditions:
                yield from _parts(part, wanted=wanted)
        case c.Not(part):
            yield from _parts(part, wanted=not wanted)
        case c.Knows() | c.Visited() if wanted:
            return  # what is known stays so
        case c.Relationship() | c.Counter() | c.Is() | c.In() | c.Has() | c.Knows() | c.Visited():
            yield condition, wanted
        case _:
            return


def _id(part: LASTING) -> str:
    match part:
        case c.Relationship(actor):
            return actor
        case c.Counter(counter):
            return counter
        case c.Is(thing) | c.In(thing) | c.Has(thing):
            return thing
        case c.Knows(id) | c.Visited(id):
            return id
