"""Everything in a folder that happens only while a condition holds."""

from collections.abc import Iterator
from typing import NamedTuple

from tavern.compiler import shape as s
from tavern.compiler.ground.desk import each
from tavern.compiler.ground.people import replies_of
from tavern.compiler.validate import Key

Loc = tuple[Key, ...]
OPENING = ("reveal", "teach", "open", "unlock", "end")  # effects that a story cannot go on without


class Guarded(NamedTuple):
    """A condition, its place, and what it stands before, in words; `what` is "" where only words or trifles depend on it."""

    when: s.When | None
    loc: Loc
    what: str


def guarded(folder: s.Folder) -> Iterator[Guarded]:
    """All of them but those of texts, which choose words only."""
    for i, clue in enumerate(folder.clues):
        for j, route in enumerate(clue.routes):
            yield Guarded(route.when, ("clues", i, "routes", j, "when"), "reveals a clue")
    for i, actor in enumerate(folder.actors):
        for j, reply in enumerate(replies_of(actor)):
            yield Guarded(reply.when, ("actors", i, "replies", j, "when"), _opens(reply.then))
        for j, goal in enumerate(actor.goals):
            yield Guarded(goal.when, ("actors", i, "goals", j, "when"), _opens(goal.then))
        yield from _actions(actor.on, ("actors", i, "on"))
    for i, room in enumerate(folder.rooms):
        yield from _ways(room, ("rooms", i))
        for j, thing in enumerate(room.scenery if isinstance(room.scenery, list) else ()):
            yield from _thing(thing, ("rooms", i, "scenery", j))
    for i, thing in enumerate(folder.items):
        yield from _thing(thing, ("items", i))
    for i, fuse in enumerate(folder.fuses):
        yield Guarded(fuse.when, ("fuses", i, "when"), _opens(fuse.then))
    for i, daemon in enumerate(folder.daemons):
        yield Guarded(daemon.when, ("daemons", i, "when"), _opens(daemon.then))
    for i, ending in enumerate(folder.endings):
        yield Guarded(ending.when, ("endings", i, "when"), "ends the story")


def thens(folder: s.Folder) -> Iterator[s.Effect]:
    """Every effect there is."""
    for clue in folder.clues:
        for route in clue.routes:
            yield from each(route.then)
        yield from each(clue.lie.then if clue.lie else None)
    for actor in folder.actors:
        for reply in replies_of(actor):
            yield from each(reply.then)
        for goal in actor.goals:
            yield from each(goal.then)
    acted = [actor.on for actor in folder.actors] + [room.on for room in folder.rooms]
    for on in acted + [thing.on for thing in all_things(folder)]:
        for action in actions(on):
            yield from each(action.then)
    by_itself = [fuse.then for fuse in folder.fuses] + [daemon.then for daemon in folder.daemons]
    for then in by_itself + [ending.then for ending in folder.endings]:
        yield from each(then)


def acts(folder: s.Folder) -> Iterator[tuple[s.Action, Loc]]:
    """Every action that is more than words, with its place."""
    for i, actor in enumerate(folder.actors):
        yield from _acts(actor.on, ("actors", i, "on"))
    for i, room in enumerate(folder.rooms):
        yield from _acts(room.on, ("rooms", i, "on"))
        for j, thing in enumerate(room.scenery if isinstance(room.scenery, list) else ()):
            yield from _acts(thing.on, ("rooms", i, "scenery", j, "on"))
    for i, thing in enumerate(folder.items):
        yield from _acts(thing.on, ("items", i, "on"))


def all_things(folder: s.Folder) -> list[s.ThingShape]:
    """Every item, those declared as a room's scenery in the long form among them."""
    inside = [thing for room in folder.rooms if isinstance(room.scenery, list) for thing in room.scenery]
    return [*inside, *folder.items]


def actions(on: s.Actions) -> list[s.Action]:
    """The actions that are more than words."""
    found: list[s.Action] = []
    for value in on.values():
        listed = value if isinstance(value, list) else [value]
        found += [action for action in listed if isinstance(action, s.Action)]
    return found


def _actions(on: s.Actions, loc: Loc) -> Iterator[Guarded]:
    for action, place in _acts(on, loc):
        what = _opens(action.then) or ("forbids an act" if action.else_ is not None else "")
        yield Guarded(action.when, (*place, "when"), what)


def _acts(on: s.Actions, loc: Loc) -> Iterator[tuple[s.Action, Loc]]:
    for verb, value in on.items():
        listed = value if isinstance(value, list) else [value]
        for number, action in enumerate(listed):
            if isinstance(action, s.Action):
                yield action, (*loc, verb, number) if isinstance(value, list) else (*loc, verb)


def _ways(room: s.RoomShape, loc: Loc) -> Iterator[Guarded]:
    for direction, way in room.exits.items():
        if not isinstance(way, str):
            yield Guarded(way.when, (*loc, "exits", direction, "when"), "opens a way")
    if room.dark is not None and room.dark is not True:
        yield Guarded(room.dark, (*loc, "dark"), "")
    yield from _actions(room.on, (*loc, "on"))


def _thing(thing: s.ThingShape, loc: Loc) -> Iterator[Guarded]:
    yield Guarded(thing.hidden, (*loc, "hidden"), "brings an item into sight")
    yield from _actions(thing.on, (*loc, "on"))


def _opens(then: s.Then | None) -> str:
    for effect in each(then):
        for name in OPENING:
            if getattr(effect, name):
                return {"reveal": "reveals a clue", "teach": "teaches a topic", "end": "ends the story"}.get(
                    name, "opens something"
                )
    return ""
