"""The card as a value: everything that is counted of a mystery."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tavern.authoring.content import folder_at, mystery_at
from tavern.authoring.report.dead import dead_texts
from tavern.authoring.report.fairness import Fairness, fairness_of
from tavern.authoring.report.playing import Proof, shortest_proof
from tavern.authoring.report.prose import words_by_kind, words_of_people
from tavern.authoring.report.spelling import Doubtful, doubtful_names
from tavern.authoring.report.verdicts import verdicts_beside, verdicts_now
from tavern.model.mystery import Clue, Mystery
from tavern.proof.argument.arguments import Said, chain, derive, grounds
from tavern.proof.argument.evidence import cards
from tavern.proof.claim import Claim
from tavern.proof.claims.herrings import is_false, leads_to


@dataclass(frozen=True, slots=True)
class Herring:
    """A red herring, and the clues that refute it."""

    clue: str
    refuted_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A lie: who tells it, and the clues that expose it."""

    clue: str
    said_by: str
    exposed_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """words: kind of text → words. people: actor → replies and words. routes: clue → channel of each of its routes."""

    mystery: Mystery
    words: Mapping[str, int]
    people: Mapping[str, tuple[int, int]]
    routes: Mapping[str, tuple[str, ...]]
    herrings: tuple[Herring, ...]
    lies: tuple[Told, ...]
    proof: Proof | None
    fairness: Fairness
    dead: tuple[tuple[str, str], ...]
    spelling: tuple[Doubtful, ...]

    @property
    def all_words(self) -> int:
        return sum(self.words.values())

    @property
    def channels(self) -> Mapping[str, int]:
        """Channel → how many routes go through it, the most first."""
        return dict(Counter(channel for channels in self.routes.values() for channel in channels).most_common())

    @property
    def least_routes(self) -> int:
        return min(map(len, self.routes.values()), default=0)

    @property
    def median_routes(self) -> float:
        return median([len(channels) for channels in self.routes.values()] or [0])


def card_of(path: Path, roots: Sequence[Path], claims: Sequence[Claim] = ()) -> Card:
    """The card of the mystery in a folder or file. claims: as just proved; without them the certificate is asked. Raises Problem."""
    mystery = mystery_at(path, roots)
    home = folder_at(path, roots)
    verdicts = verdicts_now(mystery, claims) if claims else verdicts_beside(home, mystery)
    proof = shortest_proof(mystery, home)
    clues = mystery.clues.values()
    return Card(
        mystery=mystery,
        words=words_by_kind(mystery),
        people=words_of_people(mystery),
        routes={clue.id: tuple(mystery.routes[route].channel for route in clue.routes) for clue in clues},
        herrings=tuple(Herring(clue.id, _against(mystery, clue)) for clue in clues if clue.red_herring),
        lies=tuple(Told(clue.id, clue.said_by, clue.lie.exposed_by) for clue in clues if clue.lie),
        proof=proof,
        fairness=fairness_of(mystery, verdicts, proof),
        dead=tuple(dead_texts(mystery)),
        spelling=tuple(doubtful_names(mystery)),
    )


def _against(mystery: Mystery, herring: Clue) -> tuple[str, ...]:
    """What contradicts it, and what rules out an answer it leads to; where nothing does, the clues from which that follows.

    Lies and other red herrings are left aside.
    """
    others = (clue for clue in mystery.clues.values() if not is_false(clue))
    contrary = [clue.id for clue in others if clue.id in herring.contradicts or herring.id in clue.contradicts]
    believed = leads_to(mystery, herring)
    bearings = {clue.id: clue.bearing for clue in mystery.clues.values()}
    bearings |= {deduction.id: deduction.bearing for deduction in mystery.deductions.values()}
    denying = [
        card
        for card, bearing in bearings.items()
        if any(said.answer in bearing.rules_out.get(said.question, ()) for said in believed)
    ]
    return tuple(dict.fromkeys([*contrary, *denying])) or _follows_against(mystery, believed)


def _follows_against(mystery: Mystery, believed: Sequence[Said]) -> tuple[str, ...]:
    """The clues from which it follows that none of these answers is right; () when it does not."""
    known = derive(mystery, cards(mystery, mystery.routes))
    out = [Said(said.question, said.answer, "ruled out") for said in believed]
    return grounds(chain(known, out)) if all(fact in known for fact in out) else ()
