"""What was found of a mystery, written down as a certificate: the same bytes for the same content."""

from collections.abc import Iterator
from dataclasses import replace

from tavern.model.mystery import Mystery
from tavern.proof.certifying import unconfirmed, written
from tavern.proof.checker.argument import as_json
from tavern.proof.checker.document import FORMAT, text_of
from tavern.proof.checker.shows import shows
from tavern.proof.checker.yielding import confronting, moves
from tavern.proof.claim import Claim, Verdict, Witness
from tavern.proof.claims.entail import truth
from tavern.proof.claims.showing import worlds_of
from tavern.proof.closure.reach import Reach, reach
from tavern.proof.managing import managing
from tavern.proof.playing.firing import fired
from tavern.proof.playing.witness import Replay
from tavern.proof.proving import Proved


def certificate(mystery: Mystery, proved: Proved, replay: Replay, version: str) -> str:
    """The text of the certificate. version: of this program.

    The argument that nobody is stranded is in it when the independent checker goes along with it, and left out otherwise.
    """
    found = proved.found or reach(mystery)
    content: dict[str, object] = {
        "format": FORMAT,
        "mystery": mystery.id,
        "rules": mystery.rules_fingerprint,
        "tavern": version,
        "claims": [claim_as_json(mystery, claim, replay) for claim in _shown(mystery, proved, found, replay)],
    }
    argument = written(proved.argument.attained, proved.argument.proof) if proved.argument else None
    if argument is not None and not unconfirmed(mystery, argument):
        content["argument"] = as_json(argument)
    if any(claim.id == "redundancy" and claim.verdict is Verdict.PROVED for claim in proved.claims):
        games, left = managing(mystery, found, replay)
        content["spared"] = [
            {**_game_as_json(mystery, game.witness, replay), "without": list(game.without)} for game in games
        ]
        content["unspared"] = list(left)
    return text_of(content)


def _shown(mystery: Mystery, proved: Proved, found: Reach, replay: Replay) -> Iterator[Claim]:
    """The claims; that a lie is exposed, and that the culprit gives way to something, each with a game in which they do."""
    for claim in proved.claims:
        if claim.verdict is Verdict.PROVED and claim.witness is None and (rules := _giving_way(mystery, claim)):
            games = fired(mystery, found, rules, replay)
            yield replace(claim, witness=min(games.values(), key=lambda game: len(game.lines), default=None))
        else:
            yield claim


def _giving_way(mystery: Mystery, claim: Claim) -> list[str]:
    """The rules by which somebody gives way, of which the claim says that some can fire; none for most claims."""
    clue = mystery.clues.get(claim.id.removeprefix("herrings:"))
    if clue and clue.lie and clue.said_by:
        return [f"lie:{clue.id}:{card}" for card in claim.by]
    culprits = [fact.answer for fact in truth(mystery) if fact.answer in mystery.actors]
    if claim.id == "guessing:gives_away" and culprits:
        return [rule.id for rule in confronting(mystery, culprits[0]) if moves(rule)]
    return []


def claim_as_json(mystery: Mystery, claim: Claim, replay: Replay) -> dict[str, object]:
    """The claim for programs; its witness says too what the last line shows."""
    fields = claim.as_json()
    return fields if claim.witness is None else {**fields, "witness": _game_as_json(mystery, claim.witness, replay)}


def _game_as_json(mystery: Mystery, witness: Witness, replay: Replay) -> dict[str, object]:
    shown = list(shows(worlds_of(mystery, witness, replay)))
    return {"seed": witness.seed, "lines": list(witness.lines), "ends": witness.ends, "shows": shown}
