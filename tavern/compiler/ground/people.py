"""People: their hours as an itinerary, their standing lines, their replies."""

from collections import deque
from collections.abc import Mapping, Sequence

from tavern.compiler import shape as s
from tavern.compiler.ground.actions import AUTHORED, REVEALING, add_actions
from tavern.compiler.ground.conditions import condition, days_of, gates
from tavern.compiler.ground.desk import Desk, each, hundredths, minute
from tavern.compiler.ground.effects import Spring, effects, reveals_anything
from tavern.compiler.ground.texts import put
from tavern.model.commands import Act
from tavern.model.conditions import ALWAYS
from tavern.model.frozen import Frozen
from tavern.model.mystery import Actor, Names, Room, Step
from tavern.model.rules import Guard, Rule
from tavern.model.world import DAY

TITLES = frozenset(
    {"mr", "mrs", "miss", "ms", "dr", "sir", "lady", "lord", "corporal", "sergeant", "captain", "father"}
)


def names_of(shape: s.ActorShape) -> Names:
    """Called by the short name, known by the full one; title and surname are names too."""
    full = shape.name or shape.id.replace("_", " ").capitalize()
    called = shape.called or next((word for word in full.split() if word.casefold().strip(".") not in TITLES), full)
    parts = [word for word in full.split() if word.casefold().strip(".") not in TITLES and word != called]
    also = dict.fromkeys(name for name in (full, *parts, *shape.names) if name != called)
    return Names(called, full=full, also=tuple(also), proper=True, plural=False, pronoun=shape.pronoun)


def actor(desk: Desk, shape: s.ActorShape, rooms: Mapping[str, Room], last_day: int) -> Actor:
    """The actor as compiled; their texts and rules are filed. last_day: number of the last day they need an itinerary for."""
    id = shape.id
    add_actions(desk, id, "actor", shape.on)
    for number, reply in enumerate(shape.replies, 1):
        _add_reply(desk, id, reply, f"reply:{id}:{number}")
    return Actor(
        id=id,
        names=names_of(shape),
        text=put(desk, f"actor:{id}", shape.description),
        itinerary=itinerary(desk, shape.schedule, rooms, last_day),
        relationship=hundredths(shape.relationship or 0),
        greeting=put(desk, f"greeting:{id}", shape.greeting),
        default=put(desk, f"default:{id}", shape.default),
        farewell=put(desk, f"farewell:{id}", shape.farewell),
        accused=_accused(desk, shape),
        wants=shape.wants,
        fears=shape.fears,
        hostile_below=hundredths(shape.hostile_below),
        minds_following=shape.minds_following,
    )


def _accused(desk: Desk, shape: s.ActorShape) -> Frozen[str, str]:
    if shape.accused is None:
        return Frozen()
    if not isinstance(shape.accused, dict):
        return Frozen({"": put(desk, f"accused:{shape.id}", shape.accused)})
    return Frozen(
        {
            "" if answer == "other" else answer: put(desk, f"accused:{shape.id}:{answer}", text)
            for answer, text in shape.accused.items()
        }
    )


def _add_reply(desk: Desk, id: str, reply: s.Reply, key: str) -> None:
    guards = [Guard(part) for part in gates(id, reply.relationship, reply.enemy)]
    when = condition(desk, reply.when)
    guards += [Guard(when)] if when is not ALWAYS else []
    tell = put(desk, key, reply.tell)
    for verb, text in (("how_know", reply.how), ("who_told", reply.who), ("where_stood", reply.where)):
        put(desk, f"{verb}:{key}", text)
    put(desk, f"say_again:{key}", reply.tell)
    done = effects(desk, reply.then, Spring(key, id, "person", id))
    rank = REVEALING if reveals_anything(reply.then) else AUTHORED
    for topic in each(reply.about):
        act = Act(reply.verb, id, topic)
        desk.add_rule(reply.verb, id, topic, Rule(key, act, tuple(guards), done, 1, tell, id, rank))


def itinerary(desk: Desk, rows: Sequence[s.ScheduleRow], rooms: Mapping[str, Room], last_day: int) -> tuple[Step, ...]:
    """Every step from the midnight before day one to the end of the last day, ways walked a room a minute."""
    kept: list[tuple[int, s.ScheduleRow]] = []
    for day in range(last_day + 1):
        today = [row for row in rows if not row.days or day in days_of(desk, row.days) or (day == 0 and not row.days)]
        special = {minute(row.at) for row in today if row.days}
        kept += [((day - 1) * DAY + minute(row.at), row) for row in today if row.days or minute(row.at) not in special]
    kept.sort(key=lambda entry: entry[0])
    steps: list[Step] = []
    for at, row in kept:
        while steps and steps[-1].at >= at:  # still on the way to where the hour before sent them
            steps.pop()
        way = _way(rooms, steps[-1].room, row.room) if steps else []
        steps += [Step(at + number, room) for number, room in enumerate(way)]
        steps.append(Step(at + len(way), row.room, row.doing, row.asleep))
    return tuple(steps)


def _way(rooms: Mapping[str, Room], here: str, there: str) -> list[str]:
    """The rooms between two rooms on a shortest walk, ends left out; none when no way leads there: then they are just there."""
    came = {here: ""}
    queue = deque([here])
    while queue:
        room = queue.popleft()
        if room == there:
            break
        for way in rooms[room].exits if room in rooms else ():
            if way.to and way.to not in came:
                came[way.to] = room
                queue.append(way.to)
    between: list[str] = []
    room = came.get(there, "")
    while room and room != here:
        between.append(room)
        room = came[room]
    return between[::-1]
