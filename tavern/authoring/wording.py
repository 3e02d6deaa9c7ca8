"""Conditions in the author's words: with their names and ids, hours as HH:MM, relationships from -1.0 to 1.0."""

from collections.abc import Callable
from typing import assert_never

from tavern.model import conditions as c
from tavern.model.conditions import Condition
from tavern.model.mystery import Mystery
from tavern.model.world import DAY, NOWHERE, PLAYER, WORN
from tavern.narration.wording import WEEKDAYS, hour, listed, name_of

LAST_DAY = 60  # up to which a weekday in a condition is spelt out
STAGES = {
    "playing": ("the story", "is", "under way"),
    "hearing": ("a hearing", "is", "under way"),
    "judged": ("an accusation", "is", "judged and not carried"),
    "proved": ("an accusation", "is", "carried"),
    "partly": ("an accusation", "is", "carried with questions left blank"),
    "ended": ("the story", "is", "over"),
}
DOINGS = {
    "watch": "watching", "follow": "following", "hide": "hiding in", "listen": "listening to", "sleep": "asleep",
    "wait": "waiting for",
}  # fmt: skip
Clause = tuple[str, str, str]  # who or what, the verb that a "not" may follow, and the rest


def noun(mystery: Mystery, id: str) -> str:
    """An id, with its name behind it where the name says more: "gene", "clue_03 (by the willows)"."""
    if id in (PLAYER, WORN, NOWHERE):
        return "the player" if id in (PLAYER, WORN) else "nowhere"
    name = name_of(mystery, id).name.replace("*", "")
    return id if name.casefold() == id.replace("_", " ") else f"{id} ({name})"


def worded(mystery: Mystery, condition: Condition) -> str:
    """What has to be so for the condition to hold, as a clause: "relationship with sarah is at least 0.2"."""
    match condition:
        case c.All(()):
            return "always"
        case c.All(parts):
            return " and ".join(_inside(mystery, part) for part in parts)
        case c.Any(()):
            return "never"
        case c.Any(parts):
            return " or ".join(_inside(mystery, part) for part in parts)
        case c.Not(part):
            return _denied(mystery, part)
        case _:
            return " ".join(filter(None, _clause(mystery, condition)))


def _inside(mystery: Mystery, part: Condition) -> str:
    compound = isinstance(part, c.All | c.Any) and len(part.conditions) > 1
    return f"({worded(mystery, part)})" if compound else worded(mystery, part)


def _denied(mystery: Mystery, condition: Condition) -> str:
    """What has to be so for the condition not to hold."""
    match condition:
        case c.All(parts):
            return worded(mystery, c.Any(tuple(c.Not(part) for part in parts)))
        case c.Any(parts):
            return worded(mystery, c.All(tuple(c.Not(part) for part in parts)))
        case c.Not(part):
            return worded(mystery, part)
        case c.Since(clock):
            return f"it is before {moment(clock)}"
        case c.Alone():
            return "somebody else is in the player's room"
        case c.Lit():
            return "it is dark where the player is"
        case c.Awake(actor):
            return f"{noun(mystery, actor)} is asleep"
        case c.Fails():
            return "always"
        case _:
            who, verb, rest = _clause(mystery, condition)
            return f"{who} {verb} not {rest}".rstrip()


def _clause(mystery: Mystery, condition: Condition) -> Clause:
    def name(id: str) -> str:
        return noun(mystery, id)

    match condition:
        case c.Knows(id):
            return name(id), "is", _known(mystery, id)
        case c.Visited(room):
            return name(room), "has", "been visited"
        case c.Has(thing):
            return name(thing), "is", "carried"
        case c.At(rooms):
            return "the player", "is", f"in {listed(map(name, rooms), 'or')}"
        case c.In(thing, place):
            return name(thing), "is", _placed(mystery, place)
        case c.With(actor):
            return name(actor), "is", "in the player's room"
        case c.Alone():
            return "nobody else", "is", "in the player's room"
        case c.Awake(actor):
            return name(actor), "is", "awake"
        case c.Between(start, end):
            return "it", "is", "any hour" if start == end else f"between {hour(start)} and {hour(end)}"
        case c.OnDays(days):
            return "it", "is", _on_days(mystery, days)
        case c.Since(clock):
            return "it", "is", f"{moment(clock)} or later"
        case c.Relationship(actor, least, most):
            bounds = _bounds(least if least > -100 else None, most if most < 100 else None, hundredths)
            return f"relationship with {name(actor)}", "is", bounds
        case c.Is(thing, state):
            return name(thing), "is", state
        case c.Counter(counter, least, most):
            return counter, "is", _bounds(least, most, str)
        case c.IsDoing(kind, object):
            return "the player", "is", _doing(mystery, kind, object)
        case c.OnStage(stage):
            return STAGES.get(stage, ("the story", "is", stage))
        case c.HeardBy(actor):
            return name(actor), "is", "there to hear the accusation"
        case c.NotToday(key):
            return f"`{key}`", "is", "still to do today"
        case c.Lit():
            return "there", "is", "light where the player is"
        case c.InSight(id):
            return name(id), "is", "in sight"
        case c.WayTo(room):
            return f"a way to {name(room)}", "is", "known"
        case c.Reached(actor, goal):
            return name(actor), "is", f"where the goal {goal} sends them"
        case c.Fails():
            return "it", "is", "never so"
        case c.All() | c.Any() | c.Not():
            return "it", "is", f"so that {worded(mystery, condition)}"
        case _:
            assert_never(condition)


def _known(mystery: Mystery, id: str) -> str:
    if id in mystery.clues:
        return "held"
    if id in mystery.deductions:
        return "drawn"
    return "taken" if id in mystery.routes else "met"


def _placed(mystery: Mystery, place: str) -> str:
    special = {PLAYER: "carried in the hand", WORN: "worn", NOWHERE: "out of the game"}
    if place in special:
        return special[place]
    holds_on = place in mystery.things and mystery.things[place].holds == "on"
    return f"{'with' if place in mystery.actors else 'on' if holds_on else 'in'} {noun(mystery, place)}"


def _on_days(mystery: Mystery, days: tuple[int, ...]) -> str:
    """The days by number; every Thursday of the case by its name."""
    weekdays = sorted({(day - 1) % 7 for day in days})
    if days and days == tuple(day for day in range(1, LAST_DAY + 1) if (day - 1) % 7 in weekdays):
        first = WEEKDAYS.index(mystery.weekday) if mystery.weekday in WEEKDAYS else 0
        return listed((f"a {WEEKDAYS[(first + day) % 7]}" for day in weekdays), "or")
    return f"day {listed(map(str, days), 'or')}"


def _doing(mystery: Mystery, kind: str, id: str) -> str:
    words = DOINGS.get(kind, kind)
    return f"{words} {noun(mystery, id)}" if id else words.partition(" ")[0]


def _bounds(least: int | None, most: int | None, spelt: Callable[[int], str]) -> str:
    if least is not None and most is not None:
        return spelt(least) if least == most else f"between {spelt(least)} and {spelt(most)}"
    if least is not None:
        return f"at least {spelt(least)}"
    return "any number" if most is None else f"at most {spelt(most)}"


def hundredths(value: int) -> str:
    """A relationship as its author writes it: "0.2", "-0.65"."""
    return f"{value / 100:.2f}".removesuffix("0")


def moment(clock: int) -> str:
    """A day and an hour of the case: "day 2, 06:00"."""
    return f"day {clock // DAY + 1}, {hour(clock)}"
