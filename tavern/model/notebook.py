"""What never decides anything: the player's own notes, what was said, what pronouns mean. A fold of the events too."""

from collections.abc import Iterable
from dataclasses import dataclass

from tavern.model.commands import Question
from tavern.model.frozen import Frozen


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the journal's timeline: what was found, noted or concluded, where and when."""

    kind: str  # clue | corroborated | note | deduction | met | accused
    id: str  # id of the clue or deduction; the text itself for a note
    room: str
    clock: int
    route: str = ""


@dataclass(frozen=True, slots=True)
class Notebook:
    """told: text key → how often. said: actor → (text key, clue, route) of what they said last. supposed: question → answer.

    tried: conclusions that did not follow, by `attempt` → how many cards were held then. asked: (actor, topic) pairs already
    asked about, as "actor/topic". last_speaker: who spoke last. question: what the parser is waiting for.
    came_from: the room one was in before this one.
    """

    told: Frozen[str, int] = Frozen()
    said: Frozen[str, tuple[str, str, str]] = Frozen()
    asked: frozenset[str] = frozenset()
    supposed: Frozen[str, str] = Frozen()
    tried: Frozen[str, int] = Frozen()
    timeline: tuple[Entry, ...] = ()
    last_speaker: str = ""
    it: str = ""
    him: str = ""
    her: str = ""
    them: str = ""
    question: Question | None = None
    misheard: tuple[str, str] = ("", "")

    @property
    def card_entries(self) -> tuple[Entry, ...]:
        """Where clues were found and deductions drawn, in the order of the journal; a card's number is its place, from 1."""
        return tuple(entry for entry in self.timeline if entry.kind in ("clue", "deduction"))

    came_from: str = ""


def attempt(question: str, answer: str, cards: Iterable[str]) -> str:
    """The key of a conclusion tried: the same answer from the same cards, in whatever order."""
    return f"{question}={answer}:{' '.join(sorted(cards))}"
