"""People coming and going, doors on the way, and how a stretch of waiting, watching, following or sleeping ended."""

from collections.abc import Sequence

from tavern.model import events as e
from tavern.model.mystery import Mystery
from tavern.model.report import Paragraph
from tavern.narration.grammar import filled
from tavern.narration.stock_time import (
    CAME,
    COMING_OUT,
    CUT_SHORT,
    GOING,
    GONE,
    LED_NOWHERE,
    LOST,
    OTHERWISE,
    QUIET,
    SLEPT,
    STOPPED_ON_THE_WAY,
)
from tavern.narration.telling import LASTING, Telling
from tavern.narration.text import counted, named, told_as
from tavern.narration.wording import called, capital, hour, one_of, span, weekday
from tavern.reasoning.holds import holds
from tavern.reasoning.whereabouts import state_of

BECOME = {"open": "open", "closed": "shut", "locked": "locked", "lit": "alight", "unlit": "out"}
UNSEEN = (e.WentOff, e.Lapsed, e.DoneOnDay, e.ActorSent, e.ActorFreed)
SEEN = (e.Told, e.Arrived, e.Departed, e.ClueFound, e.ClueCorroborated, e.Walked)


def arrived(t: Telling, event: e.Arrived) -> list[Paragraph]:
    """Somebody comes in, by the way it was seen."""
    return _moving(t, CAME.get(event.way, CAME["any"]), event.actor, event.way)


def departed(t: Telling, event: e.Departed) -> list[Paragraph]:
    """Somebody goes, by the way it was seen."""
    return _moving(t, GOING.get(event.way, GOING["any"]), event.actor, event.way)


def _moving(t: Telling, template: str, actor: str, way: str) -> list[Paragraph]:
    there = _beyond(t.mystery, t.room, way)
    names = t.names(actor)
    who = t.person(actor)
    sentence = filled(template, {"noun": names, "who": who, "there": there or "elsewhere", "way": way})
    return told_as("prose", _at_the_hour(t, capital(sentence)))


def _at_the_hour(t: Telling, sentence: str) -> str:
    """With the hour before it, while somebody waits and watches; the first of a minute only."""
    earlier = t.events[: t.at][::-1]
    since = next((event for event in earlier if isinstance(event, e.TimePassed | e.Arrived | e.Departed)), None)
    if not t.is_lasting() or not isinstance(since, e.TimePassed):
        return sentence
    return f"{hour(t.clock)}. {sentence}"


def _beyond(mystery: Mystery, room: str, way: str) -> str:
    """The name of the room that the way leads to, with its article; "" when none does."""
    to = next((known.to for known in mystery.rooms[room].exits if known.direction == way), "")
    return called(mystery, to) if to else ""


def opened(t: Telling, event: e.StateSet) -> list[Paragraph]:
    """A door that is opened as one sets out through it."""
    rest = t.events[t.at + 1 :]
    walk = next((later for later in rest if isinstance(later, e.Walked)), None)
    before = t.events[: t.at][::-1]
    since = next((past for past in before if isinstance(past, e.TimePassed | e.Walked)), None)
    if walk is None or isinstance(since, e.TimePassed) or event.state != "open":
        return []
    doors = {way.door for way in t.mystery.rooms[walk.back].exits if way.direction == walk.way}
    if event.thing not in doors:
        return []
    return told_as("prose", filled("{The noun} {is} shut. You open {him}.", {"noun": t.names(event.thing)}))


def busied(t: Telling, event: e.Busied) -> list[Paragraph]:
    """Whoever hid comes out as soon as they do anything else."""
    doing = t.before.doing
    said = any(isinstance(other, e.Plain) and other.verb == "unhide" for other in t.events)
    if event.kind or doing.kind != "hide" or said or any(isinstance(past, e.Busied) for past in t.events[: t.at]):
        return []
    return told_as("prose", one_of(COMING_OUT, t.before.clock))


def passed(t: Telling, event: e.Beat) -> list[Paragraph]:
    """How a stretch of time ended, or why an act that takes time came to nothing."""
    if event.kind == "go_to":
        return told_as("prose", filled(STOPPED_ON_THE_WAY, {"noun": t.names(t.room)}))
    if event.kind not in LASTING:
        return told_as("prose", _cut_short(t, event))
    if event.stopped in ("moved", "ended"):
        return []
    if event.stopped == "lost":
        return told_as("prose", filled(LOST, {"noun": t.names(event.object)}))
    if event.kind == "sleep":
        morning = {"day": weekday(t.mystery, t.clock), "hour": hour(t.clock)}
        return told_as("prose", filled(one_of(SLEPT, t.count("beat:sleep:")), morning))
    return told_as("prose", *_looked_on(t, event))


def _looked_on(t: Telling, event: e.Beat) -> tuple[str, str]:
    """What there was to see, if nothing has been told of it, and the hour, if that has not been told either."""
    listened = event.kind == "listen" and any(isinstance(past, e.Described) for past in t.events[: t.at])
    happened = listened or any(isinstance(past, SEEN) for past in t.events[: t.at])
    quiet = "" if happened else _quiet(t, event)
    return quiet, "" if happened and _hour_was_told(t) else f"It is {hour(t.clock)}."


def _hour_was_told(t: Telling) -> bool:
    """Whether somebody has just come or gone, which is told with its hour."""
    last = next((past for past in t.events[: t.at][::-1] if not isinstance(past, UNSEEN)), None)
    return t.is_lasting() and isinstance(last, e.Arrived | e.Departed)


def _cut_short(t: Telling, event: e.Beat) -> str:
    if event.stopped == "ended":
        return ""
    if event.stopped == "gone" and event.object in (*t.mystery.things, *t.mystery.actors):
        return filled(GONE, {"noun": t.names(event.object)})
    if event.stopped == "otherwise" and (now := BECOME.get(state_of(t.mystery, t.after, event.object))):
        return filled(OTHERWISE, {"noun": t.names(event.object), "now": now})
    return CUT_SHORT


def _quiet(t: Telling, event: e.Beat) -> str:
    """Nothing happened: the author's beats of what was watched or of the place, else what can be said of nothing."""
    count = t.count(f"beat:{event.kind}:{event.object}")
    roles = {"span": span(t.clock - t.before.clock)}
    if event.object in t.mystery.actors:
        options = LED_NOWHERE.get(event.kind, LED_NOWHERE["watch"])
        return capital(filled(one_of(options, count), {**roles, "noun": t.names(event.object)}))
    for key in _beats(t, event):
        if lines := _lines(t, key):
            return one_of(lines, count)
    return capital(filled(one_of(QUIET, count), roles))


def _beats(t: Telling, event: e.Beat) -> list[str]:
    hideout = t.before.doing.object if t.before.doing.kind == "hide" else ""
    things = [t.mystery.things[id].beats for id in (event.object, hideout) if id in t.mystery.things]
    return [key for key in (*things, t.mystery.rooms[t.room].beats) if key]


def _lines(t: Telling, key: str) -> Sequence[str]:
    """All the lines that may be told now; they go round, since nothing may happen any number of times."""
    world = t.world_here()
    fitting = (variant for variant in t.mystery.texts.get(key, ()) if holds(t.mystery, variant.when, world))
    variant = next(fitting, None)
    return [named(t.mystery, counted(t.mystery, world, line.strip())) for line in variant.lines] if variant else ()
