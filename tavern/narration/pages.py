"""The pages that can be looked up at no cost: what one carries, the journal, the ways, the hour, help."""

from collections.abc import Callable, Mapping

from tavern.model.mystery import Mystery
from tavern.model.notebook import Notebook
from tavern.model.report import Paragraph
from tavern.model.world import PLAYER, WORN, World
from tavern.narration import pages_case, pages_people
from tavern.narration.cards import GLYPHS, cards_of, is_about, row
from tavern.narration.challenge import ready
from tavern.narration.helping import help_page
from tavern.narration.questions import ask_of
from tavern.narration.stock_asides import EMPTY, VERBS
from tavern.narration.text import rows, told_as
from tavern.narration.view import ways_in_view
from tavern.narration.wording import a, called, capital, counted, listed, name_of, time_of_day, when
from tavern.reasoning.whereabouts import things_at

Page = Callable[[Mystery, World, Notebook, str], list[Paragraph]]

LEGEND = " · ".join(f"{glyph} {manner}" for manner, glyph in GLYPHS.items())


def page(mystery: Mystery, world: World, notebook: Notebook, name: str, noun: str) -> list[Paragraph]:
    """The page with this name; noun: what it is about, "" for nothing in particular. An unknown name gets help."""
    return PAGES.get(name, help_page)(mystery, world, notebook, noun)


def _inventory(mystery: Mystery, world: World, _notebook: Notebook, _noun: str) -> list[Paragraph]:
    has = [a(mystery.things[id].names) for id in things_at(mystery, world, PLAYER)]
    wears = listed(a(mystery.things[id].names) for id in things_at(mystery, world, WORN))
    shown = [counter for counter in mystery.counters.values() if counter.name]
    has += [counted(world.counters.get(counter.id, counter.start), counter.name) for counter in shown]
    carries = f"You carry {listed(has)}." if has else "You carry nothing to speak of."
    return told_as("prose", f"{carries} {f'You wear {wears}.' if wears else ''}")


def _clues(mystery: Mystery, world: World, notebook: Notebook, _noun: str) -> list[Paragraph]:
    cards = cards_of(mystery, world, notebook)
    if not cards:
        return told_as("prose", EMPTY["clues"])
    return [Paragraph("heading", "Clues"), *rows(map(row, cards)), Paragraph("note", LEGEND)]


def _journal(mystery: Mystery, world: World, notebook: Notebook, noun: str) -> list[Paragraph]:
    """Everything in it: the cards, then what one thinks, then one's own sentences."""
    pins = [
        f"{ask_of(mystery, asked)} {pages_case.pinned(mystery, world, notebook, asked)}." for asked in notebook.supposed
    ]
    thought = [Paragraph("heading", "What you think"), *rows(pins)] if pins else []
    written = _notes(mystery, world, notebook, noun) if _sentences(mystery, notebook) else []
    return [*_clues(mystery, world, notebook, noun), *thought, *written]


def _notes(mystery: Mystery, _world: World, notebook: Notebook, _noun: str) -> list[Paragraph]:
    lines = _sentences(mystery, notebook)
    return [Paragraph("heading", "Notes"), *rows(lines)] if lines else told_as("prose", EMPTY["notes"])


def _sentences(mystery: Mystery, notebook: Notebook) -> list[str]:
    return [f'{when(mystery, entry.clock)} · "{entry.id}"' for entry in notebook.timeline if entry.kind == "note"]


def _exits(mystery: Mystery, world: World, _notebook: Notebook, _noun: str) -> list[Paragraph]:
    bars = {"closed": " (shut)", "locked": " (locked)"}
    ways = ways_in_view(mystery, world)
    lines = [f"{capital(way.direction)}: {way.room or 'you do not know where'}{bars.get(way.bar, '')}" for way in ways]
    return rows(lines) or told_as("prose", EMPTY["exits"])


def _time(mystery: Mystery, world: World, _notebook: Notebook, _noun: str) -> list[Paragraph]:
    now = f"It is {when(mystery, world.clock)}, {time_of_day(world.clock)}; day {world.day}."
    left = f" You have until {when(mystery, mystery.ends)}." if world.clock < mystery.ends else ""
    return told_as("prose", now + left)


def _verbs(_mystery: Mystery, _world: World, _notebook: Notebook, _noun: str) -> list[Paragraph]:
    return [Paragraph("heading", "Verbs"), *rows(f"{capital(kind)}: {verbs}" for kind, verbs in VERBS)]


def _about(mystery: Mystery, world: World, notebook: Notebook, noun: str) -> list[Paragraph]:
    """What the journal has of somebody or something."""
    if not noun:
        return _clues(mystery, world, notebook, noun)
    names = name_of(mystery, noun)
    heading = Paragraph("heading", capital(names.full or names.name))
    known = [pages_people.known_of(mystery, world, notebook, noun)] if noun in mystery.actors else []
    cards = [card for card in cards_of(mystery, world, notebook) if is_about(mystery, world, card.id, noun)]
    nothing = "" if cards else f"Your journal has nothing about {called(mystery, noun)}."
    return [heading, *rows(known), *rows(map(row, cards)), *told_as("prose", nothing)]


PAGES: Mapping[str, Page] = {
    "inventory": _inventory, "clues": _clues, "journal": _journal, "notes": _notes, "exits": _exits, "time": _time,
    "help": help_page, "verbs": _verbs, "about": _about, "timeline": pages_case.timeline, "theory": pages_case.theory,
    "statements": pages_case.statements, "conclusions": pages_case.conclusions, "accuse": pages_case.accuse,
    "endings": pages_case.endings, "people": pages_people.people, "topics": pages_people.topics, "ready": ready,
}  # fmt: skip
