"""What follows from cards: deductions, answers established, answers ruled out. Rules of the mystery only; never the truth of it."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache

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
    answers = question_of(mystery, question).answers
    found, out, marks = set[str](), set[str](), dict[str, set[str]]()
    for card in cards:
        says = bearing(mystery, card)
        found.add(says.establishes.get(question, ""))
        out.update(says.rules_out.get(question, ()))
        for asked, answer, mark in says.supports:
            if asked == question:
                marks.setdefault(answer, set()).add(mark)
    convicted = {answer for answer, named in marks.items() if named >= SUPPORTS}
    if convicted:
        found |= convicted & {answer.id for answer in answers}
    if len(out) >= len(answers) - 1:
        left = {answer.id for answer in answers} - out
        found |= left if len(left) == 1 else set()
    return frozenset(found - {""})


def breaks(mystery: Mystery, card: str, question: str, answer: str) -> bool:
    """Whether the card by itself rules the answer out, or establishes another."""
    said, denied = _alone(mystery, question).get(card, (frozenset[str](), frozenset[str]()))
    return answer in denied or bool(said - {answer})


@lru_cache(maxsize=64)
def _alone(mystery: Mystery, question: str) -> Mapping[str, tuple[frozenset[str], frozenset[str]]]:
    """Card → the answers that it establishes by itself, and those that it rules out; cards that do neither are left out."""
    cards = (*mystery.clues, *mystery.deductions)
    says = {card: (established(mystery, question, (card,)), ruled_out(mystery, question, (card,))) for card in cards}
    return {card: (said, denied) for card, (said, denied) in says.items() if said or denied}


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
