"""How loudly a clue says that it went into the journal: at once, counted up at bedtime, or not at all. The journal is whole anyway."""

from collections.abc import Sequence

from tavern.model import events as e
from tavern.model.events import Event
from tavern.model.mystery import Mystery
from tavern.model.notebook import Notebook
from tavern.model.report import Card, Paragraph
from tavern.model.world import Playing, World
from tavern.narration.cards import cards_of
from tavern.narration.settings import EASY, MEDIUM
from tavern.narration.stock_asides import COLLECTED, FIRST_CLUE
from tavern.narration.telling import Telling
from tavern.narration.text import rows
from tavern.narration.wording import one_of
from tavern.reasoning.holds import evening, evening_at

PAGES, TOLD_OF = "collected:", "announced:"  # and a number: up to that card the story has told of them


def announced(world: World, notebook: Notebook, loudness: str) -> int:
    """The number of the newest card that the story has told of, -1 for all; what stands beside the story shows none after it."""
    if loudness == EASY:
        return -1
    return _told_of(world, notebook) if loudness == MEDIUM else 0


def collected(world: World, notebook: Notebook, loudness: str) -> tuple[Event, ...]:
    """The pages since they were last counted up, for whoever goes to bed; () where there is nothing new to tell."""
    new = notebook.card_entries[_told_of(world, notebook) :]
    if loudness != MEDIUM or all(entry.kind == "deduction" for entry in new):
        return ()
    return (e.Told(f"{PAGES}{len(notebook.card_entries)}"),)


def dawned(mystery: Mystery, before: World, after: World, notebook: Notebook, loudness: str) -> tuple[Paragraph, ...]:
    """The same for whoever was up all night, when it dawns: the list itself."""
    is_new_day = evening(after) > evening(before) and isinstance(after.stage, Playing)
    if loudness != MEDIUM or not is_new_day:
        return ()
    known = _told_of(before, notebook)
    return tuple(_listed(cards_of(mystery, after, notebook)[known : _told_of(after, notebook)], evening(after)))


def as_told(notebook: Notebook) -> tuple[Event, ...]:
    """That the story has told of all there is so far, when another way of telling begins."""
    return (e.Told(f"{TOLD_OF}{len(notebook.card_entries)}"),)


def pages(t: Telling, key: str) -> list[Paragraph]:
    """The pages counted up; [] where the key is none of theirs."""
    if not key.startswith(PAGES):
        return []
    known, now = _told_of(t.before, t.notebook), int(key.removeprefix(PAGES))
    return _listed(cards_of(t.mystery, t.after, t.notebook_after)[known:now], evening(t.before))


def first_clue(before: World, loudness: str) -> list[Paragraph]:
    """A word with the first clue of a game in which the others are counted up at bedtime."""
    return [Paragraph("journal", FIRST_CLUE)] if loudness == MEDIUM and not before.clues else []


def _listed(cards: Sequence[Card], count: int) -> list[Paragraph]:
    """The cards by name; what one has concluded oneself need not be told. [] where nothing is left."""
    shown = [f"{card.number} {card.glyph} *{card.name}*" for card in cards if card.kind != "conclusion"]
    return [Paragraph("journal", one_of(COLLECTED, count)), *rows(shown)] if shown else []


def _told_of(world: World, notebook: Notebook) -> int:
    """The number of the newest card counted up: at bedtime, or before this day dawned."""
    marks = (key.partition(":")[2] for key in notebook.told if key.startswith((PAGES, TOLD_OF)))
    earlier = sum(evening_at(entry.clock) < evening(world) for entry in notebook.card_entries)
    return max([earlier, *(int(mark) for mark in marks if mark.isdecimal())])
