"""What sending somebody, or holding them in talk, does to where they may be and surely are."""

from collections.abc import Iterable

from tavern.model.mystery import Mystery
from tavern.model.world import HERE, World
from tavern.proof.transitions.facts import Facts
from tavern.proof.transitions.walks import Walk, between


def send(facts: Facts, actor: str, room: str, clock: int) -> None:
    """Let the actor be sent to the room (or HERE: held wherever they are) at that clock time or any later one.

    They may be on the way there, in it for as long as one likes, and on the way back to wherever the schedule has them.
    """
    span = facts.span
    since = span.since(clock)
    scheduled = facts.walks[actor].may
    for here, mask in scheduled.items():
        if room == HERE and mask & since:
            _add(facts, actor, (here,), span.since(span.earliest(mask & since)))
    ends = {*scheduled, *facts.sent.get(actor, ()), *(() if room == HERE else (room,))} & set(facts.mystery.rooms)
    _add(facts, actor, between(facts.mystery, ends, ends) if room != HERE else _ways_back(facts.mystery, ends), since)
    facts.displaced[actor] = facts.displaced.get(actor, 0) | since


def _ways_back(mystery: Mystery, rooms: Iterable[str]) -> set[str]:
    """The rooms between, for one who was held and walks after their hours."""
    ends = frozenset(rooms)
    return set(between(mystery, ends, ends)) - ends


def _add(facts: Facts, actor: str, rooms: Iterable[str], mask: int) -> None:
    sent = facts.sent.setdefault(actor, {})
    for room in rooms:
        sent[room] = sent.get(room, 0) | mask


def stays(facts: Facts, world: World) -> None:
    """Let those whom something has elsewhere in this world be where it may have them."""
    now = facts.span.first if not facts.now else facts.span.earliest(facts.now)
    for actor, kept in world.stays.items():
        if kept[0].until < 0 and not kept[0].rule:
            _settle(facts, actor, kept[0].room)
        for stay in kept:
            for room in (stay.room, *stay.walk):
                send(facts, actor, room, now)


def _settle(facts: Facts, actor: str, room: str) -> None:
    """Let the actor's hours be over: they were sent to the room for good, and come back there from wherever else they are sent."""
    always = facts.span.always
    facts.walks = {**facts.walks, actor: Walk(may={room: always}, sure={}, awake=always, asleep=0, ways={})}
