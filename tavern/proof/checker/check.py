"""A certificate gone through, on nothing but rules, engine and reasoning: what was re-checked, and what has to be taken as written.

Each of the seven claims has a module here that looks into it and into each of its parts. What they hold it against is the case
itself, and the games of the certificate, which are played again first. Nothing of the prover's is used, and nothing is searched
for: the certificate says what shows a claim, and here it is seen whether it does. Sentences are for people; verdicts, cards,
figures, games and the argument are what counts.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from tavern.model.mystery import Mystery
from tavern.proof.checker import answering, astray, blind, reached, sparing, timing, unstranded
from tavern.proof.checker.case import BOUNDED, PROVED, Case, Played, Replay, played
from tavern.proof.checker.document import Certificate, Held
from tavern.proof.checker.shows import shows
from tavern.proof.checker.unfounded import Unfounded
from tavern.proof.checker.verdicts import WHOLE, ill

MODULES = {module.ID: module for module in (reached, unstranded, answering, sparing, astray, blind, timing)}
BORNE_OUT = "What its parts name and its games show was looked into, and is so."


@dataclass(frozen=True, slots=True)
class Finding:
    """What the checker says of one claim. kind: "re-checked", "taken" (as written) or "refused"."""

    claim: str
    kind: str
    says: str


def check(certificate: Certificate, mystery: Mystery, replay: Replay) -> Iterator[Finding]:
    """Everything there is to say of the certificate, claim by claim. It holds when nothing is refused."""
    if certificate.rules != mystery.rules_fingerprint:
        says = "It was made for other rules than these: the mystery has changed since."
        yield Finding("certificate", "refused", says)
        return
    yield from (Finding(claim, "refused", says) for claim, says in ill(certificate))
    games: dict[str, Played] = {}
    for claim in certificate.claims:
        again = played(mystery, claim.game, replay) if claim.game else None
        if again is not None and claim.game and shows(again.worlds) == claim.game.shows:
            games[claim.id] = again
        elif claim.game:
            yield Finding(claim.id, "refused", _otherwise(claim, again))
    if games:
        yield Finding(
            "witnesses", "re-checked", f"Games played again line by line, each ending as written: {len(games)}."
        )
    case = Case(mystery, certificate, replay, games)
    for id in WHOLE:
        yield from _claim(case, id)


def _otherwise(claim: Held, again: Played | None) -> str:
    if again is None or claim.game is None:
        return "Its game cannot be played to the end: a line is not understood, or comes after the end."
    other = next((word for word in claim.game.shows if word not in shows(again.worlds)), "less")
    return f"Its game does not end as written: {other}."


def _claim(case: Case, id: str) -> Iterator[Finding]:
    """What there is to say of one of the seven: what is wrong with it, or what was re-checked of it, and what was not."""
    whole = case.claim(id)
    taken: dict[str, None] = {}
    refused = False
    for claim in [whole, *case.parts(id)] if whole else []:
        try:
            left = MODULES[id].look(case, claim)
        except Unfounded as problem:
            refused = True
            yield Finding(claim.id, "refused", _sentence(str(problem)))
        else:
            taken |= dict.fromkeys([left] if left else [])
    if refused or whole is None or whole.verdict == BOUNDED:
        return
    if says := MODULES[id].checked(case) if whole.verdict == PROVED else BORNE_OUT:
        yield Finding(id, "re-checked", says)
    if taken:
        yield Finding(id, "taken", _sentence("; ".join(taken)))


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."
