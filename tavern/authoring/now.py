"""How it stands now with what a condition asks for, in the author's words."""

from collections.abc import Iterable
from typing import assert_never

from tavern.authoring.wording import hundredths, moment, noun, worded
from tavern.model import conditions as c
from tavern.model.conditions import Condition
from tavern.model.mystery import Mystery
from tavern.model.world import World
from tavern.narration.wording import hour, listed
from tavern.reasoning.holds import holds, stage_name
from tavern.reasoning.whereabouts import places_of, room_of, state_of


def failing(mystery: Mystery, condition: Condition, world: World) -> list[Condition]:
    """The smallest parts of the condition that keep it from holding; none when it holds. Of an Any, the whole of it."""
    if holds(mystery, condition, world):
        return []
    match condition:
        case c.All(parts):
            return [least for part in parts for least in failing(mystery, part, world)]
        case c.Any((part,)):
            return failing(mystery, part, world)
        case _:
            return [condition]


def as_it_is(mystery: Mystery, condition: Condition, world: World) -> str:
    """What is so instead, as a clause ("it is 18:00", "sarah is in kitchen"); "" where there is no more to say than no."""
    match condition:
        case c.Between():
            return f"it is {hour(world.clock)}"
        case c.OnDays():
            return f"it is day {world.day}"
        case c.Since():
            return f"it is {moment(world.clock)}"
        case c.Relationship(actor, _, _):
            return f"it is {hundredths(world.relationships.get(actor, 0))}"
        case c.Counter(counter, _, _):
            return f"it is {world.counters.get(counter, 0)}"
        case c.Is(thing, _):
            return f"it is {state_of(mystery, world, thing) or 'in no state'}"
        case c.At() | c.Lit() | c.WayTo():
            return f"the player is in {noun(mystery, world.room)}"
        case c.With(actor) | c.In(actor, _) | c.Reached(actor, _) if actor in mystery.actors:
            return f"{noun(mystery, actor)} is in {noun(mystery, room_of(mystery, world, actor))}"
        case c.InSight(id):
            return _unseen(mystery, id, world)
        case c.In(thing, _) | c.Has(thing):
            return _lying(mystery, thing, world)
        case c.OnStage():
            return f"the stage is {stage_name(world.stage)}"
        case c.IsDoing():
            return "" if world.doing.kind else "they are at nothing in particular"
        case c.All(parts) | c.Any(parts):
            return listed(_each(mystery, [part for part in parts if not holds(mystery, part, world)], world))
        case c.Not(c.All(parts) | c.Any(parts)):
            return listed(_each(mystery, [part for part in parts if holds(mystery, part, world)], world))
        case c.Not(part):
            return as_it_is(mystery, part, world)
        case (
            c.Knows() | c.Visited() | c.With() | c.Reached() | c.Alone() | c.Awake() | c.HeardBy() | c.NotToday() | c.Fails()
        ):  # fmt: skip
            return ""
        case _:
            assert_never(condition)


def _each(mystery: Mystery, parts: Iterable[Condition], world: World) -> list[str]:
    clauses = (as_it_is(mystery, part, world) for part in parts)
    return list(dict.fromkeys(clause for clause in clauses if clause))


def _unseen(mystery: Mystery, id: str, world: World) -> str:
    """Why something is not in sight: where it is, or that it does not show yet."""
    if id in mystery.actors:
        return f"{noun(mystery, id)} is in {noun(mystery, room_of(mystery, world, id))}"
    thing = mystery.things.get(id)
    if thing is None:
        return f"the player is in {noun(mystery, world.room)}"
    hidden = failing(mystery, thing.hidden, world)
    until = f", and shows only once {worded(mystery, c.All(tuple(hidden)))}" if hidden else ""
    return f"{_lying(mystery, id, world)}{until}"


def _lying(mystery: Mystery, thing: str, world: World) -> str:
    places = places_of(mystery, world, thing)
    return f"it is in {listed((noun(mystery, place) for place in places), 'or')}" if places else "it is nowhere"
