"""Time passing: everybody walks their hours, fuses and daemons go off, and what is seen stops whoever waits for it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tavern.engine.apply import apply
from tavern.engine.effects import happen
from tavern.engine.errands import freed, released
from tavern.engine.timetable import candidates, next_moment, parts, timetable
from tavern.model import conditions as c
from tavern.model import effects as f
from tavern.model import events as e
from tavern.model.effects import Effect
from tavern.model.events import Event
from tavern.model.mystery import Exit, Mystery
from tavern.model.rules import Automatic, Guard
from tavern.model.world import PLAYER, Doing, Ended, World
from tavern.reasoning.holds import evening, holds, holds_all
from tavern.reasoning.itinerary import steps_at
from tavern.reasoning.judgement import first_ending
from tavern.reasoning.whereabouts import room_of

AWAKE = c.Awake(PLAYER)
LIGHT = {"": 0, "passed": 1, "seen": 2}  # reasons to stop that only a waiting player heeds, and how grave they are


@dataclass(slots=True)
class Passage:
    """A stretch of time as it is being lived through.

    stopped: "" or why it ends early: "passed" (somebody came or went), "seen", "gone", "moved", "ended".
    """

    world: World
    events: list[Event] = field(default_factory=list)
    stopped: str = ""

    def add(self, *events: Event) -> None:
        """Let these things have happened."""
        for event in events:
            self.events.append(event)
            self.world = apply(self.world, event)

    def bring_about(self, mystery: Mystery, effects: Iterable[Effect]) -> list[Event]:
        """Let the effects happen; the events they came to."""
        events, self.world = happen(mystery, self.world, effects)
        self.events += events
        return events

    def pass_to(self, clock: int) -> None:
        """Let it be that clock time. Minutes in which nothing happened make one event."""
        if self.events and isinstance(self.events[-1], e.TimePassed):
            self.events.pop()
        self.add(e.TimePassed(clock))

    def stop(self, why: str) -> None:
        """End the stretch here; a graver reason takes the place of a lighter one."""
        if why not in LIGHT or LIGHT.get(self.stopped, len(LIGHT)) < LIGHT[why]:
            self.stopped = why


def advance(
    mystery: Mystery, world: World, until: int, *, heeding: str = "", needed: Sequence[Guard] = (), begun: bool = False
) -> Passage:
    """Live through (now, until], stopping where the player is moved, a guard needed fails ("gone") or the story ends.

    heeding: the lightest reason that stops it too: "seen" when an automatic rule speaks or shows something, "passed" also when
    somebody comes or goes, "" neither. Nothing may be ready to go off before, but by what the player has just begun to do:
    that shows in the first minute. begun: whether that has changed anything. `stopped` of what is returned says "seen" for both.
    """
    passage = Passage(world)
    begun = begun or bool(world.doing.kind)
    while passage.world.clock < until:
        before = passage.world
        soonest = before.clock + 1 if begun or _is_unsettled(mystery, before) else until
        passage.pass_to(next_moment(mystery, before, min(soonest, until)))
        begun = False
        live_moment(mystery, before, passage)
        if passage.stopped in LIGHT and not holds_all(mystery, needed, passage.world):
            passage.stop("gone")
        if passage.stopped not in LIGHT:
            return passage
        if heeding and LIGHT[passage.stopped] >= LIGHT[heeding]:
            passage.stopped = "seen"
            return passage
        passage.stopped = ""
    return passage


def live_moment(mystery: Mystery, before: World, passage: Passage) -> None:
    """All that falls due in the minute that has just come."""
    if 0 <= mystery.ends <= passage.world.clock:
        _out_of_time(mystery, passage)
        return
    passage.add(*freed(mystery, before, passage.world))
    comings_and_goings(mystery, before, passage)
    go_off(mystery, passage, timed=True)


def go_off(mystery: Mystery, passage: Passage, *, timed: bool = False) -> None:
    """Let every automatic rule go off that can, until none can any more. timed: those bound to this very minute too."""
    hour = passage.world.minute if timed and passage.world.minute in timetable(mystery).hours else -1
    gone: set[str] = set()
    while not isinstance(passage.world.stage, Ended):
        if passage.world.begun:
            _lapse(mystery, passage)
        world = passage.world
        rules = candidates(mystery, hour, world.room, world.doing.kind)
        ready = next((rule for rule in rules if rule.id not in gone and _is_ready(mystery, world, rule)), None)
        if ready is None:
            return
        gone.add(ready.id)
        _fire(mystery, passage, ready)


def _is_unsettled(mystery: Mystery, world: World) -> bool:
    """Whether what goes off each time is due again, or to lapse: somebody's goal may be undone by going there."""
    each_time = timetable(mystery).each_time
    return any((id in world.begun) != holds(mystery, rule.when, world) for id, rule in each_time.items())


def _lapse(mystery: Mystery, passage: Passage) -> None:
    """Let rules that go off each time their condition comes true be ready again, and whom a goal sent be free of it."""
    each_time = timetable(mystery).each_time
    for id in sorted(passage.world.begun):
        if id not in each_time or not holds(mystery, each_time[id].when, passage.world):
            before = passage.world
            passage.add(e.Lapsed(id), *released(mystery, before, id))
            comings_and_goings(mystery, before, passage)


def each_turn(mystery: Mystery, passage: Passage) -> None:
    """The daemons: automatic rules that run after every turn that took time, as long as their condition holds."""
    for rule in mystery.automatics:
        if rule.each_turn and holds(mystery, rule.when, passage.world) and not isinstance(passage.world.stage, Ended):
            _fire(mystery, passage, rule)


def _is_ready(mystery: Mystery, world: World, rule: Automatic) -> bool:
    if rule.id in world.fired or rule.id in world.begun or (rule.day and rule.day != world.day):
        return False
    if rule.delay >= 0:
        if world.pending.get(rule.id, world.clock + 1) > world.clock:
            return False
    elif rule.at < 0 and not rule.once and not rule.each_time and world.last_day.get(rule.id) == evening(world):
        return False
    return holds(mystery, rule.when, world)


def _fire(mystery: Mystery, passage: Passage, rule: Automatic) -> None:
    before = passage.world
    if not rule.each_turn:
        passage.add(e.WentOff(rule.id, rule.once, rule.each_time))
        if not rule.once and not rule.each_time and rule.at < 0 and rule.delay < 0:
            passage.add(e.DoneOnDay(rule.id, evening(before)))
    heard = holds(mystery, rule.heard, before) and (_asks_for_sleep(rule) or holds(mystery, AWAKE, before))
    if rule.tell and heard:
        passage.add(e.Told(rule.tell))
        passage.stop("seen")
    events = passage.bring_about(
        mystery, [effect for effect in rule.effects if heard or not isinstance(effect, f.Say | f.Describe)]
    )
    is_moved = passage.world.room != before.room
    if any(isinstance(event, e.ActorSent) for event in events):
        comings_and_goings(mystery, before, passage)
    if isinstance(passage.world.stage, Ended):
        passage.stop("ended")
    elif is_moved:
        _put_out(passage)
    elif rule.stops:
        passage.stop("moved")
    elif any(isinstance(event, e.ClueFound | e.ClueCorroborated | e.Told) for event in events):
        passage.stop("seen")


def _put_out(passage: Passage) -> None:
    """The player was moved, and what they were at is over."""
    if passage.world.doing.kind:
        passage.add(e.Busied(""))
    passage.stop("moved")


def _asks_for_sleep(rule: Automatic) -> bool:
    asleep = c.Not(AWAKE)
    return any(part in (asleep, c.IsDoing("sleep")) for part in (*parts(rule.when), *parts(rule.heard)))


def _out_of_time(mystery: Mystery, passage: Passage) -> None:
    ending = first_ending(mystery, passage.world, "time")
    if ending:
        passage.bring_about(mystery, (f.End(ending.id),))
    passage.stop("ended")


def comings_and_goings(mystery: Mystery, before: World, passage: Passage) -> None:
    """Who left the player's room and who came in, since the moment before; whoever follows somebody goes along."""
    if before.doing.kind == "sleep" or passage.world.room != before.room:
        return
    among = _perhaps_gone(mystery, before, passage.world)
    now = {actor: room_of(mystery, passage.world, actor) for actor in among}
    moved = {actor: was for actor in among if (was := room_of(mystery, before, actor)) != now[actor]}
    here = before.room
    left = [actor for actor, was in moved.items() if was == here]
    passage.add(*(e.Departed(actor, _way(mystery, passage.world, here, now[actor])) for actor in left))
    for actor in left:
        if before.doing.kind == "follow" and before.doing.object == actor:
            _go_along(mystery, passage, now[actor])
        else:
            passage.stop("passed")
    for actor, was in moved.items():
        if now[actor] == passage.world.room and was != here:
            passage.add(e.Arrived(actor, _way(mystery, passage.world, now[actor], was)))
            passage.stop("seen" if before.doing == Doing("wait", actor) else "passed")


def _perhaps_gone(mystery: Mystery, before: World, after: World) -> list[str]:
    """The actors who may be elsewhere: all when anybody's hours say otherwise by now, else those whom something else keeps."""
    stays = before.stays.keys() | after.stays.keys()
    if steps_at(mystery, before.seed, before.clock) != steps_at(mystery, after.seed, after.clock):
        return list(mystery.actors)
    return [actor for actor in mystery.actors if actor in stays] if stays else []


def _go_along(mystery: Mystery, passage: Passage, there: str) -> None:
    """The follower takes the same way, through doors that were just opened for somebody else; else loses them."""
    here = passage.world.room
    way = next((way for way in mystery.rooms[here].exits if _leads(mystery, passage.world, way, there)), None)
    if way is None:
        passage.add(e.Beat("follow", passage.world.doing.object, stopped="lost"), e.Busied(""))
        passage.stop("seen")
        return
    passage.bring_about(mystery, (f.Go(there, way.direction), f.Describe(there, "look")))


def _leads(mystery: Mystery, world: World, way: Exit, there: str) -> bool:
    return way.to == there and holds(mystery, way.when, world)


def _way(mystery: Mystery, world: World, here: str, there: str) -> str:
    """The direction from here that leads there, or "" when none that shows does."""
    return next(
        (
            way.direction
            for way in mystery.rooms[here].exits
            if way.to == there and (not way.hidden or holds(mystery, way.when, world))
        ),
        "",
    )
