"""What is filled in under Theory so far: which rows a form has, and the line it comes to."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from tavern.model.report import Choice, View
from tavern.tui import sentences
from tavern.tui.cards import short

FORMS = {"accuse": "Accuse", "think": "Draw a conclusion", "suppose": "What I think"}
EMPTY = "—"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a form: its name, what stands in it, what it asks for ("question", "answer", "cards", "pin", "say") and of which question."""

    name: str
    value: str
    asks: str
    question: str = ""

    @property
    def is_beneath(self) -> bool:
        """Whether the row only adds to the one above it."""
        return self.asks == "cards"


@dataclass
class Draft:
    """The forms as they are filled in. What one thinks and what one charges are kept apart; both by form and question."""

    view: View
    form: str = "accuse"
    question: str = ""  # of the conclusion to be drawn
    _answers: dict[tuple[str, str], str] = field(default_factory=dict)
    _cited: dict[tuple[str, str], tuple[int, ...]] = field(default_factory=dict)

    def answer(self, question: str, answer: str) -> None:
        self._answers[self.form, question] = answer

    def cite(self, question: str, cards: tuple[int, ...]) -> None:
        self._cited[self.form, question] = cards

    def cited(self, question: str) -> tuple[int, ...]:
        return self._cited.get((self.form, question), ())

    def asked(self, question: str) -> str:
        """The question as it is printed; one that was typed, as it was typed."""
        return next((asked.label for asked, _ in self.view.questions if asked.id == question), question)

    def met(self, question: str) -> list[Choice]:
        """The answers met so far, by name, so that their order tells nothing."""
        answers = next((answers for asked, answers in self.view.questions if asked.id == question), ())
        return sorted(answers, key=lambda choice: choice.label.casefold())

    def line(self) -> str:
        """The line the form comes to, "" while there is none."""
        match self.form:
            case "accuse":
                order = [question.id for question, _ in self.view.questions]
                return sentences.accusation(order, self._of_form(self._answers), self._of_form(self._cited))
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
        supposed = dict(self.view.supposed)
        for question, _ in self.view.questions:
            yield Row(question.label, self._label(question.id, supposed.get(question.id, "")), "pin", question.id)

    def _answered(self, question: str) -> str:
        return self._answers.get((self.form, question), "")

    def _label(self, question: str, answer: str) -> str:
        labels = {choice.id: choice.label for choice in self.met(question)}
        ruled_out = answer.removeprefix("not ")
        if ruled_out != answer:
            return f"not: {labels.get(ruled_out, ruled_out)}"
        return labels.get(answer, answer) or EMPTY

    def _cards(self, question: str) -> str:
        by_number = {card.number: card for card in self.view.cards}
        return ", ".join(short(by_number[number]) for number in self.cited(question)) or EMPTY

    def _of_form[T](self, filled: dict[tuple[str, str], T]) -> dict[str, T]:
        return {question: value for (form, question), value in filled.items() if form == self.form}
