"""The detective's questions, answered from where a statement was known, when its author has written no answer."""

from tavern.model import events as e
from tavern.model.mystery import Names, Route, Vantage
from tavern.narration.grammar import filled
from tavern.narration.stock import NOTHING_COMES
from tavern.narration.telling import Telling
from tavern.narration.text import words
from tavern.narration.wording import called, capital, one_of
from tavern.reasoning.evidence import held_routes

QUESTIONS = frozenset({"how_know", "who_told", "where_stood", "say_again"})

ANSWERS = {
    ("how_know", "seen"): ("I saw it", "I've eyes", "With my own eyes"),
    ("how_know", "told"): ("I was told", "It was told me", "I have it from somebody who'd know"),
    ("how_know", "guessed"): ("I put two and two together", "It stands to reason", "I worked it out"),
    ("how_know", ""): ("It's what I know", "One knows a thing like that", "I know it as I know my own boots"),
    ("who_told", "seen"): ("Nobody told me", "Nobody had to tell me", "I had it from nobody"),
    ("who_told", "told"): ("{Origin} did", "{Origin}", "I have it from {origin}"),
    ("who_told", "guessed"): ("Nobody. I thought of it", "Nobody told me. I reckoned it up", "Nobody did"),
    ("who_told", ""): ("Nobody in particular", "It's no one person's", "I couldn't put a name to it"),
    ("where_stood", "seen"): ("{Place}", "{Place}, and nowhere else", "{Place}. Why?"),
    ("where_stood", "told"): (
        "Nowhere. I heard about it",
        "I wasn't there. I was told",
        "Not there. I only have it from others",
    ),
    ("where_stood", "guessed"): ("Nowhere. I wasn't there", "I didn't have to stand anywhere", "In my own head"),
    ("where_stood", ""): ("Where I generally am", "Here and there", "About"),
}
SPOKEN = ("midnight", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "noon")
PAST = {
    5: "five past",
    10: "ten past",
    15: "a quarter past",
    20: "twenty past",
    25: "twenty-five past",
    30: "half past",
}
TO = {35: "twenty-five to", 40: "twenty to", 45: "a quarter to", 50: "ten to", 55: "five to"}


def answered(t: Telling, event: e.Plain) -> str:
    """What the person says, in a sentence or two of plain speech."""
    said, clue, route_id = t.notebook.said.get(event.noun, ("", "", ""))
    route = _route(t, event, clue, route_id)
    if event.verb == "say_again":
        return _again(t, event, said, route)
    vantage = route.vantage if route and route.vantage else Vantage(by="")
    return _spoken(t, event, vantage)


def said_something(t: Telling, event: e.Plain) -> bool:
    """Whether the person has said anything that can be asked about: more than a greeting, or that they have no answer."""
    actor = t.mystery.actors.get(event.noun)
    said = t.notebook.said.get(event.noun, ("", "", ""))[0]
    about = event.other if event.other in t.mystery.clues else said
    return event.verb == "say_again" or actor is None or about not in (actor.default, actor.greeting, actor.farewell)


def _route(t: Telling, event: e.Plain, clue: str, route: str) -> Route | None:
    """The route by which this person gave what is being asked about; None when it was no clue."""
    if route and event.other in ("", clue):
        return t.mystery.routes.get(route)
    if event.other not in t.mystery.clues:
        return None
    held = held_routes(t.mystery, t.before, event.other)
    return next((candidate for candidate in held if candidate.speaker == event.noun), None)


def _again(t: Telling, event: e.Plain, said: str, route: Route | None) -> str:
    """The same words when they were prepared; else how they come out the second time."""
    if route is None:
        return t.words(event.other or said, t.before) or t.words(said, t.before) or NOTHING_COMES
    first = said if t.notebook.said.get(event.noun, ("", "", ""))[2] == route.id else ""
    if route.prepared or not route.again:
        return words(t.mystery, first, t.before) or t.words(t.mystery.clues[route.clue].text, t.before)
    return t.words(route.again, t.before) or words(t.mystery, first, t.before)


def _spoken(t: Telling, event: e.Plain, vantage: Vantage) -> str:
    kind = _kind(event.verb, vantage)
    phrase = one_of(ANSWERS[event.verb, kind], sum(map(ord, event.noun)) + t.clock)
    origin = _origin(t, event.noun, vantage)
    place = _place(t, vantage)
    text = filled(phrase, {"origin": origin, "place": place or "Where I could see it"})
    if event.verb == "how_know" and kind == "seen" and place:
        text = f"{text}. {place}"
    end = "," if text[-1] not in "?!" else ""
    return f'"{capital(text)}{end}" {_says(t.names(event.noun))}.'


def _kind(verb: str, vantage: Vantage) -> str:
    """Which answers fit. Somebody who was told, but not by anybody they can name, names nobody."""
    if verb == "who_told" and vantage.by == "told" and not vantage.origin:
        return ""
    return vantage.by if (verb, vantage.by) in ANSWERS else ""


def _says(names: Names) -> str:
    return filled("{says} {the noun}", {"noun": names})


def _origin(t: Telling, actor: str, vantage: Vantage) -> str:
    if vantage.origin == actor:
        return "myself"
    return called(t.mystery, vantage.origin) if vantage.origin else "somebody"


def _place(t: Telling, vantage: Vantage) -> str:
    """Where and when: "In the kitchen, between ten and half past eleven"; "" when neither is known."""
    room = f"In {called(t.mystery, vantage.room)}" if vantage.room in t.mystery.rooms else ""
    return ", ".join(filter(None, (room, _hours(vantage)))) if room else capital(_hours(vantage))


def _hours(vantage: Vantage) -> str:
    if vantage.start < 0:
        return ""
    start = spoken_hour(vantage.start)
    if vantage.end < 0 or vantage.end == vantage.start:
        return f"about {start}"
    return f"some time between {start} and {spoken_hour(vantage.end)}"


def spoken_hour(minute: int) -> str:
    """The hour as somebody says it, to five minutes: "ten", "half past eleven", "a quarter to midnight"."""
    minute = round(minute / 5) * 5 % (24 * 60)
    past, at = minute % 60, minute // 60
    if past in PAST:
        return f"{PAST[past]} {_of_the_clock(at)}"
    return f"{TO[past]} {_of_the_clock(at + 1)}" if past in TO else _of_the_clock(at)


def _of_the_clock(hour: int) -> str:
    hour %= 24
    return SPOKEN[hour] if hour <= 12 else SPOKEN[hour - 12]
