"""Whether an accusation is answered from what is held alone: the hidden truth is varied, and every word compared.

The positions are those of the certificate's own games in which an accusation is made. From each of them accusations are made,
on the engine, in the case as it is and in cases that differ in nothing but their truth, and each is gone on with until it is let
rest. Who holds the same has to be told the same.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from tavern.engine.remember import fold
from tavern.engine.turn import turn
from tavern.model.commands import Accusation, Accuse, Answer, Charge, Command, Withdraw
from tavern.model.frozen import Frozen
from tavern.model.mystery import Mystery
from tavern.model.notebook import Notebook
from tavern.model.world import Hearing, Judged, World
from tavern.narration.narrate import narrate
from tavern.proof.checker.case import Case
from tavern.reasoning.evidence import cards_held
from tavern.reasoning.inference import charged
from tavern.reasoning.judgement import MOST_CARDS

POSITIONS = 3  # of those in the games: where least is held, where most is, and between
MOST_STEPS = 8  # of one hearing: the charge, three objections, the withdrawal


def positions(case: Case) -> tuple[World, ...]:
    """The worlds of the games right before an accusation, of different holdings, as many as are tried."""
    found: dict[tuple[object, ...], World] = {}
    for played in case.games.values():
        commands = case.replay.commands(played.game.lines, played.game.seed)
        if len(commands) == len(played.game.lines):
            for before, command in zip(played.worlds, commands, strict=False):
                if isinstance(command, Accuse):
                    found.setdefault((before.clues, before.drawn), before)
    ordered = sorted(found.values(), key=lambda world: (len(world.clues) + len(world.drawn), world.clock))
    chosen = ordered if len(ordered) <= POSITIONS else (ordered[0], ordered[len(ordered) // 2], ordered[-1])
    return tuple(chosen)


def other_truths(mystery: Mystery) -> Iterator[Mystery]:
    """The case with another truth: the next answer to each question, and the one before."""
    for by in (1, -1):
        answers = {}
        for question in mystery.questions:
            if question.id in mystery.solution.answers:
                ids = [answer.id for answer in question.answers]
                answers[question.id] = ids[(ids.index(mystery.solution.answers[question.id]) + by) % len(ids)]
        yield replace(mystery, solution=replace(mystery.solution, answers=Frozen(answers), requires=()))


def accusations(mystery: Mystery, world: World) -> Iterator[Accusation]:
    """Every answer charged alone, and all questions charged at once, an answer of each; without cards, and with some."""
    held = cards_held(mystery, world)
    questions = charged(mystery)
    most = max((len(question.answers) for question in questions), default=0)
    sets = [[(question.id, answer.id)] for question in questions for answer in question.answers]
    sets += [
        [(q.id, q.answers[(turn + at) % len(q.answers)].id) for at, q in enumerate(questions)] for turn in range(most)
    ]
    sets += [[(q.id, q.answers[turn % len(q.answers)].id) for q in questions] for turn in range(most)]
    for number, pairs in enumerate(sets):
        cards = [held[at % len(held)] for at in range(number, number + MOST_CARDS)] if held else []
        for cited in dict.fromkeys(((), tuple(dict.fromkeys(cards)))):
            yield Accusation(tuple(Charge(question, answer, cited) for question, answer in pairs))


def account(mystery: Mystery, world: World, accusation: Accusation) -> Iterator[object]:
    """Everything that comes of the accusation until it is let rest: events, words, and the world."""
    notebook, command = Notebook(), Accuse(accusation)
    going_on: Command | None = command
    for _ in range(MOST_STEPS):
        if going_on is None:
            return
        events = tuple(turn(mystery, world, going_on))
        after, noted = fold(world, notebook, events)
        yield events, narrate(mystery, world, notebook, events, after, noted), after
        world, notebook = after, noted
        going_on = _next(mystery, world)


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


@lru_cache(maxsize=8)
def leak(mystery: Mystery, worlds: tuple[World, ...]) -> tuple[int, str]:
    """How many accusations were made, and the charges of the first that is answered otherwise under another truth; "" for none."""
    others = list(other_truths(mystery))
    made = 0
    for world in worlds:
        for accusation in accusations(mystery, world):
            made += 1
            told = list(account(mystery, world, accusation))
            if any(list(account(other, world, accusation)) != told for other in others):
                return made, ", ".join(f"{charge.question} {charge.answer}" for charge in accusation.charges)
    return made, ""
