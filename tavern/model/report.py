"""What the game gives back for a line, and shows beside the story."""

from dataclasses import dataclass

from tavern.model.commands import Meta

KINDS = ("prose", "speech", "heading", "journal", "refusal", "question", "note", "list", "echo", "ending")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of text, without markup but for *emphasis*. kind is one of KINDS."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody here: name, what they are doing, and how they stand to the player ("guarded", "civil", "open"; "" not yet known)."""

    id: str
    name: str
    doing: str
    manner: str


@dataclass(frozen=True, slots=True)
class Way:
    """A way out: direction, the room it leads to ("" when not yet seen), and what stands in it ("locked", "closed", "")."""

    direction: str
    room: str
    bar: str


@dataclass(frozen=True, slots=True)
class Card:
    """A clue, statement or conclusion as the player sees it. glyph shows its manner, mark what speaks against it or "".

    number: its number in the journal, from 1. kind: "clue", "statement" or "conclusion". source: who or what it is from, in
    words. manner: "seen", "handled", "first hand", "hearsay", "reasoned". carries: it can carry an argument.
    """

    id: str
    number: int
    name: str
    text: str
    kind: str
    source: str
    manner: str
    glyph: str
    carries: bool
    against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that may be picked: an id (or a line to type) and its words."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Setting:
    """Something a player may set for a game: how it stands, that in a sentence, and what else it may be.

    The line that sets it is its name and the value.
    """

    name: str
    value: str
    says: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class View:
    """What is so now, for everything beside the story: side pane, journal, accusation form, JSON."""

    title: str
    room: str
    clock: str  # "Thursday, day 1 · 21:40 · night"
    minutes: int
    people: tuple[Person, ...] = ()
    ways: tuple[Way, ...] = ()
    carried: tuple[str, ...] = ()
    cards: tuple[Card, ...] = ()
    announced: int = -1  # number of the newest card that the story has told of; -1: of all
    questions: tuple[tuple[Choice, tuple[Choice, ...]], ...] = ()  # what may be charged, with the answers met so far
    further: tuple[tuple[Choice, tuple[Choice, ...]], ...] = ()  # questions that have come up besides, likewise
    supposed: tuple[tuple[str, str], ...] = ()  # question, answer
    strained: tuple[tuple[str, str], ...] = ()  # question, what of the held speaks against that answer, in words
    stage: str = "playing"
    objection: str = ""
    choices: tuple[Choice, ...] = ()
    standing: int = 3
    asks: bool = True  # the story has a question that somebody may be accused over
    can_undo: bool = False
    can_redo: bool = False
    ended: str = ""
    leads_back: bool = False  # "yes" leads back to where the case could still be proved
    settings: tuple[Setting, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """One line's answer. outcome: "done", "refused", "question" or "misunderstood". turn: rows that took a turn, from 0."""

    turn: int
    line: str
    outcome: str
    paragraphs: tuple[Paragraph, ...]
    view: View
    meta: Meta | None = None  # something the front end must carry out: quit, load, games, script
