"""People who are late, and people who leave off what they are at: whether they can still do what their hours say."""

from collections.abc import Iterator, Mapping

from tavern.compiler import shape as s
from tavern.compiler.ground.conditions import WEEKDAYS
from tavern.compiler.ground.desk import Desk
from tavern.compiler.ground.people import rows_in_force, rows_of
from tavern.compiler.validate import Places
from tavern.diagnostics import Diagnostic, quote
from tavern.diagnostics.edit import instead
from tavern.reasoning.path import between

WEEKS = 15  # days in which every two rows that may follow each other do, weekdays and all


def errands(folder: s.Folder, places: Places) -> Iterator[Diagnostic]:
    """Rows whose jitter reaches into the next, and goals that end twice."""
    neighbours = {room.id: list(_ways_out(room)) for room in folder.rooms}
    desk = Desk(weekday=WEEKDAYS.index(folder.mystery.begins.weekday) if folder.mystery else 0)
    for i, actor in enumerate(folder.actors):
        if any(row.jitter for row in actor.schedule):
            yield from _late(i, actor, desk, neighbours, places)
        for number, goal in enumerate(actor.goals):
            if goal.for_ and goal.until:
                span = places.key("actors", i, "goals", number, "until")
                cause = f"with `for` it is over {goal.for_} minutes after they get there"
                second = places.key("actors", i, "goals", number, "for"), "the other end"
                yield Diagnostic("T351", span, cause, "keep `for` or `until`", second=second)


def _ways_out(room: s.RoomShape) -> Iterator[str]:
    for way in room.exits.values():
        to = way if isinstance(way, str) else way.to
        if to:
            yield to


def _late(
    index: int, actor: s.ActorShape, desk: Desk, neighbours: Mapping[str, list[str]], places: Places
) -> Iterator[Diagnostic]:
    """Rows that somebody may not be done with setting out for when the next one begins; of each row the tightest day."""
    rows = list(rows_in_force(desk, rows_of(actor), WEEKS))
    tightest: dict[int, tuple[int, s.ScheduleRow, s.ScheduleRow]] = {}
    for before, (at, row), (then, after) in zip([None, *rows], rows, rows[1:], strict=False):
        walk = len(between(neighbours, before[1].room, row.room) or ()) if before else 0
        spare = then - at - walk - 1
        if (row.jitter and spare < row.jitter) or (after.jitter and spare < 0):
            late = row if row.jitter else after
            if spare < tightest.get(id(late), (spare + 1, row, after))[0]:
                tightest[id(late)] = spare, row, after
    for number, row in enumerate(actor.schedule):
        if id(row) in tightest:
            yield _reaches_over(places, index, number, *tightest[id(row)])


def _reaches_over(
    places: Places, index: int, number: int, spare: int, row: s.ScheduleRow, after: s.ScheduleRow
) -> Diagnostic:
    span = places.of("actors", index, "schedule", number, "jitter")
    cause = f"the walk of {quote(row.at)} may not be over at {quote(after.at)}, when the next row begins"
    most = max(spare, 0)
    fix = f"write `{most}`, or put more time between the two rows"
    return Diagnostic("T350", span, cause, fix, edits=instead(span, str(most)))
