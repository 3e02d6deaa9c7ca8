"""People: their hours as an itinerary, their standing lines, their replies."""

from collections.abc import Iterator, Mapping, Sequence

from tavern.compiler import shape as s
from tavern.compiler.ground.actions import AUTHORED, REVEALING, Owner, add_actions
from tavern.compiler.ground.conditions import condition, days_of, gates
from tavern.compiler.ground.desk import Desk, each, hundredths, minute
from tavern.compiler.ground.effects import Spring, effects, held, reveals_anything
from tavern.compiler.ground.texts import put
from tavern.model import conditions as c
from tavern.model import effects as f
from tavern.model.commands import Act
from tavern.model.conditions import ALWAYS
from tavern.model.frozen import Frozen
from tavern.model.mystery import Actor, Names, Room, Step
from tavern.model.rules import Automatic, Guard, Rule
from tavern.model.world import DAY
from tavern.reasoning.path import between

TITLES = frozenset(
    {"mr", "mrs", "miss", "ms", "dr", "sir", "lady", "lord", "corporal", "sergeant", "captain", "father"}
)


def names_of(shape: s.ActorShape) -> Names:
    """Called by the short name ("Gene", "Mr Lamb"), known by the full one; title and surname are names too."""
    full = shape.name or shape.id.replace("_", " ").capitalize()
    called = shape.called or _short(full)
    parts = [word for word in full.split() if word.casefold().strip(".") not in TITLES and word != called]
    also = dict.fromkeys(name for name in (full, *parts, *shape.names) if name != called)
    return Names(called, full=full, also=tuple(also), proper=True, plural=False, pronoun=shape.pronoun)


def _short(full: str) -> str:
    """The first name of a full one; a title with its surname as they stand."""
    plain = [word for word in full.split() if word.casefold().strip(".") not in TITLES]
    return plain[0] if len(plain) > 1 or plain == full.split() else full


def actor(desk: Desk, shape: s.ActorShape, rooms: Mapping[str, Room], last_day: int) -> Actor:
    """The actor as compiled; their texts and rules are filed. last_day: number of the last day they need an itinerary for."""
    id = shape.id
    add_actions(desk, Owner(id, "actor"), shape.on)
    for number, goal in enumerate(shape.goals, 1):
        desk.automatics += _goal(desk, id, goal, f"goal:{id}:{number}")
    for number, reply in enumerate(replies_of(shape), 1):
        _add_reply(desk, id, reply, f"reply:{id}:{number}")
    return Actor(
        id=id,
        names=names_of(shape),
        text=put(desk, f"actor:{id}", shape.description),
        itinerary=itinerary(desk, rows_of(shape), rooms, last_day),
        relationship=hundredths(shape.relationship or 0),
        greeting=put(desk, f"greeting:{id}", shape.greeting),
        default=put(desk, f"default:{id}", shape.default),
        farewell=put(desk, f"farewell:{id}", shape.farewell),
        accused=_accused(desk, shape),
        wants=shape.wants,
        fears=shape.fears,
        hostile_below=hundredths(shape.hostile_below),
        holds=shape.holds or 0,
    )


def replies_of(shape: s.ActorShape) -> list[s.Reply]:
    """The replies in their long form."""
    if isinstance(shape.replies, dict):
        return [s.Reply(about=topic, tell=words) for topic, words in shape.replies.items()]
    return shape.replies


def rows_of(shape: s.ActorShape) -> list[s.ScheduleRow]:
    """The schedule, with what `in` says of its midnights."""
    return [*([s.ScheduleRow(at="00:00", room=shape.in_)] if shape.in_ else []), *shape.schedule]


def _goal(desk: Desk, id: str, shape: s.Goal, key: str) -> tuple[Automatic, Automatic]:
    """Setting out, each time there is reason to, and getting there, once each time."""
    there = f"{key}:there"
    leaves = minute(shape.until) if shape.until else -1
    going = (f.Send(id, shape.go, shape.for_ or 0, shape.doing, shape.priority, key, leaves), f.Start(there))
    done = effects(desk, shape.then, Spring(there, id, "hour"))
    tell = put(desk, there, shape.tell)
    return (
        Automatic(key, condition(desk, shape.when), going, once=False, each_time=True),
        Automatic(there, c.Reached(id, key), done, tell, c.With(id), delay=0, once=False),
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
    done = (*held(id, reply.holds), *effects(desk, reply.then, Spring(key, id, "person", id)))
    rank = REVEALING if reveals_anything(reply.then) else AUTHORED
    for topic in each(reply.about):
        act = Act(reply.verb, id, topic)
        desk.add_rule(reply.verb, id, topic, Rule(key, act, tuple(guards), done, 1, tell, id, rank))


def itinerary(desk: Desk, rows: Sequence[s.ScheduleRow], rooms: Mapping[str, Room], last_day: int) -> tuple[Step, ...]:
    """Every step from the midnight before day one to the end of the last day, ways walked a room a minute."""
    neighbours = {room.id: [way.to for way in room.exits if way.to] for room in rooms.values()}
    steps: list[Step] = []
    for at, row in rows_in_force(desk, rows, last_day):
        while steps and steps[-1].at >= at:  # still on the way to where the hour before sent them
            steps.pop()
        way = (between(neighbours, steps[-1].room, row.room) or ()) if steps else ()
        steps += [Step(at + number, room, jitter=row.jitter, sets_out=at) for number, room in enumerate(way)]
        steps.append(Step(at + len(way), row.room, row.doing, row.asleep, row.jitter, at))
    return tuple(steps)


def rows_in_force(desk: Desk, rows: Sequence[s.ScheduleRow], last_day: int) -> Iterator[tuple[int, s.ScheduleRow]]:
    """The rows of every day from the midnight before day one, each with its clock time; those for a day go before the daily."""
    for day in range(last_day + 1):
        today = [row for row in rows if not row.days or day in days_of(desk, row.days)]
        special = {minute(row.at) for row in today if row.days}
        kept = [row for row in today if row.days or minute(row.at) not in special]
        yield from (((day - 1) * DAY + minute(row.at), row) for row in sorted(kept, key=lambda row: minute(row.at)))
