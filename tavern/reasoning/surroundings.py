"""What is about the player at one moment. Several parts of a turn ask for it: the moment after one is that before the next."""

from functools import lru_cache

from tavern.model.mystery import Exit, Mystery
from tavern.model.world import World
from tavern.reasoning.holds import holds
from tavern.reasoning.path import ways
from tavern.reasoning.sight import things_in_sight


@lru_cache(maxsize=16)
def things_seen(mystery: Mystery, world: World) -> tuple[str, ...]:
    """Ids of the things in sight, in the order in which the content names them."""
    return tuple(things_in_sight(mystery, world, lambda part: holds(mystery, part, world)))


def ways_seen(mystery: Mystery, world: World) -> list[Exit]:
    """The ways out of the player's room that show."""
    return ways(mystery, world.room, lambda part: holds(mystery, part, world))
