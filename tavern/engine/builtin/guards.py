"""Guards that many verbs share. Each carries the key of its words; `tavern.narration.stock` has them."""

from collections.abc import Iterable
from functools import lru_cache

from tavern.model import conditions as c
from tavern.model.conditions import Condition
from tavern.model.mystery import Mystery
from tavern.model.rules import Guard

PLAYING = Guard(c.OnStage("playing"), "stage")
NEVER = c.Fails()


def in_sight(id: str) -> tuple[Guard, ...]:
    """The thing or person is here to be seen, and there is light to see it by."""
    return (Guard(c.Any((c.Lit(), c.InSight(id))), "dark"), Guard(c.InSight(id), "not_here"))


def person(mystery: Mystery, actor: str) -> tuple[Guard, ...]:
    """Somebody who is here, awake, and will still speak to the player."""
    if actor not in mystery.actors:
        return (Guard(NEVER, "no_person"),)
    least = mystery.actors[actor].hostile_below
    return (
        Guard(c.With(actor), "not_with"),
        Guard(c.Awake(actor), "asleep"),
        Guard(c.Relationship(actor, least=least), "hostile"),
    )


def unminded(minders: Iterable[str]) -> tuple[Guard, ...]:
    """None of those who would mind is here and awake. Hidden things may be done under the eyes of anybody else."""
    return tuple(Guard(c.Not(c.All((c.With(actor), c.Awake(actor)))), f"minded:{actor}") for actor in minders)


def hearers(mystery: Mystery) -> Guard:
    """Somebody is here and awake."""
    return Guard(anybody_awake(mystery), "nobody_hears")


@lru_cache(maxsize=16)
def anybody_awake(mystery: Mystery) -> Condition:
    """Somebody else is in the player's room, and is not asleep."""
    return c.Any(tuple(c.All((c.With(actor), c.Awake(actor))) for actor in mystery.actors))


def known(mystery: Mystery, card: str) -> tuple[Guard, ...]:
    """The player holds the card, if it is one."""
    return (Guard(c.Knows(card), "not_known"),) if card in mystery.clues or card in mystery.deductions else ()


def carried(thing: str) -> tuple[Guard, ...]:
    """The player has the thing on them."""
    return (*in_sight(thing), Guard(c.Has(thing), "not_carried"))
