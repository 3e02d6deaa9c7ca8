"""Redundancy: each answer stays provable without any one route, person, thing, or room at an hour; no clue names the culprit.

What can be had without something is asked from both sides. `at_most` leaves out nothing that can be had (the fixpoint that
forgets what actions take away): what does not follow even from that is refuted. `surely` has only what was shown (by a
ranking that always attains it, or by a game replayed without the thing): what follows from that is proved. `surely` is
asked first, and `at_most`, which may take long, only of what is left.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from tavern.model.frozen import Frozen
from tavern.model.mystery import Mystery
from tavern.narration.wording import several
from tavern.proof.argument.arguments import Said, derive, prover
from tavern.proof.argument.evidence import Findable, Obtainable, cards
from tavern.proof.argument.smallest import Stop, never, reduced
from tavern.proof.claim import Claim, Verdict, gravest
from tavern.proof.claims.entail import entailed, lacking, truth
from tavern.proof.claims.removing import Removal, removals
from tavern.proof.playing.show import Show, Shower, unshown
from tavern.proof.sentences import ids
from tavern.proof.transitions.facts import NOTHING_LESS, Without

NAMED = {"route": "the route", "person": "the person", "thing": "the thing", "hour": "the hours"}

Managing = Callable[[Removal], bool]


def unmanaged(removal: Removal) -> bool:
    """No game is looked for."""
    del removal
    return False


@dataclass(frozen=True, slots=True)
class Loss:
    """A removal, the questions whose answer it may cost, and whether it does (REFUTED) or that is not settled (BOUNDED)."""

    removal: Removal
    questions: tuple[str, ...]
    verdict: Verdict


def redundancy(
    mystery: Mystery,
    surely: Obtainable,
    at_most: Obtainable,
    *,
    managed: Managing = unmanaged,
    show: Shower = unshown,
    stop: Stop = never,
) -> tuple[Claim, ...]:
    """The claim, then a part for each removal that costs an answer or may, and one for clues that name the culprit.

    managed: whether a game comes to know the case without it, asked where `surely` does not show it.
    """
    surely, at_most = _remembered(surely), _remembered(at_most)
    facts = [fact for fact in truth(mystery) if _follows(mystery, surely(NOTHING_LESS), fact)]
    tried, losses, left_off = 0, list[Loss](), False
    for removal in removals(mystery) if facts else ():
        if left_off := stop():
            break
        tried += 1
        loss = loss_by(mystery, removal, facts, surely, at_most, managed)
        losses += [loss] if loss else []
    parts = [
        *(_unshown(mystery, fact, at_most) for fact in truth(mystery) if fact not in facts),
        *(_part(mystery, loss, at_most, show) for loss in losses),
        *_oracles(mystery, surely, at_most, show),
    ]
    pairs = [] if left_off else [_warning(fact, pair) for fact, pair in _pairs(mystery, facts, surely, at_most, stop)]
    verdict = gravest([part.verdict for part in parts] + ([Verdict.BOUNDED] if left_off else []))
    says = next((part.says for part in parts if part.verdict is verdict), _proved(mystery, tried))
    if left_off and verdict is Verdict.BOUNDED:
        says = f"{several(tried, 'single thing')} were taken away, and there are more."
    witness = next((part.witness for part in parts if part.verdict is verdict and part.witness), None)
    lost = sum(loss.verdict is Verdict.REFUTED for loss in losses)
    figures = Frozen({"tried": tried, "lost": lost, "pairs": len(pairs)})
    return Claim("redundancy", "Redundancy", verdict, says, witness, tuple(pairs), figures=figures), *parts


def _unshown(mystery: Mystery, fact: Said, at_most: Obtainable) -> Claim:
    """An answer that was not shown to be provable with everything there: nothing need be taken away."""
    id, title = f"redundancy:{fact.question}", f"{fact.question} can be answered"
    if _follows(mystery, at_most(NOTHING_LESS), fact):
        says = f"It was not shown that {ids([fact.question])} can be answered even with everything there."
        return Claim(id, title, Verdict.BOUNDED, says)
    return Claim(id, title, Verdict.REFUTED, f"{ids([fact.question])} cannot be answered even with everything there.")


def _warning(fact: Said, pair: tuple[str, str]) -> str:
    return f"Without both {ids(pair)}, {ids([fact.question])} stays open."


def _remembered(obtainable: Obtainable) -> Obtainable:
    """The same, asked but once for each thing that is taken away, and not at all for routes that nobody has anyway."""
    whole, given = obtainable(NOTHING_LESS), dict[tuple[object, ...], frozenset[str]]()

    def remembered(without: Without) -> frozenset[str]:
        if not (without.people or without.things or without.hours or without.routes & whole):
            return whole
        key = (without.routes, without.people, without.things, tuple(without.hours.items()))
        if key not in given:
            given[key] = obtainable(without)
        return given[key]

    return remembered


def _proved(mystery: Mystery, tried: int) -> str:
    answers = ids(mystery.solution.answers.values())
    return f"{answers} can be proved without any one of {tried} routes, people, things and rooms at their hours."


def loss_by(
    mystery: Mystery,
    removal: Removal,
    facts: Sequence[Said],
    surely: Obtainable,
    at_most: Obtainable,
    managed: Managing = unmanaged,
) -> Loss | None:
    """Which of the facts taking this away costs; None when all of them can be proved without it."""
    open_ = [fact for fact in facts if not _follows(mystery, surely(removal[2]), fact)]
    is_hour = removal[0] == "hour"  # a game may come through the room then, where a way leads only through it
    if not open_ or (not is_hour and managed(removal)):
        return None
    left = at_most(removal[2])
    lost = [fact.question for fact in open_ if not _follows(mystery, left, fact)]
    if lost:
        return Loss(removal, tuple(lost), Verdict.REFUTED)
    if is_hour and managed(removal):
        return None
    return Loss(removal, tuple(fact.question for fact in open_), Verdict.BOUNDED)


def _follows(mystery: Mystery, routes: frozenset[str], fact: Said) -> bool:
    return _argued(mystery, fact).follows(routes)


@dataclass(slots=True)
class Argued:
    """Whether a fact follows from routes, to be asked often. proofs: sets of routes from which it was found to, the last first."""

    mystery: Mystery
    proves: Callable[[frozenset[str]], bool]
    proofs: list[frozenset[str]] = field(default_factory=list)

    def follows(self, routes: frozenset[str]) -> bool:
        """Whether it does; more routes never prove less."""
        if any(proof <= routes for proof in self.proofs):
            return True
        if not self._is_proof(routes):
            return False
        self.proofs.insert(0, reduced(self._is_proof, sorted(routes)))
        return True

    def _is_proof(self, routes: frozenset[str]) -> bool:
        return self.proves(cards(self.mystery, routes))


@lru_cache(maxsize=64)
def _argued(mystery: Mystery, fact: Said) -> Argued:
    return Argued(mystery, prover(mystery, [fact]))


def _part(mystery: Mystery, loss: Loss, at_most: Obtainable, show: Shower) -> Claim:
    kind, name, without = loss.removal
    id, title = f"redundancy:{kind}:{name}", f"Without {NAMED[kind]} {name}"
    if loss.verdict is Verdict.BOUNDED:
        says = f"It was not shown that {ids(loss.questions)} can still be answered without {NAMED[kind]} `{name}`."
        return Claim(id, title, loss.verdict, says)
    left = at_most(without)
    found = entailed(mystery, Findable(left, left))
    lost = [fact for fact in truth(mystery) if fact.question in loss.questions]
    says = f"Without {NAMED[kind]} `{name}`, {ids(loss.questions)} stays open for want of {lacking(found, lost[0])}."
    clues = tuple(clue for clue in mystery.clues if clue in cards(mystery, left))
    ends = f"all that is left without {name} is held, and {ids(loss.questions)} stays open"
    fix = f"Add a route that does without {NAMED[kind]} `{name}`, or another argument for the answer."
    return Claim(id, title, loss.verdict, says, show(Show(clues, ends=ends, without=without)), (fix,))


def _oracles(mystery: Mystery, surely: Obtainable, at_most: Obtainable, show: Shower) -> Iterator[Claim]:
    """A claim for each clue that names the culprit all alone."""
    sure, most = (cards(mystery, obtainable(NOTHING_LESS)) for obtainable in (surely, at_most))
    culprits = [fact for fact in truth(mystery) if fact.question == "who" or fact.answer in mystery.actors]
    for clue in mystery.clues:
        named = [fact for fact in culprits if clue in most and fact in derive(mystery, [clue])]
        if named:
            verdict = Verdict.REFUTED if clue in sure else Verdict.BOUNDED
            says = f"`{clue}` alone establishes `{named[0].question}`: `{named[0].answer}`."
            witness = show(Show((clue,), ends=f"one clue, and it names {named[0].answer}"))
            title = f"The clue {clue} names nobody"
            fix = "Let it say less: means, motive or opportunity, or what takes a second clue to mean anything."
            yield Claim(f"redundancy:oracle:{clue}", title, verdict, says, witness, (fix,), by=(clue,))


def _pairs(
    mystery: Mystery, facts: Sequence[Said], surely: Obtainable, at_most: Obtainable, stop: Stop
) -> Iterator[tuple[Said, tuple[str, str]]]:
    """Pairs of routes without which an answer is lost, though it is not without either of them.

    Whoever takes away a proof has to take one of its routes: so a pair has one route of one proof, and one of another that
    does without the first. A route that only opens the way to others is tried with these alone.
    """
    seen = set[frozenset[str]]()
    for fact in facts:
        for first in _a_proof(mystery, surely(NOTHING_LESS), fact):
            for second in _a_proof(mystery, surely(Without(routes=frozenset((first,)))), fact):
                pair = frozenset((first, second))
                if stop() or pair in seen:
                    continue
                seen.add(pair)
                if _needs_one(mystery, surely, at_most, fact, pair):
                    yield fact, (min(pair), max(pair))


def _needs_one(mystery: Mystery, surely: Obtainable, at_most: Obtainable, fact: Said, pair: frozenset[str]) -> bool:
    """Whether the answer follows without each of the two routes, and not without both."""
    if _follows(mystery, surely(Without(routes=pair)), fact) or _follows(mystery, at_most(Without(routes=pair)), fact):
        return False
    return all(_follows(mystery, surely(Without(routes=frozenset((route,)))), fact) for route in pair)


def _a_proof(mystery: Mystery, routes: frozenset[str], fact: Said) -> list[str]:
    """Routes by which the answer can be proved, none of which can be spared; [] when it cannot."""
    if not _follows(mystery, routes, fact):
        return []
    return sorted(reduced(lambda taken: _follows(mystery, taken, fact), sorted(routes)))
