"""Talking to people, showing and giving them things, confronting them with what one knows."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from tavern.engine.builtin.guards import NEVER, carried, hearers, known, person
from tavern.engine.builtin.things import refuse, rule
from tavern.model import conditions as c
from tavern.model import effects as f
from tavern.model.commands import Act
from tavern.model.mystery import Mystery
from tavern.model.rules import Guard, Rule
from tavern.model.world import HERE

SMALL_TALK = 2  # hundredths, once a day with each person


def ask(mystery: Mystery, act: Act) -> list[Rule]:
    """Ask or tell somebody about something: unless the author has an answer, they have none, in their own words."""
    return [_said(mystery, act, "default")]


def talk(mystery: Mystery, act: Act) -> list[Rule]:
    """Greet somebody. The first small talk of a day makes them a little more open."""
    key = f"talk:{act.noun}"
    guards = person(mystery, act.noun)
    warmer = rule(
        act, (*guards, Guard(c.NotToday(key))), (f.Relate(act.noun, SMALL_TALK), f.DoneToday(key)), 1, "small talk"
    )
    return [_said(mystery, act, "greeting"), warmer]


def farewell(mystery: Mystery, act: Act) -> list[Rule]:
    """Take one's leave of somebody."""
    return [_said(mystery, act, "farewell")]


def _said(mystery: Mystery, act: Act, what: str) -> Rule:
    """The rule by which somebody says one of their standing lines."""
    actor = mystery.actors.get(act.noun)
    key = {"default": actor.default, "greeting": actor.greeting, "farewell": actor.farewell}[what] if actor else ""
    held = (f.Send(act.noun, HERE, actor.holds, rule=f.TALK),) if actor and actor.holds and what != "farewell" else ()
    said = rule(act, (*person(mystery, act.noun), *known(mystery, act.other)), held, minutes=1)
    return replace(said, tell=key, speaker=act.noun, rank=1)


def say_again(mystery: Mystery, act: Act) -> list[Rule]:
    """The detective's questions about what somebody said (`other`: a clue, or the key of a reply), and "say that again"."""
    guards = person(mystery, act.noun)
    if not act.other:
        return [refuse(act, guards, "said_nothing")]
    if act.other not in mystery.clues:
        return [_answer(mystery, act, guards, act.other)]
    given = [
        mystery.routes[route] for route in mystery.clues[act.other].routes if mystery.routes[route].speaker == act.noun
    ]
    heard = [(route, (*guards, Guard(c.Knows(route.id), "said_nothing"))) for route in given]
    rules = [_answer(mystery, act, needs, route.id, route.rule) for route, needs in heard]
    return rules or [refuse(act, guards, "said_nothing")]


def _answer(mystery: Mystery, act: Act, guards: tuple[Guard, ...], *said: str) -> Rule:
    """The author's answer about what was said; without one the narrator has to make it from the vantage."""
    key = next((key for id in said if (key := f"{act.verb}:{id}") in mystery.texts), "")
    return replace(rule(act, guards, (), 1, said[0]), tell=key, speaker=act.noun, rank=1)


def hand(mystery: Mystery, act: Act) -> list[Rule]:
    """Give or show somebody a thing (or show a card): they take no interest unless the author says otherwise."""
    guards = person(mystery, act.other)
    if act.noun in mystery.things:
        guards = (*guards, *carried(act.noun))
    elif card := known(mystery, act.noun):
        guards = (*guards, *card)
    else:
        return [refuse(act, guards, "not_a_thing")]
    if act.verb == "give":
        return [refuse(act, guards, "not_wanted")]
    return [rule(act, guards, (), minutes=1)]


def confront(mystery: Mystery, act: Act) -> list[Rule]:
    """Hold something one knows against somebody."""
    known = Guard(c.Knows(act.other), "not_known") if act.other else Guard(NEVER, "with_what")
    return [rule(act, (*person(mystery, act.noun), known), (), minutes=2)]


def courtesy(mystery: Mystery, act: Act) -> list[Rule]:
    """Thank, persuade, promise, order, ask for: heard, and without consequence unless the author gives one."""
    words = {"persuade": "not_persuaded", "ask_for": "not_given", "order": "not_ordered"}.get(act.verb)
    guards = person(mystery, act.noun)
    return [refuse(act, guards, words)] if words else [rule(act, guards, (), minutes=1)]


def contact(mystery: Mystery, act: Act) -> list[Rule]:
    """Kissing, hitting, waking: refused unless the author has a use for it."""
    here = Guard(c.With(act.noun), "not_with") if act.noun in mystery.actors else Guard(c.InSight(act.noun), "not_here")
    return [refuse(act, (here,), "better_not")]


def say_aloud(mystery: Mystery, act: Act) -> list[Rule]:
    """Say a theory to the room, once an evening: it proves nothing, and is remembered in the flag `aloud`."""
    guards = (hearers(mystery), Guard(c.NotToday("aloud"), "said_today"))
    return [rule(act, guards, (f.SetState("aloud", act.noun), f.DoneToday("aloud")), minutes=2)]


PEOPLE: Mapping[str, Callable[[Mystery, Act], list[Rule]]] = {
    "ask": ask, "tell": ask, "talk": talk, "greet": talk, "farewell": farewell, "how_know": say_again, "who_told": say_again,
    "where_stood": say_again, "say_again": say_again, "give": hand, "show": hand, "confront": confront, "thank": courtesy,
    "persuade": courtesy, "promise": courtesy, "order": courtesy, "ask_for": courtesy, "kiss": contact, "hit": contact,
    "wake": contact, "say_aloud": say_aloud,
}  # fmt: skip
