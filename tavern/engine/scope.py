"""What can be named this turn, made from the world and the notebook for the parser."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from tavern.model.mystery import Exit, Mystery, Names
from tavern.model.notebook import Notebook
from tavern.model.scope import Scope
from tavern.model.world import PLAYER, WORN, World
from tavern.reasoning.answers import listed
from tavern.reasoning.conversation import has_words_for, would_speak_of
from tavern.reasoning.holds import holds, stage_name
from tavern.reasoning.surroundings import things_seen, ways_seen
from tavern.reasoning.whereabouts import begin_at, is_carried, people_here, places_of, sold_by, things_at


def scope_of(mystery: Mystery, world: World, notebook: Notebook, words: frozenset[str] = frozenset()) -> Scope:
    """Everything that the parser may know of this moment. words: all words printed so far in this game."""
    cards = cards_of(notebook)
    here = people_here(mystery, world)
    seen = things_seen(mystery, world)
    names, kinds = _met(mystery, world.met, world.drawn, world.clues)
    shown = {way.direction: way for way in ways_seen(mystery, world)}
    worn = things_at(mystery, world, WORN)
    return Scope(
        names=names,
        kinds=kinds,
        present=(*here, *seen),
        held=(*things_at(mystery, world, PLAYER), *worn),
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
        wares=tuple(sold_by(mystery, here)),
        ways=_ways(mystery, world, seen, shown),
        back=next((direction for direction, way in shown.items() if way.to == notebook.came_from != ""), ""),
        talk={actor: tuple(would_speak_of(mystery, world, notebook.asked, actor)) for actor in here},
        versed={actor: has_words_for(mystery, actor) for actor in here},
        worn=tuple(id for id in seen if id in worn),
        hideouts=tuple(id for id in seen if mystery.things[id].hide),
        here=_words_about(mystery, world.room),
        nouns=_nouns(mystery),
    )


@lru_cache(maxsize=256)
def _words_about(mystery: Mystery, room: str) -> frozenset[str]:
    """Every word of the texts about a room and about the things that begin in it."""
    place = mystery.rooms[room]
    things = [mystery.things[id] for id in begin_at(mystery, room)]
    keys = [place.text, f"first:{room}", *(key for thing in things for key in (thing.text, thing.listed, thing.odd))]
    lines = (line for key in keys if key for variant in mystery.texts.get(key, ()) for line in variant.lines)
    return frozenset(word for line in lines for word in re.findall(r"\w+", line.casefold()))


def _ways(mystery: Mystery, world: World, seen: Sequence[str], shown: Mapping[str, Exit]) -> Mapping[str, str]:
    """The things seen that are a way themselves: a door, what was found together with the way, what is called as the room is."""
    called = _called_as_rooms(mystery, world.room)
    fixed = _doors(mystery, world.room)
    likely = [id for id in seen if id in fixed or id in called]
    found: dict[str, str] = {}
    for direction, way in shown.items():
        for id in likely:
            together = way.hidden and mystery.things[id].hidden == way.when
            same = called.get(id) == direction and way.to in world.met
            if way.door == id or together or same:
                found.setdefault(id, direction)
    return found


@lru_cache(maxsize=256)
def _doors(mystery: Mystery, room: str) -> frozenset[str]:
    """The doors of a room's ways, and all things found by what a hidden way of it is found by."""
    exits = mystery.rooms[room].exits
    found_by = [way.when for way in exits if way.hidden]
    together = (thing.id for thing in mystery.things.values() if thing.hidden in found_by) if found_by else ()
    return frozenset((*(way.door for way in exits if way.door), *together))


@lru_cache(maxsize=256)
def _called_as_rooms(mystery: Mystery, room: str) -> Mapping[str, str]:
    """Things that share a name with a room next to this one → the direction in which it lies."""
    beyond = {
        phrase: way.direction
        for way in mystery.rooms[room].exits
        if way.to
        for phrase in _phrases(mystery.rooms[way.to].names)
    }
    alike = {id for phrase in beyond for id in _by_phrase(mystery).get(phrase, ())}
    named = ((id, phrase) for id in alike for phrase in _phrases(mystery.things[id].names))
    return {id: beyond[phrase] for id, phrase in named if phrase in beyond}


@lru_cache(maxsize=16)
def _by_phrase(mystery: Mystery) -> Mapping[str, tuple[str, ...]]:
    """What a thing is called → the things called so."""
    called: dict[str, list[str]] = {}
    for id, thing in mystery.things.items():
        for phrase in _phrases(thing.names):
            called.setdefault(phrase, []).append(id)
    return {phrase: tuple(ids) for phrase, ids in called.items()}


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
def _met(
    mystery: Mystery, met: frozenset[str], drawn: frozenset[str], clues: frozenset[str]
) -> tuple[Mapping[str, Names], Mapping[str, str]]:
    """The names and kinds of all that can be named. Answers and questions are always there: an answer that is typed is taken."""
    known = {"clue": clues, "deduction": drawn, "question": None, "answer": None, "ending": None}
    names: dict[str, Names] = {}
    kinds: dict[str, str] = {}
    for kind, nouns in _by_kind(mystery).items():
        among = known.get(kind, met)
        found = nouns if among is None else {id: called for id, called in nouns.items() if id in among}
        if kind == "answer":  # a person who may be the answer is a person, once met
            found = {id: called for id, called in found.items() if id not in names}
        names.update(found)
        kinds.update(dict.fromkeys(found, kind))
    return names, kinds


@lru_cache(maxsize=16)
def _nouns(mystery: Mystery) -> Mapping[tuple[str, str], Names]:
    return {(id, kind): called for kind, nouns in _by_kind(mystery).items() for id, called in nouns.items()}


@lru_cache(maxsize=16)
def _by_kind(mystery: Mystery) -> Mapping[str, Mapping[str, Names]]:
    """Kind → id → names of all there is to name in this mystery."""
    answers: dict[str, Names] = {}
    for answer in (answer for question in mystery.questions for answer in question.answers):
        answers.setdefault(answer.id, answer.names)
    return {
        "actor": {id: actor.names for id, actor in mystery.actors.items()},
        "room": {id: room.names for id, room in mystery.rooms.items()},
        "thing": {id: thing.names for id, thing in mystery.things.items()},
        "topic": {id: topic.names for id, topic in mystery.topics.items()},
        "clue": {id: Names(clue.name) for id, clue in mystery.clues.items()},
        "deduction": {id: Names(deduction.name) for id, deduction in mystery.deductions.items()},
        "question": {question.id: question.names for question in mystery.questions},
        "answer": answers,
        "ending": {ending.id: Names(ending.choice, also=ending.names) for ending in mystery.endings.values()},
    }


@lru_cache(maxsize=16)
def _all_answers(mystery: Mystery) -> Mapping[str, tuple[str, ...]]:
    return {question.id: tuple(answer.id for answer in question.answers) for question in mystery.questions}


@lru_cache(maxsize=16)
def _verbs(mystery: Mystery) -> Mapping[str, str]:
    return {phrase: verb for verb, phrases in mystery.verbs.items() for phrase in phrases}
