"""Theory: to accuse, to draw a conclusion, to pin what one thinks. Each form composes a line."""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, OptionList, Static, Tab, Tabs
from textual.widgets.option_list import Option

from tavern.model.report import Choice
from tavern.tui import sentences
from tavern.tui.draft import FORMS, Draft, Row
from tavern.tui.prose import emphasised, plain, unmarked
from tavern.tui.screens.ask import ConfirmScreen, WordsScreen
from tavern.tui.screens.pick import PickCardsScreen, PickOneScreen
from tavern.tui.widgets.heading import Heading

MOST_CARDS = 3
EXPLAINED = {
    "accuse": "Charge what you can and leave the rest blank. Up to three cards answer for each. {heard}",
    "think": "A question, an answer, and the two or three cards it follows from; or what an answer is not, and why.",
    "suppose": "An answer pinned to a question proves nothing; it is only what you think.",
}
NO_QUESTION = "No question has come up yet that you could put a name to."
WIDEST = 80
KEYS = "Enter fills in a row."
OTHER = "other…"
NOT = "not…"
BLANK = "blank…"


class TheoryScreen(Screen[str | None]):
    """Gives the line to be played, or None."""

    CSS_PATH = "theory.tcss"
    AUTO_FOCUS = "#form"

    BINDINGS = [
        Binding("1", "form('accuse')", "Forms", key_display="←→"),
        Binding("2", "form('think')", "Draw a conclusion", show=False),
        Binding("3", "form('suppose')", "What I think", show=False),
        Binding("left", "turn(-1)", "Form before", show=False),
        Binding("right", "turn(1)", "Next form", show=False),
        Binding("escape,f5", "dismiss(None)", "Back", key_display="Esc"),
    ]

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self._draft = draft
        self._rows: list[Row] = []

    def compose(self) -> ComposeResult:
        yield Heading()
        yield Tabs(*(Tab(plain(name), id=form) for form, name in FORMS.items()), active=self._draft.form)
        yield Static(id="explained", markup=False)
        yield OptionList(id="form", markup=False, compact=True)
        yield Static(id="sentence", markup=False)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        heading = self.query_one(Heading)
        heading.room, heading.clock = "Theory", f"accusations left: {'●' * self._draft.view.standing or 'none'}"

    @on(Tabs.TabActivated)
    def open_form(self, event: Tabs.TabActivated) -> None:
        self._draft.form = event.tab.id or "accuse"
        self.query_one("#form", OptionList).highlighted = 0
        self._show()

    def on_resize(self) -> None:
        if self._rows:
            self._show()

    @on(OptionList.OptionSelected, "#form")
    def fill_in(self, event: OptionList.OptionSelected) -> None:
        row = self._rows[event.option_index]
        match row.asks:
            case "question":
                self._pick_question()
            case "answer":
                self._pick_answer(row.question)
            case "cards":
                self._pick_cards(row.question)
            case "pin":
                self._pick(row.question, lambda answer: self._close(sentences.supposition(row.question, answer)))
            case _:
                self._say()

    def action_form(self, form: str) -> None:
        self.query_one(Tabs).active = form

    def action_turn(self, step: int) -> None:
        forms = list(FORMS)
        self.action_form(forms[(forms.index(self._draft.form) + step) % len(forms)])

    def _show(self) -> None:
        self.query_one("#explained", Static).update(plain(self._explained()))
        self._rows = list(self._draft.rows())
        form = self.query_one("#form", OptionList)
        place = form.highlighted or 0
        form.clear_options()
        longest = max((len(row.name) for row in self._rows), default=0)
        width = min(WIDEST, self.size.width) - longest - 8
        form.add_options(Option(_drawn(row, longest, max(width, 10))) for row in self._rows)
        form.highlighted = min(place, len(self._rows) - 1) if self._rows else None
        form.focus()
        line = self._draft.line()
        self.query_one("#sentence", Static).update(plain(f"> {line}" if line else ""))

    def _explained(self) -> str:
        if not self._draft.questions:
            return NO_QUESTION
        here = [unmarked(person.name) for person in self._draft.view.people]
        heard = f"Here to hear it: {', '.join(here)}." if here else "There is nobody here to hear it."
        return f"{EXPLAINED[self._draft.form].format(heard=heard)} {KEYS}"

    def _pick_question(self) -> None:
        ask = PickOneScreen("Which question?", [*self._draft.questions, Choice(OTHER, "another: type it")])
        self.app.push_screen(ask, lambda picked: self._or_typed("Which question?", picked, self._set_question))

    def _set_question(self, question: str) -> None:
        self._draft.question = question
        self._show()

    def _pick_answer(self, question: str) -> None:
        if not question:
            self.notify("First the question.", markup=False)
            return
        self._pick(question, lambda answer: self._set_answer(question, answer))

    def _set_answer(self, question: str, answer: str) -> None:
        self._draft.answer(question, answer)
        self._show()

    def _pick(self, question: str, then: Callable[[str], None]) -> None:
        """Let one of the answers met so far be picked, or another be typed; "" stands for none."""
        met, asked = self._draft.met(question), self._draft.asked(question)
        rule_out = [Choice(NOT, "one of them is ruled out")] if met and self._draft.form == "think" else []
        choices = [*met, *rule_out, Choice(OTHER, "something else: type it"), Choice(BLANK, "leave it blank")]

        def picked(answer: str | None) -> None:
            if answer == NOT:
                ask = PickOneScreen(f"{asked} What is it not?", met)
                self.app.push_screen(ask, lambda out: then(f"not {out}") if out else None)
            elif answer == BLANK:
                then("")
            else:
                self._or_typed(asked, answer, then)

        self.app.push_screen(PickOneScreen(asked, choices), picked)

    def _or_typed(self, asked: str, picked: str | None, then: Callable[[str], None]) -> None:
        """Go on with what was picked, or with what is typed if none of it would do."""
        if picked == OTHER:
            self.app.push_screen(WordsScreen(asked), lambda words: then(words) if words else None)
        elif picked is not None:
            then(picked)

    def _pick_cards(self, question: str) -> None:
        cards = [card for card in self._draft.view.cards if card.carries]
        if not question:
            self.notify("First the question.", markup=False)
        elif not cards:
            self.notify("You hold nothing yet that could carry an argument.", markup=False)
        else:
            ask = PickCardsScreen(self._draft.asked(question), cards, self._draft.cited(question), MOST_CARDS)
            self.app.push_screen(ask, lambda numbers: self._set_cards(question, numbers))

    def _set_cards(self, question: str, numbers: tuple[int, ...] | None) -> None:
        if numbers is not None:
            self._draft.cite(question, numbers)
            self._show()

    def _say(self) -> None:
        line = self._draft.line()
        if not line:
            self.notify("There is nothing to be said yet: a row above is blank.", markup=False)
        elif self._draft.form == "accuse":
            ask = ConfirmScreen("You say it in front of everybody who is here. Now?", "Accuse", "Not yet")
            self.app.push_screen(ask, lambda sure: self._close(line) if sure else None)
        else:
            self._draft.begin_thought_anew()
            self._close(line)

    def _close(self, line: str) -> None:
        self.dismiss(line)


def _drawn(row: Row, longest: int, width: int) -> Content:
    """The row with its value broken to the width, the lines of it beneath each other."""
    name = plain(f"{row.name:<{longest}}  ", "" if row.is_beneath else "bold")
    return name + Content(f"\n{'':{longest + 2}}").join(emphasised(row.value).wrap(width))
