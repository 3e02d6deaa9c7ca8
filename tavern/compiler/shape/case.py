"""Clues, conclusions, questions, solutions and endings."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from tavern.compiler.shape.conditions import Text, Then, When
from tavern.compiler.shape.kinds import (
    NOUN,
    ActorId,
    AnswerId,
    CardId,
    ClueId,
    Day,
    Declares,
    Id,
    KnownId,
    Name,
    Note,
    NoTruth,
    NounId,
    Prose,
    QuestionId,
    Ref,
    RoomId,
    Shape,
    Share,
    Standing,
    ThingId,
    TopicId,
    Truth,
    Window,
)


class VantageShape(Shape):
    """From where somebody knows what they say."""

    room: RoomId | None = None
    between: Window | None = None
    by: Literal["seen", "told", "guessed"] = "seen"
    from_: Annotated[str, Ref(("actor", "topic"))] | None = Field(None, alias="from")


class RouteShape(Shape):
    """One way to learn a clue: one verb with its noun, and what else has to be so."""

    ask: ActorId | None = None
    about: TopicId | list[TopicId] | None = None
    show: KnownId | None = None
    give: ThingId | None = None
    to: NounId | None = None
    confront: ActorId | None = None
    with_: KnownId | None = Field(None, alias="with")
    challenge: ActorId | None = None
    on: ClueId | None = None
    how: Text | Literal["knows", "who", "where"] | None = None
    examine: NounId | list[NounId] | None = None
    search: NounId | list[NounId] | None = None
    investigate: NounId | list[NounId] | None = None
    read: NounId | list[NounId] | None = None
    touch: NounId | list[NounId] | None = None
    taste: NounId | list[NounId] | None = None
    open: NounId | list[NounId] | None = None
    smell: NounId | list[NounId] | None = None
    take: NounId | list[NounId] | None = None
    drink: NounId | list[NounId] | None = None
    eat: NounId | list[NounId] | None = None
    push: NounId | list[NounId] | None = None
    pull: NounId | list[NounId] | None = None
    turn: NounId | list[NounId] | None = None
    look_in: NounId | list[NounId] | None = None
    look_under: NounId | list[NounId] | None = None
    look_behind: NounId | list[NounId] | None = None
    listen: NounId | list[NounId] | None = None
    watch: NounId | list[NounId] | None = None
    follow: ActorId | None = None
    hide: ThingId | None = None
    in_: RoomId | None = Field(None, alias="in")
    at: RoomId | list[RoomId] | None = None
    between: Window | None = None
    days: list[Day] | None = None
    when: When | None = None
    relationship: Standing | None = None
    enemy: Standing | None = None
    reliability: Share | None = None
    from_: Annotated[str, Ref(NOUN)] | None = Field(None, alias="from")
    vantage: VantageShape | None = None
    prepared: Truth = False
    minutes: Annotated[int, NoTruth, Field(ge=0, le=600)] | None = None
    tell: Text | None = None
    again: Text | None = None
    who: Text | None = None
    where: Text | None = None
    knows: Text | None = None
    then: Then | None = None


class Support(Shape):
    """means, motive or opportunity of somebody."""

    who: AnswerId
    as_: Literal["means", "motive", "opportunity"] = Field(alias="as")


class LieShape(Shape):
    """Behind a statement that is not so."""

    really: KnownId
    because: Note
    exposed_by: list[CardId]
    tell: Text | dict[CardId, Text] | None = None
    then: Then | None = None


class ClueShape(Shape):
    """What was seen or said, never what it means."""

    id: Annotated[Id, Declares("clue")]
    name: Name | None = None
    text: Prose
    revealed_by: Annotated[str, Ref(("actor", "thing", "room"), ("observation", "gossip"))] | None = None
    discovery_method: Literal["CONVERSATION", "OBSERVATION", "ITEM", "GOSSIP", "DEDUCTION"] | None = None
    reliability: Share = 1.0
    requires_relationship: Standing = 0.0
    requires_previous_clues: list[CardId] = []
    contradicts: list[ClueId] = []
    is_red_herring: Truth = False
    said_by: ActorId | None = None
    about: list[TopicId] = []
    vantage: VantageShape | None = None
    prepared: Truth = False
    lie: LieShape | None = None
    establishes: dict[QuestionId, AnswerId] = {}
    rules_out: dict[QuestionId, list[AnswerId]] = {}
    supports: Support | list[Support] | None = None
    routes: list[RouteShape] = []


class DeductionShape(Shape):
    """What follows from clues taken together. `because` is the warrant: one sentence a sceptic would accept."""

    id: Annotated[Id, Declares("deduction")]
    name: Name | None = None
    text: Prose
    from_: list[CardId] | list[list[CardId]] = Field(alias="from")
    because: Prose | None = None
    establishes: dict[QuestionId, AnswerId] = {}
    rules_out: dict[QuestionId, list[AnswerId]] = {}
    supports: Support | list[Support] | None = None


class QuestionShape(Shape):
    """A question of the case."""

    id: Annotated[Id, Declares("question")]
    ask: Prose | None = None
    names: list[Name] = []
    charged: Truth = True
    met: list[KnownId] = []


class AnswerShape(Shape):
    """One thing one may believe."""

    id: Annotated[Id, Declares("answer")]
    name: Name | None = None
    names: list[Name] = []
    met: list[KnownId] = []
    objection: Text | None = None
    voiced_by: list[ActorId] = []


class CorrectShape(Shape):
    """The truth; any question of the case is a key of its own, with its answer."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, AnswerId]
    description: Note
    requires_clues: list[ClueId] | list[list[ClueId]]
    requires: dict[QuestionId, list[list[CardId]]] = {}


class FalseShape(Shape):
    """A wrong belief."""

    id: Annotated[Id, Declares("solution")] | None = None
    description: Note
    common_mistake: Truth = False
    requires_clues: list[ClueId] = []
    answers: dict[QuestionId, AnswerId] = {}


class SolutionsShape(Shape):
    """The truth, and what one may take for it."""

    correct: CorrectShape
    false_solutions: list[FalseShape] = []


class EndingShape(Shape):
    """How it ends."""

    id: Annotated[Id, Declares("ending")]
    after: Literal["proved", "partly", "insisted", "lucky", "discredited", "time", "event"]
    title: Name | None = None
    choice: Prose | None = None
    names: list[Name] = []
    when: When | None = None
    solution: Annotated[str, Ref(("solution",))] | None = None
    text: Text
    then: Then | None = None
    good: Truth = False
