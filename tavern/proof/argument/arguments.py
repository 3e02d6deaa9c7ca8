"""The arguments of a case as single steps, each from a few facts to one more: read off its deductions and bearings.

`tavern.reasoning.inference` decides in play; this is its index, for questions asked ten thousand times. They agree as long as
nothing rules the truth out (`entail` looks), because elimination then can only ever leave the truth.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from tavern.model.mystery import Mystery, Question
from tavern.reasoning.inference import SUPPORTS, bearing


@dataclass(frozen=True, slots=True)
class Said:
    """Something that holds of an answer. how: "so", "ruled out", "means", "motive" or "opportunity"."""

    question: str
    answer: str
    how: str = "so"


Fact = str | Said  # the id of a clue or deduction, or what is said of an answer


@dataclass(frozen=True, slots=True)
class Inference:
    """One step. because: the id of the deduction drawn, or "" where a card says it, all else is ruled out, or guilt is complete."""

    fact: Fact
    needs: tuple[Fact, ...]
    because: str = ""


@dataclass(frozen=True, slots=True)
class Derived:
    """How a fact came to be known. level: 1 for a card that is found, else one more than the highest it needs."""

    level: int
    step: Inference | None


Known = Mapping[Fact, Derived]


@lru_cache(maxsize=16)
def inferences(mystery: Mystery) -> tuple[Inference, ...]:
    """Every step that the case allows, in the order of its content."""
    return (*_deductions(mystery), *_sayings(mystery), *_verdicts(mystery))


def _deductions(mystery: Mystery) -> Iterator[Inference]:
    for deduction in mystery.deductions.values():
        yield from (Inference(deduction.id, needs, deduction.id) for needs in deduction.needs)


def _sayings(mystery: Mystery) -> Iterator[Inference]:
    """What each card says by itself."""
    for card in (*mystery.clues, *mystery.deductions):
        says = bearing(mystery, card)
        facts = [
            *(Said(question, answer) for question, answer in says.establishes.items()),
            *(
                Said(question, answer, "ruled out")
                for question in says.rules_out
                for answer in says.rules_out[question]
            ),
            *(Said(*support) for support in says.supports),
        ]
        yield from (Inference(fact, (card,)) for fact in facts)


def _verdicts(mystery: Mystery) -> Iterator[Inference]:
    """An answer is so when every other is ruled out, or when means, motive and opportunity speak of it."""
    for question in mystery.questions:
        for answer in question.answers:
            yield Inference(Said(question.id, answer.id), _others(question, answer.id))
            marks = tuple(Said(question.id, answer.id, mark) for mark in sorted(SUPPORTS))
            yield Inference(Said(question.id, answer.id), marks)


def _others(question: Question, answer: str) -> tuple[Fact, ...]:
    return tuple(Said(question.id, other.id, "ruled out") for other in question.answers if other.id != answer)


def derive(mystery: Mystery, cards: Iterable[str]) -> Known:
    """Everything that follows from the cards, each fact at its lowest level and with the step that led to it there."""
    known: dict[Fact, Derived] = {card: Derived(1, None) for card in sorted(cards)}
    pending = [step for step in inferences(mystery) if step.fact not in known]
    level = 1
    while fresh := [step for step in pending if all(need in known for need in step.needs)]:
        level += 1
        for step in fresh:
            known.setdefault(step.fact, Derived(level, step))
        pending = [step for step in pending if step.fact not in known]
    return known


def chain(known: Known, goals: Iterable[Fact]) -> tuple[Inference, ...]:
    """The steps that lead to the goals, what is needed first before what needs it. Every goal must be known."""
    ordered: dict[Fact, Inference] = {}

    def lay(fact: Fact) -> None:
        step = known[fact].step
        if step is None or fact in ordered:
            return
        for need in step.needs:
            lay(need)
        ordered[fact] = step

    for goal in goals:
        lay(goal)
    return tuple(ordered.values())


def grounds(steps: Iterable[Inference]) -> tuple[str, ...]:
    """The clues that the steps start from, in their order."""
    steps = tuple(steps)
    concluded = {step.fact for step in steps}
    needed = dict.fromkeys(need for step in steps for need in step.needs if need not in concluded)
    return tuple(need for need in needed if isinstance(need, str))


def relevant(mystery: Mystery, goals: Iterable[Fact]) -> tuple[Inference, ...]:
    """The steps that can take part in an argument for one of the goals."""
    leading: dict[Fact, list[Inference]] = {}
    for step in inferences(mystery):
        leading.setdefault(step.fact, []).append(step)
    seen, open_ = set[Fact](), list(goals)
    while open_:
        fact = open_.pop()
        if fact not in seen:
            seen.add(fact)
            open_ += [need for step in leading.get(fact, ()) for need in step.needs]
    return tuple(step for step in inferences(mystery) if step.fact in seen)


def prover(mystery: Mystery, goals: Iterable[Fact]) -> Callable[[frozenset[str]], bool]:
    """Whether all the goals follow from a set of cards, to be asked often: facts are the bits of whole numbers."""
    goals = tuple(goals)
    bits: dict[Fact, int] = {}

    def mask(facts: Iterable[Fact]) -> int:
        return sum({bits.setdefault(fact, 1 << len(bits)) for fact in facts})

    steps = [(mask((step.fact,)), mask(step.needs)) for step in relevant(mystery, goals)]
    wanted = mask(goals)

    def proves(cards: frozenset[str]) -> bool:
        known, pending, before = sum(bits.get(card, 0) for card in cards), steps, -1
        while known & wanted != wanted and known != before:
            before = known
            for fact, needs in pending:
                if known & needs == needs:
                    known |= fact
            pending = [step for step in pending if not known & step[0]]
        return known & wanted == wanted

    return proves
