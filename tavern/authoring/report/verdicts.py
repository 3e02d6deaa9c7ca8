"""What is proved of a mystery: from the certificate beside it while that is of its rules, or proved on the spot."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from shlex import quote

from tavern.authoring.certificates import beside, load, staleness
from tavern.authoring.report.playing import Proof, played
from tavern.model.mystery import Mystery
from tavern.proof.checker.document import Held
from tavern.proof.claim import Claim, Verdict
from tavern.proof.proving import TITLES

ENDING = "reachable:ending:"


@dataclass(frozen=True, slots=True)
class Stands:
    """One of the seven claims, as it stands."""

    id: str
    title: str
    verdict: Verdict
    says: str


@dataclass(frozen=True, slots=True)
class Verdicts:
    """The seven claims. source: a sentence on where they are from, or how to get them where there are none.

    games: (seed, lines) of each game that comes to a proved ending.
    """

    source: str
    claims: tuple[Stands, ...] = ()
    games: tuple[tuple[int, tuple[str, ...]], ...] = ()

    def of(self, id: str) -> Verdict | None:
        """How the claim stands; None where that is not known."""
        return next((claim.verdict for claim in self.claims if claim.id == id), None)

    def shortest_game(self, mystery: Mystery) -> Proof | None:
        """The game that proves all of the case in the fewest lines; None where none of them does."""
        found = [proof for seed, lines in self.games if (proof := played(mystery, "the prover's game", lines, seed))]
        return min(found, key=lambda proof: proof.lines, default=None)


def verdicts_beside(content: Path, mystery: Mystery) -> Verdicts:
    """What the certificate beside the content says; no claims where there is none that is of these rules."""
    path = beside(content)
    if not path.is_file():
        makes = f"`tavern prove {quote(str(content))}` makes one"
        return Verdicts(f"Not known, for there is no certificate: {makes}. --prove does without.")
    if stale := staleness(content, mystery):
        return Verdicts(f"Not known. {stale} --prove does without.")
    claims = load(path).claims
    games = tuple(
        (held.game.seed, held.game.lines) for held in claims if held.game and _comes_to_proof(mystery, held.id)
    )
    return Verdicts(f"{path.name}, which is of these rules", tuple(_seven(claims)), games)


def verdicts_now(mystery: Mystery, claims: Iterable[Claim]) -> Verdicts:
    """What was proved just now."""
    claims = tuple(claims)
    games = tuple(
        (claim.witness.seed, claim.witness.lines)
        for claim in claims
        if claim.witness and _comes_to_proof(mystery, claim.id)
    )
    return Verdicts("proved just now", tuple(_seven(claims)), games)


def _seven(claims: Iterable[Held] | Iterable[Claim]) -> Iterator[Stands]:
    for claim in claims:
        if claim.id in TITLES and claim.verdict in Verdict.__members__:
            yield Stands(claim.id, TITLES[claim.id], Verdict(claim.verdict), claim.says)


def _comes_to_proof(mystery: Mystery, id: str) -> bool:
    ending = mystery.endings.get(id.removeprefix(ENDING)) if id.startswith(ENDING) else None
    return ending is not None and ending.after == "proved"
