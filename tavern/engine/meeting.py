"""What the player comes across: who and what is in sight, where the ways lead, and whoever is named in what is told."""

from collections.abc import Iterable, Iterator

from tavern.model import conditions as c
from tavern.model import events as e
from tavern.model.events import Event
from tavern.model.mystery import Mystery
from tavern.model.world import World
from tavern.reasoning.holds import holds
from tavern.reasoning.surroundings import things_seen, ways_seen
from tavern.reasoning.whereabouts import people_here, sold_by


def met(mystery: Mystery, world: World, events: Iterable[Event]) -> list[Event]:
    """What has newly been come across after these events; `world` is the world after them."""
    ids = [id for key in _texts(mystery, events) for id in mystery.mentions.get(key, ())]
    fresh = tuple(dict.fromkeys(id for id in (*ids, *_near(mystery, world)) if id not in world.met))
    return [e.Met(fresh)] if fresh else []


def _texts(mystery: Mystery, events: Iterable[Event]) -> Iterator[str]:
    """Keys of the author's texts that the events tell."""
    for event in events:
        match event:
            case e.Told(text):
                yield text
            case e.ClueFound(clue):
                yield mystery.clues[clue].text
            case e.Described(id, how) if how in ("look", "examine"):
                yield from (f"{kind}:{id}" for kind in ("room", "first", "thing", "actor"))
            case e.Described(id, "read"):
                yield f"read:{id}"
            case e.Drawn(deduction):
                yield mystery.deductions[deduction].text
            case _:
                pass


def _near(mystery: Mystery, world: World) -> list[str]:
    """People, things and rooms in sight from where the player is; nothing in the dark."""
    if not holds(mystery, c.Lit(), world):
        return []
    near = [way.to for way in ways_seen(mystery, world) if way.to]
    here = people_here(mystery, world)
    return [world.room, *here, *things_seen(mystery, world), *near, *sold_by(mystery, here)]
