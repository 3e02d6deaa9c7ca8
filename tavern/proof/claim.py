"""What the prover says of a mystery: claims, each with its verdict and what it rests on."""

from dataclasses import asdict, dataclass, field
from enum import StrEnum

from tavern.model.frozen import Frozen


class Verdict(StrEnum):
    """The three answers a claim can have; a claim of several parts has the gravest of theirs."""

    PROVED = "PROVED"
    REFUTED = "REFUTED"
    BOUNDED = "BOUNDED"


@dataclass(frozen=True, slots=True)
class Witness:
    """A game that shows something: the lines typed from the beginning with this seed, and in a few words what they end in."""

    seed: int
    lines: tuple[str, ...]
    ends: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim about the whole mystery, or one part of such a claim.

    id: "reachable", "reachable:ending:escape"… title: the claim as a heading. says: one plain sentence that gives the result.
    witness: for REFUTED the game that shows it, for PROVED one that does; None where the reason is an argument.
    notes: further sentences, one each. assumptions: what the verdict rests on. figures: name → whole number. by: the cards that
    show it, for whoever looks into it again.
    """

    id: str
    title: str
    verdict: Verdict
    says: str
    witness: Witness | None = None
    notes: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()
    figures: Frozen[str, int] = field(default_factory=Frozen)
    by: tuple[str, ...] = ()

    def as_json(self) -> dict[str, object]:
        """The claim as `tavern prove --json` prints it; keys without a value are left out."""
        fields = {"claim": self.id, **asdict(self), "figures": dict(self.figures)}
        del fields["id"]
        return {key: value for key, value in fields.items() if value not in (None, "", (), {})}


def gravest(verdicts: "tuple[Verdict, ...] | list[Verdict]") -> Verdict:
    """The verdict on a whole with these parts: REFUTED before BOUNDED before PROVED; of no parts it is PROVED."""
    order = (Verdict.REFUTED, Verdict.BOUNDED)
    return next((verdict for verdict in order if verdict in verdicts), Verdict.PROVED)
