"""What is told of a thing, a person or a room that somebody looks at, searches, reads, listens to or smells."""

from tavern.model import conditions as c
from tavern.model import events as e
from tavern.model.mystery import Thing
from tavern.model.report import Paragraph
from tavern.model.world import PLAYER, World
from tavern.narration.grammar import filled
from tavern.narration.rooms import contents, entered, standing
from tavern.narration.stock import AIR, INVESTIGATED, NOTHING_ODD, TOUCH, YOURSELF
from tavern.narration.telling import Telling
from tavern.narration.text import told_as
from tavern.narration.wording import capital, one_of, stopped
from tavern.reasoning.holds import holds
from tavern.reasoning.whereabouts import doing_of, state_of

SEARCHED = frozenset(
    {"search", "look_in", "inside", "examine", "investigate"}
)  # ways of looking that show what is inside


def described(t: Telling, event: e.Described) -> list[Paragraph]:
    """The paragraphs of a description; never none."""
    if event.id in t.mystery.rooms:
        return _room(t, event)
    if event.id in t.mystery.actors:
        return told_as("prose", _person(t, event))
    if event.id in t.mystery.things:
        return told_as("prose", *_thing(t, event))
    return told_as("prose", YOURSELF if event.id == PLAYER else filled(TOUCH["examine"], {"noun": t.names(event.id)}))


def _room(t: Telling, event: e.Described) -> list[Paragraph]:
    match event.how:
        case "look" | "examine":
            return entered(t, event)
        case "investigate":
            return _investigated(t, event)
        case _:
            own = t.words(f"{event.how}:{event.id}", t.world_here())
            options = AIR.get(event.how, AIR["touch"])
            return told_as("prose", own or one_of(options, t.count(f"{event.how}:{event.id}")))


def _investigated(t: Telling, event: e.Described) -> list[Paragraph]:
    """What is out of place, a paragraph each; nothing is said of which of it matters."""
    world = t.world_here()
    odd = [t.words(t.mystery.things[id].odd, world) for id in event.ids if holds(t.mystery, c.InSight(id), world)]
    found = [text for text in odd if text]
    words = INVESTIGATED if found else NOTHING_ODD
    return told_as("prose", one_of(words, t.count(f"investigate:{event.id}")), *found)


def _person(t: Telling, event: e.Described) -> str:
    names, world = t.names(event.id), t.world_here()
    if event.how not in ("examine", "look", "investigate"):
        return filled(TOUCH.get(f"person_{event.how}", TOUCH["person_touch"]), {"noun": names})
    text = t.words(t.mystery.actors[event.id].text, world, f"{event.how}:{event.id}")
    text = text or filled(TOUCH["person_examine"], {"noun": names})
    doing = doing_of(t.mystery, world, event.id)
    variants = t.mystery.texts.get(t.mystery.actors[event.id].text, ())
    told_already = len(variants) > 1  # words that differ by room or hour say themselves what somebody is at
    now = f"{filled('{It} {is}', {'noun': names})} {doing}." if doing and not told_already else ""
    long = filled(TOUCH["investigate"], {"noun": names}) if event.how == "investigate" else ""
    return " ".join(filter(None, (text, now, long)))


def _thing(t: Telling, event: e.Described) -> list[str]:
    thing, world = t.mystery.things[event.id], t.world_here()
    own = {"examine": thing.text, "investigate": thing.text, "read": thing.reading, "smell": thing.smell}
    own |= {"listen": thing.sound, "look_through": thing.text}
    text = t.words(own.get(event.how, ""), world, f"{event.how}:{event.id}")
    inside = _inside(t, thing, world) if event.how in SEARCHED else ""
    match event.how:
        case "investigate":
            return [_together(text, inside), filled(TOUCH["investigate"], {"noun": thing.names})]
        case "examine":
            seen = text or filled(TOUCH["examine"], {"noun": thing.names})
            return [_together(seen, _state(t, thing, world), inside)]
        case "inside" | "look_in" if inside:
            return [inside]
        case _:
            return [_together(text or filled(TOUCH.get(event.how, TOUCH["touch"]), {"noun": thing.names}), inside)]


def _together(*texts: str) -> str:
    return " ".join(text for text in texts if text)


def _state(t: Telling, thing: Thing, world: World) -> str:
    """Whether it is open or lit, where its author has one text for it in every state."""
    if len(t.mystery.texts.get(thing.text, ())) > 1:
        return ""
    state = state_of(t.mystery, world, thing.id)
    seen = {"open": "open", "closed": "shut", "locked": "shut", "lit": "lit"}.get(state, "")
    return (
        capital(filled(f"{{it}} {{is}} {seen}.", {"noun": thing.names}))
        if seen and (thing.openable or thing.light)
        else ""
    )


def _inside(t: Telling, thing: Thing, world: World) -> str:
    """What is in or on it, as far as it can be seen; "" where that is no question."""
    if not thing.holds or (thing.openable and thing.holds == "in" and state_of(t.mystery, world, thing.id) != "open"):
        return ""
    found = contents(t.mystery, world, thing.id)
    if found:
        return stopped(capital(standing(t.mystery, thing, found)))
    return filled("There is nothing {where} {the noun}.", {"noun": thing.names, "where": thing.holds})
