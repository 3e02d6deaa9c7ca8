"""Whether the claims of a certificate are all there, each once, in their order, and each as its parts have it."""

from collections.abc import Iterator

from tavern.proof.checker.case import BOUNDED, PROVED, REFUTED
from tavern.proof.checker.document import Certificate, Held

GRAVITY = (PROVED, BOUNDED, REFUTED)
WHOLE = ("reachable", "stranded", "one_answer", "redundancy", "herrings", "guessing", "early")
ASIDE = ("reachable:route:", "reachable:room:", "reachable:plain_ending:")  # parts that do not count for the whole


def ill(certificate: Certificate) -> Iterator[tuple[str, str]]:
    """Every claim that cannot stand as it is, with a sentence why."""
    ids = [claim.id for claim in certificate.claims]
    firsts = [id for number, id in enumerate(ids) if number == 0 or _whole(id) != _whole(ids[number - 1])]
    if missing := [id for id in WHOLE if id not in ids]:
        yield "certificate", f"It says nothing of the claim {missing[0]}."
    elif firsts != [*WHOLE]:
        yield "certificate", "Its claims are not the seven in their order, each followed by its parts."
    for claim in certificate.claims:
        if claim.verdict not in GRAVITY:
            yield claim.id, f"{claim.verdict!r} is no verdict."
        elif ids.count(claim.id) > 1:
            yield claim.id, "It is there twice."
        elif claim.id in WHOLE and (says := _against(certificate, claim)):
            yield claim.id, says


def _whole(id: str) -> str:
    return id.partition(":")[0]


def _against(certificate: Certificate, claim: Held) -> str:
    """What its parts say against the verdict of a whole claim: it is the gravest of theirs."""
    parts = [other for other in certificate.claims if other.id.startswith(f"{claim.id}:")]
    counting = [other.verdict for other in parts if not other.id.startswith(ASIDE) and other.verdict in GRAVITY]
    gravest = max(counting, key=GRAVITY.index, default=PROVED if parts or claim.id == "redundancy" else claim.verdict)
    if claim.verdict != gravest:
        return f"It is said to be {claim.verdict}, and the gravest of its parts is {gravest}."
    if claim.verdict == REFUTED and REFUTED not in counting and claim.game is None:
        return "It is said to be REFUTED, and neither a part of it nor a game shows that."
    return ""
