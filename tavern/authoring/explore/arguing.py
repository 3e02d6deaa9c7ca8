"""Lines that argue: conclusions, accusations with their evidence, answers in a hearing."""

from collections.abc import Sequence
from itertools import combinations

from tavern.authoring.explore.moment import Moment
from tavern.model.commands import Accusation, Accuse, Charge, Think
from tavern.model.mystery import Mystery
from tavern.model.world import Hearing, World
from tavern.parser.say import say
from tavern.reasoning.conclusions import undrawn
from tavern.reasoning.evidence import carries, carrying
from tavern.reasoning.inference import bearing, closure, established
from tavern.reasoning.judgement import MOST_CARDS, meets, provable

MOST_TRIED = 12  # cards among which a charge looks for its evidence


def thought(moment: Moment) -> str:
    """A conclusion: one that follows and was not drawn, or any answer from any cards."""
    ready = undrawn(moment.mystery, moment.world)
    if ready and moment.random.random() < 0.9:
        deduction = moment.random.choice(ready)
        held = carrying(moment.mystery, moment.world)
        needs = next(needs for needs in deduction.needs if held >= set(needs))
        for question, answer in deduction.bearing.establishes.items():
            return say(Think(question, answer, needs), moment.scope)
        for question, answers in deduction.bearing.rules_out.items():
            return say(Think(question, answers[0], needs, denied=True), moment.scope)
        for question, answer, _ in deduction.bearing.supports:
            return say(Think(question, answer, needs), moment.scope)
    open_ = [(question, answer) for question, answers in moment.scope.answers.items() for answer in answers]
    if not open_ or not moment.scope.cards:
        return ""
    cards = moment.random.sample(moment.scope.cards, min(2, len(moment.scope.cards)))
    return say(Think(*moment.random.choice(open_), tuple(cards)), moment.scope)


def accusation(moment: Moment) -> str:
    """A charge: the truth, one of the wrong solutions, or anything."""
    mystery = moment.mystery
    beliefs = [mystery.solution.answers, *(wrong.answers for wrong in mystery.false_solutions)]
    anything = {
        question.id: moment.random.choice(question.answers).id
        for question in mystery.questions
        if question.charged and question.answers
    }
    sure = provable(mystery, moment.world) and moment.random.random() < 0.5
    answers = mystery.solution.answers if sure else moment.random.choice([*beliefs, anything])
    charges = tuple(
        Charge(question, answer, _evidence(mystery, moment.world, question, answer, moment.scope.cards))
        for question, answer in answers.items()
    )
    return say(Accuse(Accusation(charges)), moment.scope) if charges else ""


def _evidence(mystery: Mystery, world: World, question: str, answer: str, cards: Sequence[str]) -> tuple[str, ...]:
    """The fewest cards held that establish the answer; else those that speak for it."""
    telling = [card for card in cards if carries(mystery, world, card) and _bears_on(mystery, card, question)][
        :MOST_TRIED
    ]
    for number in range(1, MOST_CARDS + 1):
        for cited in combinations(telling, number):
            if answer in established(mystery, question, closure(mystery, cited)):
                return cited
    return tuple(telling[:MOST_CARDS])


def _bears_on(mystery: Mystery, card: str, question: str) -> bool:
    says = bearing(mystery, card)
    return question in says.establishes or question in says.rules_out or any(q == question for q, _, _ in says.supports)


def in_a_hearing(moment: Moment) -> str:
    """An answer to what the room brings up, mostly a good one; afterwards anything that may be said."""
    stage, cards = moment.world.stage, moment.scope.cards
    if isinstance(stage, Hearing) and len(stage.answers) < len(stage.objections) and moment.random.random() < 0.7:
        question, alternative, _ = stage.objections[len(stage.answers)]
        charge = next(charge for charge in stage.accusation.charges if charge.question == question)
        good = [
            number
            for number, card in enumerate(cards, 1)
            if meets(moment.mystery, moment.world, charge, alternative, card)
        ]
        if good:
            return str(moment.random.choice(good))
    lines = moment.game.complete("")
    return moment.random.choice(lines) if lines else "withdraw"
