"""The second claim as a whole: from every position a proof can still be had, until so late; and how cruel that makes the case."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tavern.model import effects as f
from tavern.model.frozen import Frozen
from tavern.model.mystery import Mystery
from tavern.model.world import DAY, World
from tavern.narration.wording import listed, several, when
from tavern.proof.argument.smallest import Stop
from tavern.proof.claim import Claim, Verdict, Witness
from tavern.proof.claims.stranded import Proof, always_proved
from tavern.proof.closure.reach import Reach
from tavern.proof.loss.stranding import dead_end, is_dead_end
from tavern.proof.playing.play import Play
from tavern.proof.playing.witness import Goal, Replay, shortened, witnessed
from tavern.proof.ranking.attain import Attained
from tavern.proof.transitions.hours import span_of

TITLE = "Nobody is ever stranded"
ASSUMPTIONS = (
    "Played without undo and restore, with any seed.",
    "Somebody still listens: an accusation is left to be made, and the last good hour is not yet past.",
)
DROPS = 30  # plays tried to make the way to a dead end shorter; each is asked of the fixpoint


@dataclass(frozen=True, slots=True)
class Solvable:
    """The claim, and the proof that can always be had, where there is one."""

    claim: Claim
    proof: Proof | None = None


def solvable(found: Reach, attained: Attained, replay: Replay, stop: Stop) -> Solvable:
    """Whether a proof can be had from every position until half of the time is over, or where it cannot."""
    mystery = found.mystery
    proof = always_proved(attained, stop)
    until = half_way(mystery)
    if proof is not None and proof.last >= until:
        return Solvable(_proved(mystery, proof), proof)
    stuck = None if stop() else dead_end(found, until, stop)
    witness = _witness(mystery, stuck, replay) if stuck else None
    if stuck is not None and witness is not None:
        return Solvable(_refuted(mystery, stuck, witness))
    return Solvable(_bounded(attained, proof, stopped=stop()))


def half_way(mystery: Mystery) -> int:
    """The clock time up to which one has to be able to begin. Without a last hour, to the day before the looked-at ends."""
    span = span_of(mystery)
    return (span.first + span.last) // 2 if mystery.ends >= 0 else span.last - DAY


def _proved(mystery: Mystery, proof: Proof) -> Claim:
    far = f"until {when(mystery, proof.last)}" if mystery.ends >= 0 else "at any time"
    says = f"From every position, {far}, a proved accusation can still be reached, whatever was done before."
    routes = several(len(proof.routes), "route")
    notes = (cruelty(mystery, Verdict.PROVED), f"It takes {routes}, in {several(len(proof.stops), 'stop')}.")
    figures = Frozen({"last": proof.last, "stops": len(proof.stops), "routes": len(proof.routes)})
    return Claim("stranded", TITLE, Verdict.PROVED, says, None, notes, ASSUMPTIONS, figures)


def _refuted(mystery: Mystery, stuck: Play, witness: Witness) -> Claim:
    hour = when(mystery, stuck.world.clock)
    says = (
        f"After `{witness.lines[-1]}`, {hour}, no accusation can be proved any more, whatever is done."
        if witness.lines
        else f"From the first line on, {hour}, no accusation can be proved, whatever is done."
    )
    return Claim("stranded", TITLE, Verdict.REFUTED, says, witness, (cruelty(mystery, Verdict.REFUTED),), ASSUMPTIONS)


def _bounded(attained: Attained, proof: Proof | None, *, stopped: bool) -> Claim:
    routes, of = len(attained.routes()), len(attained.facts.mystery.routes)
    mystery = attained.facts.mystery
    says = "No dead end was found, and none was ruled out."
    if proof is not None:
        says = f"Only until {when(mystery, proof.last)} is a proof sure to be had, and no dead end was found before."
    notes = [f"{routes} of {several(of, 'route')} can always be taken; made to happen, no loss came to a dead end."]
    if stopped:
        notes = [
            f"{routes} of {several(of, 'route')} were seen to be always there to take; not all was tried: the time was up."
        ]
    figures = Frozen({"always taken": routes})
    return Claim("stranded", TITLE, Verdict.BOUNDED, says, None, tuple(notes), ASSUMPTIONS, figures)


def cruelty(mystery: Mystery, verdict: Verdict) -> str:
    """How cruel the case is on Plotkin's scale, with the reason."""
    if verdict is Verdict.REFUTED:
        return "Nasty, in Plotkin's sense: one can be stuck, and is told so only once it has happened."
    if ways := tuple(_ways_to_lose(mystery)):
        return f"Polite, in Plotkin's sense: one can lose, {listed(ways, 'or')}, and the story ends at once."
    return "Merciful, in Plotkin's sense: one can never lose, and need never go back."


def _ways_to_lose(mystery: Mystery) -> Iterator[str]:
    after = {ending.after for ending in mystery.endings.values() if not ending.good}
    if "insisted" in after or "discredited" in after:
        yield "by accusing wrongly"
    if mystery.ends >= 0:
        yield "by being too late"
    rules = (rule.effects for rules in mystery.rules.values() for rule in rules)
    automatics = (rule.effects for rule in mystery.automatics)
    if any(isinstance(effect, f.End) for effects in (*rules, *automatics) for effect in effects):
        yield "by an ending on the way"


def _witness(mystery: Mystery, stuck: Play, replay: Replay) -> Witness | None:
    """The lines that lead to the dead end, as few as were found."""
    for play in (shortened(mystery, stuck, _dead(mystery), DROPS), stuck):
        witness = witnessed(mystery, play, _is(play.world), replay, "no accusation can be proved any more")
        if witness:
            return witness
    return None


def _dead(mystery: Mystery) -> Goal:
    @cache
    def dead(world: World) -> bool:
        return is_dead_end(mystery, world)

    return dead


def _is(last: World) -> Goal:
    return lambda world: world == last
