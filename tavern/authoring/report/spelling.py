"""Names in the prose that are nearly, but not quite, a name of the case."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from tavern.authoring.report.prose import lines_of
from tavern.model.mystery import Mystery
from tavern.text.nearest import nearest

# A word with a capital that does not begin a sentence.
NAME = re.compile(r"(?<=[\w,;’'] )(?:[\"“*]?)([A-Z][a-z]+)\b")
SHORTEST = 4  # letters; shorter names are near too many words


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A word that may be a name misspelt. text: key of the first place; times: how often it stands anywhere."""

    word: str
    meant: str
    text: str
    times: int


def doubtful_names(mystery: Mystery) -> list[Doubtful]:
    """The words of the prose that are near a declared name, the rarest first: a slip is made once."""
    declared = _declared(mystery)
    times: Counter[str] = Counter()
    first: dict[str, str] = {}
    common: set[str] = set()
    for line in lines_of(mystery):
        common.update(re.findall(r"\b[a-z]+\b", line.text))
        for word in NAME.findall(line.text):
            times[word] += 1
            first.setdefault(word, line.key)
    strange = [
        word for word in times if len(word) >= SHORTEST and word not in declared and word.casefold() not in common
    ]
    found = ((word, nearest(word, declared, 1)) for word in strange)
    doubts = [
        Doubtful(word, near[0], first[word], times[word])
        for word, near in found
        if near and not _is_form(word, near[0])
    ]
    return sorted(doubts, key=lambda doubt: (doubt.times, doubt.word))


def _is_form(word: str, name: str) -> bool:
    """A plural, such as the Finches, is no slip."""
    return word in (f"{name}s", f"{name}es") or name in (f"{word}s", f"{word}es")


def _declared(mystery: Mystery) -> dict[str, None]:
    words = (word for phrase in _phrases(mystery) for word in re.findall(r"[A-Z][a-z]+", phrase))
    return dict.fromkeys(word for word in words if len(word) >= SHORTEST)


def _phrases(mystery: Mystery) -> Iterator[str]:
    yield mystery.title
    for table in (mystery.actors, mystery.rooms, mystery.things, mystery.topics):
        for noun in table.values():
            yield from (noun.names.name, noun.names.full, *noun.names.also)
    for question in mystery.questions:
        for answer in question.answers:
            yield from (answer.names.name, *answer.names.also)
