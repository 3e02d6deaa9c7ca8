"""What can be seen from where the player is: darkness, closed containers and what is still hidden take things out of sight."""

from collections.abc import Callable, Iterator

from tavern.model.conditions import ALWAYS, Condition
from tavern.model.mystery import Mystery, Thing
from tavern.model.world import PLAYER, WORN, World
from tavern.reasoning.whereabouts import people_here, places_of, state_of

Truth = Callable[[Condition], bool]  # conditions are read by `holds`, which needs sight: so it hands itself down


def is_lit(mystery: Mystery, world: World, truth: Truth) -> bool:
    """Whether there is light: the room's own, or a lit thing carried or standing open in it."""
    dark = mystery.rooms[world.room].dark
    if dark is None or not truth(dark):
        return True
    return any(
        thing.light and state_of(mystery, world, thing.id) == "lit" and _exposed(mystery, world, thing, truth)
        for thing in mystery.things.values()
    )


def in_sight(mystery: Mystery, world: World, id: str, truth: Truth) -> bool:
    """Whether the thing, actor or room can be seen. What the player carries can be felt, and is in sight in the dark too."""
    if id == world.room:
        return True
    if id in mystery.actors:
        return id in people_here(mystery, world) and is_lit(mystery, world, truth)
    if id not in mystery.things:
        return False
    thing = mystery.things[id]
    if not _exposed(mystery, world, thing, truth):
        return False
    return _on_person(mystery, world, id) or is_lit(mystery, world, truth)


def things_in_sight(mystery: Mystery, world: World, truth: Truth) -> Iterator[str]:
    """Ids of the things in sight, in the order in which the content names them."""
    lit = is_lit(mystery, world, truth)
    for thing in mystery.things.values():
        if (lit or _on_person(mystery, world, thing.id)) and _exposed(mystery, world, thing, truth):
            yield thing.id


def _on_person(mystery: Mystery, world: World, thing: str) -> bool:
    return any(place in (PLAYER, WORN) for place in places_of(mystery, world, thing))


def _exposed(mystery: Mystery, world: World, thing: Thing, truth: Truth) -> bool:
    """Whether the thing is here with nothing shut around it, light or no light. What somebody else holds counts as here."""
    if thing.hidden is not ALWAYS and not truth(thing.hidden):
        return False
    places = places_of(mystery, world, thing.id)
    if world.room in places or PLAYER in places or WORN in places:
        return True
    holder = places[0] if places else ""
    if holder in mystery.actors:
        return thing.kind == "scenery" and holder in people_here(mystery, world)
    if holder not in mystery.things:
        return False
    outer = mystery.things[holder]
    shut = outer.holds == "in" and outer.openable and state_of(mystery, world, holder) != "open"
    return not shut and _exposed(mystery, world, outer, truth)
