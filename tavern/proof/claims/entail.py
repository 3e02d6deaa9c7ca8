"""The evidence entails exactly one answer: what can be found establishes the truth, and no other answer stands beside it."""

from collections.abc import Iterator
from dataclasses import dataclass

from tavern.diagnostics import quote
from tavern.model.commands import Accusation, Accuse, Charge
from tavern.model.mystery import Mystery
from tavern.narration.wording import listed
from tavern.proof.argument.arguing import argued
from tavern.proof.argument.arguments import Fact, Inference, Known, Said, chain, derive, grounds, inferences
from tavern.proof.argument.evidence import Findable, cards
from tavern.proof.claim import Claim, Verdict
from tavern.proof.playing.show import Show, Shower, unshown
from tavern.proof.sentences import ids
from tavern.reasoning.inference import SUPPORTS, charged, question_of


@dataclass(frozen=True, slots=True)
class Entailed:
    """What follows from all that can surely be found, and from all that can be found at most.

    together: what follows from what can be found in one game, of each of several.
    """

    mystery: Mystery
    surely: Known
    at_most: Known
    findable: Findable
    together: tuple[Known, ...]

    def verdict(self, fact: Fact, *, wanted: bool = True) -> Verdict:
        """Whether the fact follows (or, not wanted, does not follow) from what can be found in one game."""
        if any(fact in known for known in self.together):
            return Verdict.PROVED if wanted else Verdict.REFUTED
        if fact not in self.at_most:
            return Verdict.REFUTED if wanted else Verdict.PROVED
        return Verdict.BOUNDED


def entailed(mystery: Mystery, findable: Findable) -> Entailed:
    """What the findable evidence entails, all of it taken together."""
    surely, at_most = (derive(mystery, cards(mystery, routes)) for routes in (findable.surely, findable.at_most))
    sets = dict.fromkeys(cards(mystery, routes) for routes in findable.together)
    together = tuple(derive(mystery, held) for held in sets) or (surely,)
    return Entailed(mystery, surely, at_most, findable, together)


def truth(mystery: Mystery) -> tuple[Said, ...]:
    """What has to be proved: the right answer to each question that the solution answers."""
    return tuple(Said(question, answer) for question, answer in mystery.solution.answers.items())


def accused(mystery: Mystery) -> tuple[Said, ...]:
    """What has to be proved before the room: of the truth, the answers that an accusation charges."""
    asked = {question.id for question in charged(mystery)}
    return tuple(fact for fact in truth(mystery) if fact.question in asked)


def answers(found: Entailed, show: Shower = unshown) -> Iterator[Claim]:
    """A claim for each answer to a question of the case: that the right one follows, and that no other does."""
    for fact in truth(found.mystery):
        yield _right(found, fact, show)
        for answer in question_of(found.mystery, fact.question).answers:
            if answer.id != fact.answer:
                yield _rival(found, Said(fact.question, answer.id), fact, show)


def _right(found: Entailed, fact: Said, show: Shower) -> Claim:
    against = Said(fact.question, fact.answer, "ruled out")
    accusation = Accuse(Accusation((Charge(fact.question, fact.answer),)))
    if against in found.surely:
        by = grounds(chain(found.surely, [against]))
        says = f"{_named(fact)} is the truth, and is ruled out by {ids(by)}: no answer stands."
        witness = show(Show(by, (accusation,), f"the truth, {quote(fact.answer)}, is ruled out by what is held"))
        fix = f"Take {quote(fact.answer)} out of what {ids(by)} {'rules' if len(by) == 1 else 'rule'} out."
        return Claim(_id(fact), _title(fact), Verdict.REFUTED, says, witness, (fix,), by=by)
    verdict = found.verdict(fact) if against not in found.at_most else Verdict.BOUNDED
    if fact not in found.at_most:
        everything = tuple(card for card in found.mystery.clues if card in found.at_most)
        says = f"{_named(fact)} does not follow from all that can be found. It would, with {lacking(found, fact)}."
        others = (other.id for other in question_of(found.mystery, fact.question).answers)
        open_ = [other for other in others if Said(fact.question, other, "ruled out") not in found.at_most]
        notes = (f"Still open: {ids(open_)}.",)
        witness = show(Show(everything, (accusation,), f"everything is held, and {quote(fact.question)} is open"))
        return Claim(_id(fact), _title(fact), verdict, says, witness, notes)
    known = found.surely if fact in found.surely else found.at_most
    by = grounds(chain(known, [fact]))
    says = f"{_named(fact)} follows from {ids(by)}."
    doubt = () if verdict is Verdict.PROVED else ("It was not shown that all of these can be found.",)
    return Claim(_id(fact), _title(fact), verdict, says, notes=doubt, by=by)


def _rival(found: Entailed, rival: Said, right: Said, show: Shower) -> Claim:
    """That another answer is contradicted, or lacks something it needs."""
    verdict = found.verdict(rival, wanted=False)
    if verdict is Verdict.PROVED:
        out = Said(rival.question, rival.answer, "ruled out")
        by = grounds(chain(found.surely, [out])) if out in found.surely else ()
        return Claim(_id(rival), _title(rival), verdict, f"{_named(rival)} {against(found, rival)}.", by=by)
    known = found.surely if rival in found.surely else found.at_most
    ours = grounds(chain(known, [right])) if right in known else ()
    theirs = grounds(chain(known, [rival]))
    held = tuple(dict.fromkeys((*ours, *theirs)))
    says = f"{_named(rival)} stands beside {quote(right.answer)}: it follows from {ids(theirs)}."
    then = argued(found.mystery, known, (rival,))
    ends = f"{quote(rival.answer)} and {quote(right.answer)} both stand"
    witness = show(Show(held, then, ends)) or show(Show(theirs, then, f"{quote(rival.answer)} stands"))
    verdict = Verdict.REFUTED if witness else verdict
    if verdict is Verdict.BOUNDED:
        says = (
            f"{_named(rival)} would follow from {ids(theirs)}; no game was found that has all of these, nor ruled out."
        )
    return Claim(_id(rival), _title(rival), verdict, says, witness, (parting(found, rival),), by=theirs)


def against(found: Entailed, rival: Said) -> str:
    """Why an answer does not stand: what contradicts it, or what it lacks."""
    out = Said(rival.question, rival.answer, "ruled out")
    if out in found.surely:
        return f"is ruled out by {ids(grounds(chain(found.surely, [out])))}"
    marks = [mark for mark in sorted(SUPPORTS) if Said(rival.question, rival.answer, mark) not in found.at_most]
    speaks_of_guilt = any(
        isinstance(step.fact, Said) and step.fact.how in SUPPORTS for step in inferences(found.mystery)
    )
    if rival.question == "who" and speaks_of_guilt:
        return f"lacks {listed(marks)}"
    return "is said by nothing that can be found"


def parting(found: Entailed, rival: Said) -> str:
    """What would part a rival from the truth: the step on which it stands, and how to take that away."""
    last = (found.surely.get(rival) or found.at_most[rival]).step
    if last is None:  # a card is never an answer
        return ""
    unfound = [step for step in _ruling_out(found.mystery, rival) if step.needs[0] not in found.at_most]
    known = found.surely if rival in found.surely else found.at_most
    away = listed(quote(need) if isinstance(need, str) else _spelt(need) + _by(known, need) for need in last.needs)
    hint = f" {ids(str(step.needs[0]) for step in unfound)} speaks against it, and cannot be found." if unfound else ""
    return f"They are parted when one of these no longer holds of {quote(rival.answer)}: {away}.{hint}"


def _by(known: Known, need: Fact) -> str:
    cards = grounds(chain(known, [need]))
    return f" (by {ids(cards)})" if cards else ""


def _ruling_out(mystery: Mystery, rival: Said) -> list[Inference]:
    return [step for step in inferences(mystery) if step.fact == Said(rival.question, rival.answer, "ruled out")]


def lacking(found: Entailed, fact: Fact) -> str:
    """What the author could add so that the fact follows: the fewest things that one of its arguments lacks."""
    return listed(_missing(found, fact, frozenset()) or [_offer(fact)])


def _missing(found: Entailed, fact: Fact, above: frozenset[Fact]) -> list[str] | None:
    """The shortest list of what is missing for the fact; [] when it follows, None when no argument leads to it."""
    if fact in found.at_most:
        return []
    if isinstance(fact, str) and fact in found.mystery.clues:
        return [f"a way to find {quote(fact)}"]
    ways = [step.needs for step in inferences(found.mystery) if step.fact == fact and fact not in above]
    lists = []
    for needs in ways:
        parts = [_missing(found, need, above | {fact}) for need in needs]
        lists.append([line for need, part in zip(needs, parts, strict=True) for line in part or _or_offer(need, part)])
    return min(lists, key=len, default=None)


def _or_offer(fact: Fact, part: list[str] | None) -> list[str]:
    return [] if part is not None else [_offer(fact)]


def _offer(fact: Fact) -> str:
    """The key that a clue would need to say the fact."""
    match fact:
        case Said(question, answer, "so"):
            return f"a clue or deduction with `establishes: {{{question}: {answer}}}`"
        case Said(question, answer, "ruled out"):
            return f"a clue with `rules_out: {{{question}: [{answer}]}}`"
        case Said(question, answer, mark):
            return f"a clue with `supports: {{{question}: {answer}, as: {mark}}}`"
        case _:
            return f"a way to {quote(fact)}"


def _spelt(said: Said) -> str:
    return (
        f"{quote(said.answer)} {said.how}"
        if said.how in ("so", "ruled out")
        else f"the {said.how} of {quote(said.answer)}"
    )


def _id(fact: Said) -> str:
    return f"one_answer:{fact.question}:{fact.answer}"


def _title(fact: Said) -> str:
    return f"{fact.question}: {fact.answer}"


def _named(fact: Said) -> str:
    return f"{quote(fact.question)}: {quote(fact.answer)}"
