"""A line as typed, cut into sentences and words."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from tavern.text.sanitise import one_line


def these(words: str) -> frozenset[str]:
    """The words of a list written with spaces between them."""
    return frozenset(words.split())


def in_order(words: str) -> tuple[str, ...]:
    """The words of a list written with spaces between them, in their order."""
    return tuple(words.split())


def each_of(phrases: str) -> tuple[tuple[str, ...], ...]:
    """The phrases of a list written with bars between them, each cut into words."""
    return tuple(tuple(phrase.split()) for phrase in phrases.split("|"))


LONGEST = 2000  # characters of a sentence; what is longer is not read
MOST_WORDS = 60

ENDS = frozenset(".;!?…")
# A point after one of these belongs to the word.
ABBREVIATED = these("mr mrs ms dr st col sgt cpl capt rev")
NUMBERED = frozenset(("no", "nr"))
# After these a point within a word is part of a name.
NAMING_FILES = frozenset(("script", "transcript", "save", "load", "restore"))
CONTRACTIONS = {
    "what's": "what is", "whats": "what is", "who's": "who is", "whos": "who is", "where's": "where is",
    "wheres": "where is", "how's": "how is", "when's": "when is", "why's": "why is", "that's": "that is",
    "thats": "that is", "it's": "it is", "there's": "there is", "here's": "here is", "he's": "he is",
    "she's": "she is", "let's": "let us", "lets": "let us", "i'm": "i am", "im": "i am", "i'd": "i would",
    "i'll": "i will", "i've": "i have", "ive": "i have", "you're": "you are", "you've": "you have",
    "they're": "they are", "don't": "do not", "dont": "do not", "didn't": "did not", "didnt": "did not",
    "doesn't": "does not", "doesnt": "does not", "isn't": "is not", "isnt": "is not", "wasn't": "was not",
    "wasnt": "was not", "weren't": "were not", "can't": "can not", "cant": "can not", "cannot": "can not",
    "couldn't": "could not", "won't": "will not", "wouldn't": "would not", "who'd": "who did", "how'd": "how did",
    "where'd": "where did", "whadda": "what do", "gonna": "going to", "wanna": "want to", "gimme": "give me",
    "lemme": "let me", "whatcha": "what are you", "bout": "about", "'bout": "about", "cos": "because", "coz": "because",
    "ur": "your", "haven't": "have not", "hasn't": "has not",
}  # fmt: skip

_QUOTES = str.maketrans({"‘": "'", "’": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})
_TOKEN = re.compile(r'"[^"]*"?|\d{1,2}[:.]\d\d(?!\d)|#?\w+(?:\'\w+)*\'?|[,.;!?…&]')


@dataclass(frozen=True, slots=True)
class Word:
    """A word, a comma, or quoted text. text: folded for comparing; start, end: where it stands in the line."""

    text: str
    start: int
    end: int
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a line. rest: what follows it; line: the whole line, for text that is kept as typed."""

    words: tuple[Word, ...]
    rest: str
    line: str
    asks: bool = False
    too_long: bool = False


def tidy(line: str) -> str:
    """The line cleaned, with straight quotes and without a prompt copied along."""
    return one_line(line, 100_000).translate(_QUOTES).lstrip("> ")


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """The text as it is compared: lower case, without accents."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFD", text.casefold())
    return "".join(char for char in apart if not unicodedata.combining(char))


@lru_cache(maxsize=8192)
def split(phrase: str) -> tuple[str, ...]:
    """The folded words of a phrase such as a name."""
    return tuple(word.text for word in words_of(phrase.translate(_QUOTES)) if word.text[0] not in ",.;!?…")


def words_of(line: str) -> tuple[Word, ...]:
    """All words and marks of a line, contractions opened."""
    return tuple(word for match in _TOKEN.finditer(line) for word in _opened(match.group(), match.start(), match.end()))


def _opened(raw: str, start: int, end: int) -> list[Word]:
    if raw[0] == '"':
        inner = fold(raw.strip('" '))
        return [Word(inner, start, end, quoted=True)] if inner else []
    text = fold(raw)
    if text == "&":
        return [Word("and", start, end)]
    whole = CONTRACTIONS.get(text) or CONTRACTIONS.get(text.rstrip("'")) or text
    return [Word(part, start, end) for part in whole.split()]


def first_sentence(line: str) -> Sentence:
    """The first sentence that says anything, read no further than LONGEST characters."""
    words = words_of(line[:LONGEST])
    start = 0
    while start < len(words) and words[start].text in {*ENDS, ",", "then", "and"}:
        start += 1
    for place in range(start, len(words)):
        if _ends(line, words, place, start):
            kept = _without_points(words[start:place])
            return Sentence(kept, _rest(line, words, place), line, words[place].text == "?", len(kept) > MOST_WORDS)
    kept = _without_points(words[start:])
    return Sentence(kept, "", line, too_long=len(line) > LONGEST or len(kept) > MOST_WORDS)


def _without_points(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words without the points of abbreviations."""
    return tuple(word for word in words if word.text != "." or word.quoted)


def _ends(line: str, words: tuple[Word, ...], place: int, start: int) -> bool:
    word = words[place]
    if word.quoted or place == start:
        return False
    if word.text == "." and words[start].text in NAMING_FILES and line[word.end : word.end + 1].strip():
        return False
    if word.text == ".":
        before, after = words[place - 1].text, words[place + 1 : place + 2]
        numbered = before in NUMBERED and after and after[0].text.isdecimal()
        return before not in ABBREVIATED and not numbered
    return word.text in ENDS or word.text == "then"


def _rest(line: str, words: tuple[Word, ...], place: int) -> str:
    while place < len(words) and not words[place].quoted and words[place].text in {*ENDS, ",", "then", "and"}:
        place += 1
    if place < len(words):
        return line[words[place].start :]
    return line[words[-1].end :].strip() if len(line) > LONGEST else ""
