"""The computed part of an epilogue: the chain from what this player found and drew, and what they thought on the way."""

from collections.abc import Iterator, Sequence

from tavern.model.mystery import Mystery, Question
from tavern.model.notebook import Notebook
from tavern.model.report import Paragraph
from tavern.model.world import DAY, World
from tavern.narration.cards import title
from tavern.narration.questions import answer_name, in_full
from tavern.narration.text import rows, told_as
from tavern.narration.wording import listed, several, times, weekday, when
from tavern.reasoning.evidence import carrying
from tavern.reasoning.holds import DAWN
from tavern.reasoning.inference import SUPPORTS, bearing, charged, closure, established


def audit(
    mystery: Mystery,
    world: World,
    notebook: Notebook,
    since: tuple[int, World] | None,
    *,
    accusations: int,
    hints: int,
) -> tuple[Paragraph, ...]:
    """What the case came to for this player; told after the ending's own words.

    since: (number of the turn, world) after which what was held established every answer, None if it never did.
    accusations, hints: how many there were in this game, undone ones included. What was held is told, and no truth.
    Nothing is told of a story in which there is nothing to accuse anybody of.
    """
    if not charged(mystery):
        return ()
    chain = _chain(mystery, since[1] if since else world, world, notebook)
    nights = list(_nights(mystery, notebook))
    had = [Paragraph("heading", "What you had"), *told_as("prose", _known(mystery, since)), *rows(chain)]
    thought = [Paragraph("heading", "What you thought, night by night"), *rows(nights)] if nights else []
    return (*had, *thought, Paragraph("note", _counts(accusations, hints)))


def _known(mystery: Mystery, since: tuple[int, World] | None) -> str:
    if since is None:
        return "At no time did your journal hold enough to close it."
    turn, then = since
    return f"From your turn {turn} on, {when(mystery, then.clock)}, you could have known:"


def _chain(mystery: Mystery, then: World, world: World, notebook: Notebook) -> Iterator[str]:
    """A row for each question: what the evidence held then says to it. After them one for each conclusion under those named."""
    known = closure(mystery, carrying(mystery, then))
    order = [entry.id for entry in notebook.card_entries if entry.id in known]
    order += [deduction for deduction in mystery.deductions if deduction in known and deduction not in order]
    named = list[str]()
    for question in charged(mystery):
        answers = established(mystery, question.id, known)
        answer = next(iter(answers)) if len(answers) == 1 else ""
        cards = _speaking(mystery, order, question.id, answer) if answer else []
        was_drawn = answer in established(mystery, question.id, carrying(mystery, world))
        named += cards
        yield _link(
            mystery, question, answer, [_from(mystery, notebook, known, card) for card in cards], was_drawn=was_drawn
        )
    yield from _below(mystery, notebook, known, named)


def _link(mystery: Mystery, question: Question, answer: str, cards: Sequence[str], *, was_drawn: bool) -> str:
    """The answer to a question, "" for none, on the strength of which cards, and whether it was drawn by the end."""
    if not answer:
        return f"{question.ask} What you held left that open."
    grounds = f"{in_full(mystery, question.id, answer)}: {listed(cards) if cards else 'nothing else was left'}."
    return grounds if was_drawn else f"{grounds} You held what it takes, and never laid it side by side."


def _speaking(mystery: Mystery, cards: Sequence[str], question: str, answer: str) -> list[str]:
    """Of the cards, the first that states the answer; else those that support it; else those that leave no other."""
    stating = [card for card in cards if bearing(mystery, card).establishes.get(question) == answer]
    if stating:
        return stating[:1]
    supporting = {as_: card for card in reversed(cards) for as_ in _supports(mystery, card, question, answer)}
    if supporting.keys() >= SUPPORTS:
        return sorted(set(supporting.values()), key=cards.index)
    return [card for card in cards if set(bearing(mystery, card).rules_out.get(question, ())) - {answer}]


def _supports(mystery: Mystery, card: str, question: str, answer: str) -> list[str]:
    return [as_ for asked, named, as_ in bearing(mystery, card).supports if (asked, named) == (question, answer)]


def _from(mystery: Mystery, notebook: Notebook, known: frozenset[str], card: str) -> str:
    """The card and, of a conclusion, what it was or could have been drawn from."""
    named, needs = title(mystery, notebook, card), _needs(mystery, known, card)
    return f"{named}, from {listed(title(mystery, notebook, need) for need in needs)}" if needs else named


def _below(mystery: Mystery, notebook: Notebook, known: frozenset[str], cards: Sequence[str]) -> Iterator[str]:
    """A row for each conclusion that the cards rest on, down to what was found; none twice."""
    waiting, told = [need for card in cards for need in _needs(mystery, known, card)], set(cards)
    while waiting:
        card = waiting.pop(0)
        needs = _needs(mystery, known, card)
        if needs and card not in told:
            yield f"For *{mystery.deductions[card].name}*: {listed(title(mystery, notebook, need) for need in needs)}."
        told.add(card)
        waiting += [need for need in needs if need not in told]


def _needs(mystery: Mystery, known: frozenset[str], card: str) -> tuple[str, ...]:
    """The cards that a conclusion was or could have been drawn from; () for what was found."""
    alternatives = mystery.deductions[card].needs if card in mystery.deductions else ()
    return next((tuple(needs) for needs in alternatives if known >= set(needs)), ())


def _nights(mystery: Mystery, notebook: Notebook) -> Iterator[str]:
    """For each question somebody pinned an answer to: what was thought last, evening by evening."""
    for question in mystery.questions:
        evenings: dict[int, str] = {}
        for entry in notebook.timeline:
            asked, _, answer = entry.id.partition("=")
            if entry.kind == "supposed" and asked == question.id:
                evenings[(entry.clock - DAWN) // DAY] = (
                    answer_name(mystery, asked, answer) if answer else "nothing any more"
                )
        said = [f"{weekday(mystery, evening * DAY + DAWN)} {thought}" for evening, thought in evenings.items()]
        if said:
            yield f"{question.ask} {' · '.join(said)}"


def _counts(accusations: int, hints: int) -> str:
    accused = f"You accused {times(accusations)}" if accusations else "You accused nobody"
    took = f"took {several(hints, 'hint')}" if hints else "took no hint"
    return f"{accused}, and {took}."
