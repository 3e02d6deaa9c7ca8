"""What is so now, for everything that is shown beside the story."""

from tavern.model import conditions as c
from tavern.model.mystery import Exit, Mystery, Question
from tavern.model.notebook import Notebook
from tavern.model.report import Choice, Person, View, Way
from tavern.model.world import PLAYER, WORN, Ended, World
from tavern.narration import asking
from tavern.narration.cards import cards_of
from tavern.narration.hearing import choice_of, endings_to_choose, objection_of
from tavern.narration.people import manner_of
from tavern.narration.questions import answer_name, chargeable, met_answers
from tavern.narration.wording import capital, hour, time_of_day, weekday, when
from tavern.reasoning.holds import holds, stage_name
from tavern.reasoning.inference import charged
from tavern.reasoning.judgement import hearings_left
from tavern.reasoning.path import ways
from tavern.reasoning.whereabouts import doing_of, is_asleep, people_here, state_of, things_at


def view_of(mystery: Mystery, world: World, notebook: Notebook) -> View:
    """Room, hour, people, ways, cards, and what may be charged or chosen. Undo and redo are the game's to say."""
    return View(
        title=mystery.title,
        room=room_name(mystery, world.room),
        clock=f"{weekday(mystery, world.clock)}, day {world.day} · {hour(world.clock)} · {time_of_day(world.clock)}",
        minutes=world.clock,
        people=people_in_view(mystery, world, notebook),
        ways=ways_in_view(mystery, world),
        carried=tuple(_carried(mystery, world)),
        cards=tuple(cards_of(mystery, world, notebook)),
        questions=_questions(mystery, world),
        supposed=tuple(notebook.supposed.items()),
        stage=stage_name(world.stage),
        objection=objection_of(mystery, world),
        choices=_choices(mystery, world, notebook),
        standing=hearings_left(mystery, world),
        asks=bool(charged(mystery)),
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
    return tuple(
        _way(mystery, world, way) for way in ways(mystery, world.room, lambda part: holds(mystery, part, world))
    )


def _way(mystery: Mystery, world: World, way: Exit) -> Way:
    name = mystery.rooms[way.to].names.name if way.to in world.met else ""
    state = state_of(mystery, world, way.door) if way.door else ""
    return Way(way.direction, name, state if state in ("locked", "closed") else "")


def _carried(mystery: Mystery, world: World) -> list[str]:
    return [mystery.things[id].names.name for place in (PLAYER, WORN) for id in things_at(mystery, world, place)]


def _questions(mystery: Mystery, world: World) -> tuple[tuple[Choice, tuple[Choice, ...]], ...]:
    asked = chargeable(mystery, world)
    return tuple((Choice(question.id, question.ask), _answers(mystery, world, question)) for question in asked)


def _answers(mystery: Mystery, world: World, question: Question) -> tuple[Choice, ...]:
    met = met_answers(mystery, world, question)
    return tuple(Choice(answer.id, capital(answer_name(mystery, question.id, answer.id))) for answer in met)


def _choices(mystery: Mystery, world: World, notebook: Notebook) -> tuple[Choice, ...]:
    endings = endings_to_choose(mystery, world)
    if endings:
        return tuple(Choice(ending.id, choice_of(ending)) for ending in endings)
    question = notebook.question
    return asking.choices(question.kind, question.labels) if question and stage_name(world.stage) == "playing" else ()
