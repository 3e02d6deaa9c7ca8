"""The third claim looked into again: the evidence has exactly one answer, by proofs that are neither too small nor too shallow.

The engine's own `established` and `ruled_out` decide. Two bounds suffice, because more evidence never proves less: what the games
found and what carries (`Case.found`) proves what is to be proved; all the clues there are, held at once (`Case.every`), prove
nothing else. So nothing that anybody can come to hold does. That the cards can be had together is the affair of the second claim.
"""

from collections.abc import Iterator

from tavern.model.mystery import Mystery
from tavern.proof.checker.case import PROVED, REFUTED, Case
from tavern.proof.checker.document import Held
from tavern.proof.checker.measuring import (
    look_into_acts,
    look_into_depth,
    look_into_fit,
    look_into_required,
    look_into_size,
)
from tavern.proof.checker.premises import charge, look_into_cards, proves
from tavern.proof.checker.unfounded import Unfounded
from tavern.reasoning.inference import closure, established, question_of, ruled_out

ID = "one_answer"


def checked(case: Case) -> str:
    """What was re-checked of the claim where it is proved, in a sentence."""
    del case
    return (
        "The cards that it names, all found in its games, prove each answer or rule it out, none of them can be spared, and all the "
        "clues there are prove nothing else."
    )


def look(case: Case, claim: Held) -> str:
    """What of the claim, or of a part of it, has to be taken as written; "" for nothing. Raises Unfounded."""
    _, *words = claim.id.split(":")
    match words:
        case []:
            return _whole(case, claim)
        case ["cards"]:
            return look_into_size(case, claim)
        case ["acts"]:
            return look_into_acts(case, claim)
        case ["depth"]:
            return look_into_depth(case, claim)
        case ["required"]:
            return look_into_required(case, claim)
        case ["fits", question] if question in case.mystery.solution.answers:
            return look_into_fit(case, claim, question)
        case [question, answer] if question in case.mystery.solution.answers:
            right = case.mystery.solution.answers[question] == answer
            return _right(case, claim, question) if right else _rival(case, claim, question, answer)
        case [part]:
            return f"what it says of {part}"
        case _:
            message = "the case has no such question or answer"
            raise Unfounded(message)


def _whole(case: Case, claim: Held) -> str:
    parts = {part.id: part for part in case.parts(ID)}
    if missing := [id for id in _wanted(case.mystery, proved=claim.verdict == PROVED) if id not in parts]:
        message = f"it has no part {missing[0]}"
        raise Unfounded(message)
    figures = {name: figure for part in parts.values() for name, figure in part.figures.items() if name != "wanted"}
    if figures != dict(claim.figures):
        message = "its figures are not those of its parts"
        raise Unfounded(message)
    return ""


def _wanted(mystery: Mystery, *, proved: bool) -> Iterator[str]:
    yield from (f"{ID}:fits:{question}" for question in charge(mystery))
    for question in mystery.solution.answers:
        yield from (f"{ID}:{question}:{answer.id}" for answer in question_of(mystery, question).answers)
    yield from (f"{ID}:{part}" for part in ("required", *(("cards", "acts", "depth") if proved else ())))


def _right(case: Case, claim: Held, question: str) -> str:
    mystery, answer = case.mystery, case.mystery.solution.answers[question]
    everything = established(mystery, question, case.every)
    if claim.verdict == PROVED:
        look_into_cards(case, claim.by)
        if not proves(mystery, question, claim.by):
            message = "the cards that it names do not establish it"
            raise Unfounded(message)
        against = everything != {answer} or answer in ruled_out(mystery, question, case.every)
        return f"that the clues which speak against {question}: {answer} cannot all be had" if against else ""
    if claim.verdict != REFUTED or answer not in everything:
        return ""
    if answer in ruled_out(mystery, question, closure(mystery, claim.by)):
        look_into_cards(case, claim.by)
        return ""
    if proves(mystery, question, case.found):
        message = "what its games found establishes it"
        raise Unfounded(message)
    return f"that what {question}: {answer} takes cannot be found"


def _rival(case: Case, claim: Held, question: str, answer: str) -> str:
    mystery, shown = case.mystery, closure(case.mystery, claim.by)
    if claim.verdict == REFUTED or (claim.verdict == PROVED and claim.by):
        look_into_cards(case, claim.by)
    if claim.verdict == REFUTED and answer not in established(mystery, question, shown):
        message = "the cards that it names do not establish it"
        raise Unfounded(message)
    if claim.verdict != PROVED:
        return ""
    if claim.by and answer not in ruled_out(mystery, question, shown):
        message = "the cards that it names do not rule it out"
        raise Unfounded(message)
    if not claim.by and answer in ruled_out(mystery, question, case.found):
        message = "what its games found rules it out, and it names none of that"
        raise Unfounded(message)
    if answer in established(mystery, question, case.found):
        message = "what its games found establishes it"
        raise Unfounded(message)
    stands = answer in established(mystery, question, case.every)
    return f"that what would establish {question}: {answer} cannot be found" if stands else ""
