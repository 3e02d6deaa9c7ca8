"""Where everybody is, and what lies where."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import lru_cache
from operator import attrgetter

from tavern.model.mystery import Actor, Mystery, Step
from tavern.model.world import NOWHERE, PLAYER, WORN, Stay, World

AT = attrgetter("at")


def step_of(actor: Actor, clock: int) -> Step | None:
    """The step of the itinerary in force at that clock time; None for somebody who is never anywhere."""
    index = bisect_right(actor.itinerary, clock, key=AT)
    if index:
        return actor.itinerary[index - 1]
    return actor.itinerary[0] if actor.itinerary else None


@lru_cache(maxsize=2048)
def steps_at(mystery: Mystery, clock: int) -> Mapping[str, Step | None]:
    """The step in force at that clock time for every actor."""
    return {id: step_of(actor, clock) for id, actor in mystery.actors.items()}


def stay_of(world: World, actor: str) -> Stay | None:
    """What keeps the actor from their schedule at this moment, if anything does."""
    stay = world.stays.get(actor)
    return stay if stay and (stay.until < 0 or world.clock < stay.until) else None


def room_of(mystery: Mystery, world: World, actor: str) -> str:
    """The room the actor is in, or "nowhere"."""
    stay = stay_of(world, actor)
    if stay:
        return stay.room
    step = steps_at(mystery, world.clock)[actor]
    return step.room if step else NOWHERE


def doing_of(mystery: Mystery, world: World, actor: str) -> str:
    """What the actor is at, in a few words, or ""."""
    stay = stay_of(world, actor)
    if stay:
        return stay.doing
    step = steps_at(mystery, world.clock)[actor]
    return step.doing if step else ""


def is_asleep(mystery: Mystery, world: World, actor: str) -> bool:
    """Whether the schedule has the actor asleep; somebody who was sent somewhere is awake."""
    if stay_of(world, actor):
        return False
    step = steps_at(mystery, world.clock)[actor]
    return bool(step and step.asleep)


def people_here(mystery: Mystery, world: World) -> list[str]:
    """The actors in the player's room, in the order in which the content names them."""
    return [actor for actor in mystery.actors if room_of(mystery, world, actor) == world.room]


def places_of(mystery: Mystery, world: World, thing: str) -> tuple[str, ...]:
    """The rooms, or the one holder, that a thing is in. Scenery and doors may stand in several rooms."""
    if thing in world.places:
        return (world.places[thing],)
    return mystery.things[thing].where


def things_at(mystery: Mystery, world: World, place: str) -> list[str]:
    """Ids of the things right there, and not in something there: in a room, in or on a thing, with the player or an actor."""
    began = _began_at(mystery).get(place, ())
    stayed = [thing for thing in began if thing not in world.places]
    return stayed + [thing for thing, now in world.places.items() if now == place]


@lru_cache(maxsize=16)
def _began_at(mystery: Mystery) -> Mapping[str, tuple[str, ...]]:
    places: dict[str, list[str]] = {}
    for thing in mystery.things.values():
        for place in thing.where:
            places.setdefault(place, []).append(thing.id)
    return {place: tuple(things) for place, things in places.items()}


def holders(mystery: Mystery, world: World, thing: str) -> Iterator[str]:
    """What the thing is in, what that is in, and so on outwards, ending with a room, an actor, the player or nowhere."""
    seen: set[str] = set()
    places = places_of(mystery, world, thing)
    while places and places[0] not in seen:
        yield from places
        seen.update(places)
        places = places_of(mystery, world, places[0]) if places[0] in mystery.things else ()


def begins_in(mystery: Mystery, thing: str) -> Iterator[str]:
    """The same of where the thing begins."""
    seen: set[str] = set()
    places = mystery.things[thing].where
    while places and places[0] not in seen:
        yield from places
        seen.update(places)
        places = mystery.things[places[0]].where if places[0] in mystery.things else ()


def is_carried(mystery: Mystery, world: World, thing: str) -> bool:
    """Whether the player carries or wears the thing, directly or in something carried."""
    return any(holder in (PLAYER, WORN) for holder in holders(mystery, world, thing))


def state_of(mystery: Mystery, world: World, thing: str) -> str:
    """The state of a thing or flag: "open", "locked", "lit"…; "" for a thing that has none."""
    if thing in world.states:
        return world.states[thing]
    if thing in mystery.things:
        return mystery.things[thing].state
    return mystery.flags.get(thing, "")
