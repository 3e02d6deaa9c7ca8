"""Whether an accusation that its evidence does not carry is answered from the holdings alone: the hidden truth is varied to see.

The same accusations are made on the same holdings while the truth is what the case says, and while it is something else;
every event and every printed word, from the charge to its being let rest, has to be the same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from random import Random

from tavern.engine.begin import first_world
from tavern.engine.remember import fold
from tavern.engine.turn import turn
from tavern.model import events as e
from tavern.model.commands import Accusation, Accuse, Answer, Charge, Command, Withdraw
from tavern.model.events import Event
from tavern.model.frozen import Frozen
from tavern.model.mystery import Mystery, Question
from tavern.model.notebook import Notebook
from tavern.model.report import Paragraph
from tavern.model.world import DAY, Hearing, Judged, World
from tavern.narration.narrate import narrate
from tavern.narration.view import view_of
from tavern.proof.argument.smallest import Stop, never
from tavern.reasoning.evidence import cards_held
from tavern.reasoning.inference import charged
from tavern.reasoning.judgement import MOST_CARDS
from tavern.reasoning.whereabouts import is_asleep, people_here

SAMPLE = 15  # accusations of several answers at once that are made on one set of holdings; of single answers, all are
TRUTHS = 3  # that are compared: the real one, and others in which no answer is the same
MOST_STEPS = 8  # of one hearing: the charge, three objections, the withdrawal


@dataclass(frozen=True, slots=True)
class Leak:
    """An accusation that is answered otherwise when the truth is another. told: what is printed, with the one and the other."""

    routes: frozenset[str]
    accusation: Accusation
    told: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Trial:
    """How far the hidden truth was varied: accusations made, the first leak, if there is one, and whether there are more to make."""

    made: int
    leak: Leak | None = None
    left_off: bool = False


def vary(mystery: Mystery, holdings: Sequence[frozenset[str]], seed: int = 0, stop: Stop = never) -> Trial:
    """Accuse on each of the holdings (sets of routes taken) under several truths, and compare all that comes of it."""
    random, made = Random(seed), 0  # noqa: S311 - a sample, no secret
    cases = [mystery, *(_turned(mystery, by) for by in range(1, TRUTHS))]
    for routes in holdings:
        stands = accuser(mystery, routes)
        for accusation in _accusations(mystery, stands[0], random):
            if stop():
                return Trial(made, left_off=True)
            made += 1
            if told := differing(cases, stands, accusation):
                return Trial(made, Leak(routes, accusation, told))
    return Trial(made)


def _turned(mystery: Mystery, by: int) -> Mystery:
    """The case with another truth: for each question the answer so many places further on."""
    truth = mystery.solution.answers
    other = {
        question.id: ids[(ids.index(truth[question.id]) + by) % len(ids)]
        for question in mystery.questions
        if question.id in truth and (ids := [answer.id for answer in question.answers])
    }
    return replace(mystery, solution=replace(mystery.solution, answers=Frozen(other), requires=()))


def _accusations(mystery: Mystery, world: World, random: Random) -> Iterator[Accusation]:
    """Every single answer, and a sample of what may be charged together: without cards, and with three drawn by lot."""
    held = cards_held(mystery, world)
    questions = charged(mystery)
    options = [["", *(answer.id for answer in question.answers)] for question in questions]
    single = [
        tuple(answer if here is question else "" for here in questions)
        for question, answers in zip(questions, options, strict=True)
        for answer in answers[1:]
    ]
    several = [answers for answers in product(*options) if sum(map(bool, answers)) > 1]
    chosen = single + random.sample(several, min(SAMPLE, len(several)))
    for answers in chosen:
        yield _accusation(questions, answers, [()] * len(questions))
        if held:
            yield _accusation(questions, answers, [_by_lot(held, random) for _ in questions])


def _by_lot(held: Sequence[str], random: Random) -> tuple[str, ...]:
    return tuple(random.sample(held, min(MOST_CARDS, len(held))))


def _accusation(questions: Sequence[Question], answers: Sequence[str], cards: Sequence[tuple[str, ...]]) -> Accusation:
    rows = zip(questions, answers, cards, strict=True)
    return Accusation(tuple(Charge(question.id, answer, cited) for question, answer, cited in rows if answer))


Accuser = tuple[World, Notebook]


def differing(cases: Sequence[Mystery], stands: Accuser, accusation: Accusation) -> tuple[str, str] | None:
    """What is printed under two of the truths where the accounts first differ; None when they are the same throughout."""
    first, *others = (tuple(_account(case, stands, accusation)) for case in cases)
    for other in others:
        if other != first:
            pairs = (pair for pair in zip(first, other, strict=False) if pair[0] != pair[1])
            one, two = next(pairs, (first[-1], other[-1]))
            return _printed(one), _printed(two)
    return None


Told = tuple[tuple[Event, ...], tuple[Paragraph, ...], object]


def _account(mystery: Mystery, stands: Accuser, accusation: Accusation) -> Iterator[Told]:
    """Everything that comes of the accusation until it is let rest: events, words, and what is shown beside the story.

    One that is carried is no guess, and ends the account with its verdict.
    """
    world, notebook = stands
    command: Command | None = Accuse(accusation)
    for _ in range(MOST_STEPS):
        if command is None:
            return
        events = tuple(turn(mystery, world, command))
        after, notebook_after = fold(world, notebook, events)
        yield (
            events,
            narrate(mystery, world, notebook, events, after, notebook_after),
            view_of(mystery, after, notebook_after),
        )
        world, notebook = after, notebook_after
        command = _next(mystery, world)


def _next(mystery: Mystery, world: World) -> Command | None:
    """What the accuser does next: answers with a card, or with none to give; then lets it rest."""
    match world.stage:
        case Hearing(answers=given):
            held = cards_held(mystery, world)
            return Answer(held[len(given) % len(held)] if held else "")
        case Judged():
            return Withdraw()
        case _:
            return None


def accuser(mystery: Mystery, routes: frozenset[str]) -> Accuser:
    """Somebody who has taken these routes, has met everybody, and stands before people who are awake."""
    world = before_people(mystery, first_world(mystery, 0))
    world = replace(world, met=frozenset((*mystery.actors, *mystery.topics, *mystery.rooms)))
    events: list[Event] = []
    found: set[str] = set()
    for route in sorted(routes):
        clue = mystery.routes[route].clue
        events.append(e.ClueCorroborated(clue, route) if clue in found else e.ClueFound(clue, route))
        found.add(clue)
    return fold(world, Notebook(), events)


def before_people(mystery: Mystery, world: World) -> World:
    """The world with the player moved to the next hour at which anybody is awake, where most people are to hear an accusation."""
    for clock in range(world.clock, world.clock + DAY, 30):
        then = replace(world, clock=clock)
        rooms = {room: _awake(mystery, replace(then, room=room)) for room in mystery.rooms}
        fullest = max(rooms, key=lambda room: rooms[room])
        if rooms[fullest]:
            return replace(then, room=fullest)
    return world


def _awake(mystery: Mystery, world: World) -> int:
    return sum(not is_asleep(mystery, world, actor) for actor in people_here(mystery, world))


def _printed(told: Told) -> str:
    return " ".join(paragraph.text for paragraph in told[1])
