"""Whether the fixpoint allows a world that the engine has come to."""

from collections.abc import Iterator

from tavern.model.world import World
from tavern.proof.closure.reach import Reach
from tavern.reasoning.holds import stage_name
from tavern.reasoning.whereabouts import room_of


def not_allowed(found: Reach, world: World) -> list[str]:
    """What is so in the world and should not be able to be by now, in words; [] when the fixpoint allows all of it."""
    return list(_not_allowed(found, world))


def _not_allowed(found: Reach, world: World) -> Iterator[str]:
    facts, span = found.facts, found.facts.span
    minute = 1 << (min(world.clock, span.last - 1) - span.first)
    over = world.clock >= span.last
    for id in (*world.clues, *world.routes, *world.met, *world.drawn):
        if not facts.known.get(id, 0) & minute:
            yield f"{id} is known at {world.clock}"
    if not facts.rooms.get(world.room, 0) & minute:
        yield f"in {world.room} at {world.clock}"
    yield from (f"{room} was seen" for room in world.visited if not facts.seen.get(room, 0) & minute)
    for thing, place in world.places.items():
        if not facts.places[thing].get(place, 0) & minute:
            yield f"{thing} is in {place}"
    for thing, state in world.states.items():
        if not facts.states.get(thing, {}).get(state, 0) & minute:
            yield f"{thing} is {state}"
    for id, value in (*world.relationships.items(), *world.counters.items()):
        if not facts.numbers[id].reaches(span, value, value) & minute:
            yield f"{id} stands at {value}"
    for actor in found.mystery.actors:
        if not over and not facts.may_be(actor, room_of(found.mystery, world, actor)) & minute:
            yield f"{actor} is in {room_of(found.mystery, world, actor)} at {world.clock}"
    if not facts.stages.get(stage_name(world.stage)):
        yield f"the stage is {stage_name(world.stage)}"
