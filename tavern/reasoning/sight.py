"""What can be seen from where the player is: darkness, closed containers and what is still hidden take things out of sight."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache

from tavern.model.conditions import ALWAYS, Condition
from tavern.model.mystery import Mystery, Thing
from tavern.model.world import PLAYER, WORN, World
from tavern.reasoning.whereabouts import begins_in, in_order, people_here, places_of, room_of, state_of

Truth = Callable[[Condition], bool]  # conditions are read by `holds`, which needs sight: so it hands itself down


def is_lit(mystery: Mystery, world: World, truth: Truth) -> bool:
    """Whether there is light: the room's own, or a lit thing carried or standing open in it."""
    dark = mystery.rooms[world.room].dark
    if dark is None or not truth(dark):
        return True
    return any(
        thing.light and state_of(mystery, world, thing.id) == "lit" and _exposed(mystery, world, thing, truth)
        for thing in map(mystery.things.__getitem__, things_about(mystery, world))
    )


def in_sight(mystery: Mystery, world: World, id: str, truth: Truth) -> bool:
    """Whether the thing, actor or room can be seen. What the player carries can be felt, and is in sight in the dark too."""
    if id == world.room:
        return True
    if id in mystery.actors:
        return room_of(mystery, world, id) == world.room and is_lit(mystery, world, truth)
    if id not in mystery.things:
        return False
    thing = mystery.things[id]
    if not _exposed(mystery, world, thing, truth):
        return False
    return _on_person(mystery, world, id) or is_lit(mystery, world, truth)


def things_in_sight(mystery: Mystery, world: World, truth: Truth) -> Iterator[str]:
    """Ids of the things in sight, in the order in which the content names them."""
    lit = is_lit(mystery, world, truth)
    things, moved, room = mystery.things, world.places, world.room
    for id in things_about(mystery, world):
        thing = things[id]
        if lit and thing.hidden is ALWAYS and id not in moved and room in thing.where:
            yield id  # as most things are: nothing more need be asked
        elif (lit or _on_person(mystery, world, id)) and _exposed(mystery, world, thing, truth):
            yield id


def things_about(mystery: Mystery, world: World) -> Iterable[str]:
    """Ids of all things that could be here, seen or not: what began here, what has been moved, and what is in any of that."""
    began = _beginnings(mystery)
    places = [PLAYER, WORN, *people_here(mystery, world), *world.places]
    more = [id for place in places for id in began.get(place, ())]
    here = began.get(world.room, ())
    if not more and not world.places:
        return here
    return in_order(mystery, {*here, *more, *world.places})


@lru_cache(maxsize=16)
def _beginnings(mystery: Mystery) -> Mapping[str, tuple[str, ...]]:
    """Place → the things that begin in it, directly or in something that does, in the order of the content."""
    began: dict[str, list[str]] = {}
    for id in mystery.things:
        for place in begins_in(mystery, id):
            began.setdefault(place, []).append(id)
    return {place: tuple(ids) for place, ids in began.items()}


def _on_person(mystery: Mystery, world: World, thing: str) -> bool:
    return any(place in (PLAYER, WORN) for place in places_of(mystery, world, thing))


def _exposed(mystery: Mystery, world: World, thing: Thing, truth: Truth) -> bool:
    """Whether the thing is here with nothing shut around it, light or no light. What somebody else holds counts as here."""
    places = places_of(mystery, world, thing.id)
    here = world.room in places or PLAYER in places or WORN in places
    holder = places[0] if places else ""
    if not here and holder not in mystery.things and holder not in mystery.actors:
        return False  # elsewhere, as most things are: nothing more need be asked
    if thing.hidden is not ALWAYS and not truth(thing.hidden):
        return False
    if here:
        return True
    if holder in mystery.actors:
        return thing.kind == "scenery" and room_of(mystery, world, holder) == world.room
    outer = mystery.things[holder]
    shut = outer.holds == "in" and outer.openable and state_of(mystery, world, holder) != "open"
    return not shut and _exposed(mystery, world, outer, truth)
