"""What is so now, for everything that is shown beside the story."""

from collections.abc import Iterator
from functools import lru_cache

from tavern.model import conditions as c
from tavern.model.mystery import Exit, Mystery, Question
from tavern.model.notebook import Notebook
from tavern.model.report import Choice, Person, View, Way
from tavern.model.world import PLAYER, WORN, Ended, World
from tavern.narration import asking
from tavern.narration.cards import cards_of, title
from tavern.narration.hearing import choice_of, endings_to_choose, objection_of
from tavern.narration.people import manner_of
from tavern.narration.questions import answer_name, listed_questions, met_answers
from tavern.narration.strain import speaking_against
from tavern.narration.warning import leads_back
from tavern.narration.wording import capital, hour, listed, time_of_day, weekday, when
from tavern.reasoning.holds import holds, stage_name
from tavern.reasoning.inference import charged
from tavern.reasoning.judgement import hearings_left
from tavern.reasoning.surroundings import ways_seen
from tavern.reasoning.whereabouts import doing_of, is_asleep, people_here, state_of, things_at

Asked = tuple[tuple[Choice, tuple[Choice, ...]], ...]  # questions, each with the answers that may be given


def view_of(mystery: Mystery, world: World, notebook: Notebook) -> View:
    """Room, hour, people, ways, cards, and what may be charged or chosen. Undo and redo are the game's to say."""
    questions, further = _questions(mystery, world.met, world.clues, world.drawn)
    return View(
        title=mystery.title,
        room=room_name(mystery, world.room),
        clock=f"{weekday(mystery, world.clock)}, day {world.day} · {hour(world.clock)} · {time_of_day(world.clock)}",
        minutes=world.clock,
        people=people_in_view(mystery, world, notebook),
        ways=ways_in_view(mystery, world),
        carried=tuple(_carried(mystery, world)),
        cards=tuple(cards_of(mystery, world, notebook)),
        questions=questions,
        further=further,
        supposed=tuple(notebook.supposed.items()),
        strained=tuple(_strained(mystery, world, notebook)),
        stage=stage_name(world.stage),
        objection=objection_of(mystery, world),
        choices=_choices(mystery, world, notebook),
        standing=hearings_left(mystery, world),
        asks=bool(charged(mystery)),
        leads_back=leads_back(notebook.question),
        ended=world.stage.ending if isinstance(world.stage, Ended) else "",
    )


def summary_of(mystery: Mystery, world: World) -> str:
    """Where and when, in a line: "Thursday 21:40 · Taproom"."""
    return f"{when(mystery, world.clock)} · {room_name(mystery, world.room)}"


def room_name(mystery: Mystery, room: str) -> str:
    """The room's name as a heading."""
    return capital(mystery.rooms[room].names.name)


def people_in_view(mystery: Mystery, world: World, notebook: Notebook) -> tuple[Person, ...]:
    """Those who are here and can be seen."""
    if not holds(mystery, c.Lit(), world):
        return ()
    return tuple(
        Person(
            actor,
            mystery.actors[actor].names.name,
            doing_of(mystery, world, actor) or ("asleep" if is_asleep(mystery, world, actor) else ""),
            manner_of(world, notebook, actor),
        )
        for actor in people_here(mystery, world)
    )


def ways_in_view(mystery: Mystery, world: World) -> tuple[Way, ...]:
    """The ways out that show; rooms not come across yet are not named."""
    return tuple(_way(mystery, world, way) for way in ways_seen(mystery, world))


def _way(mystery: Mystery, world: World, way: Exit) -> Way:
    name = mystery.rooms[way.to].names.name if way.to in world.met else ""
    state = state_of(mystery, world, way.door) if way.door else ""
    return Way(way.direction, name, state if state in ("locked", "closed") else "")


def _carried(mystery: Mystery, world: World) -> list[str]:
    return [mystery.things[id].names.name for place in (PLAYER, WORN) for id in things_at(mystery, world, place)]


@lru_cache(maxsize=64)
def _questions(
    mystery: Mystery, met: frozenset[str], clues: frozenset[str], drawn: frozenset[str]
) -> tuple[Asked, Asked]:
    """Those of the charge and the others, which depend on nothing but what is known: most lines leave them as they were."""
    known = World(seed=0, clock=mystery.begins, room=mystery.start, met=met, clues=clues, drawn=drawn)
    shown = [(question.charged, _asked(mystery, known, question)) for question in listed_questions(mystery, known)]
    accused_of = tuple(asked for is_charged, asked in shown if is_charged)
    others = tuple(asked for is_charged, asked in shown if not is_charged)
    return accused_of, others


def _asked(mystery: Mystery, world: World, question: Question) -> tuple[Choice, tuple[Choice, ...]]:
    answers = met_answers(mystery, world, question)
    named = (Choice(answer.id, capital(answer_name(mystery, question.id, answer.id))) for answer in answers)
    return Choice(question.id, question.ask), tuple(named)


def _strained(mystery: Mystery, world: World, notebook: Notebook) -> Iterator[tuple[str, str]]:
    for question, answer in notebook.supposed.items():
        if against := speaking_against(mystery, world, question, answer):
            yield question, listed(title(mystery, notebook, card) for card in against)


def _choices(mystery: Mystery, world: World, notebook: Notebook) -> tuple[Choice, ...]:
    endings = endings_to_choose(mystery, world)
    if endings:
        return tuple(Choice(ending.id, choice_of(ending)) for ending in endings)
    question = notebook.question
    return asking.choices(question.kind, question.labels) if question and stage_name(world.stage) == "playing" else ()
