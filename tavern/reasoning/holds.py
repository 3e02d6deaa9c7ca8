"""Whether a condition holds. The only place where conditions are read."""

from collections.abc import Iterable
from typing import assert_never

from tavern.model import conditions as c
from tavern.model.conditions import Condition
from tavern.model.mystery import Mystery
from tavern.model.rules import Guard
from tavern.model.world import DAY, PLAYER, Ended, Hearing, Judged, Playing, Proved, Stage, World
from tavern.reasoning.path import path
from tavern.reasoning.sight import in_sight, is_lit
from tavern.reasoning.whereabouts import has_reached, holders, is_asleep, is_carried, people_here, room_of, state_of

DAWN = 6 * 60  # "today" turns here, so that an evening may go past midnight


def holds(mystery: Mystery, condition: Condition, world: World) -> bool:
    """Whether the condition is true of the world."""
    match condition:  # what is asked most often stands first
        case c.All(conditions):
            for part in conditions:  # noqa: SIM110 - asked of every rule at every moment: a loop takes half as long
                if not holds(mystery, part, world):
                    return False
            return True
        case c.At(rooms):
            return world.room in rooms
        case c.Knows(id):
            return id in world.clues or id in world.drawn or id in world.met or id in world.routes
        case c.With(actor):
            return room_of(mystery, world, actor) == world.room
        case c.Between(start, end):
            return within(world.minute, start, end)
        case c.Is(thing, state):
            return state_of(mystery, world, thing) == state
        case c.InSight(id):
            return in_sight(mystery, world, id, lambda part: holds(mystery, part, world))
        case c.OnStage(stage):
            return stage in (stage_name(world.stage), "partly" if _is_partial(world.stage) else "")
        case c.Lit():
            return is_lit(mystery, world, lambda part: holds(mystery, part, world))
        case c.Has(thing):
            return is_carried(mystery, world, thing)
        case c.IsDoing(kind, object):
            return world.doing.kind == kind and object in ("", world.doing.object)
        case c.Not(part):
            return not holds(mystery, part, world)
        case c.Any(conditions):
            return any(holds(mystery, part, world) for part in conditions)
        case c.Since(clock):
            return world.clock >= clock
        case c.Awake(actor):
            return world.doing.kind != "sleep" if actor == PLAYER else not is_asleep(mystery, world, actor)
        case c.OnDays(days):
            return world.day in days
        case c.In(thing, place):
            if thing in mystery.actors:
                return room_of(mystery, world, thing) == place
            return place in holders(mystery, world, thing)
        case c.Visited(room):
            return room in world.visited
        case c.Alone():
            return not people_here(mystery, world)
        case c.Relationship(actor, least, most):
            return least <= world.relationships.get(actor, 0) <= most
        case c.Counter(counter, least, most):
            value = world.counters.get(counter, 0)
            return (least is None or value >= least) and (most is None or value <= most)
        case c.HeardBy(actor):
            return actor in getattr(world.stage, "heard_by", ())
        case c.NotToday(key):
            return world.last_day.get(key) != evening(world)
        case c.WayTo(room):
            return path(mystery, world, room, lambda part: holds(mystery, part, world)) is not None
        case c.Reached(actor, goal):
            return has_reached(world, actor, goal)
        case c.Fails():
            return False
        case _:
            assert_never(condition)


def holds_all(mystery: Mystery, guards: Iterable[Guard], world: World) -> bool:
    """Whether every guard holds; true of no guards."""
    for guard in guards:  # noqa: SIM110 - a loop takes half as long
        if not holds(mystery, guard.condition, world):
            return False
    return True


def within(minute: int, start: int, end: int) -> bool:
    """Whether a minute of the day is in [start, end); a window may cross midnight, and start == end is the whole day."""
    if start < end:
        return start <= minute < end
    return minute >= start or minute < end


def evening(world: World) -> int:
    """The number of the day, counted from six in the morning to six in the morning; the first is 0 or -1."""
    return evening_at(world.clock)


def evening_at(clock: int) -> int:
    """The same of a minute."""
    return (clock - DAWN) // DAY


def _is_partial(stage: Stage) -> bool:
    """Whether what is proved leaves questions of the case blank."""
    return isinstance(stage, Proved) and not stage.complete


def stage_name(stage: Stage) -> str:
    """The stage in a word: "playing", "hearing", "judged", "proved" or "ended"."""
    match stage:
        case Playing():
            return "playing"
        case Hearing():
            return "hearing"
        case Judged():
            return "judged"
        case Proved():
            return "proved"
        case Ended():
            return "ended"
        case _:
            assert_never(stage)
