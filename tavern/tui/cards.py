"""Cards as they stand in lists."""

from collections.abc import Iterable

from textual.content import Content

from tavern.model.report import Card
from tavern.tui.prose import emphasised, joined, plain

WEAK = "carries no argument by itself yet"


def full(card: Card) -> Content:
    """A card with all that is known of it: number, glyph, name, text, where it is from, what speaks against it."""
    head = plain(f"{card.number:>3} ", "dim") + plain(f"{card.glyph} ") + emphasised(card.name).stylize("bold")
    weight = "" if card.carries else WEAK
    origin = joined(" · ", *(emphasised(words).stylize("dim") for words in (card.source, card.manner, weight)))
    against = [plain(f"      ≠ {name}") for name in card.against]
    lines = [head, *_indented(emphasised(card.text)), *_indented(origin), *against]
    return Content("\n").join([line for line in lines if line] + [Content("")])


def short(card: Card) -> str:
    """A card in a line, its name *emphasised* where its author has it so."""
    return f"{card.number} {card.glyph} {card.name}"


def matching(cards: Iterable[Card], words: str) -> list[Card]:
    """The cards that hold every one of the words somewhere."""
    wanted = words.casefold().split()
    return [card for card in cards if all(word in _everything(card) for word in wanted)]


def _everything(card: Card) -> str:
    return " ".join([str(card.number), card.name, card.text, card.source, card.manner, *card.against]).casefold()


def _indented(content: Content) -> list[Content]:
    return [Content("      ") + line for line in content.wrap(64)] if content else []
