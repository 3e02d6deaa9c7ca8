"""What goes into the journal, told as it goes in: clues, conclusions, notes, and what one supposes."""

from tavern.model import events as e
from tavern.model.notebook import attempt
from tavern.model.report import Card, Paragraph
from tavern.narration import stock_case as stock
from tavern.narration.cards import cards_of, mark, title
from tavern.narration.collecting import first_clue
from tavern.narration.grammar import filled
from tavern.narration.questions import answer_name, ask_of
from tavern.narration.settings import EASY
from tavern.narration.strain import speaking_against
from tavern.narration.telling import Telling
from tavern.narration.text import told_as, words
from tavern.narration.wording import capital, one_of, stopped
from tavern.reasoning.evidence import CARRIES, carries, reliability


def found(t: Telling, event: e.ClueFound) -> list[Paragraph]:
    """A new clue; the first that carries nothing by itself comes with a word about that.

    Where clues do not announce themselves the first of all is told of, and no other.
    """
    if t.loudness != EASY:
        is_first = not any(isinstance(past, e.ClueFound) for past in t.events[: t.at])
        return first_clue(t.before, t.loudness) if is_first else []
    card = _card(t, event.clue)
    lines = [_new(card)]
    if not card.carries and all(known.carries for known in cards_of(t.mystery, t.before, t.notebook)):
        lines.append(Paragraph("note", f"{capital(mark(card))}. The same from another side would help."))
    return lines


def only_found(t: Telling) -> list[Paragraph]:
    """The clues of a line that has told of nothing, since they announce themselves in silence: what was seen is said all the same."""
    found = [event.clue for event in t.events if isinstance(event, e.ClueFound)]
    return [Paragraph("prose", _card(t, clue).text) for clue in found] if t.loudness != EASY else []


def corroborated(t: Telling, event: e.ClueCorroborated) -> list[Paragraph]:
    """A further route to a clue held; told only when it goes back to something of its own and so raises the clue."""
    if t.loudness != EASY:
        return []
    routes = t.mystery.routes
    held = [routes[id] for id in t.mystery.clues[event.clue].routes if id in t.routes]
    before, now = reliability(held), reliability([*held, routes[event.route]])
    if now <= before or routes[event.route].origin in {route.origin for route in held}:
        return []
    borne_out = filled(one_of(stock.BORNE_OUT, len(t.routes)), {"card": _title(t, event.clue)})
    carries_now = one_of(stock.NOW_CARRIES, len(t.routes)) if before < CARRIES <= now else ""
    return [Paragraph("journal", f"{borne_out} {carries_now}".strip())]


def drawn(t: Telling, event: e.Drawn) -> list[Paragraph]:
    """A conclusion, which is a card from now on, and why it follows."""
    deduction = t.mystery.deductions[event.deduction]
    why = stopped(words(t.mystery, deduction.because, t.after))
    return [*told_as("prose", why), _new(_card(t, deduction.id))]


def concluded(t: Telling, event: e.Concluded) -> list[Paragraph]:
    """Whether it follows, and no more: not what is missing, nor whether it is so."""
    count = len(t.notebook.tried) + len(t.before.drawn)
    match event.verdict:
        case "follows":
            return told_as("prose", one_of(stock.FOLLOWS, count))
        case "drawn":
            return told_as("prose", filled(one_of(stock.DRAWN, count), {"card": _drawn_card(t, event)}))
        case "plain":
            return told_as("prose", one_of(stock.PLAIN_AS_IT_STANDS, count))
        case _:
            return _not_yet(t, event, count)


def _not_yet(t: Telling, event: e.Concluded, count: int) -> list[Paragraph]:
    held = len(t.before.clues) + len(t.before.drawn)
    if t.notebook.tried.get(attempt(event.question, event.answer, event.cards)) == held:
        return told_as("prose", one_of(stock.SAME, count))
    weak = [card for card in event.cards if not carries(t.mystery, t.before, card)]
    hint = [_weak(t, card, count) for card in weak[:1]]
    return told_as("prose", one_of(stock.NOT_YET, count), *hint)


def _weak(t: Telling, card: str, count: int) -> str:
    roles = {"card": _title(t, card), "why": mark(_card(t, card))}
    return filled(one_of(stock.WEAK_CARD, count), roles)


def _drawn_card(t: Telling, event: e.Concluded) -> str:
    """The title of the conclusion that says so already."""
    for card in t.mystery.deductions:
        if card not in t.before.drawn:
            continue
        bearing = t.mystery.deductions[card].bearing
        denied = event.answer in bearing.rules_out.get(event.question, ())
        said = bearing.establishes.get(event.question) == event.answer
        supported = (event.question, event.answer) in {(question, answer) for question, answer, _ in bearing.supports}
        if denied if event.denied else (said or supported):
            return _title(t, card)
    return "it"


def noted(t: Telling, event: e.Noted) -> list[Paragraph]:
    """The player's own sentence."""
    return [Paragraph("journal", filled(one_of(stock.NOTED, len(t.notebook.timeline)), {"text": event.text}))]


def supposed(t: Telling, event: e.Supposed) -> list[Paragraph]:
    """An answer pinned as what one thinks; that something held speaks against it is said, and it stays pinned."""
    ask, count = ask_of(t.mystery, event.question), len(t.notebook.timeline)
    if not event.answer:
        return [Paragraph("journal", filled(one_of(stock.UNPINNED, count), {"question": ask}))]
    roles = {"question": ask, "answer": capital(answer_name(t.mystery, event.question, event.answer))}
    pinned = filled(one_of(stock.PINNED, count), roles)
    spoken = speaking_against(t.mystery, t.after, event.question, event.answer)
    strained = filled(one_of(stock.STRAINED, count), {"card": _title(t, spoken[0])}) if spoken else ""
    return [Paragraph("journal", f"{pinned} {strained}".strip())]


def _new(card: Card) -> Paragraph:
    return Paragraph("journal", f"New in your journal: {card.number} {card.glyph} {card.text}")


def _card(t: Telling, id: str) -> Card:
    return next(card for card in cards_of(t.mystery, t.after, t.notebook_after) if card.id == id)


def _title(t: Telling, card: str) -> str:
    return title(t.mystery, t.notebook_after, card)
