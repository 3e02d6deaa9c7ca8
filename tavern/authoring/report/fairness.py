"""The fairness card: what is proved, how much time there is, how far one gets without thinking, and how minds turn on the way."""

from collections.abc import Iterator
from dataclasses import dataclass

from tavern.authoring.report.playing import Proof
from tavern.authoring.report.verdicts import Verdicts
from tavern.model.mystery import Mystery
from tavern.narration.wording import listed
from tavern.proof.argument.evidence import Findable
from tavern.proof.claim import Verdict
from tavern.proof.claims.entail import entailed
from tavern.proof.claims.proofs import depth
from tavern.proof.claims.readers import Guess, Turns, guesses, turns_of_mind
from tavern.proof.claims.solvable import cruelty
from tavern.proof.closure.reach import reach

MOST_HOURS = 0.4  # of those there are: what a needed line of play should use at most


@dataclass(frozen=True, slots=True)
class Fairness:
    """All that bears on fairness.

    cruelty: a sentence, "" where it is not known. depth: levels of the longest inference that a proof needs, 0 where nothing
    proves the case. wanted: the depth that is declared. hours: minutes that the case has, 0 without a last hour. walks: games
    that prove it, that of the author before the prover's; the first is the walkthrough in which minds turn. needed: each clue
    that the author says the proof needs → its routes.
    """

    verdicts: Verdicts
    cruelty: str
    depth: int
    wanted: int
    needed: dict[str, int]
    hours: int
    walks: tuple[Proof, ...]
    guesses: tuple[Guess, ...]
    turns: tuple[Turns, ...]

    @property
    def flags(self) -> tuple[tuple[str, str], ...]:
        """What falls short of an aim: what it is about, and a sentence on it."""
        return tuple(_flags(self))

    def share(self, walk: Proof) -> float:
        """The part of the hours that a game uses; 0.0 where there is no last hour."""
        return walk.minutes / self.hours if self.hours else 0.0


def fairness_of(mystery: Mystery, verdicts: Verdicts, proof: Proof | None) -> Fairness:
    """The card of a mystery. proof: the shortest of the author's transcripts that proves it."""
    found = reach(mystery)
    routes = frozenset(route for route in mystery.routes if found.knows(route))
    walks = tuple(walk for walk in (proof, verdicts.shortest_game(mystery)) if walk)
    stranded = verdicts.of("stranded")
    return Fairness(
        verdicts,
        cruelty(mystery, stranded) if stranded in (Verdict.PROVED, Verdict.REFUTED) else "",
        depth(mystery, entailed(mystery, Findable(routes, routes)).at_most),
        mystery.fair.depth,
        {clue: len(mystery.clues[clue].routes) for group in mystery.solution.requires for clue in group},
        max(0, mystery.ends - mystery.begins) if mystery.ends >= 0 else 0,
        walks,
        tuple(guesses(mystery, routes)),
        tuple(turns_of_mind(mystery, walks[0].routes)) if walks else (),
    )


def _flags(fairness: Fairness) -> Iterator[tuple[str, str]]:
    least = min(map(fairness.share, fairness.walks), default=0.0)
    if least > MOST_HOURS:
        yield "hours", f"The shortest proof uses {least:.0%} of the hours there are; {MOST_HOURS:.0%} is the aim."
    for question in dict.fromkeys(guess.question for guess in fairness.guesses):
        better = [guess for guess in fairness.guesses if guess.question == question and guess.is_better_than_chance]
        if better:
            readers = listed((guess.reader for guess in better), "or")
            yield question, f"Whoever {readers} is right more often than blindly ({float(better[0].chance):.0%})."
    for turns in fairness.turns:
        yield from ((turns.question, flag) for flag in turns.flags)
