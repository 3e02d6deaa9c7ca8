"""Red herrings can be refuted, each by something that can be found, and lies can be exposed to the liar's face.

A red herring *leads to* the wrong answers whose false solution requires it, that come up once it is known, or that it is
about. It is *refuted* by a findable card that carries and contradicts it, or (when it leads anywhere) by evidence that rules
out every answer it leads to. A lie is *exposed* when one of `exposed_by` can be found and the liar, confronted with it, gives
way. A lie exposes no other lie, and neither it nor another herring refutes a herring.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tavern.model import conditions as c
from tavern.model.conditions import Condition
from tavern.model.frozen import Frozen
from tavern.model.mystery import Answer, Clue, Mystery
from tavern.narration.wording import several
from tavern.proof.argument.arguments import Known, Said, chain, derive, grounds
from tavern.proof.argument.evidence import Findable, cards
from tavern.proof.claim import Claim, Verdict, gravest
from tavern.proof.playing.show import Show, Shower, unshown
from tavern.proof.sentences import ids


@dataclass(frozen=True, slots=True)
class Side:
    """One side of what can be found: the clues held, what follows from those that carry, and the rules that fire."""

    held: frozenset[str]
    known: Known
    rules: frozenset[str]


def herrings(mystery: Mystery, findable: Findable, rules: Findable, *, show: Shower = unshown) -> tuple[Claim, ...]:
    """The claim, and a part for each red herring and each lie that can be come upon. rules: ids of rules that can fire."""
    sure, most = (_side(mystery, *of) for of in ((findable.surely, rules.surely), (findable.at_most, rules.at_most)))
    met = [clue for clue in mystery.clues.values() if clue.id in most.held]
    parts = [_herring(mystery, clue, sure, most, show) for clue in met if clue.red_herring]
    parts += [_lie(mystery, clue, sure, most, show) for clue in met if clue.lie]
    verdict = gravest([part.verdict for part in parts])
    count = {"herrings": sum(clue.red_herring for clue in met), "lies": sum(clue.lie is not None for clue in met)}
    proved = (
        f"{several(count['herrings'], 'red herring')} can be refuted and {several(count['lies'], 'lie')} exposed, "
        "all by what can be found."
    )
    says = next((part.says for part in parts if part.verdict is verdict is not Verdict.PROVED), proved.capitalize())
    witness = next((part.witness for part in parts if part.verdict is verdict and part.witness), None)
    return Claim("herrings", "Red herrings and lies", verdict, says, witness, figures=Frozen(count)), *parts


def _side(mystery: Mystery, routes: frozenset[str], rules: frozenset[str]) -> Side:
    held = frozenset(mystery.routes[route].clue for route in routes)
    return Side(held, derive(mystery, cards(mystery, routes)), rules | {mystery.routes[route].rule for route in routes})


def leads_to(mystery: Mystery, clue: Clue) -> tuple[Said, ...]:
    """The wrong answers that a clue may put into one's head, in the order of the case.

    A lie is often about whoever tells it, and then says that it was not they: what it is about does not count.
    """
    required = {
        pair for wrong in mystery.false_solutions if clue.id in wrong.requires for pair in wrong.answers.items()
    }
    return tuple(
        Said(question.id, answer.id)
        for question in mystery.questions
        if question.id in mystery.solution.answers
        for answer in question.answers
        if answer.id != mystery.solution.answers[question.id]
        and (
            (question.id, answer.id) in required
            or (clue.red_herring and answer.id in clue.about)
            or comes_up(answer, clue)
        )
    )


def comes_up(answer: Answer, clue: Clue) -> bool:
    """Whether the answer is among those offered as soon as the clue is known."""
    return clue.id in _known_ids(answer.listed)


def _known_ids(condition: Condition) -> Iterator[str]:
    match condition:
        case c.Knows(id):
            yield id
        case c.Any(parts) | c.All(parts):
            for part in parts:
                yield from _known_ids(part)
        case _:
            return


def is_false(clue: Clue) -> bool:
    """Whether what the clue says or suggests is not so: it establishes nothing, and speaks against nothing."""
    return clue.red_herring or clue.lie is not None


def _refuting(mystery: Mystery, clue: Clue, side: Side) -> tuple[str, ...]:
    """The clues by which the herring is refuted; () when it is not."""
    against = [
        other.id
        for other in mystery.clues.values()
        if other.id in side.known
        and not is_false(other)
        and (clue.id in other.contradicts or other.id in clue.contradicts)
    ]
    if against:
        return (against[0],)
    out = [Said(said.question, said.answer, "ruled out") for said in leads_to(mystery, clue)]
    if out and all(fact in side.known for fact in out):
        return grounds(chain(side.known, out))
    return ()


def _herring(mystery: Mystery, clue: Clue, sure: Side, most: Side, show: Shower) -> Claim:
    id, title = f"herrings:{clue.id}", f"The red herring {clue.id}"
    if by := _refuting(mystery, clue, sure):
        return Claim(id, title, Verdict.PROVED, f"`{clue.id}` is refuted by {ids(by)}.", by=by)
    if by := _refuting(mystery, clue, most):
        return Claim(id, title, Verdict.BOUNDED, f"`{clue.id}` is refuted by {ids(by)}, if that can be found.")
    led = leads_to(mystery, clue)
    open_ = [said.answer for said in led if Said(said.question, said.answer, "ruled out") not in most.known]
    towards = f", and it leads to {ids(open_)}" if open_ else ""
    says = f"Nothing that can be found speaks against `{clue.id}`{towards}."
    fix = f"Give a clue that can be found `contradicts: [{clue.id}]`" + (
        f", or let one rule out {ids(open_)}." if open_ else "."
    )
    witness = show(Show((clue.id,), ends=f"{clue.id} is held, and nothing refutes it"))
    return Claim(id, title, Verdict.REFUTED, says, witness, (fix,))


def _exposing(mystery: Mystery, clue: Clue, side: Side) -> tuple[str, ...]:
    """What can be found and, held against the liar, makes them give way."""
    found = [card for card in _exposers(mystery, clue) if card in side.held or card in side.known]
    return tuple(card for card in found if not clue.said_by or f"lie:{clue.id}:{card}" in side.rules)


def _exposers(mystery: Mystery, clue: Clue) -> list[str]:
    """Those of `exposed_by` that are so, which herrings are: of two lies neither shows which of them is the lie."""
    named = clue.lie.exposed_by if clue.lie else ()
    return [card for card in named if card not in mystery.clues or mystery.clues[card].lie is None]


def _lie(mystery: Mystery, clue: Clue, sure: Side, most: Side, show: Shower) -> Claim:
    id, title = f"herrings:{clue.id}", f"The lie {clue.id}"
    if by := _exposing(mystery, clue, sure):
        return Claim(id, title, Verdict.PROVED, f"`{clue.id}` is exposed by {ids(by, 'or')}.", by=by)
    if by := _exposing(mystery, clue, most):
        return Claim(id, title, Verdict.BOUNDED, f"`{clue.id}` is exposed by {ids(by, 'or')}, if that can be done.")
    exposers = _exposers(mystery, clue)
    found = [card for card in exposers if card in most.held or card in most.known]
    says = f"Nothing exposes `{clue.id}`: {_why_not(clue, exposers, found)}."
    fix = f"Add to its `exposed_by:` a clue that is true, can be found, and can be held against `{clue.said_by}`."
    witness = show(Show((clue.id, *found[:1]), ends=f"{clue.id} is held, and nothing exposes it"))
    return Claim(id, title, Verdict.REFUTED, says, witness, (fix,) if clue.said_by else ())


def _why_not(clue: Clue, exposers: Sequence[str], found: Sequence[str]) -> str:
    if not exposers:
        named = clue.lie.exposed_by if clue.lie else ()
        return f"{ids(named)} {'is itself a lie' if len(named) == 1 else 'are themselves lies'}"
    if found:
        return f"{ids(found)} can be found, and `{clue.said_by}` cannot be confronted with it"
    return f"of {ids(exposers)} none can be found" if len(exposers) > 1 else f"{ids(exposers)} cannot be found"
