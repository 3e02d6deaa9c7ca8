"""Bringing a move about once nothing is wanting but the place and the hour: where and when it can be, and being there."""

from typing import TYPE_CHECKING

from tavern.model import conditions as c
from tavern.model.commands import Act
from tavern.model.conditions import Condition
from tavern.model.world import DAY
from tavern.proof.closure.means import begun_by, is_near, lasting, near_part
from tavern.proof.playing.afoot import along, go_to, wait, windows
from tavern.proof.playing.play import Play
from tavern.proof.playing.unlocking import unlock
from tavern.proof.transitions.facts import Facts
from tavern.proof.transitions.may import may
from tavern.proof.transitions.moves import Move
from tavern.proof.transitions.reads import rooms_for

if TYPE_CHECKING:
    from tavern.proof.playing.plan import Planner


def cells(planner: "Planner", facts: Facts, move: Move) -> dict[str, int]:
    """Room → the minutes from now on at which the move can begin and, as far as its hours say, be brought to its end."""
    asked = [part for part in move.condition.conditions if is_near(planner.mystery, part)]
    doing = next((part for part in asked if isinstance(part, c.IsDoing)), None)
    if doing and doing.kind in ("watch", "listen"):
        asked += [part for part in _needs_of(planner, doing) if is_near(planner.mystery, part)]
    near = c.All(tuple(part for part in asked if not isinstance(part, c.IsDoing)))
    begun = c.All(_needs_of(planner, doing)) if doing and doing.kind == "hide" else c.All(())
    rooms = rooms_for(planner.mystery, c.All((*asked, *begun.conditions)))
    found = {}
    for room in (room for room in planner.reach.facts.rooms if rooms is None or room in rooms):
        mask = may(facts, near, room) & facts.now & ~planner.reach.facts.without.hours.get(room, 0)
        if mask and begun.conditions:
            hidden = lasting(may(facts, near_part(planner.mystery, begun), room) & facts.now, 1)
            mask = mask & facts.span.since(facts.span.earliest(hidden)) if hidden else 0
        if mask := lasting(mask, move.minutes if move.command else 0):
            found[room] = mask
    return found


def _needs_of(planner: "Planner", doing: c.IsDoing) -> tuple[Condition, ...]:
    """What the act asks by which one begins to be at it."""
    act = Act(doing.kind, doing.object)
    return next((move.condition.conditions for move in begun_by(planner.mystery).get(act, ())), ())


def staged(planner: "Planner", play: Play, move: Move) -> Play | None:
    """Go to where, and wait until when, the move can be made; make it."""
    facts = planner.foresee(play)
    found = cells(planner, facts, move)
    if not found:
        return unlock(planner, play, move)
    doing = next((part for part in move.condition.conditions if isinstance(part, c.IsDoing)), None)
    if doing and doing.kind == "follow":
        return _follow(planner, play, facts, move, doing.object)
    for window in windows(planner, play, facts, found):
        after = _in_time(planner, play, move, window, doing)
        if after is not None:
            return after
    return None


def _in_time(
    planner: "Planner", play: Play, move: Move, window: tuple[str, int, int], doing: c.IsDoing | None
) -> Play | None:
    """Be in the room by then, and do it in the window."""
    room, opens, end = window
    there = go_to(planner, play, room)
    if there is None or there.world.clock >= end:
        return None
    start = max(opens, there.world.clock)
    if doing and doing.kind:
        return _at_it(planner, there, start, end, doing)
    if move.command is None:
        return wait(planner, there, start if move.kind == "seen" else start + 1)
    waited = wait(planner, there, start)
    if waited is None or waited.world.room != room:
        return waited
    return planner.do(waited, move.command)


def _at_it(planner: "Planner", play: Play, start: int, end: int, doing: c.IsDoing) -> Play | None:
    """Be at it in the window: hide before it begins, or watch and listen as long as it lasts."""
    if doing.kind == "sleep":
        waited = wait(planner, play, start)
        return waited and planner.do(waited, Act("sleep", until=(end + 1) % DAY))
    if doing.kind == "hide":
        return _hide(planner, play, start, doing)
    after = wait(planner, play, start - 1) if start - 1 > play.world.clock else play
    for _ in range(6):
        if after is None or after.world.clock >= end:
            return after
        at = planner.do(after, Act(doing.kind, doing.object or after.world.room))
        if at is None:
            return None
        if at.world.clues != after.world.clues or at.world.routes != after.world.routes:
            return at
        after = at
    return after


def _hide(planner: "Planner", play: Play, start: int, doing: c.IsDoing) -> Play | None:
    """Hide at the last moment before then at which nobody would see it, and stay hidden until it is past."""
    facts = planner.foresee(play)
    near = near_part(planner.mystery, c.All(_needs_of(planner, doing)))
    mask = lasting(may(facts, near, play.world.room) & facts.now, 1) & ~facts.span.since(start + 1)
    waited = wait(planner, play, facts.span.latest(mask)) if mask else None
    hidden = waited and planner.do(waited, Act("hide", doing.object))
    return hidden and wait(planner, hidden, max(start, hidden.world.clock) + 1)


def _follow(planner: "Planner", play: Play, facts: Facts, move: Move, actor: str) -> Play | None:
    """Be with somebody when they set out for a room in which the move can happen, and follow."""
    rooms = rooms_for(planner.mystery, move.condition) or frozenset(planner.mystery.rooms)
    hours = c.All(tuple(part for part in move.condition.conditions if isinstance(part, c.Between | c.OnDays | c.Since)))
    window = may(facts, hours, play.world.room) & facts.now
    ways = {start: mask & window for (start, to), mask in facts.walks[actor].ways.items() if to in rooms}
    return along(planner, play, facts, actor, ways)
