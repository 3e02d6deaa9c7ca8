"""A phrase for one thing: a name, a pronoun, the number of a card, or whose it is."""

from collections.abc import Iterable
from dataclasses import replace

from tavern.parser.choosing import chosen
from tavern.parser.heard import DANGLING, FOUND, GUESSED, SCENERY, UNKNOWN, WHICH, Heard, Reading
from tavern.parser.lexicon import ARTICLES, CARDS, EXACT, HEAD, NOUNS
from tavern.parser.numbers import number
from tavern.parser.owning import OWNERS, meant_by, named_before, owned, part_of_somebody, people_here
from tavern.parser.telling import labels, told
from tavern.parser.words import these

FUNCTION = ARTICLES | these(
    "this that these those in into inside on onto at to of for with from by under behind about and or , it him "
    "her them he she they me you i is are was were be been do does did has have had not what when where why who "
    "how whose which if whether there here then his its their us we as so too all any"
)
WHERE = these("in on under behind by near at inside from beside over above against below beneath underneath around")
_DETERMINERS = ARTICLES | frozenset(("this", "that", "these", "those", "one", "other", "same", "another"))
_PRONOUNS = {"it": "it", "that": "it", "this": "it", "him": "him", "he": "him", "her": "her", "she": "her",
             "them": "them", "they": "them", "those": "them", "these": "them"}  # fmt: skip
_REFLEXIVES = {"himself": "him", "herself": "her", "themselves": "them", "themself": "them", "yourself": ""}
PERSONAL = these(
    "you your yourself name doing want think feel like live work job old know hide hiding do long does living called comes "
    "come goes stay staying lives feels wrong matter happened hurt sad angry tired worried going up trade business born"
)  # of a question about nobody but who is asked
_MEN = these("man guy bloke fellow gentleman chap boy lad")
_WOMEN = frozenset(["woman", "lady", "girl", "lass"])
_ANYONE = these("person someone somebody anyone anybody people stranger guests everyone everybody")
_ADJECTIVES = these(
    "old new big large huge small little tiny heavy dark wet dirty clean empty full closed open locked strange "
    "odd weird mysterious wooden rusty broken worn battered dusty nice ugly good poor whole entire other "
    "mysterious suspicious long short tall round cold warm hot nearest next last first left right top bottom middle back "
    "front near same second third fourth far piece bit sheet scrap sort kind pair"
)
_DRINKS = these("drink drinks round pint half ale beer wine cider jar jug something")
_CARD_WORDS = these("clue card clues cards number no note evidence statement nr exhibit deduction conclusion")


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
        or _ware(heard, kind, words)
        or (owned(heard, kind, words, span) if words[0] in OWNERS else None)
        or _named(heard, kind, words, span)
        or owned(heard, kind, words, span)
        or part_of_somebody(heard, kind, words, span)
        or _somebody(heard, kind, words, span)
        or _described(heard, kind, words, span)
        or _any_key(kind, words)
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
    if len(words) != 1 or words[0] not in _PRONOUNS | _REFLEXIVES:
        return None
    if words[0] in _REFLEXIVES:
        which = _REFLEXIVES[words[0]]
        id = (
            named_before(heard, span[0])
            or heard.addressee
            or (meant_by(heard, which) if which else heard.scope.speaker)
        )
    else:
        id = meant_by(heard, _PRONOUNS[words[0]])
    return Reading(FOUND, (id,)) if id and heard.met(id) else Reading(DANGLING, words=words[0], span=span)


def _ware(heard: Heard, kind: str, words: list[str]) -> Reading | None:
    """A drink, whatever the house calls it; None where none or several are sold."""
    said = frozenset(words) - ARTICLES
    if kind not in {"WARE", "NOUN"} or not said or not said <= _DRINKS | _ADJECTIVES:
        return None
    drinks = [id for id in heard.scope.wares if heard.lexicon.entries[id].words & _DRINKS]
    if len(drinks) != 1 or not said & _DRINKS:
        return None
    named = said <= heard.lexicon.entries[drinks[0]].words
    return Reading(FOUND, (drinks[0],), "" if named else told(drinks[0], heard.scope))


def _named(heard: Heard, kind: str, words: list[str], span: tuple[int, int]) -> Reading | None:
    fits = heard.lexicon.find(words, NOUNS | CARDS)
    if kind == "ROOM":
        fits = {id: fit for id, fit in fits.items() if heard.scope.kinds[id] == "room" and fit >= HEAD}
    if words[0] in WHERE:  # "on the stool" is a place, whatever is called "the man on the stool"
        fits = {id: fit for id, fit in fits.items() if fit == EXACT}
    if fits:
        return chosen(heard, kind, fits, span)
    id = "_".join(words)
    return Reading(FOUND, (id,)) if id in heard.scope.names and heard.met(id) and kind != "ROOM" else None


def _somebody(heard: Heard, kind: str, words: list[str], span: tuple[int, int]) -> Reading | None:
    """Whoever here it can be: "the man", "somebody"."""
    said = words[-1]
    people = people_here(heard)
    if len(words) > 1 and {words[0], said} & (_MEN | _WOMEN):
        return _in_other_words(heard, kind, words, span)
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


def _in_other_words(heard: Heard, kind: str, words: list[str], span: tuple[int, int]) -> Reading | None:
    """Somebody called a man or a woman in one word or another: "the guy on the stool"."""
    first = words[0] in _MEN | _WOMEN
    said = ("man", "boy") if (words[0] if first else words[-1]) in _MEN else ("woman", "lady", "girl")
    tried = ([word, *words[1:]] if first else [*words[:-1], word] for word in said)
    return next((found for each in tried for found in [_named(heard, kind, each, span)] if found is not None), None)


def _described(heard: Heard, kind: str, words: list[str], span: tuple[int, int]) -> Reading | None:
    """What anybody may add to a name although it is no part of it: "the old oak door"."""
    kept = [word for word in words if word not in _ADJECTIVES or word in heard.lexicon.known]
    if kind == "ROOM" or len(kept) == len(words) or not kept:
        return None
    found = _named(heard, kind, kept, span)
    return (
        replace(found, grade=GUESSED, took=told(found.ids[0], heard.scope)) if found and found.grade == FOUND else found
    )


def _any_key(kind: str, words: list[str]) -> Reading | None:
    """A key that was never met opens nothing, which the world may say: the lock is tried without one."""
    return Reading(FOUND) if kind == "KEY" and words[-1] in {"key", "keys"} else None


def _lost(heard: Heard, words: Iterable[str], span: tuple[int, int]) -> Reading:
    content = [word for word in words if word not in FUNCTION] or list(words)
    if len(content) == 1 and content[0].isdecimal():
        return Reading(DANGLING, words=content[0], text="card", span=span)
    unknown = next((word for word in content if not _is_known(heard, word)), "")
    if unknown:
        return Reading(UNKNOWN, words=unknown, span=span)
    told_here = all(word in heard.scope.words & heard.scope.here for word in content)
    printed = told_here or any(word in heard.scope.words and word not in heard.lexicon.known for word in content)
    return Reading(SCENERY, words=" ".join(words), text="printed" if printed else "none", span=span)


def _is_known(heard: Heard, word: str) -> bool:
    return word in heard.lexicon.known or word in heard.scope.words
