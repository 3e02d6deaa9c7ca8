"""What a proof of the case takes: how many cards, how deep a chain, and which of them the author had in mind."""

from collections.abc import Iterable, Iterator, Mapping

from tavern.model.frozen import Frozen
from tavern.model.mystery import Fair, Mystery
from tavern.narration.wording import capital, several
from tavern.proof.argument.arguing import argued, cited, thinking
from tavern.proof.argument.arguments import Known, Said, chain, derive, prover
from tavern.proof.argument.evidence import cards
from tavern.proof.argument.smallest import Smallest, Stop, never, reduced, smallest
from tavern.proof.claim import Claim, Verdict
from tavern.proof.claims.entail import Entailed, accused
from tavern.proof.playing.show import Show, Shower, unshown
from tavern.proof.sentences import ids
from tavern.reasoning.inference import closure, established
from tavern.reasoning.judgement import MOST_CARDS

Parts = Mapping[str, tuple[tuple[str, ...], ...]]  # question → sets of cards the author says establish its answer


def proofs(
    found: Entailed, fair: Fair, parts: Parts = Frozen(), show: Shower = unshown, stop: Stop = never
) -> Iterator[Claim]:
    """A claim for the least cards, the least depth, the declared clues, and the cards of each answer."""
    fewest = smallest_proof(found.mystery, found.at_most, stop)
    if fewest is not None:
        yield _enough_cards(found, fair, fewest, show)
        yield from _enough_acts(found, fair, show, stop)
        yield _deep_enough(found, fair, show)
    yield _declared(found, parts)
    yield from (_fits(found, fact) for fact in accused(found.mystery))


def smallest_proof(mystery: Mystery, known: Known, stop: Stop = never) -> Smallest | None:
    """The fewest of the known clues that carry an accusation of the truth; None when they do not."""
    return smallest(prover(mystery, accused(mystery)), _clues(mystery, known), stop)


def depth(mystery: Mystery, known: Known) -> int:
    """The level on which the last answer of an accusation of the truth comes to be known; 0 when one does not follow."""
    goals = accused(mystery)
    return max((known[goal].level for goal in goals), default=0) if all(goal in known for goal in goals) else 0


def spelt_out(mystery: Mystery, cards: Iterable[str]) -> tuple[str, ...]:
    """The proof from these clues, a sentence a step that somebody has to take, each deduction with its warrant."""
    known = derive(mystery, cards)
    steps = chain(known, [goal for goal in accused(mystery) if goal in known])
    drawn = [
        f"{ids(str(need) for need in step.needs)} together: `{step.because}`{_warrant(mystery, step.because)}"
        for step in steps
        if step.because
    ]
    verdicts = [f"`{fact.question}`: `{fact.answer}`, by {ids(cited(known, fact))}." for fact in accused(mystery)]
    return (*drawn, *verdicts)


def _warrant(mystery: Mystery, deduction: str) -> str:
    variants = mystery.texts.get(mystery.deductions[deduction].because, ())
    return f", because: {' '.join(variants[0].lines[0].split())}" if variants else ", with no `because:`."


def _enough_cards(found: Entailed, fair: Fair, fewest: Smallest, show: Shower) -> Claim:
    mystery, size = found.mystery, len(fewest.cards)
    id, title = "one_answer:cards", f"Every proof takes {several(fair.cards, 'card')} or more"
    figures = Frozen({"cards": size, "at_least": fewest.at_least, "wanted": fair.cards})
    notes = spelt_out(mystery, fewest.cards)
    if fewest.at_least >= fair.cards:
        smallest_ = "The smallest" if fewest.is_exact else "The smallest found"
        says = f"{smallest_} has {size}: {ids(sorted(fewest.cards))}."
        return Claim(id, title, Verdict.PROVED, says, notes=notes, figures=figures, by=tuple(sorted(fewest.cards)))
    by_surely = smallest_proof(mystery, found.surely)
    if by_surely is not None and len(by_surely.cards) < fair.cards:
        cards = tuple(sorted(by_surely.cards))
        says = f"{ids(cards)} alone {'proves' if len(cards) == 1 else 'prove'} the whole case."
        then = argued(mystery, derive(mystery, cards), accused(mystery))
        witness = show(Show(cards, then, f"proved with {several(len(cards), 'clue')}"))
        if witness or _held_together(found, cards):
            return Claim(id, title, Verdict.REFUTED, says, witness, notes, figures=figures, by=cards)
    says = f"No proof has fewer than {fewest.at_least}; that none has fewer than {fair.cards} is not settled."
    return Claim(id, title, Verdict.BOUNDED, says, notes=notes, figures=figures)


def _enough_acts(found: Entailed, fair: Fair, show: Shower, stop: Stop) -> Iterator[Claim]:
    """That no proof is had by fewer acts than it has to have cards: what one act tells counts once."""
    mystery, deeds = found.mystery, found.findable.deeds
    if deeds is None:
        return
    id, title = "one_answer:acts", f"Every proof takes {several(fair.cards, 'act')} or more"
    routes, proves = found.findable.at_most, prover(mystery, accused(mystery))
    telling = {
        deeds.told([act], routes): act for act in sorted(deeds.telling(routes), reverse=True)
    }  # one of those alike
    fewest = smallest(lambda given: proves(cards(mystery, deeds.told(given, routes))), telling.values(), stop)
    if fewest is None:
        return
    acts, size = tuple(sorted(fewest.cards)), len(fewest.cards)
    figures = Frozen({"acts": fewest.at_least})
    if fewest.at_least >= fair.cards:
        says = f"No proof is had by fewer than {several(fewest.at_least, 'act')}."
        yield Claim(id, title, Verdict.PROVED, says, figures=figures)
        return
    told = reduced(lambda kept: proves(cards(mystery, kept)), sorted(deeds.told(acts, routes)))
    proof = tuple(dict.fromkeys(mystery.routes[route].clue for route in sorted(told)))
    says = f"{capital(several(size, 'act'))} {'tells' if size == 1 else 'tell'} enough to prove the case: {ids(acts)}."
    then = argued(mystery, derive(mystery, proof), accused(mystery))
    ends = f"proved by what {several(size, 'act')} told"
    witness = show(Show((), then, ends, tuple(sorted(told)))) if size < fair.cards else None
    fix = f"Let some of {ids(proof)} be learnt by another act, or declare `fair: {{cards: {max(1, size)}}}`."
    verdict = Verdict.REFUTED if size < fair.cards and (witness or told <= found.findable.surely) else Verdict.BOUNDED
    yield Claim(id, title, verdict, says, witness, (fix,), figures=figures)


def _deep_enough(found: Entailed, fair: Fair, show: Shower) -> Claim:
    mystery = found.mystery
    id, title = "one_answer:depth", f"Every proof has {several(fair.depth, 'level')} or more"
    least, sure = depth(mystery, found.at_most), depth(mystery, found.surely)
    figures = Frozen({"depth": least, "wanted": fair.depth})
    if least >= fair.depth:
        says = f"The shallowest has {least}: from a clue that is found to the last answer."
        return Claim(id, title, Verdict.PROVED, says, figures=figures)
    if 0 < sure < fair.depth:
        steps = chain(found.surely, accused(mystery))
        held = tuple(dict.fromkeys(need for step in steps for need in step.needs if need in mystery.clues))
        cards = tuple(str(card) for card in held)
        says = f"{ids(cards)} give the whole case on level {sure}: too little has to be concluded from them."
        witness = show(Show(cards, argued(mystery, found.surely, accused(mystery)), f"proved on level {sure}"))
        if witness or _held_together(found, cards):
            return Claim(id, title, Verdict.REFUTED, says, witness, figures=figures, by=cards)
    says = f"A proof of {least} levels may be there; it was not shown that its clues can be found."
    return Claim(id, title, Verdict.BOUNDED, says, figures=figures)


def _held_together(found: Entailed, cards: Iterable[str]) -> bool:
    """Whether one game was found in which all the cards are held."""
    return any(known.keys() >= set(cards) for known in found.together)


def _declared(found: Entailed, parts: Parts) -> Claim:
    """That each alternative of `requires_clues`, with what is required of single questions, holds a minimal proof."""
    mystery = found.mystery
    id, title = "one_answer:required", "What `requires_clues` names is a proof"
    notes, verdicts = [], []
    for alternative in mystery.solution.requires:
        open_ = _open_after(mystery, alternative)
        rest = {question: parts.get(question, ()) for question in open_}
        undeclared = [
            question for question in open_ if not any(_proves(mystery, question, part) for part in rest[question])
        ]
        if undeclared and len(open_) == len(accused(mystery)):
            verdicts.append(Verdict.REFUTED)
            notes.append(f"{ids(alternative)} establish no answer at all.")
        elif undeclared:
            verdicts.append(Verdict.REFUTED)
            notes.append(f"From {ids(alternative)}, {ids(undeclared)} stays open, and no `requires:` closes it.")
        else:
            verdicts.append(Verdict.PROVED)
            notes.append(_closing(mystery, alternative, rest))
    refuted = Verdict.REFUTED in verdicts
    says = "A list of it leaves an answer open." if refuted else "Each of its lists holds a proof."
    return Claim(id, title, Verdict.REFUTED if refuted else Verdict.PROVED, says, notes=tuple(notes))


def _closing(mystery: Mystery, alternative: tuple[str, ...], rest: Parts) -> str:
    chosen = [next(part for part in rest[question] if _proves(mystery, question, part)) for question in rest]
    cards = sorted({*alternative, *(card for part in chosen for card in part)})
    least = reduced(prover(mystery, accused(mystery)), cards)
    extra = [card for card in cards if card not in least]
    more = f"; {ids(extra)} could be left out" if extra else ""
    return f"{ids(cards)} prove the case{more}."


def _open_after(mystery: Mystery, cards: Iterable[str]) -> list[str]:
    cards = tuple(cards)
    return [fact.question for fact in accused(mystery) if not _proves(mystery, fact.question, cards)]


def _proves(mystery: Mystery, question: str, cards: Iterable[str]) -> bool:
    return established(mystery, question, closure(mystery, cards)) == {mystery.solution.answers[question]}


def _fits(found: Entailed, fact: Said) -> Claim:
    """That some three cards, conclusions among them, say the answer: no accusation may cite more for a question."""
    id, title = f"one_answer:fits:{fact.question}", f"{fact.question}: {several(MOST_CARDS, 'card')} are enough"
    sides = (known for known in found.together if fact in known)
    cited_ = (_fewest_cited(found.mystery, known, fact) for known in sides)
    sure = next((cards for cards in cited_ if cards is not None and len(cards) <= MOST_CARDS), None)
    if sure is not None:
        says = f"{ids(sure)} {'says' if len(sure) == 1 else 'say'} `{fact.answer}`."
        return Claim(id, title, Verdict.PROVED, says, by=sure)
    fewest = _fewest_cited(found.mystery, found.at_most, fact)
    if fewest is None or len(fewest) > MOST_CARDS:
        says = f"No {several(MOST_CARDS, 'card')} say `{fact.answer}`; the fewest are {ids(fewest or ())}."
        return Claim(id, title, Verdict.REFUTED, says)
    return Claim(id, title, Verdict.BOUNDED, f"{ids(fewest)} would do; it was not shown that they can be found.")


def _fewest_cited(mystery: Mystery, known: Known, fact: Said) -> tuple[str, ...] | None:
    """The fewest cards to cite for the answer, conclusions that can be drawn among them; None when it does not follow."""
    drawn = [id for id, deduction in mystery.deductions.items() if id in known and thinking(mystery, deduction, ())]
    fewest = smallest(prover(mystery, [fact]), [*drawn, *_clues(mystery, known)])
    return tuple(sorted(fewest.cards)) if fewest else None


def _clues(mystery: Mystery, known: Known) -> list[str]:
    return [clue for clue in mystery.clues if clue in known]
