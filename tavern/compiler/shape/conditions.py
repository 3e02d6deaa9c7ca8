"""What has to be so, what happens then, and words that depend on it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from tavern.compiler.shape.kinds import (
    ActorId,
    ClueId,
    CounterId,
    Day,
    EndingId,
    FuseId,
    Hour,
    KnownId,
    NoTruth,
    NounId,
    PlaceId,
    Prose,
    Ref,
    RoomId,
    Shape,
    Standing,
    StateId,
    ThingId,
    TopicId,
    Truth,
    Whole,
    Window,
)


class Moment(Shape):
    """A day and an hour of the case."""

    day: Annotated[int, NoTruth, Field(ge=1, le=60)]
    at: Hour = "00:00"


class Bounds(Shape):
    """Between a least and a most, both included."""

    least: Whole | None = None
    most: Whole | None = None


class Condition(Shape):
    """All of these hold."""

    knows: KnownId | list[KnownId] | None = None
    visited: RoomId | list[RoomId] | None = None
    has: ThingId | list[ThingId] | None = None
    at: RoomId | list[RoomId] | None = None
    where: dict[Annotated[str, Ref(("thing", "actor"))], PlaceId] | None = Field(None, alias="in")
    with_: ActorId | list[ActorId] | None = Field(None, alias="with")
    alone: Truth | None = None
    awake: Annotated[str, Ref(("actor",), ("player",))] | None = None
    between: Window | None = None
    days: list[Day] | None = None
    after: Moment | None = None
    before: Moment | None = None
    relationship: dict[ActorId, Standing] | None = None
    enemy: dict[ActorId, Standing] | None = None
    is_: dict[StateId, str] | None = Field(None, alias="is")
    counter: dict[CounterId, Whole | Bounds] | None = None
    watching: NounId | None = None
    following: ActorId | None = None
    hiding: ThingId | None = None
    listening: Truth | None = None
    asleep: Truth | None = None
    lit: Truth | None = None
    dark: Truth | None = None
    stage: Literal["playing", "hearing", "judged", "proved", "ended"] | None = None
    heard_by: ActorId | list[ActorId] | None = None
    any_: list[Condition] | None = Field(None, alias="any")
    all_: list[Condition] | None = Field(None, alias="all")
    not_: Condition | list[Condition] | None = Field(None, alias="not")


When = Condition | list[Condition]


class Sending(Shape):
    """Somebody is sent somewhere; without `for`, for good."""

    actor: ActorId
    to: RoomId
    for_: Annotated[int, NoTruth, Field(ge=1)] | None = Field(None, alias="for")
    doing: str = ""


class Effect(Shape):
    """All of these happen, in this order."""

    reveal: ClueId | list[ClueId] | None = None
    teach: TopicId | list[TopicId] | None = None
    give: ThingId | list[ThingId] | None = None
    take: ThingId | list[ThingId] | None = None
    move: dict[ThingId, PlaceId] | None = None
    open: ThingId | None = None
    close: ThingId | None = None
    lock: ThingId | None = None
    unlock: ThingId | None = None
    set: dict[StateId, str] | None = None
    relationship: dict[ActorId, Standing] | None = None
    count: dict[CounterId, Whole] | None = None
    say: Text | None = None
    start: FuseId | None = None
    stop: FuseId | None = None
    send: Sending | list[Sending] | None = None
    go: RoomId | None = None
    end: EndingId | None = None


Then = Effect | list[Effect]


class VariantShape(Shape):
    """Words told while `when` holds; a list of words is told in turn."""

    when: When | None = None
    text: Prose | list[Prose]


Text = Prose | list[Prose] | list[VariantShape]
