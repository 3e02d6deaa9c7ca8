"""People who are sent somewhere: they walk there a room a minute, and walk back when nothing keeps them any longer."""

from collections.abc import Iterator
from dataclasses import replace

from tavern.model import effects as f
from tavern.model import events as e
from tavern.model.events import Event
from tavern.model.mystery import Mystery
from tavern.model.world import HERE, Stay, World
from tavern.reasoning.hours import next_time
from tavern.reasoning.itinerary import steps_at
from tavern.reasoning.path import walk
from tavern.reasoning.whereabouts import doing_of, is_in_force, room_of, stay_of

RETURN = 0  # the priority of being on the way back


def sent(mystery: Mystery, world: World, effect: f.Send) -> e.ActorSent:
    """The actor sets out, or, while something of a higher priority has them elsewhere, will when that is over."""
    here = room_of(mystery, world, effect.actor)
    held = effect.room == HERE
    room = here if held else effect.room
    now = stay_of(world, effect.actor)
    way = _way(mystery, here, room, late=_has_moved(mystery, world, effect.actor))
    until = _until(world.clock + len(way), effect)
    if held and now and (now.rule, now.room) == (effect.rule, room):
        until = max(until, now.until)
    doing = effect.doing or (doing_of(mystery, world, effect.actor) if held else "")
    goes = now is None or now.priority <= effect.priority
    return e.ActorSent(effect.actor, room, until, doing, effect.priority, effect.rule, way if goes else ())


def _way(mystery: Mystery, here: str, there: str, *, late: bool) -> tuple[str, ...]:
    """The rooms they are in, a minute each, before they are there. late: they stay this minute, having come here in it."""
    between = walk(mystery, here, there)
    if here == there or between is None:
        return ()
    return (here, *between) if late else between


def _has_moved(mystery: Mystery, world: World, actor: str) -> bool:
    """Whether they came to where they are in this very minute: nobody walks through two rooms in one."""
    stay = stay_of(world, actor)
    if stay and stay.since == world.clock:
        return stay.rule != f.TALK
    return room_of(mystery, replace(world, clock=world.clock - 1), actor) != room_of(mystery, world, actor)


def _until(arrival: int, effect: f.Send) -> int:
    if effect.until >= 0:
        return next_time(arrival, effect.until)
    return arrival + effect.minutes if effect.minutes else -1


def freed(mystery: Mystery, before: World, world: World) -> list[Event]:
    """Those whose stay has had its time go back to what it took them from. before: the world a moment ago."""
    events: list[Event] = []
    for actor, stays in world.stays.items():
        if not all(is_in_force(stay, world.clock) for stay in stays):
            events.append(e.ActorFreed(actor))
            left = [stay for stay in stays if is_in_force(stay, world.clock)]
            if left[:1] != list(stays[:1]):
                events += _back(mystery, world, actor, room_of(mystery, before, actor), left, late=False)
    return events


def released(mystery: Mystery, world: World, rule: str) -> list[Event]:
    """What a goal has sent somebody to for as long as its condition holds is over."""
    events: list[Event] = []
    for actor, stays in world.stays.items():
        left = [stay for stay in stays if stay.rule != rule or stay.until >= 0]
        if len(left) < len(stays):
            events.append(e.ActorFreed(actor, rule))
            if left[:1] != list(stays[:1]):
                late = _has_moved(mystery, world, actor)
                events += _back(mystery, world, actor, room_of(mystery, world, actor), left, late=late)
    return events


def _back(mystery: Mystery, world: World, actor: str, here: str, left: list[Stay], *, late: bool) -> Iterator[Event]:
    """The walk from here to the best of the stays that are left, else to where the schedule can be caught up with."""
    if left:
        stay = left[0]
        way = _way(mystery, here, stay.room, late=late)
        yield e.ActorSent(actor, stay.room, stay.until, stay.doing, stay.priority, stay.rule, way)
        return
    for clock in range(world.clock, world.clock + len(mystery.rooms) + 1):
        step = steps_at(mystery, world.seed, clock)[actor]
        if step is None or walk(mystery, here, step.room) is None:
            return  # nobody can walk there, and they just are there, as the schedule has it
        way = _way(mystery, here, step.room, late=late)
        if len(way) <= clock - world.clock:
            if clock > world.clock:
                yield e.ActorSent(actor, step.room, clock, "", RETURN, "", way)
            return
