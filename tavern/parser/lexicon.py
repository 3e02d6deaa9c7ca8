"""Which words name what: the names in a scope, indexed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Generic, TypeVar

from tavern.model.mystery import Names
from tavern.model.scope import Scope
from tavern.parser.words import split, these

ARTICLES = these("a an the some my our your of any")
TITLES = these("mr mrs miss ms master mister sir madam dame old young")
THINGS = frozenset(("thing", "actor", "room"))
NOUNS = THINGS | {"topic"}
CARDS = frozenset(("clue", "deduction"))
_TELLING_MORE = these("of to in on by at with behind under from for near over beside outside inside above below")
T = TypeVar("T")
EXACT, HEAD, PART, STEM = 4, 3, 2, 1  # how well a phrase fits a name, best first


@dataclass(frozen=True, slots=True)
class Entry:
    """One id's names, ready to be compared. exact: whole phrases; heads: the words that can stand for the rest.

    own: the words of the names it is printed by, without those of the other names a player may use.
    """

    id: str
    exact: frozenset[frozenset[str]]
    heads: frozenset[str]
    words: frozenset[str]
    stems: frozenset[str]
    own: frozenset[str]


class _Same(Generic[T]):
    """A key that is equal only to the same object, and keeps it alive as long as it is a key."""

    __slots__ = ("of",)

    def __init__(self, of: Mapping[str, T]) -> None:
        self.of = of

    def __hash__(self) -> int:
        return id(self.of)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.of is self.of


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All names of a scope. by_word, by_stem: word → ids. known: words of what was met (not of unmet answers)."""

    entries: Mapping[str, Entry]
    by_word: Mapping[str, tuple[str, ...]]
    by_stem: Mapping[str, tuple[str, ...]]
    known: frozenset[str]
    kinds: Mapping[str, str]

    def find(self, words: Sequence[str], allowed: Iterable[str] | None = None) -> dict[str, int]:
        """Ids that all the words fit → how well (EXACT … STEM). allowed: kinds to look among, all when None."""
        key = frozenset(words) - ARTICLES
        kinds = None if allowed is None else frozenset(allowed)
        if not key:
            return {}
        found = self._fitting(key, kinds)
        if not found and key & TITLES and key - TITLES:
            found = {id: how for id, how in self._fitting(key - TITLES, kinds).items() if self.kinds[id] == "actor"}
        found = {**self._by_stem(key, kinds), **found}
        return found or self._joined(words, kinds)

    def _joined(self, words: Sequence[str], kinds: frozenset[str] | None) -> dict[str, int]:
        """Ids that fit when two words are written as one: "work bench" for "workbench"."""
        for place, (first, second) in enumerate(pairwise(words)):
            if first + second in self.known:
                return self._fitting(frozenset((*words[:place], first + second, *words[place + 2 :])) - ARTICLES, kinds)
        return {}

    def _fitting(self, key: frozenset[str], kinds: frozenset[str] | None) -> dict[str, int]:
        ids = min((self.by_word.get(word, ()) for word in key), key=len)
        fits = ((id, fit(self.entries[id], key)) for id in ids if kinds is None or self.kinds.get(id) in kinds)
        return {id: how for id, how in fits if how}

    def _by_stem(self, key: frozenset[str], kinds: frozenset[str] | None) -> dict[str, int]:
        stems = frozenset(map(stem, key))
        ids = min((self.by_stem.get(word, ()) for word in stems), key=len)
        allowed = (id for id in ids if kinds is None or self.kinds.get(id) in kinds)
        return {id: STEM for id in allowed if stems <= self.entries[id].stems}


def lexicon(scope: Scope) -> Lexicon:
    """The index of a scope's names; made once for the same names and kinds."""
    return _indexed(_Same(scope.names), _Same(scope.kinds))


@lru_cache(maxsize=12)
def _indexed(names: _Same[Names], kinds: _Same[str]) -> Lexicon:
    entries = {id: entry(id, called) for id, called in names.of.items()}
    met = (_named_by(found) for id, found in entries.items() if kinds.of.get(id) in NOUNS | CARDS)
    return Lexicon(
        entries,
        _index((id, found.words) for id, found in entries.items()),
        _index((id, found.stems) for id, found in entries.items()),
        frozenset().union(*met),
        kinds.of,
    )


def _named_by(found: Entry) -> frozenset[str]:
    """The words of the names, but for whose it is: Hame's greatcoat names no Hame."""
    return frozenset(word for word in found.words if f"{word}'s" not in found.words)


def _index(words: Iterable[tuple[str, frozenset[str]]]) -> dict[str, tuple[str, ...]]:
    index: dict[str, list[str]] = {}
    for id, said in words:
        for word in said:
            index.setdefault(word, []).append(id)
    return {word: tuple(ids) for word, ids in index.items()}


@lru_cache(maxsize=8192)
def entry(id: str, names: Names) -> Entry:
    """The names of one id, ready to be compared."""
    phrases = [split(phrase) for phrase in (names.name, names.full, *names.also) if phrase]
    kept = [[word for word in phrase if word not in ARTICLES] or list(phrase) for phrase in phrases]
    said = [each for phrase in kept for each in _compounded(phrase)]
    exact = frozenset(frozenset(phrase) for phrase in said)
    words = frozenset(spelling for phrase in said for word in phrase for spelling in _spellings(word))
    heads = frozenset(_head(form) for phrase in phrases if phrase for form in _compounded(phrase))
    own = frozenset(form for word in (*split(names.name), *split(names.full)) for form in (word, word.replace("'", "")))
    stems = frozenset(stem(word) for phrase in said for word in phrase if not owner(word))
    return Entry(id, exact, heads, words, stems, own)


def _compounded(phrase: Sequence[str]) -> list[Sequence[str]]:
    """The phrase, and the ways to write two words of it as one: "tea cup", "teacup"."""
    plain = [word.isalpha() and word not in _TELLING_MORE for word in phrase]
    joints = (at for at in range(len(phrase) - 1) if plain[at] and plain[at + 1])
    return [phrase, *([*phrase[:at], phrase[at] + phrase[at + 1], *phrase[at + 2 :]] for at in joints)]


def stem(word: str) -> str:
    """The word without a plural s, so that "boat" may mean "boats"."""
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        return word[:-2] if word.endswith(("ches", "shes", "xes", "sses")) else word[:-1]
    return word


def owner(word: str) -> str:
    """Whose it is, of "gene's" and "boys'"; "" when the word is no possessive."""
    if word.endswith("'s"):
        return word[:-2]
    return word[:-1] if word.endswith("s'") else ""


def _spellings(word: str) -> tuple[str, ...]:
    return (word, owner(word), word.replace("'", "")) if owner(word) else (word,)


def _head(phrase: Sequence[str]) -> str:
    """The word the others only tell more of: "stool" in "stool by the hearth"."""
    end = next((at for at in range(1, len(phrase)) if phrase[at] in _TELLING_MORE), len(phrase))
    return phrase[end - 1]


def fit(found: Entry, key: frozenset[str]) -> int:
    """How well the words fit a name: EXACT, HEAD or PART; 0 when they do not, or only tell more of another name for it.

    "Cellar" does not mean what is called "cellar passage" besides: there may be a cellar that nobody has seen yet.
    """
    if key in found.exact:
        return EXACT
    if not key <= found.words:
        return 0
    if key & found.heads:
        return HEAD
    return PART if key & found.own else 0


def is_own(found: Entry, words: Iterable[str]) -> bool:
    """The words are those it is printed by, not another name for it."""
    return frozenset(words) - ARTICLES <= found.own
