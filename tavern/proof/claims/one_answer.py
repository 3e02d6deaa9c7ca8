"""The third claim as a whole: the evidence entails exactly one answer, by proofs that are neither too short nor too shallow."""

from tavern.model.frozen import Frozen
from tavern.model.mystery import Fair, Mystery
from tavern.proof.argument.evidence import Findable
from tavern.proof.argument.smallest import Stop, never
from tavern.proof.claim import Claim, Verdict, gravest
from tavern.proof.claims.entail import answers, entailed
from tavern.proof.claims.proofs import Parts, proofs
from tavern.proof.playing.show import Shower, unshown
from tavern.proof.sentences import ids

SOUND = "What is found is believed: nothing that a clue says but a lie or a red herring is false."


def one_answer(
    mystery: Mystery,
    findable: Findable,
    *,
    fair: Fair,
    parts: Parts = Frozen(),
    show: Shower = unshown,
    stop: Stop = never,
) -> tuple[Claim, ...]:
    """The claim, then its parts: each answer of each question, the cards and the depth of a proof, what is declared."""
    found = entailed(mystery, findable)
    claims = (*answers(found, show), *proofs(found, fair, parts, show, stop))
    verdict = gravest([claim.verdict for claim in claims])
    failing = [claim for claim in claims if claim.verdict is verdict]
    truth = ids(mystery.solution.answers.values())
    says = f"What can be found proves {truth}, and nothing else." if verdict is Verdict.PROVED else failing[0].says
    witness = next((claim.witness for claim in failing if claim.witness), None)
    smallest = next((claim for claim in claims if claim.id == "one_answer:cards"), None)
    notes = smallest.notes if smallest else ()
    figures = Frozen({name: size for claim in claims for name, size in claim.figures.items() if name != "wanted"})
    return Claim("one_answer", "One answer", verdict, says, witness, notes, (SOUND,), figures), *claims
