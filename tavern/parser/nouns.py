"""Noun phrases into what they name."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tavern.parser.forms import first_words
from tavern.parser.heard import DANGLING, FOUND, GUESSED, MISFIT, MISSING, SCENERY, UNKNOWN, WHICH, Heard, Reading
from tavern.parser.lexicon import ARTICLES, CARDS, EXACT, HEAD, NOUNS, PART, THINGS, owner
from tavern.parser.numbers import number
from tavern.parser.telling import labels, told
from tavern.parser.words import these


@dataclass(frozen=True, slots=True)
class Want:
    """What a slot is for. kinds: what fits it; first: kinds meant before others; near: who is meant before others."""

    kinds: frozenset[str]
    near: str = ""
    first: frozenset[str] = frozenset()


_THING = Want(THINGS, "present")
_ROOM = frozenset(("room",))
WANTS = {
    "THING": _THING,
    "LOOSE": Want(THINGS, "loose"),
    "HELD": Want(THINGS, "held"),
    "WORN": Want(THINGS, "held"),
    "KEY": Want(THINGS, "held"),
    "WARE": Want(NOUNS - {"actor"}, "present", frozenset(("thing",))),
    "DOORWAY": Want(frozenset(("thing", "room")), "present"),
    "HIDEOUT": Want(frozenset(("thing", "room")), "present"),
    "PERSON": Want(frozenset(("actor",)), "present"),
    "PLACE": Want(THINGS, "", _ROOM),
    "ROOM": Want(_ROOM),
    "ITEM": Want(NOUNS | CARDS, "held", frozenset(("thing",))),
    "TOPIC": Want(NOUNS | CARDS, "topic"),
    "NOUN": Want(NOUNS | CARDS, "topic"),
    "CARD": Want(CARDS),
}
FUNCTION = ARTICLES | these(
    "this that these those in into inside on onto at to of for with from by under behind about and or , it him "
    "her them he she they me you i is are was were be been do does did has have had not what when where why who "
    "how whose which if whether there here then his its their us we as so too all any"
)
_DETERMINERS = ARTICLES | frozenset(("this", "that", "these", "those", "one", "other", "same"))
_PRONOUNS = {"it": "it", "that": "it", "this": "it", "him": "him", "he": "him", "her": "her", "she": "her",
             "them": "them", "they": "them", "those": "them", "these": "them", "himself": "him", "herself": "her"}  # fmt: skip
_OWNERS = {"his": "him", "her": "her", "its": "it", "their": "them"}
_ALL = these("all everything both every everybody everyone anything each")
_EXCEPT = frozenset(("except", "but", "excepting", "besides", "without"))
_MEN = these("man guy bloke fellow gentleman chap boy lad")
_WOMEN = frozenset(["woman", "lady", "girl", "lass"])
_ANYONE = these("person someone somebody anyone anybody people stranger guests everyone everybody")
_WHERE = these("in on under behind by near at inside from beside")
_ADJECTIVES = these(
    "old new big large huge small little tiny heavy dark wet dirty clean empty full closed open locked strange "
    "odd weird mysterious wooden rusty broken worn battered dusty nice ugly good poor whole entire other "
    "mysterious suspicious long short tall round cold warm hot"
)
_AFTER_NAMES = these("down up that last when we i you")
_CARD_WORDS = these("clue card clues cards number no note evidence statement nr exhibit deduction conclusion")


def phrase(heard: Heard, kind: str, start: int, end: int) -> Reading:
    """A noun phrase: one thing, ALL of some, or a list."""
    words = heard.words[start:end]
    if words[0] in _ALL or words[:2] in {("all", "of"), ("apart", "from")}:
        everything = _everything(heard, kind, start, end)
        if everything is not None:
            return everything
    whole = one(heard, kind, start, end)
    if whole.grade >= WHICH:
        return whole
    parts = _parts(words, start)
    if len(parts) > 1:
        return _several(heard, kind, parts)
    located = _located(heard, kind, start, end)
    if located.grade >= WHICH:
        return located
    if kind == "TOPIC" and end - start > 1 and whole.grade in {UNKNOWN, SCENERY} and not _goes_on(words):
        stop = _first_phrase(words, start)
        first = one(heard, kind, start, stop) if stop > start else whole
        return replace(first, grade=GUESSED, took=told(first.ids[0], heard.scope)) if first.grade >= GUESSED else whole
    return whole


def _goes_on(words: Sequence[str]) -> bool:
    """Another command seems to follow inside the words."""
    return any(word in {"and", ","} and after in first_words() for word, after in pairwise(words))


def _first_phrase(words: Sequence[str], start: int) -> int:
    """Where the words go on after a name, as in "the noise that we heard"; `start` when they do not."""
    goes_on = (at for at, word in enumerate(words, start=start) if at > start and word in _WHERE | _AFTER_NAMES)
    return next(goes_on, start)


def _parts(words: Sequence[str], start: int) -> list[tuple[int, int]]:
    parts: list[tuple[int, int]] = []
    begin = start
    for place, word in enumerate((*words, ","), start=start):
        if word in {"and", ",", "or"}:
            if place > begin:
                parts.append((begin, place))
            begin = place + 1
    return parts


def _several(heard: Heard, kind: str, parts: list[tuple[int, int]]) -> Reading:
    readings = [phrase(heard, kind, *part) for part in parts]
    worst = min(readings, key=lambda reading: reading.grade)
    if worst.grade < GUESSED:
        return worst
    ids = tuple(dict.fromkeys(id for reading in readings for id in reading.ids))
    return Reading(worst.grade, ids, ", ".join(reading.took for reading in readings if reading.took))


def _everything(heard: Heard, kind: str, start: int, end: int) -> Reading | None:
    words = heard.words[start:end]
    cut = next((place for place, word in enumerate(words) if place and word in _EXCEPT), len(words))
    apart = cut + 2 if words[cut : cut + 2] == ("apart", "from") else cut + 1
    pool = _pool(heard, kind, words[0])
    named = [
        word for word in words[1:cut] if word not in ARTICLES and word not in {"else", "here", "other", "of", "things"}
    ]
    if named and named[0] in {"in", "from", "on", "inside", "under"}:
        holder = phrase(heard, "THING", start + words.index(named[0]) + 1, start + cut)
        if holder.grade < GUESSED:
            return holder
        pool = tuple(heard.scope.inside.get(holder.ids[0], ()))
    elif named:
        fits = heard.lexicon.find(named, THINGS)
        if not fits and words[0] in {"everybody", "everyone", "both"}:
            return None
        pool = tuple(id for id in pool if id in fits)
        if not fits:
            return None
    if cut < len(words):
        spared = phrase(heard, kind, start + apart, end) if start + apart < end else Reading(UNKNOWN, words=words[cut])
        if spared.grade < WHICH:
            return spared
        pool = tuple(id for id in pool if id not in spared.ids)
    return (
        Reading(FOUND, pool, text="all")
        if pool
        else Reading(DANGLING, words=" ".join(words), text="none", span=(start, end))
    )


def _pool(heard: Heard, kind: str, word: str) -> tuple[str, ...]:
    scope = heard.scope
    if kind == "PERSON" or word in {"everybody", "everyone"}:
        return tuple(id for id in scope.present if scope.kinds.get(id) == "actor")
    if kind in {"HELD", "WORN", "ITEM", "KEY"}:
        return scope.held
    if kind == "LOOSE":
        return tuple(id for id in scope.loose if id not in scope.held)
    return tuple(dict.fromkeys((*scope.loose, *scope.held))) if kind == "THING" else ()


def _located(heard: Heard, kind: str, start: int, end: int) -> Reading:
    """A name with its place, which only tells which one: "the mug on the table"."""
    place = next((at for at in range(start + 1, end - 1) if heard.words[at] in _WHERE), 0)
    if not place:
        return Reading(UNKNOWN)
    thing, where = one(heard, kind, start, place), one(heard, "THING", place + 1, end)
    if where.grade < GUESSED:
        return Reading(UNKNOWN)
    inside = [id for id in thing.ids if id in heard.scope.inside.get(where.ids[0], ())]
    return (
        Reading(FOUND, tuple(inside))
        if thing.grade == WHICH and len(inside) == 1
        else replace(thing, span=(start, end))
    )


def one(heard: Heard, kind: str, start: int, end: int) -> Reading:
    """A phrase for one thing: a name, a pronoun, the number of a card, or an id."""
    words = [word for word in heard.words[start:end] if word != ","]
    span = (start, end)
    while len(words) > 1 and words[0] in _DETERMINERS and words[0] != "one":
        words = words[1:]
    if not words or ("and" in words and len(words) == 1):
        return Reading(UNKNOWN, words="", span=span)
    return (
        _card(heard, kind, words)
        or _pronoun(heard, words, span)
        or _named(heard, kind, words, span)
        or _owned(heard, kind, words, span)
        or _somebody(heard, kind, words, span)
        or _described(heard, kind, words, span)
        or _lost(heard, words, span)
    )


def _card(heard: Heard, kind: str, words: list[str]) -> Reading | None:
    if kind not in {"CARD", "TOPIC", "ITEM"}:
        return None
    said = [word.lstrip("#") for word in words if word not in _CARD_WORDS and word not in {"the", "."}]
    if len(said) == len(words) > 1 or not said:
        return None
    at = number(said) if said[0] not in {"a", "an"} else None
    if at is None or not 1 <= at <= len(heard.scope.cards):
        return None
    return Reading(FOUND, (heard.scope.cards[at - 1],))


def _pronoun(heard: Heard, words: list[str], span: tuple[int, int]) -> Reading | None:
    scope = heard.scope
    if words[0][0] == "#":
        return Reading(FOUND, (words[0][1:],)) if len(words) == 1 and heard.met(words[0][1:]) else None
    said = " ".join(words)
    if said in {"here", "this room", "room", "this place", "place", "around here"} and scope.room in scope.names:
        return None if said in {"room", "place"} and heard.lexicon.find(words, NOUNS) else Reading(FOUND, (scope.room,))
    if len(words) != 1 or words[0] not in _PRONOUNS:
        return None
    which = _PRONOUNS[words[0]]
    id = {"it": scope.it, "him": scope.him, "her": scope.her, "them": scope.them}[which] or _only(heard, which)
    return Reading(FOUND, (id,)) if id and heard.met(id) else Reading(DANGLING, words=words[0], span=span)


def _only(heard: Heard, which: str) -> str:
    """The one person here whom the pronoun fits, "" when there is none or more."""
    pronoun = {"him": "he", "her": "she"}.get(which, "")
    fitting = [id for id in _people(heard) if heard.scope.names[id].pronoun == pronoun]
    return fitting[0] if len(fitting) == 1 else ""


def _people(heard: Heard) -> list[str]:
    return [id for id in heard.scope.present if heard.scope.kinds.get(id) == "actor"]


def _named(heard: Heard, kind: str, words: list[str], span: tuple[int, int]) -> Reading | None:
    fits = heard.lexicon.find(words, NOUNS | CARDS)
    if kind == "ROOM":
        fits = {id: fit for id, fit in fits.items() if heard.scope.kinds[id] == "room" and fit >= HEAD}
    if fits:
        return _chosen(heard, kind, fits, span)
    id = "_".join(words)
    return Reading(FOUND, (id,)) if id in heard.scope.names and heard.met(id) and kind != "ROOM" else None


def _chosen(heard: Heard, kind: str, fits: dict[str, int], span: tuple[int, int]) -> Reading:
    want = WANTS[kind]
    keys = {id: _key(heard, want, id, fit) for id, fit in fits.items()}
    best = max(keys.values())
    tied = [id for id in (*heard.scope.held, *heard.scope.present, *fits) if keys.get(id) == best]
    meant_otherwise = [id for id in fits if not keys[id][0] and fits[id] == EXACT]
    if meant_otherwise and best[0] and fits[tied[0]] <= PART:
        return Reading(MISFIT, (meant_otherwise[0],), span=span)
    if not best[0]:
        return Reading(MISFIT, (tied[0],), span=span)
    telling = list(labels(dict.fromkeys(tied), heard.scope))
    if len(telling) > 1:
        return Reading(WHICH, tuple(telling), span=span)
    passed_over = [id for id in fits if id not in tied and keys[id][0] and fits[id] >= min(fits[tied[0]], HEAD)]
    doubtful = want.near not in {"topic", ""} and passed_over and fits[tied[0]] < EXACT
    return Reading(FOUND, (telling[0],), told(telling[0], heard.scope) if doubtful else "")


def _key(heard: Heard, want: Want, id: str, fit: int) -> tuple[int, ...]:
    kind = heard.scope.kinds[id]
    allowed = kind in want.kinds
    if want.near == "topic":
        return allowed, kind not in CARDS, fit, kind == "topic", 0
    return allowed, fit >= HEAD, kind in want.first, _nearness(heard, want.near, id), fit


def _nearness(heard: Heard, near: str, id: str) -> int:
    scope = heard.scope
    held, here = id in scope.held, id in scope.present or id == scope.room
    match near:
        case "held":
            return 3 if held else 2 if here else 0
        case "loose":
            return 4 if id in scope.loose and not held else 3 if here and not held else 2 if held else 0
        case "present":
            return 3 if held or here else 0
        case _:
            return 0


def _owned(heard: Heard, kind: str, words: list[str], span: tuple[int, int]) -> Reading | None:
    """A thing by whose it is: "his coat", "the innkeeper's coat"; also when nobody else's is known."""
    place = next((at for at, word in enumerate(words) if word in _OWNERS or owner(word)), -1)
    if place < 0 or place == len(words) - 1 or words[place + 1] in ARTICLES:
        return None
    whose, rest = words[: place + 1], words[place + 1 :]
    owners = _owners(heard, whose)
    fits = heard.lexicon.find(rest, NOUNS)
    of_them = {id: fit for id, fit in fits.items() if any(_belongs(heard, id, person) for person in owners)}
    free = {id: fit for id, fit in fits.items() if not any(owner(word) for word in heard.lexicon.entries[id].words)}
    kept = of_them or (free if owners else {})
    return _chosen(heard, kind, kept, span) if kept else None


def _owners(heard: Heard, whose: list[str]) -> list[str]:
    if whose[-1] in _OWNERS:
        scope = heard.scope
        pronoun = _OWNERS[whose[-1]]
        id = {"it": scope.it, "him": scope.him, "her": scope.her, "them": scope.them}[pronoun] or _only(heard, pronoun)
        return [id] if id else []
    return list(heard.lexicon.find([*whose[:-1], owner(whose[-1])], ("actor",)))


def _belongs(heard: Heard, id: str, person: str) -> bool:
    people = heard.lexicon.entries[person].words if person in heard.lexicon.entries else frozenset()
    return any(owner(word) in people for word in heard.lexicon.entries[id].words if owner(word))


def _somebody(heard: Heard, kind: str, words: list[str], span: tuple[int, int]) -> Reading | None:
    """Whoever here it can be: "the man", "somebody"."""
    said = words[-1]
    people = _people(heard)
    if said in _MEN or said in _WOMEN:
        pronoun = "he" if said in _MEN else "she"
        people = [id for id in people if heard.scope.names[id].pronoun == pronoun]
    elif said not in _ANYONE:
        return None
    if len(words) > 1 or not people:
        return None
    if len(people) > 1:
        return Reading(WHICH, tuple(labels(people, heard.scope)), span=span)
    return Reading(FOUND, (people[0],), told(people[0], heard.scope)) if kind != "ROOM" else None


def _described(heard: Heard, kind: str, words: list[str], span: tuple[int, int]) -> Reading | None:
    """What anybody may add to a name although it is no part of it: "the old oak door"."""
    kept = [word for word in words if word not in _ADJECTIVES or word in heard.lexicon.known]
    if kind == "ROOM" or len(kept) == len(words) or not kept:
        return None
    found = _named(heard, kind, kept, span)
    return (
        replace(found, grade=GUESSED, took=told(found.ids[0], heard.scope)) if found and found.grade == FOUND else found
    )


def _lost(heard: Heard, words: Iterable[str], span: tuple[int, int]) -> Reading:
    content = [word for word in words if word not in FUNCTION] or list(words)
    unknown = next((word for word in content if not _is_known(heard, word)), "")
    if unknown:
        return Reading(UNKNOWN, words=unknown, span=span)
    printed = any(word in heard.scope.words and word not in heard.lexicon.known for word in content)
    return Reading(SCENERY, words=" ".join(words), text="printed" if printed else "none", span=span)


def _is_known(heard: Heard, word: str) -> bool:
    return word in heard.lexicon.known or word in heard.scope.words


def scan(heard: Heard, start: int, end: int) -> Reading:
    """The longest name that occurs in the words; MISSING when there is none: "where you were last night"."""
    for length in range(min(end - start, 5), 0, -1):
        for begin in range(start, end - length + 1):
            words = heard.words[begin : begin + length]
            if (words[0] in FUNCTION and length > 1) or words[-1] in FUNCTION:
                continue
            found = one(heard, "TOPIC", begin, begin + length)
            if found.grade == FOUND and not _is_slight(heard, words, found):
                return found if length == end - start else replace(found, grade=GUESSED)
    for place in range(start, end):
        if heard.words[place] in {"it", "him", "her", "them"}:
            found = one(heard, "TOPIC", place, place + 1)
            if found.grade == FOUND:
                return replace(found, grade=GUESSED)
    return Reading(MISSING, span=(start, end))


def _is_slight(heard: Heard, words: Sequence[str], found: Reading) -> bool:
    """One word that is a number, or occurs in a card's name, is too little to go by in the middle of a sentence."""
    return len(words) == 1 and (words[0].isdecimal() or heard.scope.kinds.get(found.ids[0]) in CARDS)
