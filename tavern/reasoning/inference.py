"""What follows from cards: deductions, answers established, answers ruled out. Rules of the mystery only; never the truth of it."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from tavern.model.mystery import Bearing, Deduction, Mystery, Question

SUPPORTS = frozenset({"means", "motive", "opportunity"})  # all three together establish a who


def closure(mystery: Mystery, cards: Iterable[str]) -> frozenset[str]:
    """The cards, and every deduction that follows from them, step by step."""
    known = set(cards)
    pending = [deduction for deduction in mystery.deductions.values() if deduction.id not in known]
    while fresh := [deduction for deduction in pending if follows_from(deduction, known)]:
        known.update(deduction.id for deduction in fresh)
        pending = [deduction for deduction in pending if deduction.id not in known]
    return frozenset(known)


def follows_from(deduction: Deduction, cards: AbstractSet[str]) -> bool:
    """Whether one of the deduction's sets of needs lies wholly among the cards."""
    return any(cards >= set(needs) for needs in deduction.needs)


def ruled_out(mystery: Mystery, question: str, cards: Iterable[str]) -> frozenset[str]:
    """Answers to the question that some card (nothing further is inferred) rules out."""
    return frozenset(answer for card in cards for answer in bearing(mystery, card).rules_out.get(question, ()))


def established(mystery: Mystery, question: str, cards: Iterable[str]) -> frozenset[str]:
    """Answers to the question that the cards establish: outright, by means, motive and opportunity, or by elimination."""
    cards = tuple(cards)
    outright = {bearing(mystery, card).establishes.get(question) for card in cards} - {None}
    supported = {
        answer.id for answer in question_of(mystery, question).answers if _convicts(mystery, question, answer.id, cards)
    }
    left = {answer.id for answer in question_of(mystery, question).answers} - ruled_out(mystery, question, cards)
    only = left if len(left) == 1 else set()
    return frozenset(answer for answer in outright | supported | only if answer)


def _convicts(mystery: Mystery, question: str, answer: str, cards: Iterable[str]) -> bool:
    named = {as_ for card in cards for q, a, as_ in bearing(mystery, card).supports if (q, a) == (question, answer)}
    return named >= SUPPORTS


def bearing(mystery: Mystery, card: str) -> Bearing:
    """What a clue or deduction says of the questions."""
    if card in mystery.deductions:
        return mystery.deductions[card].bearing
    clue = mystery.clues[card]
    return Bearing() if clue.red_herring or clue.lie else clue.bearing


def question_of(mystery: Mystery, question: str) -> Question:
    """The question with this id; StopIteration never: ids come from the compiled mystery."""
    return next(candidate for candidate in mystery.questions if candidate.id == question)


def charged(mystery: Mystery) -> tuple[Question, ...]:
    """The questions an accusation answers, in the order of the case."""
    return tuple(question for question in mystery.questions if question.charged)
