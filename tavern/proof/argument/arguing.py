"""An argument as the player makes it: the conclusions drawn one after the other, and the accusation with its cards."""

from collections.abc import Iterable, Iterator

from tavern.model.commands import Accusation, Accuse, Charge, Command, Think
from tavern.model.mystery import Deduction, Mystery
from tavern.proof.argument.arguments import Derived, Fact, Inference, Known, Said, chain
from tavern.reasoning.inference import bearing
from tavern.reasoning.judgement import MOST_CARDS


def argued(mystery: Mystery, known: Known, goals: Iterable[Said]) -> tuple[Command, ...]:
    """The thoughts by which the goals come to be known, and the accusation that charges all of them at once."""
    goals = tuple(goals)
    charges = tuple(Charge(goal.question, goal.answer, cited(known, goal)[:MOST_CARDS]) for goal in goals)
    return (*thoughts(mystery, chain(known, goals)), Accuse(Accusation(charges)))


def thoughts(mystery: Mystery, steps: Iterable[Inference]) -> Iterator[Think]:
    """Each deduction among the steps, drawn from the cards it needs there. One that says nothing of any answer cannot be drawn."""
    for step in steps:
        thought = thinking(mystery, mystery.deductions[step.because], step.needs) if step.because else None
        if thought:
            yield thought


def thinking(mystery: Mystery, deduction: Deduction, needs: Iterable[Fact]) -> Think | None:
    """The thought that draws the deduction from these cards; None when it says nothing of any answer."""
    cards = tuple(need for need in needs if isinstance(need, str))
    says = bearing(mystery, deduction.id)
    for question, answer in says.establishes.items():
        return Think(question, answer, cards)
    for question, answer, _ in says.supports:
        return Think(question, answer, cards)
    for question, answers in says.rules_out.items():
        return Think(question, answers[0], cards, denied=True)
    return None


def cited(known: Known, goal: Said) -> tuple[str, ...]:
    """The cards that say the goal, or from which it follows without anything further to be drawn."""
    step = known.get(goal, Derived(0, None)).step
    if step is None:
        return ()
    return tuple(dict.fromkeys(card for need in step.needs for card in _speaking(known, need)))


def _speaking(known: Known, need: Fact) -> tuple[str, ...]:
    return (need,) if isinstance(need, str) else cited(known, need)
