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
    Minutes,
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
    """Where they were."""
    between: Window | None = None
    """At which hours."""
    by: Literal["seen", "told", "guessed"] = "seen"
    """Whether they saw it, were told it, or guess."""
    from_: Annotated[str, Ref(("actor", "topic"))] | None = Field(None, alias="from")
    """Who told them."""


class RouteShape(Shape):
    """One way to learn a clue: one verb with its noun, and what else has to be so."""

    ask: ActorId | None = None
    """By asking this person `about` something."""
    about: TopicId | list[TopicId] | None = None
    """What one asks, tells or challenges them about."""
    show: KnownId | None = None
    """By showing this `to` somebody."""
    give: ThingId | None = None
    """By giving this thing `to` somebody."""
    to: NounId | None = None
    """To whom one shows or gives it; with `follow`, the room they are followed to."""
    confront: ActorId | None = None
    """By confronting this person `with` something."""
    with_: KnownId | None = Field(None, alias="with")
    """What they are confronted with."""
    challenge: ActorId | None = None
    """By asking this person how they know what they said."""
    on: ClueId | None = None
    """The statement they are challenged on."""
    how: Text | Literal["knows", "who", "where"] | None = None
    """With `challenge`, which question it is: `knows`, `who` or `where`; otherwise what they answer to `how do you know`."""
    examine: NounId | list[NounId] | None = None
    """By doing this to it."""
    search: NounId | list[NounId] | None = None
    """By doing this to it."""
    investigate: NounId | list[NounId] | None = None
    """By doing this to it."""
    read: NounId | list[NounId] | None = None
    """By doing this to it."""
    touch: NounId | list[NounId] | None = None
    """By doing this to it."""
    taste: NounId | list[NounId] | None = None
    """By doing this to it."""
    open: NounId | list[NounId] | None = None
    """By doing this to it."""
    smell: NounId | list[NounId] | None = None
    """By doing this to it."""
    take: NounId | list[NounId] | None = None
    """By doing this to it."""
    drink: NounId | list[NounId] | None = None
    """By doing this to it."""
    eat: NounId | list[NounId] | None = None
    """By doing this to it."""
    push: NounId | list[NounId] | None = None
    """By doing this to it."""
    pull: NounId | list[NounId] | None = None
    """By doing this to it."""
    turn: NounId | list[NounId] | None = None
    """By doing this to it."""
    look_in: NounId | list[NounId] | None = None
    """By doing this to it."""
    look_under: NounId | list[NounId] | None = None
    """By doing this to it."""
    look_behind: NounId | list[NounId] | None = None
    """By doing this to it."""
    listen: NounId | list[NounId] | None = None
    """By listening to this, or in this room."""
    watch: NounId | list[NounId] | None = None
    """By watching this room, thing or person."""
    follow: ActorId | None = None
    """By following this person."""
    hide: ThingId | None = None
    """By hiding in, behind or under this thing."""
    in_: RoomId | None = Field(None, alias="in")
    """By hiding anywhere in this room."""
    at: RoomId | list[RoomId] | None = None
    """The room one has to be in; alone, it is noticed by whoever is there."""
    between: Window | None = None
    """The hours at which it can be learnt."""
    days: list[Day] | None = None
    """The days on which it can be learnt."""
    when: When | None = None
    """What else has to be so."""
    relationship: Standing | None = None
    """How well the person has to stand with the player, at least."""
    enemy: Standing | None = None
    """Or how badly, at most."""
    reliability: Share | None = None
    """How sure this manner of learning it is, from 0.0 to 1.0."""
    from_: Annotated[str, Ref(NOUN)] | None = Field(None, alias="from")
    """Where the knowledge really comes from; two people who have it from one mouth count once."""
    vantage: VantageShape | None = None
    """From where the speaker knows it."""
    prepared: Truth = False
    """`true` when it comes out in the same words every time."""
    minutes: Annotated[int, NoTruth, Field(ge=0, le=600)] | None = None
    """How long it takes, where it is not what the verb usually takes."""
    holds: Minutes | None = None
    """Minutes for which whoever says it stays where they are after it, whatever their schedule says: `10`."""
    tell: Text | None = None
    """What is read when the clue is found; left out, its text."""
    again: Text | None = None
    """What is read when the same is done again."""
    who: Text | None = None
    """What they answer to `who told you`."""
    where: Text | None = None
    """What they answer to `where were you standing`."""
    knows: Text | None = None
    """What they answer to `how do you know`, where `how` is taken."""
    then: Then | None = None
    """What else happens."""


class Support(Shape):
    """means, motive or opportunity of somebody."""

    who: AnswerId
    """Of whom it speaks."""
    as_: Literal["means", "motive", "opportunity"] = Field(alias="as")
    """Which of the three it gives; together they establish a who."""


class LieShape(Shape):
    """Behind a statement that is not so."""

    really: KnownId
    """The clue that says what is really so."""
    because: Note
    """Why they lie; a note for the author and the epilogue."""
    exposed_by: list[CardId]
    """What the speaker can be confronted with: any of these clues exposes the lie."""
    tell: Text | dict[CardId, Text] | None = None
    """What they say when it is exposed, or by what exposes it."""
    then: Then | None = None
    """What happens when it is exposed."""


class ClueShape(Shape):
    """What was seen or said, never what it means."""

    id: Annotated[Id, Declares("clue")]
    """What everything else calls the clue by."""
    name: Name | None = None
    """Three or four words for its card; left out, the card begins as the text does."""
    text: Prose
    """What was seen or said, never what it means."""
    revealed_by: Annotated[str, Ref(("actor", "thing", "room"), ("observation", "gossip"))] | None = None
    """Who or what gives it away: a person, a thing, a room, `observation` or `gossip`; without `routes` it makes one."""
    discovery_method: Literal["CONVERSATION", "OBSERVATION", "ITEM", "GOSSIP", "DEDUCTION"] | None = None
    """How it is learnt, where that does not follow from `revealed_by`."""
    reliability: Share = 1.0
    """How sure its manner is, from 0.0 to 1.0; a route may have its own."""
    requires_relationship: Standing = 0.0
    """How well whoever reveals it has to stand with the player, at least."""
    requires_previous_clues: list[CardId] = Field(default_factory=list)
    """Clues the player must know before."""
    contradicts: list[ClueId] = Field(default_factory=list)
    """Clues that cannot be true together with this one."""
    is_red_herring: Truth = False
    """`true` when it points the wrong way; then it establishes nothing."""
    said_by: ActorId | None = None
    """The person whose statement it is; the card says who said it."""
    about: list[TopicId] = []
    """What it is about; one can ask the speaker about these."""
    vantage: VantageShape | None = None
    """From where the speaker knows it."""
    prepared: Truth = False
    """`true` when it comes out in the same words every time."""
    lie: LieShape | None = None
    """What is behind it when it is not so."""
    establishes: dict[QuestionId, AnswerId] = Field(default_factory=dict)
    """Questions, each with the answer it proves by itself."""
    rules_out: dict[QuestionId, list[AnswerId]] = Field(default_factory=dict)
    """Questions, each with the answers it makes impossible."""
    supports: Support | list[Support] | None = None
    """Of whom it gives means, motive or opportunity."""
    routes: list[RouteShape] = []
    """The ways to learn it."""


class DeductionShape(Shape):
    """What follows from clues taken together. `because` is the warrant: one sentence a sceptic would accept."""

    id: Annotated[Id, Declares("deduction")]
    """What everything else calls the deduction by."""
    name: Name | None = None
    """Three or four words for its card."""
    text: Prose
    """What follows."""
    from_: list[CardId] | list[list[CardId]] = Field(alias="from")
    """The clues it follows from, or several such lists, each of which is enough."""
    because: Prose | None = None
    """The one sentence that would convince a sceptic."""
    establishes: dict[QuestionId, AnswerId] = {}
    """Questions, each with the answer it proves."""
    rules_out: dict[QuestionId, list[AnswerId]] = {}
    """Questions, each with the answers it makes impossible."""
    supports: Support | list[Support] | None = None
    """Of whom it gives means, motive or opportunity."""


class QuestionShape(Shape):
    """A question of the case."""

    id: Annotated[Id, Declares("question")]
    """What answers and solutions call it by."""
    ask: Prose | None = None
    """The question in words."""
    names: list[Name] = []
    """Further words one may type for it."""
    charged: Truth = True
    """`false` when it can be thought about but is no part of the accusation."""
    met: list[KnownId] = []
    """What the player has to know before the question is listed."""


class AnswerShape(Shape):
    """One thing one may believe."""

    id: Annotated[Id, Declares("answer")]
    """What everything else calls the answer by."""
    name: Name | None = None
    """The answer in words."""
    names: list[Name] = []
    """Further words one may type for it."""
    met: list[KnownId] = []
    """What the player has to know before the answer is listed."""
    objection: Text | None = None
    """What is objected to it in the hearing."""
    voiced_by: list[ActorId] = []
    """Who objects, if they are there."""


class CorrectShape(Shape):
    """The truth; any question of the case is a key of its own, with its answer."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, AnswerId]
    description: Note
    """What really happened, for the author and the certificate."""
    requires_clues: list[ClueId] | list[list[ClueId]]
    """The clues that prove it and cannot be fewer; or several such lists."""
    requires: dict[QuestionId, list[list[CardId]]] = {}
    """The same for one question at a time."""


class FalseShape(Shape):
    """A wrong belief."""

    id: Annotated[Id, Declares("solution")] | None = None
    """What an ending calls it by."""
    description: Note
    """What is wrongly believed."""
    common_mistake: Truth = False
    """`true` when many will believe it."""
    requires_clues: list[ClueId] = []
    """The clues that lead there."""
    answers: dict[QuestionId, AnswerId] = {}
    """The answers it gives."""


class SolutionsShape(Shape):
    """The truth, and what one may take for it."""

    correct: CorrectShape
    """The truth, with the answer to each question under its own key."""
    false_solutions: list[FalseShape] = []
    """What one may take for the truth."""


class EndingShape(Shape):
    """How it ends."""

    id: Annotated[Id, Declares("ending")] | None = None
    """What `end` and transcripts call it by; left out, it is the word after `after`."""
    after: Literal["proved", "partly", "insisted", "lucky", "discredited", "time", "event"] = "event"
    """What it follows upon. Of `insisted`, `lucky`, `discredited` and `time`, those left out are told in plain words."""
    title: Name | None = None
    """What stands over it."""
    choice: Prose | None = None
    """What the player chooses to get here, where several endings fit."""
    names: list[Name] = []
    """Further words one may type for the choice."""
    when: When | None = None
    """What else has to be so."""
    solution: Annotated[str, Ref(("solution",))] | None = None
    """The false solution it belongs to."""
    text: Text
    """What is read."""
    then: Then | None = None
    """What happens at the end."""
    good: Truth = False
    """`true` for an ending a player may be content with."""
