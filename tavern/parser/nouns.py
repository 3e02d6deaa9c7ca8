"""Noun phrases into what they name: one thing, ALL of some, lists, and names within a sentence."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tavern.parser.forms import first_words
from tavern.parser.heard import DANGLING, FOUND, GUESSED, MISSING, SCENERY, UNKNOWN, WHICH, Heard, Reading
from tavern.parser.lexicon import ARTICLES, CARDS, THINGS
from tavern.parser.names import FUNCTION, WHERE, one
from tavern.parser.telling import told
from tavern.parser.words import these

_POCKETS = these("pocket pockets hand hands bag")
_ALL = these("all everything both every everybody everyone anything each")
_EXCEPT = frozenset(("except", "but", "excepting", "besides", "without"))
_AFTER_NAMES = these("down up that last when we i you which who")
_CLAUSES = these("that which who where the a he she they it we i you")  # words a clause after a name begins with


def phrase(heard: Heard, kind: str, start: int, end: int) -> Reading:
    """A noun phrase: one thing, ALL of some, or a list."""
    end = _without_pocket(heard.words, start, end)
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
    told_more = kind in {"TOPIC", "THING"} and end - start > 1 and whole.grade in {UNKNOWN, SCENERY}
    if told_more and not _goes_on(words):
        stop = _first_phrase(words, start, _AFTER_NAMES | WHERE if kind == "TOPIC" else _CLAUSES)
        first = one(heard, kind, start, stop) if start < stop < end - (kind == "THING") else whole
        return replace(first, grade=GUESSED, took=told(first.ids[0], heard.scope)) if first.grade >= GUESSED else whole
    return whole


def _without_pocket(words: Sequence[str], start: int, end: int) -> int:
    """Where the phrase ends without a place of one's own that tells nothing: "the paper in my pocket"."""
    in_pocket = end - start > 3 and words[end - 1] in _POCKETS and words[end - 2] == "my" and words[end - 3] in WHERE
    return end - 3 if in_pocket else end


def _goes_on(words: Sequence[str]) -> bool:
    """Another command seems to follow inside the words."""
    return any(word in {"and", ","} and after in first_words() for word, after in pairwise(words))


def _first_phrase(words: Sequence[str], start: int, joints: frozenset[str]) -> int:
    """Where the words go on after a name, as in "the noise that we heard"; `start` when they do not."""
    goes_on = (at for at, word in enumerate(words, start=start) if at > start and word in joints)
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
    if kind in {"HELD", "ITEM", "KEY"}:
        return tuple(id for id in scope.held if id not in scope.worn)
    if kind == "WORN":
        return scope.worn
    if kind == "LOOSE":
        return tuple(id for id in scope.loose if id not in scope.held)
    return tuple(dict.fromkeys((*scope.loose, *scope.held))) if kind == "THING" else ()


def _located(heard: Heard, kind: str, start: int, end: int) -> Reading:
    """A name with its place, which only tells which one: "the mug on the table"."""
    place = next((at for at in range(start + 1, end - 1) if heard.words[at] in WHERE), 0)
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
