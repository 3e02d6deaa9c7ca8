"""What is held: from the first line on, and by whoever has taken some routes."""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from tavern.engine.apply import apply_all
from tavern.engine.begin import first_world
from tavern.engine.turn import begin
from tavern.model import conditions as c
from tavern.model.conditions import Condition
from tavern.model.mystery import Mystery
from tavern.model.world import World
from tavern.proof.checker.reading import Reading
from tavern.proof.checker.unfounded import Unfounded
from tavern.reasoning.evidence import carries


def look_into_given(reading: Reading, condition: Condition) -> None:
    """That it is known from the first line on, with every seed. Raises Unfounded."""
    mystery = reading.mystery
    match condition:
        case c.Visited(room) if room == mystery.start:
            return
        case c.Knows(id) if id in known_at_first(mystery) or (id in mystery.actors and _is_there_at_first(reading, id)):
            return
        case _:
            pass
    message = f"it is not known from the first line on: {condition}"
    raise Unfounded(message)


def _is_there_at_first(reading: Reading, actor: str) -> bool:
    """Whether the actor is in sight as the story begins, with every seed."""
    mystery = reading.mystery
    return mystery.rooms[mystery.start].dark is None and bool(reading.surely_is(actor, mystery.start) & 1)


def holding(mystery: Mystery, routes: Iterable[str]) -> World:
    """The first world with what the routes teach held, and all conclusions drawn that follow, one on another."""
    taken = frozenset(routes) & mystery.routes.keys()
    clues = frozenset(mystery.routes[route].clue for route in taken)
    world = replace(first_world(mystery, 0), clues=clues, routes=taken)
    while fresh := {
        id
        for id, deduction in mystery.deductions.items()
        if id not in world.drawn
        and any(all(carries(mystery, world, need) for need in needs) for needs in deduction.needs)
    }:
        world = replace(world, drawn=world.drawn | fresh)
    return world


@lru_cache(maxsize=4)
def known_at_first(mystery: Mystery) -> frozenset[str]:
    """What is known when the first line is typed, with every seed: people, and what is on them, are left to their hours."""
    first = first_world(mystery, 0)
    world = apply_all(first, begin(mystery, first))
    on_people = {
        id
        for id, thing in mystery.things.items()
        if thing.sold_by or any(place in mystery.actors for place in thing.where)
    }
    return (world.clues | world.met | world.routes | world.visited) - frozenset(mystery.actors) - on_people
