"""The player under way: walking, waiting, following somebody, and being in a room at the right minute."""

from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from tavern.model import conditions as c
from tavern.model.commands import Act
from tavern.model.world import DAY
from tavern.proof.closure.means import achievers, lasting
from tavern.proof.playing.play import Play
from tavern.proof.transitions.facts import Facts
from tavern.proof.transitions.may import may
from tavern.proof.transitions.travel import Way, walks
from tavern.reasoning.holds import holds
from tavern.reasoning.whereabouts import room_of

if TYPE_CHECKING:
    from tavern.proof.playing.plan import Planner

FEWEST = 4  # windows, or attempts, before it is given up
SOON = 30  # minutes in which a way that is open now is thought to stay so


def wait(planner: "Planner", play: Play, clock: int) -> Play | None:
    """The play at that clock time, or moved out of the room before; None when the story is over by then."""
    room = play.world.room
    while play.world.clock < clock and play.world.room == room:
        until = min(clock, play.world.clock + DAY) % DAY
        after = planner.do(play, Act("wait", until=until))
        if after is None or not holds(planner.mystery, c.OnStage("playing"), after.world):
            return None
        play = after
    return play


def walks_from(planner: "Planner", play: Play, goals: AbstractSet[str]) -> dict[str, tuple[int, tuple[Way, ...]]]:
    """The walks from where the player is to these rooms, as far as there are any; there may be walks to others among them."""
    world = play.world
    facts = planner.foresee(play)
    soon = facts.span.stretch(world.clock, world.clock + SOON)

    def is_open(way: Way) -> bool:
        return bool(may(facts, way.condition, way.start) & soon)

    def is_shut(way: Way) -> bool:
        return ("ran", way.move.id) not in planner.reach.why

    return walks(planner.mystery, world.room, is_open, is_shut, goals)


def go_to(planner: "Planner", play: Play, room: str) -> Play | None:
    """The play with the player in the room: way by way, seeing to what is shut, round again when put elsewhere."""
    for _ in range(2 * len(planner.mystery.rooms) + 4):
        if play.world.room == room:
            return play
        way = next(iter(walks_from(planner, play, {room}).get(room, (0, ()))[1]), None)
        after = _take(planner, play, way) if way else None
        if after is None:
            return None
        play = after
    return None


def _take(planner: "Planner", play: Play, way: Way) -> Play | None:
    ready = planner.prepared(play, way.condition.conditions)
    if ready is None:
        return None
    if ready.world.room != way.start:
        return ready  # round again, from where that led
    if way.move.command is None:
        return None
    after = planner.do(ready, way.move.command)
    return after or _when_open(planner, ready, way)


def _when_open(planner: "Planner", play: Play, way: Way) -> Play | None:
    """Wait until the way opens by itself, if its hours say that it does."""
    facts = planner.foresee(play)
    mask = may(facts, way.condition, play.world.room) & facts.now & facts.span.since(play.world.clock + 1)
    later = wait(planner, play, facts.span.earliest(mask)) if mask else None
    return planner.do(later, way.move.command) if later and way.move.command else None


def windows(planner: "Planner", play: Play, facts: Facts, cells: dict[str, int]) -> list[tuple[str, int, int]]:
    """The first few (room, start, end) that can still be come to in time, soonest first."""
    far = walks_from(planner, play, cells.keys())
    found = []
    for room, mask in cells.items():
        if room in far:
            arrival = play.world.clock + far[room][0] % 120
            late = [(max(start, arrival), room, start, end) for start, end in facts.span.windows(mask) if end > arrival]
            found += late[:2]
    return [(room, start, end) for _, room, start, end in sorted(found)[:FEWEST]]


def be_where(planner: "Planner", play: Play, near: c.All) -> Play | None:
    """The play with the player in a room, and at a minute, where the conditions of place, people and hour hold."""
    for _ in range(FEWEST):
        if holds(planner.mystery, near, play.world):
            return play
        facts = planner.foresee(play)
        cells = {room: mask for room in planner.reach.facts.rooms if (mask := may(facts, near, room) & facts.now)}
        for room, start, end in windows(planner, play, facts, {room: lasting(mask, 1) for room, mask in cells.items()}):
            there = go_to(planner, play, room)
            waited = there and wait(planner, there, start)
            if waited and waited.world.clock < end and holds(planner.mystery, near, waited.world):
                return waited
            play = waited or there or play
    return None


def led_to(planner: "Planner", play: Play, room: str) -> Play | None:
    """Come to a room by following somebody there."""
    facts = planner.foresee(play)
    for move in achievers(planner.mystery).get(("room", room), ()):
        if move.walk and planner.is_allowed(move):
            actor, start, to = move.walk
            ways = {start: facts.walks[actor].ways.get((start, to), 0) & facts.now}
            after = along(planner, play, facts, actor, ways)
            if after and after.world.room == room:
                return after
    return None


def along(planner: "Planner", play: Play, facts: Facts, actor: str, ways: dict[str, int]) -> Play | None:
    """Follow the actor out of one of the rooms, at one of the minutes they leave it."""
    for room, start, _ in windows(planner, play, facts, {room: mask for room, mask in ways.items() if mask}):
        there = go_to(planner, play, room)
        there = there and wait(planner, there, start - 1)
        if there and room_of(planner.mystery, there.world, actor) == there.world.room:
            return planner.do(there, Act("follow", actor))
    return None
