"""Which words name what: the names in a scope, indexed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from tavern.model.frozen import Same
from tavern.model.mystery import Names
from tavern.model.scope import Scope
from tavern.parser.words import split, these

ARTICLES = these("a an the some my our your of any")
YOURS = these("my our your")
TITLES = these("mr mrs miss ms master mister sir madam dame old young")
THINGS = frozenset(("thing", "actor", "room"))
NOUNS = THINGS | {"topic"}
CARDS = frozenset(("clue", "deduction"))
NAMING = NOUNS | CARDS  # kinds whose names are words one knows
_TELLING_MORE = these("of to in on by at with behind under from for near over beside outside inside above below")
Noun = tuple[str, str]  # id and kind
EXACT, HEAD, PART, STEM = 4, 3, 2, 1  # how well a phrase fits a name, best first


@dataclass(frozen=True, slots=True)
class Entry:
    """One id's names, ready to be compared. exact: whole phrases; heads: the words that can stand for the rest.

    own: the words of the names it is printed by, without those of the other names a player may use. yours: the names by which
    it is the player's, without the word that says so.
    """

    id: str
    exact: frozenset[frozenset[str]]
    heads: frozenset[str]
    words: frozenset[str]
    stems: frozenset[str]
    own: frozenset[str]
    yours: frozenset[frozenset[str]]


@dataclass(frozen=True, slots=True)
class Index:
    """All names there are, met or not; made once a mystery. words: theirs; by_word, by_stem: word → what is called so."""

    entries: Mapping[Noun, Entry]
    by_word: Mapping[str, tuple[Noun, ...]]
    by_stem: Mapping[str, tuple[Noun, ...]]
    words: frozenset[str]


class Entries(Mapping[str, Entry]):
    """id → names of what is met, looked up in the index of all there is."""

    __slots__ = ("_index", "_kinds", "_names")

    def __init__(self, index: Index, names: Mapping[str, Names], kinds: Mapping[str, str]) -> None:
        self._index, self._names, self._kinds = index, names, kinds

    def __getitem__(self, id: str) -> Entry:
        return self._index.entries[id, self._kinds.get(id, "")]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


class Known(AbstractSet[str]):
    """The words of the names of what is met, but for whose it is: Hame's greatcoat names no Hame."""

    __slots__ = ("_index", "_kinds")

    def __init__(self, index: Index, kinds: Mapping[str, str]) -> None:
        self._index, self._kinds = index, kinds

    def __contains__(self, word: object) -> bool:
        nouns = self._index.by_word.get(word, ()) if isinstance(word, str) else ()
        return any(self._names(noun) and f"{word}'s" not in self._index.entries[noun].words for noun in nouns)

    def __iter__(self) -> Iterator[str]:
        return (word for word in self._index.by_word if word in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _names(self, noun: Noun) -> bool:
        id, kind = noun
        return kind in NAMING and self._kinds.get(id) == kind


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All names of a scope. known: words of what was met (not of unmet answers)."""

    index: Index
    entries: Mapping[str, Entry]
    known: AbstractSet[str]
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
        nouns = min((self.index.by_word.get(word, ()) for word in key), key=len)
        fits = ((noun[0], fit(self.index.entries[noun], key)) for noun in nouns if self._is_among(noun, kinds))
        return {id: how for id, how in fits if how}

    def _by_stem(self, key: frozenset[str], kinds: frozenset[str] | None) -> dict[str, int]:
        stems = frozenset(map(stem, key))
        nouns = min((self.index.by_stem.get(word, ()) for word in stems), key=len)
        allowed = (noun for noun in nouns if self._is_among(noun, kinds))
        return {noun[0]: STEM for noun in allowed if stems <= self.index.entries[noun].stems}

    def _is_among(self, noun: Noun, kinds: frozenset[str] | None) -> bool:
        """Whether it was met, and is of these kinds."""
        id, kind = noun
        return (kinds is None or kind in kinds) and self.kinds.get(id) == kind


def lexicon(scope: Scope) -> Lexicon:
    """The names of a scope, looked up in an index that is made once a mystery."""
    index = _indexed(Same(scope.nouns)) if scope.nouns else _indexed(Same(_nouns(Same(scope.names), Same(scope.kinds))))
    return Lexicon(index, Entries(index, scope.names, scope.kinds), Known(index, scope.kinds), scope.kinds)


@lru_cache(maxsize=12)
def _nouns(names: Same[Mapping[str, Names]], kinds: Same[Mapping[str, str]]) -> Mapping[Noun, Names]:
    return {(id, kinds.of[id]): called for id, called in names.of.items() if id in kinds.of}


@lru_cache(maxsize=12)
def _indexed(nouns: Same[Mapping[Noun, Names]]) -> Index:
    entries = {noun: entry(noun[0], called) for noun, called in nouns.of.items()}
    by_word = _by_word((noun, found.words) for noun, found in entries.items())
    by_stem = _by_word((noun, found.stems) for noun, found in entries.items())
    return Index(entries, by_word, by_stem, frozenset(by_word))


def _by_word(words: Iterable[tuple[Noun, frozenset[str]]]) -> dict[str, tuple[Noun, ...]]:
    index: dict[str, list[Noun]] = {}
    for noun, said in words:
        for word in said:
            index.setdefault(word, []).append(noun)
    return {word: tuple(nouns) for word, nouns in index.items()}


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
    yours = frozenset(frozenset(phrase) - ARTICLES for phrase in phrases if not YOURS.isdisjoint(phrase))
    return Entry(id, exact, heads, words, stems, own, yours)


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
