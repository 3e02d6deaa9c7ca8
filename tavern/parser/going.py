"""Where one goes by a direction, a room, or a thing that is a way: doors, stairs, a hoist."""

from tavern.model.commands import Act, Question
from tavern.parser import asking
from tavern.parser.heard import Heard
from tavern.parser.words import these

_STAIRS = these("stair stairs staircase steps ladder rungs")
_DOORS = these("door doors gate gates")


def gone(heard: Heard, act: Act) -> Act | Question:
    """The act turned into the way it takes, if it takes one; a question when there are several and none is named."""
    scope = heard.scope
    kind = scope.kinds.get(act.noun)
    match act.verb:
        case "go":
            return _by_direction(heard, act)
        case "go_to" if kind != "room":
            return _up_to(heard, act.noun)
        case "enter" if not act.noun:
            return Act("go", "in") if "in" in scope.exits else asking.wanting(heard, "enter what", "DOORWAY", "enter ")
        case "take" | "use" if act.noun in scope.loose or _DOORS & _words(heard, act.noun):
            return act
        case "jump" if kind != "thing":
            return act
        case _:
            direction = scope.ways.get(act.noun, "") if not act.other else ""
            direction = direction or (_by_stairs(heard, act.noun) if act.verb != "stand" else "")
            return Act("go", direction) if direction else act


def doorway(heard: Heard, room: str) -> str:
    """The door by which a room next to this one is reached, "" when there is none."""
    scope = heard.scope
    return next((thing for thing, direction in scope.ways.items() if scope.exits.get(direction) == room), "")


def _by_direction(heard: Heard, act: Act) -> Act | Question:
    scope = heard.scope
    if act.other:
        return _towards(heard, act.noun, act.other)
    direction = "out" if scope.kinds.get(act.noun) == "room" else act.noun
    if not direction and "back" in heard.words:
        return Act("go", scope.back) if scope.back else _which_way(heard)
    if not direction:
        return _which_way(heard)
    if direction != "out" or "out" in scope.exits or not scope.exits:
        return Act("go", direction)
    only = next(iter(scope.exits)) if len(scope.exits) == 1 else scope.back
    return Act("go", only) if only else _which_way(heard)


def _which_way(heard: Heard) -> Question:
    return asking.wanting(heard, "go which way", "DIR", "go ")


def _towards(heard: Heard, direction: str, to: str) -> Act:
    """A direction and where it leads: the direction, unless it leads elsewhere."""
    scope = heard.scope
    kind = scope.kinds.get(to)
    leads_to = scope.exits.get(direction)
    if kind == "room":
        unknown = leads_to == "" and to not in scope.exits.values()
        return Act("go", direction) if leads_to == to or unknown else Act("go_to", to)
    if kind == "thing" and to in scope.ways:
        return Act("go", scope.ways[to])
    if kind == "thing" and leads_to is not None and direction != "up":
        return Act("go", direction)
    return _up_to(heard, to)


def _up_to(heard: Heard, id: str) -> Act:
    """Walking up to what is no room: to talk to somebody who is here, to follow who is not, to look at a thing."""
    if heard.scope.kinds.get(id) == "actor":
        return Act("talk" if id in heard.scope.present else "follow", id)
    return Act("examine", id)


def _by_stairs(heard: Heard, id: str) -> str:
    """The way that stairs lead: up or down as it was said, or the only one of them there is."""
    scope = heard.scope
    if not _STAIRS & _words(heard, id) or id not in scope.present:
        return ""
    levels = [direction for direction in ("up", "down") if direction in scope.exits]
    said = [direction for direction in levels if direction in heard.words]
    called = [direction for direction in levels if _words(heard, id) & _words(heard, scope.exits[direction])]
    sure = said or called or levels
    return sure[0] if len(sure) == 1 else ""


def _words(heard: Heard, id: str) -> frozenset[str]:
    entry = heard.lexicon.entries.get(id)
    return entry.words if entry else frozenset()
