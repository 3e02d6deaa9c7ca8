"""What can be named this turn: a value made by the engine and handed to the parser, which knows no world."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tavern.model.commands import Question
from tavern.model.mystery import Names


@dataclass(frozen=True, slots=True)
class Scope:
    """Everything the parser may know.

    nouns: (id, kind) → names of all there is, for an index that is made once; nothing of it is understood or told that is
    not in `names` too. Empty: `names` is all. names: id → names of all that the player has met, present or not. kinds: id →
    "actor" | "room" | "thing" | "topic" | "clue" | "deduction" | "question" | "answer" | "ending". present: ids in sight here,
    nearest first. held: what the player
    carries or wears; worn: what of it they wear. exits: direction → id of the room it leads to ("" unknown to the player).
    cards: held clues and drawn deductions in journal order (a card is named by its number from 1, or by its name). answers:
    question → answer ids listed now. all_answers: question → every answer id (typed ones are always taken). endings: what may
    be chosen now.
    stage: "playing", "hearing", "judged", "proved", "ended". it, him, her, them: what the pronouns mean, "" for nothing.
    speaker: who was spoken with last and is here. question: what the parser asked last. clock: minutes since midnight of day
    one. verbs: the content's own verb synonyms, phrase → verb.
    words: every word the game has printed so far and no name explains; for saying "just scenery" instead of "unknown word".
    loose: things here that lie about and can be picked up, what ALL means for take. inside: container or supporter → what is
    seen in or on it, for ALL IN X. wares: things that somebody here sells. ways: thing here that is itself a way (a door, a
    hatch) → its direction. back: the direction in which lies the room one came from, "" when no way here leads to it.
    talk: actor here → what they would speak of and were not asked yet, what few others know first; versed: actor here → all
    they have words for. hideouts: things here in, under or behind which one can hide. here: the words of the texts of this
    room and of what is in it, printed or not.
    """

    names: Mapping[str, Names]
    kinds: Mapping[str, str]
    present: tuple[str, ...] = ()
    held: tuple[str, ...] = ()
    room: str = ""
    exits: Mapping[str, str] = field(default_factory=dict)
    cards: tuple[str, ...] = ()
    answers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    all_answers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    endings: tuple[str, ...] = ()
    stage: str = "playing"
    it: str = ""
    him: str = ""
    her: str = ""
    them: str = ""
    speaker: str = ""
    question: Question | None = None
    clock: int = 0
    verbs: Mapping[str, str] = field(default_factory=dict)
    words: frozenset[str] = frozenset()
    loose: tuple[str, ...] = ()
    inside: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    wares: tuple[str, ...] = ()
    ways: Mapping[str, str] = field(default_factory=dict)
    back: str = ""
    talk: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    versed: Mapping[str, frozenset[str]] = field(default_factory=dict)
    here: frozenset[str] = frozenset()
    hideouts: tuple[str, ...] = ()
    worn: tuple[str, ...] = ()
    nouns: Mapping[tuple[str, str], Names] = field(default_factory=dict)
