"""What the player comes across, as conditions: the rules behind `tavern.engine.meeting`, read backwards."""

from collections.abc import Iterable, Iterator

from tavern.model import conditions as c
from tavern.model import effects as f
from tavern.model.conditions import ALWAYS, Condition
from tavern.model.effects import Effect
from tavern.model.mystery import Mystery

DESCRIBED = ("room", "first", "thing", "actor")  # kinds of texts that tell what is looked at


def meetings(mystery: Mystery) -> Iterator[tuple[Condition, str]]:
    """Pairs of a condition and what is met while it holds: who and what is in sight, and where the ways lead."""
    lit = c.Lit()
    for room in mystery.rooms.values():
        here = c.At((room.id,))
        yield c.All((here, lit)), room.id
        for way in room.exits:
            if way.to:
                yield c.All((here, lit, way.when if way.hidden else ALWAYS)), way.to
    for actor in mystery.actors:
        yield c.All((c.With(actor), lit)), actor
    for thing in mystery.things.values():
        yield c.All((c.InSight(thing.id), lit)), thing.id
        if thing.sold_by:
            yield c.All((c.With(thing.sold_by), lit)), thing.id


def taught(mystery: Mystery, effects: Iterable[Effect], texts: Iterable[str] = ()) -> Iterator[str]:
    """Ids of what is named by the texts, and by what the effects tell."""
    keys = [*texts, *(key for effect in effects for key in _keys(mystery, effect))]
    for key in keys:
        yield from mystery.mentions.get(key, ())


def _keys(mystery: Mystery, effect: Effect) -> Iterator[str]:
    match effect:
        case f.Say(text):
            yield text
        case f.Reveal(clue, _):
            yield mystery.clues[clue].text
        case f.Describe(id, how) if how in ("look", "examine"):
            yield from (f"{kind}:{id}" for kind in DESCRIBED)
        case f.Go(room, _):
            yield from (f"{kind}:{room}" for kind in DESCRIBED)
        case f.Describe(id, "read"):
            yield f"read:{id}"
        case _:
            return
