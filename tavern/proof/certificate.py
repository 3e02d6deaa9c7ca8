"""What was found of a mystery, written down as a certificate: the same bytes for the same content."""

from tavern.model.mystery import Mystery
from tavern.proof.certifying import unconfirmed, written
from tavern.proof.checker.argument import as_json
from tavern.proof.checker.document import FORMAT, text_of
from tavern.proof.checker.shows import shows
from tavern.proof.claims import Claim
from tavern.proof.proving import Proved
from tavern.proof.showing import worlds_of
from tavern.proof.witness import Replay


def certificate(mystery: Mystery, proved: Proved, replay: Replay, version: str) -> str:
    """The text of the certificate. version: of this program.

    The argument that nobody is stranded is in it when the independent checker goes along with it, and left out otherwise.
    """
    argument = written(proved.argument.attained, proved.argument.proof) if proved.argument else None
    content: dict[str, object] = {
        "format": FORMAT,
        "mystery": mystery.id,
        "rules": mystery.rules_fingerprint,
        "tavern": version,
        "claims": [claim_as_json(mystery, claim, replay) for claim in proved.claims],
    }
    if argument is not None and not unconfirmed(mystery, argument):
        content["argument"] = as_json(argument)
    return text_of(content)


def claim_as_json(mystery: Mystery, claim: Claim, replay: Replay) -> dict[str, object]:
    """The claim for programs; its witness says too what the last line shows."""
    fields = claim.as_json()
    if claim.witness is None:
        return fields
    witness = {"seed": claim.witness.seed, "lines": list(claim.witness.lines), "ends": claim.witness.ends}
    return {**fields, "witness": {**witness, "shows": list(shows(worlds_of(mystery, claim.witness, replay)))}}
