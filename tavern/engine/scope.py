"""What can be named this turn, made from the world and the notebook for the parser."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from tavern.model.conditions import Condition
from tavern.model.mystery import Mystery, Names
from tavern.model.notebook import Notebook
from tavern.model.scope import Scope
from tavern.model.world import PLAYER, WORN, World
from tavern.reasoning.holds import holds, stage_name
from tavern.reasoning.path import ways
from tavern.reasoning.sight import things_in_sight
from tavern.reasoning.whereabouts import is_carried, people_here, places_of


def scope_of(mystery: Mystery, world: World, notebook: Notebook, words: frozenset[str] = frozenset()) -> Scope:
    """Everything that the parser may know of this moment. words: all words printed so far in this game."""

    def truth(condition: Condition) -> bool:
        return holds(mystery, condition, world)

    cards = cards_of(notebook)
    here = people_here(mystery, world)
    seen = tuple(things_in_sight(mystery, world, truth))
    names, kinds = _nouns(mystery, world.met, world.drawn, world.clues)
    listed = {
        question.id: tuple(answer.id for answer in question.answers if truth(answer.listed))
        for question in mystery.questions
        if truth(question.listed)
    }
    return Scope(
        names=names,
        kinds=kinds,
        present=(*here, *seen),
        held=tuple(thing for thing in mystery.things if places_of(mystery, world, thing)[:1] in ((PLAYER,), (WORN,))),
        room=world.room,
        exits={way.direction: way.to if way.to in world.met else "" for way in ways(mystery, world.room, truth)},
        cards=cards,
        answers=listed,
        all_answers={question.id: tuple(answer.id for answer in question.answers) for question in mystery.questions},
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
    )


def _inside(mystery: Mystery, world: World, seen: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
    """What of the things seen is in or on another of them."""
    places = {id: places_of(mystery, world, id) for id in seen if mystery.things[id].kind != "scenery"}
    holders = (id for id in seen if mystery.things[id].holds)
    return {holder: tuple(id for id, place in places.items() if place == (holder,)) for holder in holders}


def cards_of(notebook: Notebook) -> tuple[str, ...]:
    """Clues found and deductions drawn, in the order of the journal; a card's number is its place in it, from 1."""
    return tuple(entry.id for entry in notebook.timeline if entry.kind in ("clue", "deduction"))


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
def _verbs(mystery: Mystery) -> Mapping[str, str]:
    return {phrase: verb for verb, phrases in mystery.verbs.items() for phrase in phrases}
