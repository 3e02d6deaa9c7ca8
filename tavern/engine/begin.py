"""The world in which a mystery begins."""

from tavern.model.frozen import Frozen
from tavern.model.mystery import TITLE, Mystery
from tavern.model.world import World


def first_world(mystery: Mystery, seed: int) -> World:
    """The world before the first line. seed: decides all that chance decides in this game."""
    return World(
        seed=seed,
        clock=mystery.begins,
        room=mystery.start,
        met=frozenset(
            [
                *(topic.id for topic in mystery.topics.values() if topic.known),
                *(thing.id for thing in mystery.things.values() if thing.known),
                *mystery.mentions.get(TITLE, ()),
            ]
        ),
        visited=frozenset({mystery.start}),
        relationships=Frozen({actor.id: actor.relationship for actor in mystery.actors.values()}),
        counters=Frozen({counter.id: counter.start for counter in mystery.counters.values()}),
    )
