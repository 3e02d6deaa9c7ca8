"""Answers to the questions of the case, and the cards cited for them, found among words."""

from collections.abc import Iterator
from dataclasses import dataclass

from tavern.parser.heard import Heard
from tavern.parser.lexicon import ARTICLES, CARDS, EXACT, HEAD, STEM, fit
from tavern.parser.names import FUNCTION
from tavern.parser.numbers import number
from tavern.parser.words import these

_LONGEST_NAME = 8
_FILLING = ARTICLES | these(
    ", and clue clues card cards of that number numbers no nr evidence because is from with also plus both on then"
)
_GUILT = these("did done guilty culprit behind murderer responsible killer thief smuggler")


@dataclass(frozen=True, slots=True)
class Named:
    """An answer found in words `start` to `end`."""

    question: str
    answer: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cited:
    """Cards found in words. odd: the first word that is no card, "" when all were."""

    cards: tuple[str, ...]
    odd: str = ""


def question_at(heard: Heard, start: int, end: int) -> tuple[str, int]:
    """The question named at `start`, and where its name ends; ("", start) when none is."""
    for stop in range(min(end, start + 3), start, -1):
        words = heard.words[start:stop]
        for question in heard.scope.all_answers:
            entry = heard.lexicon.entries.get(question)
            if "_".join(words).lstrip("#") == question or (entry and fit(entry, frozenset(words)) == EXACT):
                return question, stop
    return "", start


def find_answers(heard: Heard, start: int, end: int, question: str = "") -> list[Named]:
    """The longest answer named in the words, once for each question it may answer; [] when none is."""
    asked = [question] if question else list(heard.scope.all_answers)
    for least in (EXACT, HEAD, STEM):
        for first, stop in _spans(heard, start, end, any_words=bool(question) and least == EXACT):
            found = [Named(each, id, first, stop) for each in asked for id in _fitting(heard, each, first, stop, least)]
            if found:
                return found
    return []


def _spans(heard: Heard, start: int, end: int, *, any_words: bool) -> Iterator[tuple[int, int]]:
    """Where a name may stand, the longest first. any_words: it may be made of such as "inside" alone."""
    for length in range(min(end - start, _LONGEST_NAME), 0, -1):
        for first in range(start, end - length + 1):
            if any_words or not set(heard.words[first : first + length]) <= FUNCTION:
                yield first, first + length


def _fitting(heard: Heard, question: str, start: int, end: int, least: int) -> list[str]:
    words = heard.words[start:end]
    typed = "_".join(words).lstrip("#")
    ids = heard.scope.all_answers[question]
    if typed in ids:
        return [typed]
    key = frozenset(words) - ARTICLES
    entries = ((id, heard.lexicon.entries.get(id)) for id in ids)
    fits = [id for id, entry in entries if entry and key and fit(entry, key) >= least]
    return fits if len(fits) == 1 else []


def about_guilt(heard: Heard, start: int, end: int) -> bool:
    """The words say that somebody did it."""
    return bool(_GUILT & set(heard.words[start:end]))


def cited(heard: Heard, start: int, end: int) -> Cited:
    """The cards named in the words, by number or by name, in the order they are named."""
    cards: list[str] = []
    place = start
    while place < end:
        stop, card = _card_at(heard, place, end)
        if card:
            cards.append(card)
        elif heard.words[place] not in _FILLING:
            return Cited(tuple(dict.fromkeys(cards)), heard.words[place])
        place = stop
    return Cited(tuple(dict.fromkeys(cards)))


def _card_at(heard: Heard, place: int, end: int) -> tuple[int, str]:
    """The card named at `place`, by its longest name, and where that ends; "" for none. A number before a name counts it."""
    word = heard.words[place].lstrip("#")
    if word in heard.scope.cards:
        return place + 1, word
    if not word.isdecimal():
        for stop in range(min(end, place + _LONGEST_NAME), place, -1):
            found = _named_card(heard, place, stop)
            if found:
                return stop, found
    at = number([word]) if word not in {"a", "an"} else None
    if at is None or not 1 <= at <= len(heard.scope.cards):
        return place + 1, ""
    counts = not word.isdecimal() and place + 1 < end and heard.words[place + 1] not in _FILLING
    stop, counted = _card_at(heard, place + 1, end) if counts else (0, "")
    if counted and not number([heard.words[place + 1]]):
        return stop, counted
    return place + 1, heard.scope.cards[at - 1]


def _named_card(heard: Heard, place: int, stop: int) -> str:
    words = heard.words[place:stop]
    if set(words) <= FUNCTION | _FILLING:
        return ""
    fits = {id: how for id, how in heard.lexicon.find(words, CARDS).items() if id in heard.scope.cards}
    best = [id for id, how in fits.items() if how == max(fits.values())]
    return best[0] if len(best) == 1 else ""
