"""Where everybody is, and what lies where."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

from tavern.model.mystery import Mystery
from tavern.model.world import NOWHERE, PLAYER, WORN, Stay, World
from tavern.reasoning.itinerary import steps_at


def stay_of(world: World, actor: str) -> Stay | None:
    """What keeps the actor from their schedule at this moment, if anything does."""
    stays = world.stays.get(actor)
    return next((stay for stay in stays if is_in_force(stay, world.clock)), None) if stays else None


def is_in_force(stay: Stay, clock: int) -> bool:
    """Whether the stay has not had its time at that clock time; another may come before it all the same."""
    return stay.until < 0 or clock < stay.until


def is_walking(stay: Stay, clock: int) -> bool:
    """Whether at that clock time they are still on the way to where the stay has them."""
    return clock - stay.since < len(stay.walk)


def room_of(mystery: Mystery, world: World, actor: str) -> str:
    """The room the actor is in, or "nowhere"."""
    stay = stay_of(world, actor)
    if stay:
        return stay.walk[world.clock - stay.since] if is_walking(stay, world.clock) else stay.room
    step = steps_at(mystery, world.seed, world.clock)[actor]
    return step.room if step else NOWHERE


def doing_of(mystery: Mystery, world: World, actor: str) -> str:
    """What the actor is at, in a few words, or ""."""
    stay = stay_of(world, actor)
    if stay:
        return "" if is_walking(stay, world.clock) else stay.doing
    step = steps_at(mystery, world.seed, world.clock)[actor]
    return step.doing if step else ""


def is_asleep(mystery: Mystery, world: World, actor: str) -> bool:
    """Whether the schedule has the actor asleep; somebody who was sent somewhere is awake."""
    if stay_of(world, actor):
        return False
    step = steps_at(mystery, world.seed, world.clock)[actor]
    return bool(step and step.asleep)


def has_reached(world: World, actor: str, goal: str) -> bool:
    """Whether the actor is where this goal sent them, and there for its sake."""
    stay = stay_of(world, actor)
    return stay is not None and stay.rule == goal and not is_walking(stay, world.clock)


def people_here(mystery: Mystery, world: World) -> list[str]:
    """The actors in the player's room, in the order in which the content names them."""
    steps, here, stays = steps_at(mystery, world.seed, world.clock), world.room, world.stays
    return [
        actor
        for actor, step in steps.items()
        if (room_of(mystery, world, actor) == here if actor in stays else step is not None and step.room == here)
    ]


def places_of(mystery: Mystery, world: World, thing: str) -> tuple[str, ...]:
    """The rooms, or the one holder, that a thing is in. Scenery and doors may stand in several rooms."""
    if thing in world.places:
        return (world.places[thing],)
    return mystery.things[thing].where


def things_at(mystery: Mystery, world: World, place: str) -> list[str]:
    """Ids of the things right there, and not in something there: in a room, in or on a thing, with the player or an actor."""
    stayed = [thing for thing in begin_at(mystery, place) if thing not in world.places]
    return stayed + [thing for thing, now in world.places.items() if now == place]


def begin_at(mystery: Mystery, place: str) -> tuple[str, ...]:
    """Ids of the things that begin right there."""
    return _began_at(mystery).get(place, ())


@lru_cache(maxsize=16)
def _began_at(mystery: Mystery) -> Mapping[str, tuple[str, ...]]:
    places: dict[str, list[str]] = {}
    for thing in mystery.things.values():
        for place in thing.where:
            places.setdefault(place, []).append(thing.id)
    return {place: tuple(things) for place, things in places.items()}


def in_order(mystery: Mystery, things: AbstractSet[str]) -> list[str]:
    """Ids of things in the order in which the content names them; of others nothing."""
    order = _order(mystery)
    return sorted(things & order.keys(), key=order.__getitem__)


@lru_cache(maxsize=16)
def _order(mystery: Mystery) -> Mapping[str, int]:
    return {id: number for number, id in enumerate(mystery.things)}


def sold_by(mystery: Mystery, actors: Sequence[str]) -> Iterator[str]:
    """Ids of the things that any of these people sells."""
    return (thing for thing, seller in _sold(mystery) if seller in actors)


@lru_cache(maxsize=16)
def _sold(mystery: Mystery) -> tuple[tuple[str, str], ...]:
    return tuple((thing.id, thing.sold_by) for thing in mystery.things.values() if thing.sold_by)


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
