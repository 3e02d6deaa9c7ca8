"""Whether the clues that the truth is said to require establish it, and all of them are needed."""

from collections.abc import Iterable, Iterator, Mapping

from tavern.compiler.validate import Key, Places
from tavern.diagnostics import Diagnostic, any_of, quote
from tavern.model.mystery import Mystery
from tavern.reasoning.inference import charged, closure, established


def proof(mystery: Mystery, requires: Mapping[str, list[list[str]]], places: Places) -> Iterator[Diagnostic]:
    """Each alternative of `requires_clues`, and of `requires` for its own question, against the rules of the case.

    requires: question → alternatives, as the author gave them; such a question need not follow from `requires_clues`, but
    some question always has to.
    """
    asked = [question.id for question in charged(mystery)]
    whole = [question for question in asked if question not in requires]
    loc: tuple[Key, ...] = ("solutions", "correct", "requires_clues")
    several = len(mystery.solution.requires) > 1
    for number, cards in enumerate(mystery.solution.requires):
        place = (*loc, number) if several else loc
        if whole or len(_not_established(mystery, asked, cards)) == len(asked):
            yield from _alternative(mystery, whole or asked, cards, place, places)
    for question, alternatives in requires.items():
        for number, part in enumerate(alternatives):
            place = ("solutions", "correct", "requires", question, number)
            yield from _alternative(mystery, [question], part, place, places)


def _alternative(
    mystery: Mystery, questions: list[str], cards: Iterable[str], loc: tuple[Key, ...], places: Places
) -> Iterator[Diagnostic]:
    cards = tuple(cards)
    if open_ := _not_established(mystery, questions, cards):
        cause = f"from these {any_of(open_)} stays open".replace(" or ", " and ")
        fix = "add the clues that are missing, or give one `establishes:` or a deduction that does"
        yield Diagnostic("T302", places.of(*loc), cause, fix)
        return
    for number, card in enumerate(cards):
        if not _not_established(mystery, questions, cards[:number] + cards[number + 1 :]):
            cause = f"the others establish the same without {quote(card)}"
            yield Diagnostic(
                "T303", places.of(*loc, number), cause, "take it away, or make two lists of what does the same"
            )
            return  # which of several is too many is for the author to choose, one at a time


def _not_established(mystery: Mystery, questions: Iterable[str], cards: Iterable[str]) -> list[str]:
    """Questions whose right answer, and no other, does not follow from the cards."""
    held = closure(mystery, cards)
    truth = mystery.solution.answers
    return [id for id in questions if id in truth and established(mystery, id, held) != {truth[id]}]
