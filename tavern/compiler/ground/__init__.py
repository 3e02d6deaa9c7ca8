"""Shapes into a Mystery: the last step of compiling, after which nothing knows that there was YAML."""

from collections.abc import Mapping

from tavern.compiler import shape as s
from tavern.compiler.ground import case, people, routes, world
from tavern.compiler.ground.conditions import WEEKDAYS, moment
from tavern.compiler.ground.desk import Desk, minute
from tavern.compiler.ground.desk import named as in_words
from tavern.compiler.ground.short import counters_of, flags_of, start_of, topics_of
from tavern.compiler.ground.texts import put
from tavern.model.mystery import CounterBounds, Fair, Mystery, Names, Topic

LONGEST_CASE = 14  # days of itinerary for a mystery without a last hour


def ground(folder: s.Folder, sources: Mapping[str, str]) -> Mystery:
    """The mystery that a checked folder declares. sources: file name → text, kept for saves."""
    head = folder.mystery
    if head is None:
        message = "a folder without `mystery:` cannot be grounded"
        raise ValueError(message)
    desk = Desk(weekday=WEEKDAYS.index(head.begins.weekday), kinds=_kinds(folder))
    rooms = {shape.id: world.room(desk, shape) for shape in folder.rooms}
    things = {shape.id: world.thing(desk, shape) for shape in all_things(folder)}
    last_day = head.ends.day if head.ends else LONGEST_CASE
    actors = {shape.id: people.actor(desk, shape, rooms, last_day) for shape in folder.actors}
    topics = {topic.id: _topic(topic) for topic in topics_of(folder)}
    for shape in folder.clues:
        routes.file(desk, shape)  # all of them first: a lie that is exposed is a route to another clue
    clues = {shape.id: routes.clue(desk, shape) for shape in folder.clues}
    truth, wrong = case.solution(folder)
    questions = case.questions(desk, folder, {id: actor.names for id, actor in actors.items()})
    endings = case.endings(desk, folder)
    desk.automatics += [case.fuse(desk, shape, f"fuse:{number}") for number, shape in enumerate(folder.fuses, 1)]
    desk.automatics += [case.daemon(desk, shape, f"daemon:{number}") for number, shape in enumerate(folder.daemons, 1)]
    return Mystery(
        id=head.id,
        title=head.title,
        description=head.description,
        difficulty=head.difficulty,
        begins=minute(head.begins.at),
        ends=moment(head.ends) if head.ends else -1,
        weekday=head.begins.weekday,
        start=start_of(folder),
        standing=head.standing,
        fair=Fair(head.fair.cards, head.fair.depth) if head.fair else Fair(),
        opening=put(desk, "opening", head.opening),
        epilogue=put(desk, "epilogue", head.epilogue),
        questions=questions,
        solution=truth,
        rooms=rooms,
        things=things,
        actors=actors,
        topics=topics,
        clues=clues,
        routes=desk.routes,
        deductions={shape.id: case.deduction(desk, shape) for shape in folder.deductions},
        false_solutions=wrong,
        endings=endings,
        counters=_counters(folder, head.standing),
        rules={act: tuple(rules) for act, rules in desk.rules.items()},
        automatics=tuple(desk.automatics),
        texts=desk.texts,
        flags={flag.id: flag.start for flag in flags_of(folder)},
        verbs={verb: tuple(phrases) for verb, phrases in folder.verbs.items()},
        sources=sources,
    )


def all_things(folder: s.Folder) -> list[s.ThingShape]:
    """Every thing, those declared as a room's scenery among them."""
    return [*(thing for room in folder.rooms for thing in world.scenery_of(room)), *folder.items]


def _kinds(folder: s.Folder) -> dict[str, str]:
    kinds = {thing.id: "thing" for thing in all_things(folder)}
    tables = (("room", folder.rooms), ("actor", folder.actors), ("topic", topics_of(folder)), ("clue", folder.clues))
    for kind, shapes in tables:
        kinds |= {shape.id: kind for shape in shapes}
    return kinds


def _topic(shape: s.TopicShape) -> Topic:
    names = Names(in_words(shape.name, shape.id), also=tuple(shape.names), proper=shape.proper, plural=shape.plural)
    return Topic(shape.id, names, shape.known)


def _counters(folder: s.Folder, standing: int) -> dict[str, CounterBounds]:
    own = {
        shape.id: CounterBounds(shape.id, shape.least, shape.most, shape.start, shape.name)
        for shape in counters_of(folder)
    }
    return {"standing": CounterBounds("standing", 0, standing, standing), **own}
