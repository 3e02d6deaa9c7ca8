"""Rooms, the ways between them, and the people who walk there."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from tavern.compiler import shape as s
from tavern.compiler.check.guards import thens
from tavern.compiler.ground.desk import each
from tavern.compiler.ground.people import rows_of
from tavern.compiler.ground.short import start_of
from tavern.compiler.validate import Places
from tavern.diagnostics import Diagnostic, quote

Ways = Mapping[str, set[str]]


def world(folder: s.Folder, places: Places) -> Iterator[Diagnostic]:
    """Rooms out of reach, exits to nowhere, people who are nowhere or cannot walk where they should."""
    ways = {room.id: set(_ways_out(room)) for room in folder.rooms}
    if folder.mystery:
        yield from _out_of_reach(folder, ways, places)
        if not folder.rooms:
            fix = "add a room under `rooms:`, with `id` and `description`"
            yield Diagnostic("T327", places.key("mystery"), "there is nowhere for the player to be", fix)
    for i, room in enumerate(folder.rooms):
        for direction, way in room.exits.items():
            if not isinstance(way, str) and way.to is None and way.blocked is None:
                cause = "it has neither `to` nor `blocked`"
                fix = "add `to:` with a room, or `blocked:` with the words that turn the player back"
                yield Diagnostic("T323", places.key("rooms", i, "exits", direction), cause, fix)
    for i, actor in enumerate(folder.actors):
        if actor.name is None:
            cause, fix = "no entry with this id has a `name`", "add a line `name: …`, or mend the id"
            title = f"{quote(actor.id)} has no `name`"
            yield Diagnostic("T320", places.of("actors", i, "id"), cause, fix, title)
        elif not rows_of(actor) and folder.mystery:
            fix = "add `in: ROOM`, or a schedule"
            title = f"{quote(actor.id)} is never anywhere"
            yield Diagnostic("T321", places.of("actors", i, "id"), "it has neither `in` nor `schedule`", fix, title)
        yield from _walks(i, actor, ways, places)


def _ways_out(room: s.RoomShape) -> Iterator[str]:
    for way in room.exits.values():
        to = way if isinstance(way, str) else way.to
        if to:
            yield to


def _out_of_reach(folder: s.Folder, ways: Ways, places: Places) -> Iterator[Diagnostic]:
    starts = {effect.go for effect in thens(folder) if effect.go}
    if folder.mystery:
        starts.add(start_of(folder))
    reached = _reached(starts, ways)
    lived_in = {row.room for actor in folder.actors for row in rows_of(actor)}
    lived_in |= {goal.go for actor in folder.actors for goal in actor.goals}
    lived_in |= {sent.to for effect in thens(folder) for sent in each(effect.send)}
    for i, room in enumerate(folder.rooms):
        if room.id not in reached and not (room.id in lived_in and not ways[room.id]):
            cause = "no exit of a room that can be reached has `to` this one"
            fix = f"add an exit to it, such as `exits: {{north: {room.id}}}`, or take the room away"
            yield Diagnostic("T309", places.of("rooms", i, "id"), cause, fix, f"no way leads to {quote(room.id)}")


def _walks(index: int, actor: s.ActorShape, ways: Ways, places: Places) -> Iterator[Diagnostic]:
    """Rows to which no way leads from the row before; rooms without exits are off the map, where nobody walks."""
    rows = sorted(enumerate(actor.schedule), key=lambda row: row[1].at.zfill(5))
    for (_, before), (number, row) in pairwise(rows):
        if not ways.get(before.room) or not ways.get(row.room) or row.room in _reached({before.room}, ways):
            continue
        cause = f"no way leads here from {quote(before.room)}, where they are before"
        fix = "add the exits between, or another room to the schedule"
        yield Diagnostic("T311", places.of("actors", index, "schedule", number, "room"), cause, fix)


def _reached(starts: set[str], ways: Ways) -> set[str]:
    reached: set[str] = set()
    pending = list(starts)
    while pending:
        room = pending.pop()
        if room not in reached:
            reached.add(room)
            pending += ways.get(room, ())
    return reached
