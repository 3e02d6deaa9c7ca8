"""What is filled in under Theory so far: which rows a form has, and the line it comes to."""

from collections.abc import Iterator
from dataclasses import dataclass

from tavern.model.report import Choice, View
from tavern.tui import sentences
from tavern.tui.cards import short

FORMS = {"accuse": "Accuse", "think": "Draw a conclusion", "suppose": "What I think"}
EMPTY = "—"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a form: its name, what stands in it, what it asks for, and of which question.

    asks: "question", "answer", "cards" or "pin" are filled in; "say" ends the form.
    """

    name: str
    value: str
    asks: str
    question: str = ""

    @property
    def is_beneath(self) -> bool:
        """Whether the row only adds to the one above it."""
        return self.asks == "cards"


class Draft:
    """The forms as they are filled in, each with answers and cards of its own. It outlives the screen that shows it."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.form = "accuse"
        self.question = ""  # of the conclusion to be drawn
        self._answers: dict[str, dict[str, str]] = {form: {} for form in FORMS}
        self._cited: dict[str, dict[str, tuple[int, ...]]] = {form: {} for form in FORMS}

    def answer(self, question: str, answer: str) -> None:
        self._answers[self.form][question] = answer

    def cite(self, question: str, cards: tuple[int, ...]) -> None:
        self._cited[self.form][question] = cards

    def cited(self, question: str) -> tuple[int, ...]:
        """The numbers of the cards cited; one that was given back by an undo is no longer among them."""
        held = {card.number for card in self.view.cards if card.carries}
        return tuple(number for number in self._cited[self.form].get(question, ()) if number in held)

    def begin_thought_anew(self) -> None:
        self.question = ""
        self._answers["think"].clear()
        self._cited["think"].clear()

    def asked(self, question: str) -> str:
        """The question as it is printed; one that was typed, as it was typed."""
        return next((asked.label for asked, _ in self._open if asked.id == question), question)

    @property
    def questions(self) -> list[Choice]:
        """Every question that has come up, those that cannot be charged too."""
        return [question for question, _ in self._open]

    @property
    def _open(self) -> tuple[tuple[Choice, tuple[Choice, ...]], ...]:
        return (*self.view.questions, *self.view.further)

    def met(self, question: str) -> list[Choice]:
        """The answers met so far, by name, so that their order tells nothing."""
        answers = next((answers for asked, answers in self._open if asked.id == question), ())
        return sorted(answers, key=lambda choice: choice.label.casefold())

    def line(self) -> str:
        """The line the form comes to, "" while there is none."""
        match self.form:
            case "accuse":
                order = [question.id for question, _ in self.view.questions]
                cited = {question: self.cited(question) for question in order}
                return sentences.accusation(order, self._answers["accuse"], cited)
            case "think":
                return sentences.thought(self.question, self._answered(self.question), self.cited(self.question))
            case _:
                return ""

    def rows(self) -> Iterator[Row]:
        match self.form:
            case "accuse":
                yield from self._accusation()
            case "think":
                yield from self._thought()
            case _:
                yield from self._suppositions()

    def _accusation(self) -> Iterator[Row]:
        for question, _ in self.view.questions:
            yield Row(question.label, self._label(question.id, self._answered(question.id)), "answer", question.id)
            yield Row("  because", self._cards(question.id), "cards", question.id)
        yield Row("Accuse", "say it aloud" if self.line() else "nothing is charged yet", "say")

    def _thought(self) -> Iterator[Row]:
        yield Row("Question", self.asked(self.question) or EMPTY, "question")
        yield Row("Answer", self._label(self.question, self._answered(self.question)), "answer", self.question)
        yield Row("  because", self._cards(self.question), "cards", self.question)
        yield Row("Think it through", "does it follow?" if self.line() else "not yet complete", "say")

    def _suppositions(self) -> Iterator[Row]:
        supposed, strained = dict(self.view.supposed), dict(self.view.strained)
        for question in self.questions:
            answer = self._label(question.id, supposed.get(question.id, ""))
            against = f" ≠ {strained[question.id]}" if question.id in strained else ""
            yield Row(question.label, f"{answer}{against}", "pin", question.id)

    def _answered(self, question: str) -> str:
        return self._answers[self.form].get(question, "")

    def _label(self, question: str, answer: str) -> str:
        labels = {choice.id: choice.label for choice in self.met(question)}
        ruled_out = answer.removeprefix("not ")
        if ruled_out != answer:
            return f"not: {labels.get(ruled_out, ruled_out)}"
        return labels.get(answer, answer) or EMPTY

    def _cards(self, question: str) -> str:
        by_number = {card.number: card for card in self.view.cards}
        return ", ".join(short(by_number[number]) for number in self.cited(question)) or EMPTY
