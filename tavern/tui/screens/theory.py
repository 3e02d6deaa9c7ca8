"""Theory: to accuse, to draw a conclusion, to pin what one thinks. Each form composes a line."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, OptionList, Static, Tab, Tabs
from textual.widgets.option_list import Option

from tavern.model.report import Choice, View
from tavern.tui import sentences
from tavern.tui.cards import short
from tavern.tui.prose import plain
from tavern.tui.screens.ask import ConfirmScreen, WordsScreen
from tavern.tui.screens.pick import PickCardsScreen, PickOneScreen
from tavern.tui.widgets.heading import Heading

MOST_CARDS = 3
MODES = {"accuse": "Accuse", "think": "Draw a conclusion", "suppose": "What I think"}
EXPLAINED = {
    "accuse": "Charge what you can and leave the rest blank. Up to three cards answer for each. All here will hear it.",
    "think": "A question, an answer, and the two or three cards it follows from.",
    "suppose": "An answer pinned to a question proves nothing; it is only what you think.",
}
OTHER = "other…"
BLANK = "blank…"


@dataclass(frozen=True, slots=True)
class Field:
    """A row of the form: what it is called, what stands in it, and what Enter does."""

    name: str
    value: str
    act: Callable[[], None]


class TheoryScreen(Screen[str | None]):
    """Gives the line to be played, or None."""

    CSS_PATH = "theory.tcss"
    AUTO_FOCUS = "#form"

    BINDINGS = [
        Binding("left", "turn(-1)", "Form before", show=False),
        Binding("right", "turn(1)", "Next form", show=False),
        Binding("escape,f5", "dismiss(None)", "Back", key_display="Esc"),
    ]

    def __init__(self, view: View) -> None:
        super().__init__()
        self._view = view
        self._mode = "accuse"
        self._answers: dict[str, str] = {}
        self._cited: dict[str, tuple[int, ...]] = {}
        self._supposed = dict(view.supposed)
        self._question = ""
        self._fields: list[Field] = []

    def compose(self) -> ComposeResult:
        yield Heading()
        yield Tabs(*(Tab(plain(name), id=mode) for mode, name in MODES.items()))
        yield Static(id="explained", markup=False)
        yield OptionList(id="form", markup=False, compact=True)
        yield Static(id="sentence", markup=False)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        heading = self.query_one(Heading)
        heading.room, heading.clock = "Theory", f"accusations left: {'●' * self._view.standing or 'none'}"

    @on(Tabs.TabActivated)
    def open_form(self, event: Tabs.TabActivated) -> None:
        self._mode = event.tab.id or "accuse"
        self.query_one("#form", OptionList).highlighted = 0
        self._show()

    @on(OptionList.OptionSelected, "#form")
    def act(self, event: OptionList.OptionSelected) -> None:
        self._fields[event.option_index].act()

    def action_turn(self, step: int) -> None:
        modes = list(MODES)
        self.query_one(Tabs).active = modes[(modes.index(self._mode) + step) % len(modes)]

    def _show(self) -> None:
        self.query_one("#explained", Static).update(EXPLAINED[self._mode])
        self._fields = list(self._form())
        form = self.query_one("#form", OptionList)
        place = form.highlighted or 0
        form.clear_options()
        longest = max(len(field.name) for field in self._fields) if self._fields else 0
        form.add_options(Option(_row(field, longest)) for field in self._fields)
        form.highlighted = min(place, len(self._fields) - 1) if self._fields else None
        form.focus()
        line = self._line()
        self.query_one("#sentence", Static).update(plain(f"> {line}" if line else ""))

    def _form(self) -> Iterator[Field]:
        match self._mode:
            case "accuse":
                yield from self._accusation()
            case "think":
                yield from self._thought()
            case _:
                yield from self._suppositions()

    def _accusation(self) -> Iterator[Field]:
        for question, _ in self._view.questions:
            yield Field(question.label, self._label(question.id), partial(self._pick_answer, question.id))
            yield Field("  because", self._cards(question.id), partial(self._pick_cards, question.id))
        yield Field("Accuse", "say it aloud" if self._line() else "nothing is charged yet", self._accuse)

    def _thought(self) -> Iterator[Field]:
        question = next((question.label for question, _ in self._view.questions if question.id == self._question), "—")
        yield Field("Question", question, self._pick_question)
        yield Field("Answer", self._label(self._question), lambda: self._pick_answer(self._question))
        yield Field("Because", self._cards(self._question), lambda: self._pick_cards(self._question))
        yield Field("Think it through", "does it follow?" if self._line() else "not yet complete", self._say)

    def _suppositions(self) -> Iterator[Field]:
        for question, _ in self._view.questions:
            answer = self._supposed.get(question.id, "")
            yield Field(question.label, self._answer_label(question.id, answer), partial(self._pin, question.id))

    def _line(self) -> str:
        match self._mode:
            case "accuse":
                order = [question.id for question, _ in self._view.questions]
                return sentences.accusation(order, self._answers, self._cited)
            case "think":
                cards = self._cited.get(self._question, ())
                return sentences.thought(self._question, self._answers.get(self._question, ""), cards)
            case _:
                return ""

    def _label(self, question: str) -> str:
        return self._answer_label(question, self._answers.get(question, ""))

    def _answer_label(self, question: str, answer: str) -> str:
        labels = {choice.id: choice.label for choice in self._met(question)}
        return labels.get(answer, answer) or "—"

    def _cards(self, question: str) -> str:
        by_number = {card.number: card for card in self._view.cards}
        return ", ".join(short(by_number[number]) for number in self._cited.get(question, ())) or "—"

    def _met(self, question: str) -> tuple[Choice, ...]:
        return next((answers for asked, answers in self._view.questions if asked.id == question), ())

    def _asked(self, question: str) -> str:
        return next((asked.label for asked, _ in self._view.questions if asked.id == question), "")

    def _pick_question(self) -> None:
        questions = [question for question, _ in self._view.questions]
        self.app.push_screen(PickOneScreen("Which question?", questions), self._set_question)

    def _set_question(self, question: str | None) -> None:
        if question:
            self._question = question
            self._show()

    def _pick_answer(self, question: str) -> None:
        if question:
            self._pick(question, lambda answer: self._set_answer(question, answer))

    def _pick(self, question: str, then: Callable[[str], None]) -> None:
        """Let one of the answers met so far be picked, or another be typed; "" stands for none."""
        choices = [*self._met(question), Choice(OTHER, "something else: type it"), Choice(BLANK, "leave it blank")]

        def picked(answer: str | None) -> None:
            if answer == OTHER:
                self.app.push_screen(WordsScreen(self._asked(question)), typed)
            elif answer is not None:
                then("" if answer == BLANK else answer)

        def typed(words: str | None) -> None:
            if words:
                then(words)

        self.app.push_screen(PickOneScreen(self._asked(question), choices), picked)

    def _set_answer(self, question: str, answer: str) -> None:
        self._answers[question] = answer
        self._show()

    def _pick_cards(self, question: str) -> None:
        cards = [card for card in self._view.cards if card.carries]
        if not question:
            return
        if not cards:
            self.notify("You hold nothing yet that could carry an argument.", markup=False)
            return
        ask = PickCardsScreen(self._asked(question), cards, self._cited.get(question, ()), MOST_CARDS)
        self.app.push_screen(ask, lambda numbers: self._set_cards(question, numbers))

    def _set_cards(self, question: str, numbers: tuple[int, ...] | None) -> None:
        if numbers is not None:
            self._cited[question] = numbers
            self._show()

    def _pin(self, question: str) -> None:
        self._pick(question, lambda answer: self._dismiss_with(sentences.supposition(question, answer)))

    def _dismiss_with(self, line: str) -> None:
        self.dismiss(line)

    def _say(self) -> None:
        if line := self._line():
            self.dismiss(line)

    def _accuse(self) -> None:
        if self._line():
            ask = ConfirmScreen("You say it in front of everybody who is here. Now?", "Accuse", "Not yet")
            self.app.push_screen(ask, lambda sure: self._say() if sure else None)


def _row(field: Field, longest: int) -> Content:
    return plain(f"{field.name:<{longest}}  ", "bold") + plain(field.value)
