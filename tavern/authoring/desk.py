"""The author's desk: lines that begin with `#`, for going anywhere and looking at everything while a game is played.

What they do to the world are events like those of play, so that undo takes them back and a save holds them.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from tavern.authoring.pages import HELP, scope_page, state_page
from tavern.authoring.why import told, why
from tavern.authoring.wording import moment, noun
from tavern.engine.clock import Passage, advance, go_off
from tavern.engine.meeting import met
from tavern.game import AUTHOR, Desk
from tavern.model import effects as f
from tavern.model import events as e
from tavern.model.events import Event
from tavern.model.mystery import Mystery, Names
from tavern.model.scope import Scope
from tavern.model.world import DAY, Playing, World
from tavern.narration.wording import listed
from tavern.problem import Problem
from tavern.reasoning.holds import stage_name
from tavern.reasoning.hours import next_time
from tavern.text.nearest import nearest

NAMES = ("goto", "time", "reveal", "state", "why", "scope", "help")
WHEN = re.compile(r"(?:day (?P<day>\d{1,3})(?:,? |$))?(?:(?P<hour>\d{1,2}):(?P<minute>\d\d))?", re.ASCII)
Events = Sequence[Event]


def answer(mystery: Mystery, world: World, scope: Scope, line: str) -> Events:
    """What an author's line comes to; a Misheard is among the events when it is not understood."""
    name, _, words = line.removeprefix(AUTHOR).strip().partition(" ")
    try:
        return _answered(mystery, world, scope, name.casefold(), words.strip())
    except Problem as problem:
        return (e.Misheard(line), e.Replied("note", str(problem)))


def _answered(mystery: Mystery, world: World, scope: Scope, name: str, words: str) -> Events:
    match name:
        case "goto":
            return _go(mystery, world, _called(mystery.rooms, words, "room"))
        case "time":
            return _pass_time(mystery, world, words)
        case "reveal":
            return _reveal(mystery, world, words)
        case "state":
            return _rows(state_page(mystery, world))
        case "why":
            return _rows(told(why(mystery, world, words), mystery))
        case "scope":
            return _rows(scope_page(mystery, scope))
        case "help" | "":
            return _rows(HELP)
        case _:
            raise Problem(_unknown(name))


def complete(mystery: Mystery, world: World, partial: str) -> list[str]:
    """Lines that continue one that is begun: the command's name, then the id it wants."""
    name, blank, begun = partial.removeprefix(AUTHOR).partition(" ")
    if not blank:
        return [f"{AUTHOR}{known}" for known in NAMES if known.startswith(name)]
    wanted: Mapping[str, Iterable[str]] = {
        "goto": mystery.rooms,
        "why": (*mystery.clues, *mystery.deductions),
        "reveal": (id for id in (*mystery.clues, *mystery.deductions) if id not in world.clues | world.drawn),
    }
    return [f"{AUTHOR}{name} {id}" for id in wanted.get(name, ()) if id.startswith(begun)]


DESK = Desk(answer, complete)


def _unknown(name: str) -> str:
    near = nearest(name, NAMES)
    offered = listed((f"{AUTHOR}{known}" for known in near), "or") if near else f"{AUTHOR}help"
    return f"The author's desk knows no “{AUTHOR}{name}”: type {offered}."


def _called(table: Mapping[str, object], words: str, kind: str) -> str:
    """The id that the words are, or the one thing they name. Raises Problem."""
    if words in table:
        return words
    if not words:
        raise Problem(f"Which {kind}? Its id stands after the command: {listed(list(table)[:3], 'or')}.")
    folded = words.casefold()
    phrases = {id: _phrases(part) for id, part in table.items()}
    named = [id for id, known in phrases.items() if folded in known]
    if len(named) == 1:
        return named[0]
    near = named or nearest(words, table) or list(table)[:3]
    raise Problem(f"No {kind} has the id “{words}”: {listed(near, 'or')}.")


def _phrases(part: object) -> list[str]:
    names = getattr(part, "names", None)
    return [phrase.casefold() for phrase in (names.name, names.full, *names.also)] if isinstance(names, Names) else []


def _rows(lines: Iterable[str]) -> Events:
    return tuple(e.Replied("list", line) for line in lines)


def _in_play(world: World) -> None:
    if not isinstance(world.stage, Playing):
        raise Problem(
            f"The game is at the stage “{stage_name(world.stage)}”: the world stands still. `undo` goes back."
        )


def _go(mystery: Mystery, world: World, room: str) -> Events:
    _in_play(world)
    return _lived(mystery, world, lambda passage: passage.bring_about(mystery, (f.Go(room), f.Describe(room, "look"))))


def _pass_time(mystery: Mystery, world: World, words: str) -> Events:
    """Time is lived through, with all that falls due in it; nothing that is seen stops it."""
    _in_play(world)
    until = _clock(world, words)

    def live(passage: Passage) -> None:
        while passage.world.clock < until and isinstance(passage.world.stage, Playing):
            lived = advance(mystery, passage.world, until)
            passage.events += [event for event in lived.events if not isinstance(event, e.Arrived | e.Departed)]
            passage.world = lived.world
        if isinstance(passage.world.stage, Playing):
            passage.bring_about(mystery, (f.Describe(passage.world.room, "look"),))

    events = _lived(mystery, world, live)
    clock = next((event.clock for event in reversed(events) if isinstance(event, e.TimePassed)), world.clock)
    return (*events, e.Replied("note", f"It is {moment(clock)}."))


def _clock(world: World, words: str) -> int:
    """The clock time that "22:00", "day 2" or "day 2 22:00" means. Raises Problem."""
    found = WHEN.fullmatch(words)
    hour, minute = (int(found[part] or 0) for part in ("hour", "minute")) if found else (24, 0)
    if not words or not found:
        raise Problem(f"{AUTHOR}time wants an hour, and may have a day: {AUTHOR}time 22:00, {AUTHOR}time day 2 22:00.")
    if hour * 60 + minute > DAY or minute > 59:
        raise Problem(
            f"“{words}” is no hour: a day goes from 00:00 to 24:00, and {AUTHOR}time 00:30 is the next one's."
        )
    if not found["day"]:
        return next_time(world.clock, (hour * 60 + minute) % DAY)
    clock = (int(found["day"]) - 1) * DAY + hour * 60 + minute
    if clock <= world.clock:
        raise Problem(f"It is {moment(world.clock)} already, and time only goes on: `undo` goes back.")
    return clock


def _reveal(mystery: Mystery, world: World, words: str) -> Events:
    id = _called({**mystery.clues, **mystery.deductions}, words, "clue or deduction")
    if id in mystery.deductions:
        if id in world.drawn:
            raise Problem(f"{noun(mystery, id)} is drawn already.")
        return _lived(mystery, world, lambda passage: passage.add(e.Drawn(id)))
    route = next((route for route in mystery.clues[id].routes if route not in world.routes), None)
    if route is None:
        why_not = "is held by all its routes" if id in world.clues else "has no route by which it could be found"
        raise Problem(f"{noun(mystery, id)} {why_not}.")
    return _lived(mystery, world, lambda passage: passage.bring_about(mystery, (f.Reveal(id, route),)))


def _lived(mystery: Mystery, world: World, act: Callable[[Passage], object]) -> Events:
    """The events of what the desk does, of what that sets off, and whom and what the player meets by it."""
    passage = Passage(world)
    if world.doing.kind:
        passage.add(e.Busied(""))
    act(passage)
    go_off(mystery, passage)
    return (*passage.events, *met(mystery, passage.world, passage.events))
