"""The pages of the case: timeline, statements, conclusions, theory, what may be charged and chosen."""

from collections.abc import Sequence

from tavern.model.mystery import Mystery, Question
from tavern.model.notebook import Entry, Notebook
from tavern.model.report import Card, Paragraph
from tavern.model.world import World
from tavern.narration.cards import cards_of, title
from tavern.narration.hearing import choice_rows
from tavern.narration.questions import answer_name, ask_of, chargeable, example, in_full, listed_questions, met_names
from tavern.narration.stock_asides import EMPTY, HOW_TO_ACCUSE, HOW_TO_THINK, NOTHING_ASKED
from tavern.narration.strain import speaking_against
from tavern.narration.text import rows, told_as, words
from tavern.narration.view import people_in_view, room_name
from tavern.narration.wording import called, capital, listed, stopped, times, when
from tavern.reasoning.inference import bearing, charged
from tavern.reasoning.judgement import hearings_left


def timeline(mystery: Mystery, _world: World, notebook: Notebook, _noun: str) -> list[Paragraph]:
    """What was found, noted, concluded and charged, where and when."""
    if not notebook.timeline:
        return told_as("prose", EMPTY["timeline"])
    lines = (f"{_where(mystery, entry)} · {_entry(mystery, notebook, entry)}" for entry in notebook.timeline)
    return [Paragraph("heading", "Timeline"), *rows(lines)]


def _where(mystery: Mystery, entry: Entry) -> str:
    return f"{when(mystery, entry.clock)} · {room_name(mystery, entry.room)}"


def _entry(mystery: Mystery, notebook: Notebook, entry: Entry) -> str:
    match entry.kind:
        case "clue" | "deduction":
            return title(mystery, notebook, entry.id)
        case "corroborated":
            return f"once more: {title(mystery, notebook, entry.id)}"
        case "note":
            return f'"{entry.id}"'
        case "supposed":
            question, _, answer = entry.id.partition("=")
            said = in_full(mystery, question, answer) if answer else f"{ask_of(mystery, question)} Open again"
            return f"what you think: {said}"
        case "accused":
            charges = (part.partition("=") for part in entry.id.split())
            return f"accused: {' '.join(f'{in_full(mystery, question, answer)}.' for question, _, answer in charges)}"
        case _:
            return entry.id


def statements(mystery: Mystery, _world: World, notebook: Notebook, _noun: str) -> list[Paragraph]:
    """What was said, by whom, where and when."""
    said = [
        entry for entry in notebook.timeline if entry.route in mystery.routes and mystery.routes[entry.route].speaker
    ]
    if not said:
        return told_as("prose", EMPTY["statements"])
    return [Paragraph("heading", "Statements"), *rows(_statement(mystery, notebook, entry) for entry in said)]


def _statement(mystery: Mystery, notebook: Notebook, entry: Entry) -> str:
    speaker = capital(called(mystery, mystery.routes[entry.route].speaker))
    return f"{_where(mystery, entry)} · {speaker}: {title(mystery, notebook, entry.id)}"


def conclusions(mystery: Mystery, world: World, notebook: Notebook, _noun: str) -> list[Paragraph]:
    """What the player has drawn, and why it follows."""
    drawn = _drawn(mystery, world, notebook)
    if not drawn:
        return told_as("prose", EMPTY["conclusions"])
    return [Paragraph("heading", "Conclusions"), *rows(_conclusion(mystery, world, card) for card in drawn)]


def _drawn(mystery: Mystery, world: World, notebook: Notebook) -> list[Card]:
    return [card for card in cards_of(mystery, world, notebook) if card.kind == "conclusion"]


def _conclusion(mystery: Mystery, world: World, card: Card) -> str:
    because = stopped(words(mystery, mystery.deductions[card.id].because, world))
    return f"{card.number} {card.glyph} {card.text} {because}".strip()


def theory(mystery: Mystery, world: World, notebook: Notebook, _noun: str) -> list[Paragraph]:
    """The questions that have come up, the answers met so far, what one thinks and what one has concluded."""
    asked = listed_questions(mystery, world)
    if not asked:
        return told_as("prose", EMPTY["theory"] if mystery.questions else NOTHING_ASKED)
    lines = [line for question in asked for line in _question(mystery, world, notebook, question)]
    how = HOW_TO_THINK.format(example=example(mystery, world, asked[0]))
    return [Paragraph("heading", "Theory"), *rows(lines), Paragraph("note", how)]


def _question(mystery: Mystery, world: World, notebook: Notebook, question: Question) -> list[str]:
    met = " · ".join(met_names(mystery, world, question))
    bears = [card.id for card in _drawn(mystery, world, notebook) if _bears(mystery, card.id, question.id)]
    concluded = listed(title(mystery, notebook, card) for card in bears)
    lines = [f"*{question.id}*: {question.ask} {f'So far: {met}' if met else 'You have no answer to choose from.'}"]
    if question.id in notebook.supposed:
        lines.append(f"    You think: {pinned(mystery, world, notebook, question.id)}.")
    return [*lines, f"    You have concluded: {concluded}."] if concluded else lines


def _bears(mystery: Mystery, card: str, question: str) -> bool:
    says = bearing(mystery, card)
    supported = (asked for asked, _, _ in says.supports)
    return question in (*says.establishes, *says.rules_out, *supported)


def pinned(mystery: Mystery, world: World, notebook: Notebook, question: str) -> str:
    """What is pinned to a question, struck through, in words, where something held speaks against it."""
    answer = notebook.supposed[question]
    against = speaking_against(mystery, world, question, answer)
    name = answer_name(mystery, question, answer)
    if not against:
        return name
    speak = "speaks" if len(against) == 1 else "speak"
    return f"{name}, struck through: {listed(title(mystery, notebook, card) for card in against)} {speak} against it"


def accuse(mystery: Mystery, world: World, notebook: Notebook, _noun: str) -> list[Paragraph]:
    """What may be charged with the answers met, who would hear it, and how it is typed."""
    if not charged(mystery):
        return told_as("prose", NOTHING_ASKED)
    questions = chargeable(mystery, world)
    lines = [f"*{question.id}*: {question.ask} {_so_far(mystery, world, question)}" for question in questions]
    left = hearings_left(mystery, world)
    here = listed(person.name for person in people_in_view(mystery, world, notebook))
    hear = f"Here to hear it: {here}." if here else "There is nobody here to hear it."
    may = (
        f"You will be heard {times(left)} more."
        if left > 1
        else "You will be heard once more."
        if left
        else "You will not be heard again."
    )
    how = HOW_TO_ACCUSE.format(example=_example(mystery, world, questions))
    return [
        Paragraph("heading", "Accusation"),
        *rows(lines),
        Paragraph("note", f"{hear} {may}"),
        Paragraph("note", how),
    ]


def _so_far(mystery: Mystery, world: World, question: Question) -> str:
    met = " · ".join(met_names(mystery, world, question))
    return capital(met) or "Nothing you could charge yet."


def _example(mystery: Mystery, world: World, questions: Sequence[Question]) -> str:
    charges = (example(mystery, world, question) for question in questions)
    return ", ".join(f"{charge} with {cards}" for charge, cards in zip(charges, ("2 5 9", "3"), strict=False))


def endings(mystery: Mystery, world: World, _notebook: Notebook, _noun: str) -> list[Paragraph]:
    """What one may do with a proof."""
    return choice_rows(mystery, world) or told_as("prose", EMPTY["endings"])
