"""The head of a mystery, and everything that may stand at the top of a file."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from tavern.compiler.shape.case import (
    AnswerShape,
    ClueShape,
    DeductionShape,
    EndingShape,
    QuestionShape,
    SolutionsShape,
)
from tavern.compiler.shape.conditions import Moment, Text
from tavern.compiler.shape.course import CounterShape, DaemonShape, FlagShape, FuseShape
from tavern.compiler.shape.kinds import Declares, Hour, Id, Name, NoTruth, Prose, QuestionId, RoomId, Shape, Verb
from tavern.compiler.shape.people import ActorShape, TopicShape
from tavern.compiler.shape.places import RoomShape, ThingShape


class Begins(Shape):
    """The first moment, and where the player is."""

    day: Annotated[int, NoTruth, Field(ge=1, le=1)] = 1
    """Always 1: the days of a case are counted from its first."""
    weekday: Literal["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] = "Monday"
    """The weekday of day one."""
    at: Hour = "18:00"
    """The hour at which the story begins."""
    room: RoomId | None = None
    """The room the player is in at first; left out, the first room."""


class FairShape(Shape):
    """How much a proof of the whole case takes. `tavern prove` holds the case to it."""

    cards: Annotated[int, NoTruth, Field(ge=1)] = 3
    """So many clues, told by as many acts."""
    depth: Annotated[int, NoTruth, Field(ge=1)] = 3
    """So many levels: a clue that is found is on the first, each step drawn from it is one more."""


class MysteryShape(Shape):
    """The head of a mystery."""

    id: Id
    """The name of the mystery's folder, by which `tavern play` finds it."""
    title: Name
    """The title, as it stands in lists and over the screen."""
    description: Prose
    """One or two sentences for the list of mysteries."""
    difficulty: Literal["EASY", "MEDIUM", "HARD"] = "MEDIUM"
    """How hard the list says it is, and how loudly a clue says that it went into the journal, unless the player sets it
    otherwise: EASY at once, MEDIUM at bedtime, HARD not at all. In an EASY one a page tells at dawn when the case can be
    proved."""
    begins: Begins = Begins()
    """The first moment, and where the player is."""
    ends: Moment | None = None
    """The announced last hour; without it there is none."""
    standing: Annotated[int, NoTruth, Field(ge=1, le=9)] = 3
    """How many accusations may fail before nobody listens any more."""
    fair: FairShape | None = None
    """What every proof of the case needs at the least; left out, three clues and three levels."""
    opening: Text | None = None
    """What is read first, before the first room."""
    epilogue: Text | None = None
    """What is read last, whatever the ending."""


class Folder(Shape):
    """Everything that may stand at the top of a file; lists of one key are joined over the files of a folder."""

    setting: Id | None = None
    """The id of another folder whose rooms, things, people and topics this mystery borrows."""
    mystery: MysteryShape | None = None
    """The head of the mystery: its title, and when and where it begins."""
    rooms: list[RoomShape] = []
    """The places."""
    items: list[ThingShape] = []
    """Things, wherever they are; what never moves and only answers `examine` may stand in its room as `scenery`."""
    actors: list[ActorShape] = []
    """The people, the player left out."""
    topics: list[Annotated[Id, Declares("topic")] | TopicShape] = []
    """Ideas one can talk about that are no room, thing, person or clue: those are topics under their own ids."""
    clues: list[ClueShape] = []
    """What can be seen or heard, and the ways to learn it."""
    questions: list[Annotated[Id, Declares("question")] | QuestionShape] = []
    """What the case asks; left out, it asks who, how and why."""
    answers: dict[QuestionId, list[Annotated[Id, Declares("answer")] | AnswerShape]] = {}
    """What one may answer, a list a question."""
    deductions: list[DeductionShape] = []
    """What follows from clues taken together."""
    solutions: SolutionsShape | None = None
    """The truth, and what one may take for it."""
    endings: list[EndingShape] = []
    """How it ends, by what was proved and what the player then chooses."""
    fuses: list[FuseShape] = []
    """What happens once: at an hour, after a delay, or as soon as something is so."""
    daemons: list[DaemonShape] = []
    """What happens on every turn that takes time, while something is so."""
    counters: list[Annotated[Id, Declares("counter")] | CounterShape] = []
    """Numbers the mystery keeps, such as coins."""
    flags: list[Annotated[Id, Declares("flag")] | FlagShape] = []
    """States that are of no thing, such as whether a bell was rung."""
    verbs: dict[Verb, list[Name]] = {}
    """Further words for a verb of the game."""
