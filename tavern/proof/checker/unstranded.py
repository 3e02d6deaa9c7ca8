"""The second claim looked into again: nobody is stranded, by an argument that is gone through row by row.

`induction` has the argument: an invariant that no rule leads out of, ways that are open whatever was done, rows that rest on
those before them, and an accusation that they carry. From wherever one is, the rows lead to it, so a proof is always to be had.
"""

from tavern.model.world import DAY, Ended
from tavern.proof.checker.case import PROVED, REFUTED, Case
from tavern.proof.checker.document import Held
from tavern.proof.checker.induction import refusals
from tavern.proof.checker.unfounded import Unfounded
from tavern.reasoning.judgement import provable

ID = "stranded"


def look(case: Case, claim: Held) -> str:
    """What of the claim has to be taken as written; "" for nothing. Raises Unfounded."""
    argument = case.certificate.argument
    if argument is not None and claim.verdict != PROVED:
        message = "it brings an argument for a claim that it does not say is proved"
        raise Unfounded(message)
    if claim.verdict == REFUTED:
        return _stuck(case, claim)
    if claim.verdict != PROVED:
        return ""
    if argument is None:
        return "the whole of it: the certificate brings no argument for it"
    for says in refusals(case.mystery, argument):
        raise Unfounded(says.removesuffix("."))
    steps = sum(len(row.steps) for row in argument.rows)
    if {"last": argument.last, "stops": steps, "routes": len(argument.routes)} != dict(claim.figures):
        message = "its argument is for another last hour, or of another length, than it says"
        raise Unfounded(message)
    return ""


def _stuck(case: Case, claim: Held) -> str:
    """A game can show where the player stands, and what they then hold; not that nothing leads on."""
    if claim.id not in case.games:
        return "the whole of it: no game shows a dead end"
    if isinstance(case.games[claim.id].last.stage, Ended):
        message = "its game has ended: nobody is stranded in it"
        raise Unfounded(message)
    if provable(case.mystery, case.games[claim.id].last):
        return "that nobody is left to hear what its game has found out"
    return "that nothing leads on from where its game ends"


def checked(case: Case) -> str:
    """What was re-checked of the claim where it is proved, in a sentence; "" for nothing."""
    argument = case.certificate.argument
    if argument is None:
        return ""
    time = (
        "the tour ends in time"
        if case.mystery.ends >= 0
        else f"the tour ends before day {argument.until // DAY + 1}, up to which it looks"
    )
    return (
        f"No rule leads out of its invariant ({len(argument.invariant)} facts), each row ({len(argument.rows)}) rests on that "
        f"and those before it, {time}, and its accusation is carried."
    )
