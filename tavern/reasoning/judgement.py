"""The judgement of an accusation: a function of what is held and cited alone. Nothing here reads the solution but `right`."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tavern.model.commands import Accusation, Charge
from tavern.model.mystery import Answer, Ending, Mystery
from tavern.model.world import World
from tavern.reasoning.evidence import cards_held, carries, carrying
from tavern.reasoning.holds import evening, evening_at, holds
from tavern.reasoning.inference import breaks, charged, closure, established, question_of, ruled_out

MOST_CARDS = 3  # cited for one question
MOST_OBJECTIONS = 3  # in one hearing


@dataclass(frozen=True, slots=True)
class Link:
    """One answer of the charge. state: "carried", "open" or "broken". against: a held card that alone breaks it, or ""."""

    question: str
    answer: str
    state: str
    against: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """verdict: "carried" (all questions), "partly" (all that were charged), "open" or "broken". weakest: that link's question."""

    verdict: str
    links: tuple[Link, ...]
    weakest: str = ""
    against: str = ""


def judge(mystery: Mystery, world: World, accusation: Accusation) -> Verdict:
    """What the evidence held makes of the accusation; the truth does not enter.

    A link is *carried* when the cards cited for any link, and what follows from them, establish its answer; else *broken*
    when everything held rules the answer out or establishes another; else *open*. Cards that are not held, or do not carry
    (see `evidence.carries`), count for nothing. An accusation without charges is open.
    """
    held = closure(mystery, carrying(mystery, world))
    cited = closure(mystery, _sound(mystery, world, (card for charge in accusation.charges for card in charge.cards)))
    cards = cards_held(mystery, world)
    links = tuple(_link(mystery, charge, cited, held, cards) for charge in accusation.charges)
    broken = next((link for link in links if link.state == "broken"), None)
    if broken:
        return Verdict("broken", links, broken.question, broken.against)
    weak = [charge for charge, link in zip(accusation.charges, links, strict=True) if link.state == "open"]
    if weak or not links:
        return Verdict("open", links, _weakest(mystery, world, weak))
    whole = {link.question for link in links} >= {question.id for question in charged(mystery)}
    return Verdict("carried" if whole else "partly", links)


def _link(mystery: Mystery, charge: Charge, cited: frozenset[str], held: frozenset[str], cards: Iterable[str]) -> Link:
    if charge.answer in established(mystery, charge.question, cited):
        return Link(charge.question, charge.answer, "carried")
    if not _break(mystery, charge, held):
        return Link(charge.question, charge.answer, "open")
    against = (card for card in cards if card in held and breaks(mystery, card, charge.question, charge.answer))
    return Link(charge.question, charge.answer, "broken", next(against, ""))


def _break(mystery: Mystery, charge: Charge, cards: Iterable[str]) -> bool:
    """Whether the cards rule the answer out, or establish another."""
    others = established(mystery, charge.question, cards) - {charge.answer}
    return bool(others) or charge.answer in ruled_out(mystery, charge.question, cards)


def _weakest(mystery: Mystery, world: World, charges: Sequence[Charge]) -> str:
    """The open link with the fewest cards that carry; the first of them in the order of the charge."""
    if not charges:
        return ""
    return min(charges, key=lambda charge: len(_sound(mystery, world, charge.cards))).question


def _sound(mystery: Mystery, world: World, cards: Iterable[str]) -> frozenset[str]:
    return frozenset(card for card in cards if carries(mystery, world, card))


def objections(
    mystery: Mystery, world: World, accusation: Accusation, heard_by: Sequence[str]
) -> list[tuple[str, str, str]]:
    """What the room brings up, at most three: (question, another answer, who voices it), one a question.

    Another answer is one the player has met and the cited cards do not rule out. Whoever is accused keeps silent if anybody
    else can speak.
    """
    cards = _sound(mystery, world, (card for charge in accusation.charges for card in charge.cards))
    cited = closure(mystery, cards)
    raised = []
    for charge in accusation.charges:
        excluded = {charge.answer, *ruled_out(mystery, charge.question, cited)}
        for answer in question_of(mystery, charge.question).answers:
            if answer.id not in excluded and answer.objection and holds(mystery, answer.listed, world):
                raised.append((charge.question, answer.id, _voice(answer, accusation, heard_by)))
                break
    return raised[:MOST_OBJECTIONS]


def _voice(answer: Answer, accusation: Accusation, heard_by: Sequence[str]) -> str:
    accused = {charge.answer for charge in accusation.charges}
    willing = [actor for actor in (*answer.voiced_by, *heard_by) if actor in heard_by]
    return next((actor for actor in willing if actor not in accused), willing[0] if willing else "")


def meets(mystery: Mystery, world: World, charge: Charge, alternative: str, card: str) -> bool:
    """Whether a card disposes of another answer: rules it out or establishes the one charged, alone or with those cited.

    A conclusion speaks with what it was drawn from: the room may be shown all of it.
    """
    if not card or not carries(mystery, world, card):
        return False
    others = _sound(mystery, world, charge.cards) - {card}
    shown = (card, *_grounds(mystery, world, card))
    alone, without, together = (shown, others, (*others, *shown))
    if _disposes(mystery, charge, alternative, alone):
        return True
    return _disposes(mystery, charge, alternative, together) and not _disposes(mystery, charge, alternative, without)


def _grounds(mystery: Mystery, world: World, card: str) -> frozenset[str]:
    """What a conclusion rests on, of the cards held: each set of its needs that lies wholly among them, and so on down."""
    held, found, open_ = carrying(mystery, world), set[str](), [card]
    while open_:
        needs = mystery.deductions[deduction].needs if (deduction := open_.pop()) in mystery.deductions else ()
        fresh = {need for alternative in needs if held >= set(alternative) for need in alternative} - found
        found |= fresh
        open_ += fresh
    return frozenset(found)


def _disposes(mystery: Mystery, charge: Charge, alternative: str, cards: Iterable[str]) -> bool:
    known = closure(mystery, cards)
    if alternative in ruled_out(mystery, charge.question, known):
        return True
    return charge.answer in established(mystery, charge.question, known)


def right(mystery: Mystery, accusation: Accusation) -> bool:
    """Whether what is charged is true, blanks aside. For endings only: no answer of the room may depend on it."""
    truth = mystery.solution.answers
    return bool(accusation.charges) and all(
        truth.get(charge.question) == charge.answer for charge in accusation.charges
    )


def provable(mystery: Mystery, world: World) -> bool:
    """Whether everything held, and what follows from it, establishes the whole truth: the case can be known from here."""
    held = closure(mystery, carrying(mystery, world))
    return all(
        established(mystery, question, held) == {answer} for question, answer in mystery.solution.answers.items()
    )


def hearings_left(mystery: Mystery, world: World) -> int:
    """How many accusations will still be heard: one a day, as long as somebody listens and before the last hour."""
    left = world.counters.get("standing", mystery.standing)
    if mystery.ends < 0:
        return left
    heard_today = world.last_day.get("accuse") == evening(world)
    return min(left, evening_at(mystery.ends - 1) - evening(world) + (not heard_today))


def ending_of_insisting(mystery: Mystery, world: World, accusation: Accusation) -> Ending | None:
    """How the story ends for somebody who insists: lucky, by the false solution it was, or by the ending for any other."""
    if right(mystery, accusation):
        return first_ending(mystery, world, "lucky")
    answers = {charge.question: charge.answer for charge in accusation.charges}
    for wrong in mystery.false_solutions:
        if wrong.answers and all(answers.get(question) == answer for question, answer in wrong.answers.items()):
            ending = first_ending(mystery, world, "insisted", wrong.id)
            if ending:
                return ending
    return first_ending(mystery, world, "insisted", "")


def first_ending(mystery: Mystery, world: World, after: str, solution: str | None = None) -> Ending | None:
    """The first ending of that kind whose condition holds."""
    return next(
        (
            ending
            for ending in mystery.endings.values()
            if ending.after == after and solution in (None, ending.solution) and holds(mystery, ending.when, world)
        ),
        None,
    )
