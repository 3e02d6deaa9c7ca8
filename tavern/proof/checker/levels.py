"""How deep the shortest chain to an answer is: a clue that is found is on level 1, and each step from it is one more."""

from collections.abc import Iterable, Mapping

from tavern.model.mystery import Mystery, Question
from tavern.proof.checker.premises import charge
from tavern.reasoning.inference import SUPPORTS, bearing, question_of

Levels = Mapping[str, int]


def depth(mystery: Mystery, clues: Iterable[str]) -> int:
    """The level on which the last answer that is charged comes to be known from the clues; 0 when one never does."""
    known = levels(mystery, clues)
    answers = [answer_level(mystery, question, answer, known) for question, answer in charge(mystery).items()]
    return 0 if None in answers else max((level for level in answers if level), default=0)


def levels(mystery: Mystery, clues: Iterable[str]) -> Levels:
    """Every card that follows from the clues, at its lowest level: one more than the highest of what it is drawn from."""
    known = dict.fromkeys(clues, 1)
    pending, level = dict(mystery.deductions), 1
    while pending:
        level += 1
        fresh = [
            id for id, deduction in pending.items() if any(set(needs) <= known.keys() for needs in deduction.needs)
        ]
        if not fresh:
            break
        for id in fresh:
            known[id] = level
            del pending[id]
    return known


def answer_level(mystery: Mystery, question: str, answer: str, known: Levels) -> int | None:
    """The lowest level of three: a card says so; all others are ruled out; means, motive and opportunity speak of it."""
    asked = question_of(mystery, question)
    ways = (
        _said(mystery, asked, answer, known),
        _left(mystery, asked, answer, known),
        _guilty(mystery, asked, answer, known),
    )
    return min((level for level in ways if level is not None), default=None)


def _said(mystery: Mystery, asked: Question, answer: str, known: Levels) -> int | None:
    return _lowest(known[card] for card in known if bearing(mystery, card).establishes.get(asked.id) == answer)


def _left(mystery: Mystery, asked: Question, answer: str, known: Levels) -> int | None:
    return _highest(
        _lowest(known[card] for card in known if other.id in bearing(mystery, card).rules_out.get(asked.id, ()))
        for other in asked.answers
        if other.id != answer
    )


def _guilty(mystery: Mystery, asked: Question, answer: str, known: Levels) -> int | None:
    return _highest(
        _lowest(known[card] for card in known if (asked.id, answer, mark) in bearing(mystery, card).supports)
        for mark in SUPPORTS
    )


def _lowest(found: Iterable[int]) -> int | None:
    """One level above the lowest of the cards that say something; None when none does."""
    least = min(found, default=None)
    return None if least is None else least + 1


def _highest(found: Iterable[int | None]) -> int | None:
    """One level above the highest of what is needed together; None when something is missing. Of nothing it is level 2."""
    needed = list(found)
    return None if None in needed else max((level for level in needed if level), default=1) + 1
