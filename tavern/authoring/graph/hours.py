"""The hours of the house: where everybody is, minute by minute, on each day of the case."""

from collections.abc import Iterator
from itertools import groupby

from tavern.authoring.graph.value import Day, Hours, Stay
from tavern.model.mystery import Actor, Mystery
from tavern.model.world import DAY
from tavern.narration.wording import weekday
from tavern.reasoning.itinerary import step_of

WITHOUT_END = 7  # days that are shown of a case without a last hour


def hours(mystery: Mystery) -> Hours:
    """Everybody's stays; days that are alike are one. Jitter, which is the seed's, is left out."""
    last = (mystery.ends - 1) // DAY + 1 if mystery.ends >= 0 else WITHOUT_END
    tables: dict[tuple[tuple[str, tuple[Stay, ...]], ...], list[str]] = {}
    for day in range(1, last + 1):
        rows = tuple((actor.names.name, tuple(_stays(actor, day))) for actor in mystery.actors.values())
        tables.setdefault(rows, []).append(f"{weekday(mystery, (day - 1) * DAY)}, day {day}")
    days = tuple(Day("; ".join(named), rows) for rows, named in tables.items())
    used = {stay.room for day in days for _, stays in day.rows for stay in stays}
    rooms = tuple((id, room.names.name) for id, room in mystery.rooms.items() if id in used)
    return Hours(f"{mystery.title}: the hours", days, rooms)


def _stays(actor: Actor, day: int) -> Iterator[Stay]:
    """Where they are on that day, the same room on end as one stay."""
    start = (day - 1) * DAY
    minutes = ((minute, step_of(actor, start + minute)) for minute in range(DAY))
    where = ((minute, (step.room, step.asleep) if step else ("", False)) for minute, step in minutes)
    for (room, asleep), run in groupby(where, key=lambda each: each[1]):
        first, *rest = (minute for minute, _ in run)
        if room:
            yield Stay(first, (rest[-1] if rest else first) + 1, room, asleep)
