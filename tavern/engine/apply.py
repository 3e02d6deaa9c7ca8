"""Events folded into the world: the only place where a new World is made."""

from collections.abc import Iterable
from typing import assert_never

from tavern.model import events as e
from tavern.model.commands import Accusation, Charge
from tavern.model.events import Event
from tavern.model.frozen import replace
from tavern.model.world import Doing, Ended, Hearing, Judged, Playing, Proved, Stay, World
from tavern.reasoning.whereabouts import is_in_force


def apply(world: World, event: Event) -> World:
    """The world after one event."""
    match event:
        case e.TimePassed(clock):
            return replace(world, clock=clock)
        case e.Walked(room, _, _):
            return replace(world, room=room, visited=world.visited | {room}, met=world.met | {room})
        case e.ThingMoved(thing, place, _):
            return replace(world, places=world.places.set(thing, place))
        case e.StateSet(thing, state):
            return replace(world, states=world.states.set(thing, state))
        case e.RelationshipSet(actor, value, _):
            return replace(world, relationships=world.relationships.set(actor, value))
        case e.CounterSet(counter, value, _):
            return replace(world, counters=world.counters.set(counter, value))
        case e.ClueFound(clue, route):
            return replace(world, clues=world.clues | {clue}, routes=world.routes | {route})
        case e.ClueCorroborated(_, route):
            return replace(world, routes=world.routes | {route})
        case e.Met(ids):
            return replace(world, met=world.met.union(ids))
        case e.ActorSent(actor):
            return replace(world, stays=world.stays.set(actor, _with_stay(world, event)))
        case e.ActorFreed(actor, rule):
            left = tuple(
                stay
                for stay in world.stays.get(actor, ())
                if is_in_force(stay, world.clock) and not (rule and stay.rule == rule and stay.until < 0)
            )
            return replace(world, stays=world.stays.set(actor, left) if left else world.stays.without(actor))
        case e.Busied(kind, object):
            return replace(world, doing=Doing(kind, object))
        case e.FuseStarted(fuse, at):
            return replace(world, pending=world.pending.set(fuse, at))
        case e.FuseStopped(fuse):
            return replace(world, pending=world.pending.without(fuse))
        case e.WentOff(rule, once, begun):
            return replace(
                world,
                fired=world.fired | {rule} if once else world.fired,
                begun=world.begun | {rule} if begun else world.begun,
                pending=world.pending.without(rule) if rule in world.pending else world.pending,
            )
        case e.Lapsed(rule):
            return replace(world, begun=world.begun - {rule})
        case e.DoneOnDay(key, day):
            return replace(world, last_day=world.last_day.set(key, day))
        case e.Drawn(deduction):
            return replace(world, drawn=world.drawn | {deduction})
        case e.HearingOpened(charges, heard_by, objections):
            return replace(world, stage=Hearing(accusation_of(charges), heard_by, objections), doing=Doing())
        case e.ObjectionAnswered() | e.Judgement() | e.AccusationRested() | e.StoryEnded():
            return _staged(world, event)
        case (
            e.Told() | e.Plain() | e.Refused() | e.Described() | e.Arrived() | e.Departed() | e.Beat() | e.Concluded()
            | e.Consulted() | e.Noted() | e.Supposed() | e.Attended() | e.Spoke() | e.Asking() | e.Replied() | e.Misheard()
        ):  # fmt: skip
            return world
        case _:
            assert_never(event)


def apply_all(world: World, events: Iterable[Event]) -> World:
    """The world after all of them, in order."""
    for event in events:
        world = apply(world, event)
    return world


def accusation_of(charges: Iterable[tuple[str, str, tuple[str, ...]]]) -> Accusation:
    """The accusation that an event carries in plain tuples."""
    return Accusation(tuple(Charge(question, answer, cards) for question, answer, cards in charges))


def _with_stay(world: World, event: e.ActorSent) -> tuple[Stay, ...]:
    """The actor's stays with the new one: before those of its priority, in place of the one it renews.

    The way back to the schedule is given up; a stay for good gives way only to another for good.
    """
    new = Stay(event.room, event.until, event.doing, event.priority, event.rule, world.clock, event.walk)
    kept = [
        stay
        for stay in world.stays.get(event.actor, ())
        if stay.priority
        and is_in_force(stay, world.clock)
        and ((stay.priority, stay.rule) != (new.priority, new.rule) or stay.until < 0 <= new.until)
    ]
    place = sum(stay.priority > new.priority for stay in kept)
    return (*kept[:place], new, *kept[place:])


def _staged(world: World, event: e.ObjectionAnswered | e.Judgement | e.AccusationRested | e.StoryEnded) -> World:
    match event, world.stage:
        case e.ObjectionAnswered(card=card), Hearing() as hearing:
            return replace(world, stage=replace(hearing, answers=(*hearing.answers, card)))
        case e.Judgement(verdict, weakest, _), Hearing(accusation, heard_by):
            if verdict in ("open", "broken"):
                return replace(world, stage=Judged(accusation, heard_by, verdict, weakest))
            return replace(world, stage=Proved(accusation, heard_by, complete=verdict == "carried"))
        case e.AccusationRested(), _:
            return replace(world, stage=Playing())
        case e.StoryEnded(ending), _:
            return replace(world, stage=Ended(ending))
        case _:
            message = f"{event} cannot happen at the stage {world.stage}"
            raise ValueError(message)
