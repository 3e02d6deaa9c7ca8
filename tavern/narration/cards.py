"""Cards: what is held, as the player sees it. Number, manner, source, what speaks against it; never how true it is."""

from functools import lru_cache

from tavern.model.mystery import Mystery, Route
from tavern.model.notebook import Entry, Notebook
from tavern.model.report import Card
from tavern.model.world import World
from tavern.narration.text import words
from tavern.narration.wording import called, listed, stopped
from tavern.reasoning.evidence import against, carries, held_routes, manner
from tavern.reasoning.inference import bearing

GLYPHS = {"seen": "●", "handled": "◆", "first hand": "◐", "hearsay": "○", "reasoned": "∴"}
DOES_NOT_CARRY = {
    "hearsay": "hearsay alone carries no argument",
    "": "it is not enough by itself to carry an argument",
}


def cards_of(mystery: Mystery, world: World, notebook: Notebook) -> list[Card]:
    """Every clue found and conclusion drawn, numbered from 1 in the order of the journal."""
    return list(_cards(mystery, notebook.card_entries, world.clues, world.routes, world.drawn))


@lru_cache(maxsize=64)
def _cards(
    mystery: Mystery,
    entries: tuple[Entry, ...],
    clues: frozenset[str],
    routes: frozenset[str],
    drawn: frozenset[str],
) -> tuple[Card, ...]:
    """The cards, which depend on nothing but what is known: most lines leave them as they were."""
    known = World(seed=0, clock=mystery.begins, room=mystery.start, clues=clues, routes=routes, drawn=drawn)
    return tuple(_card(mystery, known, entry, number) for number, entry in enumerate(entries, 1))


def number_of(notebook: Notebook, card: str) -> int:
    """The card's number in the journal; 0 for one that is not in it."""
    ids = [entry.id for entry in notebook.card_entries]
    return ids.index(card) + 1 if card in ids else 0


def title(mystery: Mystery, notebook: Notebook, card: str) -> str:
    """A card within a sentence: "*after midnight* (3)"."""
    name = mystery.clues[card].name if card in mystery.clues else mystery.deductions[card].name
    number = number_of(notebook, card)
    return f"*{name}* ({number})" if number else f"*{name}*"


def _card(mystery: Mystery, world: World, entry: Entry, number: int) -> Card:
    if entry.kind == "deduction":
        drawn = mystery.deductions[entry.id]
        text = stopped(words(mystery, drawn.text, world))
        return Card(
            drawn.id,
            number,
            drawn.name,
            text,
            "conclusion",
            "your own head",
            "reasoned",
            GLYPHS["reasoned"],
            carries=True,
        )
    clue = mystery.clues[entry.id]
    learnt = how_learnt(mystery, world, clue.id)
    return Card(
        id=clue.id,
        number=number,
        name=clue.name,
        text=stopped(words(mystery, clue.text, world)),
        kind="statement" if clue.said_by else "clue",
        source=source_of(mystery, world, clue.id),
        manner=learnt,
        glyph=GLYPHS[learnt],
        carries=carries(mystery, world, clue.id),
        against=tuple(mystery.clues[other].name for other in against(mystery, world, clue.id)),
    )


def how_learnt(mystery: Mystery, world: World, clue: str) -> str:
    """The manner of the best route by which the clue is held: "seen", "handled", "first hand" or "hearsay"."""
    routes = held_routes(mystery, world, clue)
    return manner(max(routes, key=lambda route: route.reliability)) if routes else "seen"


def source_of(mystery: Mystery, world: World, clue: str) -> str:
    """Who and what the clue is from, in words: "Jory and the candle stubs"."""
    return listed(dict.fromkeys(_source(mystery, route) for route in held_routes(mystery, world, clue)))


def _source(mystery: Mystery, route: Route) -> str:
    return called(mystery, route.speaker or route.source)


def mark(card: Card) -> str:
    """What keeps a card from carrying an argument yet, in words; "" when it carries."""
    return "" if card.carries else DOES_NOT_CARRY.get(card.manner, DOES_NOT_CARRY[""])


def row(card: Card) -> str:
    """A card as one row: "3 ● *after midnight*. Gene goes to the cellar only after midnight. (Jory; first hand)"."""
    remarks = "; ".join(filter(None, (card.source, card.manner, mark(card))))
    speaks = f" Against it: {listed(card.against)}." if card.against else ""
    return f"{card.number} {card.glyph} *{card.name}*: {card.text} ({remarks}){speaks}"


def is_about(mystery: Mystery, world: World, card: str, noun: str) -> bool:
    """Whether a held card concerns somebody or something: it speaks of it, or was had from it."""
    if card == noun:
        return True
    if card in mystery.deductions:
        says = bearing(mystery, card)
        ruled_out = (answer for answers in says.rules_out.values() for answer in answers)
        supported = (answer for _, answer, _ in says.supports)
        return noun in (*says.establishes.values(), *ruled_out, *supported)
    clue = mystery.clues[card]
    routes = (mystery.routes[id] for id in clue.routes if id in world.routes)
    return noun in (*clue.about, clue.said_by) or any(noun in (route.source, route.speaker) for route in routes)
