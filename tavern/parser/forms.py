"""The table of verbs as the matcher reads it: forms as rows of words and slots, found by their first two words."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from tavern.parser.grammar import CLASSES, VERBS, Verb
from tavern.parser.words import these

SLOTS = these(
    "THING LOOSE HELD WORN WARE PERSON TAKER TOPIC ITEM CARD PLACE ROOM DOORWAY HIDEOUT KEY DIR MINUTES TIME TEXT LINE "
    "ANSWER VERB SUBJECT NOUN"
)
FIXED_ROLES = {"MINUTES": "minutes", "TIME": "until", "TEXT": "text", "LINE": "text"}


@dataclass(frozen=True, slots=True)
class Literal:
    """One of these words; the first of them is the one printed."""

    words: tuple[str, ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Slot:
    """A noun phrase, time or text.

    role: "noun", "other", "minutes", "until", "text", "for" (who gets what is bought) or "spare" (read, then dropped).
    """

    kind: str
    role: str


@dataclass(frozen=True, slots=True)
class Form:
    """One way to say a verb. order: its place in the table, earlier meant first. needs: its words, each one of several."""

    verb: Verb
    order: int
    elements: tuple[Literal | Slot, ...]
    least: int  # words a line must have to fit it whole
    needs: tuple[frozenset[str], ...]

    def slots(self) -> tuple[Slot, ...]:
        return tuple(element for element in self.elements if isinstance(element, Slot))


@lru_cache(maxsize=4096)
def forms_for(first: str, second: str) -> tuple[Form, ...]:
    """The forms a line beginning with these two words may be, in the table's order; those that begin with a slot last."""
    index = _index()
    sources = [*index.get((first, second), ()), *index.get((first, ""), ()), *index.get(("", ""), ())]
    return tuple(_compiled(*source) for source in sorted(set(sources)))


@lru_cache(maxsize=256)
def forms_from(first: str) -> tuple[Form, ...]:
    """All forms that begin with this word, in the table's order."""
    sources = {source for key, found in _index().items() if key[0] == first for source in found}
    return tuple(_compiled(*source) for source in sorted(sources))


def first_words() -> frozenset[str]:
    """Every word a command can begin with."""
    return _first_words()


@lru_cache(maxsize=1)
def _first_words() -> frozenset[str]:
    table = {first for first, _ in _index() if first}
    return frozenset(table | {spelling.split()[0] for verb in VERBS for spelling in _spellings(verb)})


@lru_cache(maxsize=1)
def literal_words() -> frozenset[str]:
    """Every word the table itself knows."""
    said = (form.elements for verb in VERBS for form in forms_of(verb.id))
    words = {word for elements in said for item in elements if isinstance(item, Literal) for word in item.words}
    return frozenset(words) | first_words()


@lru_cache(maxsize=512)
def forms_of(verb: str) -> tuple[Form, ...]:
    """All forms of one verb, by its id, each in all its spellings; the most usual first."""
    place = next(number for number, row in enumerate(VERBS) if row.id == verb)
    sources = ((place, number, spelling) for number, spelling in _said(VERBS[place]))
    return tuple(_compiled(*source) for source in sources)


def _said(verb: Verb) -> Iterator[tuple[int, int]]:
    for number, form in enumerate(_shapes(verb)):
        for spelling in range(len(_spellings(verb)) if "*" in form.split() else 1):
            yield number, spelling


def verb_said(words: tuple[str, ...]) -> str:
    """The id of the verb that is said so, "" for none: "look at" is "examine"."""
    said = " ".join(words)
    by_id = (verb.id for verb in VERBS if said in {verb.id, verb.id.replace("_", " ").replace("-", " ")})
    return next(by_id, "") or next((verb.id for verb in VERBS if said in _spellings(verb)), "")


def verbs_said(phrase: str) -> frozenset[str]:
    """The ids of all verbs of which this is a spelling: "put" may be more than one."""
    said = " ".join(phrase.lower().split())
    return frozenset(verb.id for verb in VERBS if said in _spellings(verb) or said == verb.id)


@lru_cache(maxsize=512)
def _spellings(verb: Verb) -> list[str]:
    return verb.spelt()


@lru_cache(maxsize=512)
def _shapes(verb: Verb) -> list[str]:
    return verb.shapes()


@lru_cache(maxsize=1)
def _index() -> dict[tuple[str, str], list[tuple[int, int, int]]]:
    index: dict[tuple[str, str], list[tuple[int, int, int]]] = {}
    for place, verb in enumerate(VERBS):
        for number, spelling in _said(verb):
            for key in _keys(_source(verb, number, spelling)):
                index.setdefault(key, []).append((place, number, spelling))
    return index


def _keys(source: list[str]) -> Iterator[tuple[str, str]]:
    firsts = _alternatives(source[0])
    seconds = _alternatives(source[1]) if len(source) > 1 else None
    for first in firsts or [""]:
        for second in (seconds if firsts and seconds else None) or [""]:
            yield first, second


def _alternatives(word: str) -> list[str] | None:
    """The words an element must be one of; None for a slot and for what may be left out."""
    if word[0] == "[" or word[0].isupper():
        return None
    return alternatives(word)


def alternatives(said: str) -> list[str]:
    """The words of "a|b", or of "~in|at" with its class spelt out."""
    parts = (CLASSES[word[1:]].split("|") if word[0] == "~" else [word] for word in said.split("|"))
    return [word for part in parts for word in part]


def _source(verb: Verb, number: int, spelling: int) -> list[str]:
    words = _spellings(verb)[spelling].split()
    return [part for word in _shapes(verb)[number].split() for part in (words if word == "*" else [word])]


@cache
def _compiled(place: int, number: int, spelling: int) -> Form:
    verb = VERBS[place]
    elements: list[Literal | Slot] = []
    taken: set[str] = set()
    for word in _source(verb, number, spelling):
        element = _element(word, taken)
        elements.append(element)
        if isinstance(element, Slot):
            taken.add(element.role)
    least = sum(isinstance(element, Slot) or not element.optional for element in elements)
    needs = (frozenset(each.words) for each in elements if isinstance(each, Literal) and not each.optional)
    return Form(verb, place * 1000 + number, tuple(elements), least, tuple(needs))


def _element(word: str, taken: set[str]) -> Literal | Slot:
    bare = word.strip("[]")
    if not bare[0].isupper():
        return Literal(tuple(alternatives(bare)), word[0] == "[")
    kind, _, role = bare.partition("=")
    role = role or FIXED_ROLES.get(kind) or ("other" if "noun" in taken else "noun")
    return Slot(kind, role)
