"""A certificate gone through, on nothing but the rules and the engine: what was re-checked, what has to be taken as written.

Re-checked are: the fingerprint; every witness, by playing its lines and looking at what the last of them shows; of the first
claim, that each clue, deduction, ending and false solution has such a game; of the second, its whole argument (invariant,
ways, rows, clock, accusation); of the third, that what the witnessed routes teach establishes the truth, and that nothing in
the case, all of it held, establishes anything else. That something cannot be had, that nothing single is indispensable, what
herrings and lies come to, what guessing pays, and the words of every claim are taken as written.
"""

from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass

from tavern.engine.apply import apply_all
from tavern.engine.begin import first_world
from tavern.engine.turn import begin
from tavern.model.mystery import Mystery
from tavern.model.world import DAY, World
from tavern.proof.checker.document import Certificate, Game, Held
from tavern.proof.checker.holdings import holding
from tavern.proof.checker.induction import refusals
from tavern.proof.checker.shows import shows
from tavern.reasoning.evidence import carrying
from tavern.reasoning.inference import closure, established, ruled_out

GRAVITY = PROVED, BOUNDED, REFUTED = "PROVED", "BOUNDED", "REFUTED"
WHOLE = ("reachable", "stranded", "one_answer", "redundancy", "herrings", "guessing", "early")
Replay = Callable[[Sequence[str], int], Sequence[World]]
"""Plays the lines from the beginning of a game with that seed; the world after each line that was understood."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What the checker says of one claim. kind: "re-checked", "taken" (as written) or "refused"."""

    claim: str
    kind: str
    says: str


def check(certificate: Certificate, mystery: Mystery, replay: Replay) -> Iterator[Finding]:
    """Everything there is to say of the certificate, claim by claim. It holds when nothing is refused."""
    if certificate.rules != mystery.rules_fingerprint:
        yield Finding(
            "certificate", "refused", "It was made for other rules than these: the mystery has changed since."
        )
        return
    if missing := [id for id in WHOLE if id not in [claim.id for claim in certificate.claims]]:
        yield Finding("certificate", "refused", f"It says nothing of the claim {missing[0]}.")
    yield from _verdicts(certificate)
    shown = yield from _witnesses(certificate, mystery, replay)
    for id, looked_into in (("reachable", _reachable), ("one_answer", _one_answer)):
        if _verdict(certificate, id) == PROVED:
            yield from looked_into(mystery, shown)
    yield from _stranded(certificate, mystery)
    yield from (
        Finding(id, "taken", "Its reasons are taken as written.")
        for id in ("redundancy", "herrings", "guessing", "early")
        if _verdict(certificate, id) == PROVED
    )


def _verdict(certificate: Certificate, id: str) -> str:
    return next((claim.verdict for claim in certificate.claims if claim.id == id), "")


def _verdicts(certificate: Certificate) -> Iterator[Finding]:
    """That each verdict is one of the three, no better than those of its parts, and not refuted without a reason."""
    ids = [claim.id for claim in certificate.claims]
    for claim in certificate.claims:
        if claim.verdict not in GRAVITY:
            yield Finding(claim.id, "refused", f"{claim.verdict!r} is no verdict.")
        elif ids.count(claim.id) > 1:
            yield Finding(claim.id, "refused", "It is there twice.")
        elif claim.id in WHOLE and (says := _against(certificate, claim)):
            yield Finding(claim.id, "refused", says)


def _against(certificate: Certificate, claim: Held) -> str:
    """What its parts say against the verdict of a whole claim. Of the first, routes and rooms may be out of reach."""
    parts = {other.verdict for other in certificate.claims if other.id.startswith(f"{claim.id}:")}
    worse = [verdict for verdict in GRAVITY[GRAVITY.index(claim.verdict) + 1 :] if verdict in parts]
    if worse and claim.id != "reachable":
        return f"It is said to be {claim.verdict}, and a part of it is {worse[-1]}."
    if claim.verdict == REFUTED and REFUTED not in parts and claim.game is None:
        return "It is said to be REFUTED, and neither a part of it nor a game shows that."
    return ""


Shown = frozenset[str]  # what games that hold show, in the words of `shows`


def _witnesses(certificate: Certificate, mystery: Mystery, replay: Replay) -> Generator[Finding, None, Shown]:
    """Every game, played again."""
    shown: set[str] = set()
    games = 0
    for claim in certificate.claims:
        if claim.game is None:
            continue
        came = _came_to(claim.game, mystery, replay)
        wanted = _wanted(claim.id) if claim.verdict == PROVED else ""
        if came != claim.game.shows:
            yield Finding(claim.id, "refused", _otherwise(claim.game, came))
        elif wanted and wanted not in came:
            yield Finding(claim.id, "refused", f"Its game does not come to what it is to show: {wanted}.")
        else:
            games += 1
            shown |= set(came)
    if games:
        yield Finding("witnesses", "re-checked", f"Games played again line by line, each ending as written: {games}.")
    return frozenset(shown)


def _came_to(game: Game, mystery: Mystery, replay: Replay) -> tuple[str, ...]:
    """What the game shows; nothing when one of its lines was not understood."""
    first = first_world(mystery, game.seed)
    worlds = [apply_all(first, begin(mystery, first)), *replay(game.lines, game.seed)]
    return shows(worlds) if len(worlds) == len(game.lines) + 1 else ()


def _otherwise(game: Game, came: tuple[str, ...]) -> str:
    if not came:
        return "Its game cannot be played to the end: a line is not understood, or comes after the end."
    other = next((word for word in game.shows if word not in came), "less")
    return f"Its game does not end as written: {other}."


def _wanted(id: str) -> str:
    """What the game of a part of the first claim has to show."""
    claim, _, part = id.partition(":")
    kind, _, name = part.partition(":")
    words = {"ending": "ended", "clue": "found", "route": "took", "deduction": "drew", "room": "room"}
    return f"{words[kind]} {name}" if claim == "reachable" and kind in words else ""


def _reachable(mystery: Mystery, shown: Shown) -> Iterator[Finding]:
    """That everything which has to be reachable is shown by a game."""
    wanted = [
        *(f"found {id}" for id in mystery.clues),
        *(f"drew {id}" for id in mystery.deductions),
        *(f"ended {ending.id}" for ending in mystery.endings.values() if not ending.is_plain),
    ]
    if missing := [word for word in wanted if word not in shown]:
        yield Finding("reachable", "refused", f"No game of it shows: {missing[0]}.")
    else:
        yield Finding("reachable", "re-checked", "A game shows each clue, deduction and ending of the author's.")


def _one_answer(mystery: Mystery, shown: Shown) -> Iterator[Finding]:
    """That what was shown to be found establishes the truth, and that nothing in the case establishes anything else."""
    routes = [route for route in mystery.routes if f"took {route}" in shown]
    found = closure(mystery, carrying(mystery, holding(mystery, routes)))
    everything = closure(mystery, mystery.clues)
    for question, answer in mystery.solution.answers.items():
        if answer not in established(mystery, question, found):
            yield Finding(
                "one_answer", "refused", f"The routes that its games took do not establish {question}: {answer}."
            )
            return
        if established(mystery, question, everything) != {answer} or answer in ruled_out(mystery, question, everything):
            says = f"All clues of the case together say more of {question} than {answer}; that they cannot all be had"
            yield Finding("one_answer", "taken", f"{says} is taken as written.")
            return
    says = "What its games found establishes the truth, and all clues of the case together nothing else."
    yield Finding(
        "one_answer", "re-checked", f"{says} How few cards and how shallow a chain it takes is taken as written."
    )


def _stranded(certificate: Certificate, mystery: Mystery) -> Iterator[Finding]:
    """That the argument holds row by row."""
    proved = _verdict(certificate, "stranded") == PROVED
    if certificate.argument is None:
        if proved:
            yield Finding("stranded", "taken", "It brings no argument: that nobody is stranded is taken as written.")
        return
    if not proved:
        yield Finding("stranded", "refused", "It brings an argument for a claim that it does not say is proved.")
        return
    ill = list(refusals(mystery, certificate.argument))
    if any(claim.last != certificate.argument.last for claim in certificate.claims if claim.id == "stranded"):
        ill.append("Its argument is for another last hour than it says.")
    yield from (Finding("stranded", "refused", says) for says in ill)
    if not ill:
        rows, facts = len(certificate.argument.rows), len(certificate.argument.invariant)
        says = (
            f"No rule leads out of its invariant ({facts} facts), each row ({rows}) rests on that and those before it"
        )
        until = certificate.argument.until // DAY + 1
        time = (
            "the tour ends in time" if mystery.ends >= 0 else f"the tour ends before day {until}, up to which it looks"
        )
        yield Finding("stranded", "re-checked", f"{says}, {time}, and its accusation is carried.")
