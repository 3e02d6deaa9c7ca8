"""What effects come to in a given world: the facts of them, with numbers kept inside their bounds."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from tavern.engine.apply import apply
from tavern.engine.errands import sent
from tavern.model import effects as f
from tavern.model import events as e
from tavern.model.effects import Effect
from tavern.model.events import Event
from tavern.model.mystery import Mystery
from tavern.model.world import HERE, PLAYER, Ended, World
from tavern.reasoning.holds import evening
from tavern.reasoning.sight import things_about
from tavern.reasoning.whereabouts import people_here, places_of, state_of


def happen(mystery: Mystery, world: World, effects: Iterable[Effect]) -> tuple[list[Event], World]:
    """The events of the effects, each seeing what the one before brought about, and the world after them."""
    events: list[Event] = []
    for effect in effects:
        for event in _events(mystery, world, effect):
            events.append(event)
            world = apply(world, event)
    return events, world


def _events(mystery: Mystery, world: World, effect: Effect) -> Iterator[Event]:
    match effect:
        case f.Reveal(clue, route):
            if clue not in world.clues:
                yield e.ClueFound(clue, route)
            elif route not in world.routes:
                yield e.ClueCorroborated(clue, route)
        case f.Teach(id):
            if id not in world.met:
                yield e.Met((id,))
        case f.Move(thing, place):
            place = world.room if place == HERE else place
            before = places_of(mystery, world, thing)
            if before != (place,):
                yield e.ThingMoved(thing, place, before[0] if before else "")
        case f.SetState(thing, state):
            if state_of(mystery, world, thing) != state:
                yield e.StateSet(thing, state)
        case f.Relate(actor, by):
            before_value = world.relationships.get(actor, 0)
            value = max(-100, min(100, before_value + by))
            if value != before_value:
                yield e.RelationshipSet(actor, value, before_value)
        case f.Count(counter, by):
            yield from _counted(mystery, world, counter, by)
        case f.Go(room, way):
            yield e.Walked(room, way, world.room)
        case f.Send():
            yield sent(mystery, world, effect)
        case f.Do(kind, object):
            if (world.doing.kind, world.doing.object) != (kind, object):
                yield e.Busied(kind, object)
        case f.DoneToday(key):
            yield e.DoneOnDay(key, evening(world))
        case f.Start(fuse):
            delay = next((rule.delay for rule in mystery.automatics if rule.id == fuse), 0)
            yield e.FuseStarted(fuse, world.clock + delay)
        case f.Stop(fuse):
            if fuse in world.pending:
                yield e.FuseStopped(fuse)
        case f.Say(text):
            yield e.Told(text)
        case f.Describe(id, how):
            yield e.Described(id, how, _with_it(mystery, world, id, how))
        case f.End(ending):
            yield from _ended(mystery, world, ending)
        case _:
            assert_never(effect)


def _ended(mystery: Mystery, world: World, ending: str) -> Iterator[Event]:
    """What the ending brings about, and the end; nothing when the story is over already."""
    if isinstance(world.stage, Ended):
        return
    own = [effect for effect in mystery.endings[ending].effects if not isinstance(effect, f.End)]
    yield from happen(mystery, world, own)[0]
    yield e.StoryEnded(ending)


def _counted(mystery: Mystery, world: World, counter: str, by: int) -> Iterator[Event]:
    bounds = mystery.counters[counter]
    before = world.counters.get(counter, bounds.start)
    value = max(bounds.least, min(bounds.most, before + by))
    if value != before:
        yield e.CounterSet(counter, value, before)


def _with_it(mystery: Mystery, world: World, id: str, how: str) -> tuple[str, ...]:
    """What is told along with a description: who and what is in the room, or in or on the thing."""
    if id in mystery.rooms:
        if how == "investigate":
            return mystery.rooms[id].out_of_place
        lying = [thing for thing in things_about(mystery, world) if _is_listed(mystery, world, thing, id)]
        return (*lying, *people_here(mystery, world))
    if id in mystery.things and mystery.things[id].holds:
        return tuple(other for other in mystery.things if places_of(mystery, world, other) == (id,))
    if id == PLAYER:
        return tuple(other for other in mystery.things if places_of(mystery, world, other)[:1] == (PLAYER,))
    return ()


def _is_listed(mystery: Mystery, world: World, thing: str, room: str) -> bool:
    return mystery.things[thing].kind in ("portable", "fixed") and places_of(mystery, world, thing) == (room,)
