"""What can be named this turn, made from the world and the notebook for the parser."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from tavern.model.conditions import Condition
from tavern.model.mystery import Exit, Mystery, Names
from tavern.model.notebook import Notebook
from tavern.model.scope import Scope
from tavern.model.world import PLAYER, WORN, World
from tavern.reasoning.answers import listed
from tavern.reasoning.conversation import has_words_for, would_speak_of
from tavern.reasoning.holds import holds, stage_name
from tavern.reasoning.path import ways
from tavern.reasoning.sight import things_in_sight
from tavern.reasoning.whereabouts import is_carried, people_here, places_of, things_at


def scope_of(mystery: Mystery, world: World, notebook: Notebook, words: frozenset[str] = frozenset()) -> Scope:
    """Everything that the parser may know of this moment. words: all words printed so far in this game."""

    def truth(condition: Condition) -> bool:
        return holds(mystery, condition, world)

    cards = cards_of(notebook)
    here = people_here(mystery, world)
    seen = tuple(things_in_sight(mystery, world, truth))
    names, kinds = _nouns(mystery, world.met, world.drawn, world.clues)
    shown = {way.direction: way for way in ways(mystery, world.room, truth)}
    return Scope(
        names=names,
        kinds=kinds,
        present=(*here, *seen),
        held=(*things_at(mystery, world, PLAYER), *things_at(mystery, world, WORN)),
        room=world.room,
        exits={direction: way.to if way.to in world.met else "" for direction, way in shown.items()},
        cards=cards,
        answers=listed(mystery, world),
        all_answers=_all_answers(mystery),
        endings=choices(mystery, world),
        stage=stage_name(world.stage),
        it=notebook.it,
        him=notebook.him,
        her=notebook.her,
        them=notebook.them,
        speaker=notebook.last_speaker if notebook.last_speaker in here else "",
        question=notebook.question,
        clock=world.clock,
        verbs=_verbs(mystery),
        words=words,
        loose=tuple(id for id in seen if mystery.things[id].kind == "portable" and not is_carried(mystery, world, id)),
        inside=_inside(mystery, world, seen),
        wares=tuple(thing.id for thing in mystery.things.values() if thing.sold_by and thing.sold_by in here),
        ways=_ways(mystery, world, seen, shown),
        back=next((direction for direction, way in shown.items() if way.to == notebook.came_from != ""), ""),
        talk={actor: tuple(would_speak_of(mystery, world, notebook.asked, actor)) for actor in here},
        versed={actor: has_words_for(mystery, actor) for actor in here},
        worn=tuple(id for id in seen if places_of(mystery, world, id) == (WORN,)),
        hideouts=tuple(id for id in seen if mystery.things[id].hide),
        here=_words_about(mystery, world.room),
    )


@lru_cache(maxsize=256)
def _words_about(mystery: Mystery, room: str) -> frozenset[str]:
    """Every word of the texts about a room and about the things that begin in it."""
    place = mystery.rooms[room]
    things = [thing for thing in mystery.things.values() if room in thing.where]
    keys = [place.text, f"first:{room}", *(key for thing in things for key in (thing.text, thing.listed, thing.odd))]
    lines = (line for key in keys if key for variant in mystery.texts.get(key, ()) for line in variant.lines)
    return frozenset(word for line in lines for word in re.findall(r"\w+", line.casefold()))


def _ways(mystery: Mystery, world: World, seen: Sequence[str], shown: Mapping[str, Exit]) -> Mapping[str, str]:
    """The things seen that are a way themselves: a door, what was found together with the way, what is called as the room is."""
    called = _called_as_rooms(mystery, world.room)
    found: dict[str, str] = {}
    for direction, way in shown.items():
        for id in seen:
            together = way.hidden and mystery.things[id].hidden == way.when
            same = called.get(id) == direction and way.to in world.met
            if way.door == id or together or same:
                found.setdefault(id, direction)
    return found


@lru_cache(maxsize=256)
def _called_as_rooms(mystery: Mystery, room: str) -> Mapping[str, str]:
    """Things that share a name with a room next to this one → the direction in which it lies."""
    beyond = {
        phrase: way.direction
        for way in mystery.rooms[room].exits
        if way.to
        for phrase in _phrases(mystery.rooms[way.to].names)
    }
    named = ((id, phrase) for id, thing in mystery.things.items() for phrase in _phrases(thing.names))
    return {id: beyond[phrase] for id, phrase in named if phrase in beyond}


def _phrases(names: Names) -> tuple[str, ...]:
    return tuple(phrase.casefold() for phrase in (names.name, *names.also))


def _inside(mystery: Mystery, world: World, seen: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
    """What of the things seen is in or on another of them."""
    places = {id: places_of(mystery, world, id) for id in seen if mystery.things[id].kind != "scenery"}
    holders = (id for id in seen if mystery.things[id].holds)
    return {holder: tuple(id for id, place in places.items() if place == (holder,)) for holder in holders}


def cards_of(notebook: Notebook) -> tuple[str, ...]:
    """Clues found and deductions drawn, in the order of the journal; a card's number is its place in it, from 1."""
    return tuple(entry.id for entry in notebook.card_entries)


def choices(mystery: Mystery, world: World) -> tuple[str, ...]:
    """Ids of the endings that may be chosen now, after a proof; () at any other time."""
    stage = world.stage
    if stage_name(stage) != "proved":
        return ()
    kind = "proved" if getattr(stage, "complete", False) else "partly"
    return tuple(
        ending.id for ending in mystery.endings.values() if ending.after == kind and holds(mystery, ending.when, world)
    )


@lru_cache(maxsize=64)
def _nouns(
    mystery: Mystery, met: frozenset[str], drawn: frozenset[str], clues: frozenset[str]
) -> tuple[Mapping[str, Names], Mapping[str, str]]:
    """The names and kinds of all that can be named. Answers and questions are always there: an answer that is typed is taken."""
    names: dict[str, Names] = {}
    kinds: dict[str, str] = {}
    nouns = (("actor", mystery.actors), ("room", mystery.rooms), ("thing", mystery.things), ("topic", mystery.topics))
    for kind, table in nouns:
        for id in table:
            if id in met:
                names[id], kinds[id] = table[id].names, kind
    for clue in (id for id in mystery.clues if id in clues):
        names[clue], kinds[clue] = Names(mystery.clues[clue].name), "clue"
    for deduction in (id for id in mystery.deductions if id in drawn):
        names[deduction], kinds[deduction] = Names(mystery.deductions[deduction].name), "deduction"
    for question in mystery.questions:
        names[question.id], kinds[question.id] = question.names, "question"
        for answer in question.answers:
            names.setdefault(answer.id, answer.names)
            kinds.setdefault(answer.id, "answer")
    for ending in mystery.endings.values():
        names[ending.id], kinds[ending.id] = Names(ending.choice, also=ending.names), "ending"
    return names, kinds


@lru_cache(maxsize=16)
def _all_answers(mystery: Mystery) -> Mapping[str, tuple[str, ...]]:
    return {question.id: tuple(answer.id for answer in question.answers) for question in mystery.questions}


@lru_cache(maxsize=16)
def _verbs(mystery: Mystery) -> Mapping[str, str]:
    return {phrase: verb for verb, phrases in mystery.verbs.items() for phrase in phrases}
