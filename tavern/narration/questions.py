"""The questions of the case and their answers, as they are named within a sentence."""

from tavern.model.mystery import Answer, Mystery, Question
from tavern.model.world import World
from tavern.narration.wording import called, capital
from tavern.reasoning.answers import listed

STOPS = frozenset(".;")


def ask_of(mystery: Mystery, question: str) -> str:
    """The question as it is printed: "How do they come and go?"."""
    return next((candidate.ask for candidate in mystery.questions if candidate.id == question), question)


def answer_name(mystery: Mystery, question: str, answer: str) -> str:
    """An answer within a sentence: "Gene", "by the river door"."""
    if answer in mystery.actors:
        return called(mystery, answer)
    answers = (known for asked in mystery.questions if asked.id == question for known in asked.answers)
    return next((known.names.name for known in answers if known.id == answer), answer)


def in_full(mystery: Mystery, question: str, answer: str) -> str:
    """Question and answer: "How do they come and go? By the river door"."""
    return f"{ask_of(mystery, question)} {capital(answer_name(mystery, question, answer))}"


def listed_questions(mystery: Mystery, world: World) -> list[Question]:
    """The questions that have come up."""
    shown = listed(mystery, world)
    return [question for question in mystery.questions if question.id in shown]


def chargeable(mystery: Mystery, world: World) -> list[Question]:
    """The questions an accusation may answer, as far as they have come up."""
    return [question for question in listed_questions(mystery, world) if question.charged]


def met_answers(mystery: Mystery, world: World, question: Question) -> list[Answer]:
    """The answers whose idea the player has met; how many others there are is told nowhere."""
    shown = listed(mystery, world).get(question.id, ())
    return [answer for answer in question.answers if answer.id in shown]


def example(mystery: Mystery, world: World, question: Question) -> str:
    """How an answer to the question is typed: the shortest that was met and has no stop in it, which ends a sentence; or "…"."""
    names = (name for name in met_names(mystery, world, question) if not STOPS & set(name))
    return f"{question.id} {min(names, key=len, default='…')}"


def met_names(mystery: Mystery, world: World, question: Question) -> list[str]:
    """The same by name."""
    return [answer_name(mystery, question.id, answer.id) for answer in met_answers(mystery, world, question)]
