"""Conditions under what is taken for granted: what was gained, what the player is at, at which stage the game is."""

from collections.abc import Set as AbstractSet

from tavern.model import conditions as c
from tavern.model.conditions import ALWAYS, Condition

NEVER = c.Any(())


def given(condition: Condition, granted: AbstractSet[Condition]) -> Condition:
    """The condition with every part that is granted taken as true. A part denied stays as it is unless it is granted itself."""
    if condition in granted:
        return ALWAYS
    match condition:
        case c.All(parts):
            return c.All(tuple(kept for part in parts if (kept := given(part, granted)) != ALWAYS))
        case c.Any(parts):
            kept_parts = tuple(given(part, granted) for part in parts)
            return ALWAYS if ALWAYS in kept_parts else c.Any(kept_parts)
        case c.Not(part):
            left = given(part, granted)
            return NEVER if left == ALWAYS else c.Not(left)
        case _:
            return condition
