"""Acts that last: waiting, watching, listening, following, sleeping. Time passes until something is seen, or long enough."""

from dataclasses import replace

from tavern.engine.clock import Passage, advance
from tavern.model import events as e
from tavern.model.commands import Act
from tavern.model.mystery import Mystery
from tavern.model.world import Doing, World
from tavern.reasoning.hours import goal_of, next_time
from tavern.reasoning.whereabouts import room_of

STRETCHES = frozenset({"wait", "watch", "listen", "follow", "sleep"})
MINUTES = {"wait": 10, "watch": 15, "listen": 5, "follow": 30}  # where the player does not say how long
MORNING = 7 * 60
STRIDE = 2  # somebody who moves on within so many minutes is still on the way


def live(mystery: Mystery, passage: Passage, act: Act) -> None:
    """Live through the stretch and say in a Beat how it ended: "" ran its course, "seen", "moved", "ended", "stays", "lost"."""
    _run(mystery, passage, _until(passage.world, act), _heeding(act))
    if act.verb == "follow":
        _keep_up(mystery, passage, act.noun)
    passage.add(e.Beat(act.verb, act.noun, stopped=_why(passage, act)))


def rest_from(passage: Passage, before: World) -> None:
    """The stretch is over; whoever hid before it, and is still there, hides on."""
    still = before.doing.kind == "hide" and passage.world.room == before.room
    doing = before.doing if still else Doing()
    if passage.world.doing != doing and passage.stopped != "ended":
        passage.add(e.Busied(doing.kind, doing.object))


def _heeding(act: Act) -> str:
    """What stops it: nothing in sleep; on a wait that has its end, what is shown or said; else also whoever comes or goes."""
    if act.verb == "sleep":
        return ""
    has_an_end = act.verb == "wait" and (act.noun or act.minutes or act.until >= 0)
    return "seen" if has_an_end else "passed"


def _run(mystery: Mystery, passage: Passage, until: int, heeding: str) -> None:
    lived = advance(mystery, passage.world, until, heeding=heeding)
    passage.events += lived.events
    passage.world, passage.stopped = lived.world, lived.stopped


def _keep_up(mystery: Mystery, passage: Passage, actor: str) -> None:
    """Walk on with somebody as long as they walk on themselves."""
    while (
        passage.stopped == "seen" and passage.world.doing.kind == "follow" and _walks_on(mystery, passage.world, actor)
    ):
        _run(mystery, passage, passage.world.clock + STRIDE, "passed")
        if not passage.stopped:
            return


def _walks_on(mystery: Mystery, world: World, actor: str) -> bool:
    if room_of(mystery, world, actor) != world.room:
        return False
    soon = (replace(world, clock=world.clock + minutes) for minutes in range(1, STRIDE + 1))
    return any(room_of(mystery, later, actor) != world.room for later in soon)


def _until(world: World, act: Act) -> int:
    if act.verb == "sleep":
        return next_time(world.clock, act.until if act.until >= 0 else MORNING)
    goal = goal_of(act, world.clock)
    return goal if goal >= 0 else world.clock + MINUTES[act.verb]


def _why(passage: Passage, act: Act) -> str:
    if act.verb == "follow" and not any(isinstance(event, e.Walked) for event in passage.events):
        return passage.stopped or "stays"
    return passage.stopped
