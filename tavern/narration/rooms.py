"""What a room looks like as one comes into it, or looks round: its text, what lies there, who is there."""

from collections.abc import Iterable

from tavern.model import conditions as c
from tavern.model import events as e
from tavern.model.mystery import Mystery, Thing
from tavern.model.report import Paragraph
from tavern.model.world import World
from tavern.narration.stock import DARK
from tavern.narration.telling import Telling
from tavern.narration.text import paragraphs_of, told_as, words
from tavern.narration.wording import a, called, capital, listed, name_of, one_of
from tavern.reasoning.holds import holds
from tavern.reasoning.sight import things_about
from tavern.reasoning.whereabouts import doing_of, in_order, is_asleep, people_here, places_of, things_at


def entered(t: Telling, event: e.Described) -> list[Paragraph]:
    """A room as it is told on coming in or looking round. Rooms only walked through are passed over in a sentence."""
    world = t.world_here()
    is_new = t.fresh == event.id
    if t.later(e.Walked) and not is_new:
        return told_as("prose", _passing(t, world, event.id, event.ids))
    first = t.words(f"first:{event.id}", world) if is_new else ""
    came = any(isinstance(past, e.Walked) for past in t.events[: t.at])
    brief = came and t.count(f"look:{event.id}") > 0
    t.fresh = ""
    return [heading(t.mystery, event.id), *_seen(t, world, event.ids, first=first, brief=brief)]


def room_now(t: Telling, *, brief: bool = False) -> list[Paragraph]:
    """The room one is in after the line, for when no event describes it. brief: with the first paragraph of its text."""
    about = things_about(t.mystery, t.after)
    here = [thing for thing in about if places_of(t.mystery, t.after, thing) == (t.after.room,)]
    ids = tuple(thing for thing in here if t.mystery.things[thing].kind != "scenery")
    first = t.words(f"first:{t.after.room}", t.after) if t.after.room not in t.before.visited else ""
    people = people_here(t.mystery, t.after)
    return [heading(t.mystery, t.after.room), *_seen(t, t.after, (*ids, *people), first=first, brief=brief)]


def heading(mystery: Mystery, room: str) -> Paragraph:
    """The room's name."""
    return Paragraph("heading", capital(mystery.rooms[room].names.name))


def _seen(t: Telling, world: World, ids: Iterable[str], *, first: str, brief: bool) -> list[Paragraph]:
    room = t.mystery.rooms[world.room]
    if not holds(t.mystery, c.Lit(), world):
        own = t.words(f"dark:{room.id}", world, f"look:{room.id}")
        return told_as("prose", first, own or one_of(DARK, t.count(f"look:{room.id}")))
    text = t.words(room.text, world, f"look:{room.id}")
    if brief:
        text = "\n\n".join(paragraphs_of(text)[:1])
    ids = tuple(ids)
    return [*told_as("prose", first, text), *told_as("prose", _lying(t.mystery, world, ids), _people(t, world, ids))]


def _lying(mystery: Mystery, world: World, ids: Iterable[str]) -> str:
    """What lies in the room, in its author's words or in a plain list, and then what stands on it."""
    here = [mystery.things[id] for id in ids if id in mystery.things and _shows(mystery, world, id)]
    sentences = [_placed(mystery, world, thing) for thing in here]
    plain = [a(thing.names) for thing, sentence in zip(here, sentences, strict=True) if not sentence]
    there = [f"You see {listed(plain)} here."] if plain else []
    return " ".join([*filter(None, sentences), *there, *_standing_on(mystery, world)])


def _placed(mystery: Mystery, world: World, thing: Thing) -> str:
    """The author's mention of a thing, as long as it lies where it began."""
    return words(mystery, thing.listed, world) if places_of(mystery, world, thing.id) == thing.where else ""


def _standing_on(mystery: Mystery, world: World) -> list[str]:
    """What can be seen on the things of the room."""
    about = (mystery.things[id] for id in things_about(mystery, world))
    holders = [thing for thing in about if thing.holds == "on" and _shows(mystery, world, thing.id)]
    sentences: list[str] = []
    for holder in holders:
        if world.room not in places_of(mystery, world, holder.id):
            continue
        on_it = contents(mystery, world, holder.id)
        sentences += [words_ for thing in on_it if (words_ := _placed(mystery, world, mystery.things[thing]))]
        plain = [thing for thing in on_it if not _placed(mystery, world, mystery.things[thing])]
        if plain:
            sentences.append(f"{capital(standing(mystery, holder, plain))}.")
    return sentences


def contents(mystery: Mystery, world: World, holder: str) -> list[str]:
    """What can be seen in or on a thing, its fittings aside."""
    inside = in_order(mystery, {*things_at(mystery, world, holder)})
    loose = (id for id in inside if mystery.things[id].kind != "scenery" and places_of(mystery, world, id) == (holder,))
    return [id for id in loose if _shows(mystery, world, id)]


def standing(mystery: Mystery, holder: Thing, ids: Iterable[str]) -> str:
    """What stands in or on a thing, without capital and full stop: "on the bar are a mug and a candle"."""
    names = [mystery.things[id].names for id in ids]
    verb = "are" if len(names) > 1 or any(name.plural for name in names) else "is"
    return f"{holder.holds} {called(mystery, holder.id)} {verb} {listed(map(a, names))}"


def _shows(mystery: Mystery, world: World, id: str) -> bool:
    return holds(mystery, c.InSight(id), world)


def _people(t: Telling, world: World, ids: Iterable[str]) -> str:
    actors = [id for id in ids if id in t.mystery.actors]
    idle = [actor for actor in actors if not _at(t.mystery, world, actor)]
    sentences = [
        f"{t.person(actor)} {_is(t.mystery, [actor])} {_at(t.mystery, world, actor)}."
        for actor in actors
        if actor not in idle
    ]
    if idle:
        sentences.append(f"{listed(t.person(actor) for actor in idle)} {_is(t.mystery, idle)} here.")
    return " ".join(map(capital, sentences))


def _is(mystery: Mystery, actors: list[str]) -> str:
    return "are" if len(actors) > 1 or name_of(mystery, actors[0]).plural else "is"


def _at(mystery: Mystery, world: World, actor: str) -> str:
    """What somebody is at, "asleep" of a sleeper of whom no more is said."""
    return doing_of(mystery, world, actor) or ("asleep" if is_asleep(mystery, world, actor) else "")


def _passing(t: Telling, world: World, room: str, ids: Iterable[str]) -> str:
    people = _people(t, world, ids) if holds(t.mystery, c.Lit(), world) else ""
    return f"You go through {called(t.mystery, room)}. {people}".strip()
