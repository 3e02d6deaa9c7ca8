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
    weekday: Literal["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] = "Monday"
    at: Hour
    room: RoomId


class MysteryShape(Shape):
    """The head of a mystery."""

    id: Id
    title: Name
    description: Prose
    difficulty: Literal["EASY", "MEDIUM", "HARD"] = "MEDIUM"
    begins: Begins
    ends: Moment | None = None
    standing: Annotated[int, NoTruth, Field(ge=1, le=9)] = 3
    opening: Text | None = None
    epilogue: Text | None = None


class Folder(Shape):
    """Everything that may stand at the top of a file; lists of one key are joined over the files of a folder."""

    setting: Id | None = None
    mystery: MysteryShape | None = None
    rooms: list[RoomShape] = []
    items: list[ThingShape] = []
    actors: list[ActorShape] = []
    topics: list[TopicShape] = []
    clues: list[ClueShape] = []
    questions: list[Annotated[Id, Declares("question")] | QuestionShape] = []
    answers: dict[QuestionId, list[Annotated[Id, Declares("answer")] | AnswerShape]] = {}
    deductions: list[DeductionShape] = []
    solutions: SolutionsShape | None = None
    endings: list[EndingShape] = []
    fuses: list[FuseShape] = []
    daemons: list[DaemonShape] = []
    counters: list[CounterShape] = []
    flags: list[FlagShape] = []
    verbs: dict[Verb, list[Name]] = {}
