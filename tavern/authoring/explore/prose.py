"""The author's lines, found again in what was printed."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from tavern.model.mystery import Mystery
from tavern.narration.text import named, paragraphs_of

WORD = re.compile(r"\w+")
OPENING = 3  # words by which a line is looked for in a paragraph
RETOLD = ("say_again:", "again:")  # keys that may hold the same words as another, which is named instead


@dataclass(frozen=True, slots=True)
class Line:
    """One telling of a text: as `room:taproom`, with the numbers of variant and line where there are several."""

    name: str
    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Prose:
    """Every line once, by its words. opening: the first words of a line → the names of lines that begin so."""

    lines: Mapping[str, Line]
    words: Mapping[str, tuple[str, ...]]
    opening: Mapping[tuple[str, ...], tuple[str, ...]]
    known: dict[str, tuple[str, ...]] = field(default_factory=dict)  # paragraph → its lines, as found before

    def told_in(self, paragraph: str) -> tuple[str, ...]:
        """The names of the lines whose words (those of their first paragraph) stand in the paragraph."""
        if paragraph not in self.known:
            self.known[paragraph] = tuple(dict.fromkeys(self._found(words_of(paragraph))))
        return self.known[paragraph]

    def _found(self, printed: tuple[str, ...]) -> Iterator[str]:
        for at in range(len(printed)):
            for length in range(1, OPENING + 1):
                for name in self.opening.get(printed[at : at + length], ()):
                    wanted = self.words[name]
                    short = len(wanted) < OPENING and len(wanted) != len(printed)  # a word or two may stand anywhere
                    if not short and printed[at : at + len(wanted)] == wanted:
                        yield name


@lru_cache(maxsize=4)
def prose_of(mystery: Mystery) -> Prose:
    """The index of a mystery's texts. Lines with the same words are one, named by the first."""
    by_words: dict[tuple[str, ...], Line] = {}
    for line in sorted(_lines(mystery), key=lambda line: line.key.startswith(RETOLD)):
        first = paragraphs_of(line.text)[:1]
        if first and (words := words_of(first[0])):
            by_words.setdefault(words, line)
    opening: dict[tuple[str, ...], list[str]] = {}
    for words, line in by_words.items():
        opening.setdefault(words[:OPENING], []).append(line.name)
    return Prose(
        {line.name: line for line in by_words.values()},
        {line.name: words for words, line in by_words.items()},
        {first: tuple(names) for first, names in opening.items()},
    )


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, without case and punctuation."""
    return tuple(WORD.findall(text.casefold()))


def first_words(text: str, most: int = 8) -> str:
    """The beginning of a text, for a list."""
    words = text.split()
    return " ".join(words[:most]) + (" …" if len(words) > most else "")


def _lines(mystery: Mystery) -> Iterable[Line]:
    for key, variants in mystery.texts.items():
        several = sum(len(variant.lines) for variant in variants) > 1
        for number, variant in enumerate(variants, 1):
            for place, text in enumerate(variant.lines, 1):
                name = f"{key} ({number}.{place})" if several else key
                yield Line(name, key, named(mystery, text.strip()))
