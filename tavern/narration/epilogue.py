"""The computed part of an epilogue: the chain from what this player found and drew, and what they thought on the way."""

from collections.abc import Iterator

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
from tavern.reasoning.inference import bearing, charged, closure, established


def audit(
    mystery: Mystery,
    world: World,
    notebook: Notebook,
    known_since: tuple[int, int] | None,
    *,
    accusations: int,
    hints: int,
) -> tuple[Paragraph, ...]:
    """What the case came to for this player; told after the ending's own words.

    known_since: (number of the turn, clock time) after which what was held established every answer, None if it never
    did. accusations, hints: how many there were in this game, undone ones included. What was held is told, and no truth.
    Nothing is told of a story in which there is nothing to accuse anybody of.
    """
    if not charged(mystery):
        return ()
    chain = [_link(mystery, world, notebook, question) for question in charged(mystery)]
    nights = list(_nights(mystery, notebook))
    had = [Paragraph("heading", "What you had"), *rows(chain), *told_as("prose", _known(mystery, known_since))]
    thought = [Paragraph("heading", "What you thought, night by night"), *rows(nights)] if nights else []
    return (*had, *thought, Paragraph("note", _counts(accusations, hints)))


def _link(mystery: Mystery, world: World, notebook: Notebook, question: Question) -> str:
    """What the evidence held says to a question, on the strength of which cards, and whether it was drawn."""
    held = carrying(mystery, world)
    answers = established(mystery, question.id, closure(mystery, held))
    if len(answers) != 1:
        return f"{question.ask} What you held left that open."
    answer = next(iter(answers))
    said = in_full(mystery, question.id, answer)
    if answer not in established(mystery, question.id, held):
        return f"{said}. You held what it takes, and never laid it side by side."
    speaking = _speaking(mystery, notebook, held, question.id, answer)
    cards = listed(title(mystery, notebook, card) for card in speaking)
    return f"{said}: {cards}." if cards else f"{said}: nothing else was left."


def _speaking(mystery: Mystery, notebook: Notebook, held: frozenset[str], question: str, answer: str) -> list[str]:
    """Of the cards held, in the journal's order, those that say the answer; where none does, those that leave no other."""
    order = [entry.id for entry in notebook.card_entries if entry.id in held]
    saying = [card for card in order if _says(mystery, card, question, answer)]
    return saying or [card for card in order if set(bearing(mystery, card).rules_out.get(question, ())) - {answer}]


def _says(mystery: Mystery, card: str, question: str, answer: str) -> bool:
    says = bearing(mystery, card)
    supported = {(asked, named) for asked, named, _ in says.supports}
    return says.establishes.get(question) == answer or (question, answer) in supported


def _known(mystery: Mystery, since: tuple[int, int] | None) -> str:
    if since is None:
        return "At no time did your journal hold enough to close it."
    turn, clock = since
    return (
        f"It could have been known between your turns {turn - 1} and {turn}, {when(mystery, clock)}: "
        "from then on everything it takes was in your journal."
    )


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
