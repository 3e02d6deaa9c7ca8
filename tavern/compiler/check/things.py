"""Items: where they are, doors between rooms, and names that two of them share."""

from collections.abc import Iterator

from tavern.compiler import shape as s
from tavern.compiler.check.guards import Loc
from tavern.compiler.ground.desk import named
from tavern.compiler.ground.short import counters_of
from tavern.compiler.validate import Places
from tavern.diagnostics import Diagnostic, Span, quote


def things(folder: s.Folder, places: Places) -> Iterator[Diagnostic]:
    """Items that are nowhere or cannot be paid, doors that are on one side only, two things of one name in one room."""
    coins = {counter.id for counter in counters_of(folder)}
    for i, thing in enumerate(folder.items):
        if not thing.rooms and thing.in_ is None:
            cause, fix = "it has neither `in` nor `rooms`", "add a line `in: ROOM`, or `in: nowhere`"
            yield Diagnostic("T322", places.of("items", i, "id"), cause, fix, f"{quote(thing.id)} is nowhere")
        if thing.price and "coin" not in coins:
            cause, fix = (
                "it is paid in the counter `coin`, and there is none",
                "add it under `counters:`: `{id: coin, start: 5}`",
            )
            yield Diagnostic("T339", places.of("items", i, "price"), cause, fix)
    yield from _doors(folder, places)
    yield from _namesakes(folder, places)


def _doors(folder: s.Folder, places: Places) -> Iterator[Diagnostic]:
    stands_in = {thing.id: rooms for thing, rooms, _ in _placed(folder)}
    for i, room in enumerate(folder.rooms):
        for direction, way in room.exits.items():
            if isinstance(way, str) or not way.door or way.door not in stands_in:
                continue
            missing = [id for id in (room.id, way.to) if id and id not in stands_in[way.door]]
            if missing:
                cause = f"{quote(way.door)} does not stand in {quote(missing[0])}"
                fix = f"give the door `rooms: [{room.id}, {way.to or room.id}]`"
                yield Diagnostic("T310", places.of("rooms", i, "exits", direction, "door"), cause, fix)


def _namesakes(folder: s.Folder, places: Places) -> Iterator[Diagnostic]:
    taken: dict[tuple[str, str], tuple[str, Span]] = {}
    told: set[frozenset[str]] = set()
    for thing, rooms, loc in _placed(folder):
        for name in dict.fromkeys((named(thing.name, thing.id).casefold(), *map(str.casefold, thing.names))):
            for room in rooms:
                other, span = taken.setdefault((room, name), (thing.id, places.of(*loc, "name")))
                pair = frozenset((other, thing.id))
                if other != thing.id and pair not in told:
                    told.add(pair)
                    cause = f"{quote(other)} in {quote(room)} is called {quote(name)} too"
                    fix = "give one of them another name; `names` may hold what tells them apart"
                    yield Diagnostic("T316", places.of(*loc, "name"), cause, fix, second=(span, "the other one"))


def _placed(folder: s.Folder) -> Iterator[tuple[s.ThingShape, list[str], Loc]]:
    """Every item that stands in rooms from the start, with the rooms and its place in the folder."""
    for i, room in enumerate(folder.rooms):
        for j, thing in enumerate(room.scenery if isinstance(room.scenery, list) else ()):
            rooms = thing.rooms or [thing.in_ or room.id]
            yield thing, rooms, ("rooms", i, "scenery", j)
    for i, thing in enumerate(folder.items):
        yield thing, thing.rooms or ([thing.in_] if thing.in_ else []), ("items", i)
