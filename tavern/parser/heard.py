"""A sentence being understood: its words, what can be named, and what was already worked out about it."""

from dataclasses import dataclass, field

from tavern.model.scope import Scope
from tavern.parser.lexicon import Lexicon
from tavern.parser.words import Sentence, Word

# How well words were understood, best first.
FOUND, GUESSED, WHICH, MISSING, MISFIT, DANGLING, SCENERY, UNKNOWN = range(7, -1, -1)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a noun phrase, a time or some text came to.

    ids: what is meant, several for a list; the candidates when grade is WHICH. took: what was assumed, in words.
    words: the words that were not understood. value: minutes, or a minute of the day. text: as typed.
    """

    grade: int
    ids: tuple[str, ...] = ()
    took: str = ""
    words: str = ""
    value: int = 0
    text: str = ""
    span: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Heard:
    """A sentence with all that is needed to make sense of it. addressee: who it is spoken to, "" when to nobody."""

    sentence: Sentence
    spans: tuple[Word, ...]
    words: tuple[str, ...]
    scope: Scope
    lexicon: Lexicon
    addressee: str = ""
    memo: dict[tuple[str, int, int], Reading] = field(default_factory=dict)

    def text(self, start: int, end: int) -> str:
        """Words `start` to `end` as typed."""
        if start >= end:
            return ""
        return self.sentence.line[self.spans[start].start : self.spans[end - 1].end].strip('" ')

    def met(self, id: str) -> bool:
        return self.scope.kinds.get(id) not in {None, "answer", "question", "ending"}


def heard(sentence: Sentence, spans: tuple[Word, ...], scope: Scope, lexicon: Lexicon, addressee: str = "") -> Heard:
    return Heard(sentence, spans, tuple(word.text for word in spans), scope, lexicon, addressee)
