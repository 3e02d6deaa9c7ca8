"""Words that are read somewhere and name nothing there: the gaps of a vocabulary, and what might be meant."""

import re
from collections.abc import Iterator
from dataclasses import astuple, dataclass

from tavern.authoring.explore.nouns import nouns, nouns_of
from tavern.authoring.explore.prose import Line
from tavern.authoring.explore.tally import Reached
from tavern.model.mystery import Mystery
from tavern.model.scope import Scope
from tavern.parser.lexicon import NOUNS, lexicon

SENTENCE = re.compile(r"[^.!?]+")
NEAR = 12  # words between a noun and the name of what it may mean


@dataclass(frozen=True, slots=True)
class Gap:
    """A noun that names nothing where it was read. text: key of the prose; meant: id of what it most likely means, or ""."""

    word: str
    room: str
    text: str
    meant: str = ""


def counted(gap: Gap) -> Reached:
    """The gap as a tally has it."""
    return ("gap", *astuple(gap))


def gaps(mystery: Mystery, scope: Scope, line: Line) -> Iterator[Gap]:
    """The nouns of a line just read that name nothing here: no thing in sight, no person, room or topic met."""
    for noun in nouns(line.text):
        if noun in nouns_of(mystery) and not can_name(scope, noun):
            yield Gap(noun, scope.room, line.key, _meant(mystery, scope, line, noun))


def can_name(scope: Scope, noun: str) -> bool:
    """Whether the word alone names something that is here, or somebody, a room or a topic wherever they are."""
    here = {*scope.present, *scope.held, scope.room}
    ids = lexicon(scope).find((noun,), NOUNS)
    return any(id in here or scope.kinds[id] != "thing" for id in ids)


def _meant(mystery: Mystery, scope: Scope, line: Line, noun: str) -> str:
    """The thing whose text the word stands in, or the one in sight that is named nearest in the same sentence."""
    owner = line.key.split(":")[1] if ":" in line.key else ""
    if owner in mystery.things and (owner in scope.present or owner in scope.held):
        return owner
    sentences = (re.findall(r"[\w'’]+", part) for part in SENTENCE.findall(line.text.casefold()))
    words = next((words for words in sentences if noun in words), [])
    here = [id for id in (*scope.present, *scope.held) if id in mystery.things]
    distances = {id: _distance(words, noun, mystery.things[id].names.name.casefold().split()[-1]) for id in here}
    near = min(here, key=distances.__getitem__, default="")
    return near if near and distances[near] <= NEAR else ""


def _distance(words: list[str], noun: str, name: str) -> int:
    return abs(words.index(noun) - words.index(name)) if name in words and noun in words else NEAR + 1
