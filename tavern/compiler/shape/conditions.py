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
    Priority,
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
    """The day of the case, counted from 1."""
    at: Hour = "00:00"
    """The hour."""


class Bounds(Shape):
    """Between a least and a most, both included."""

    least: Whole | None = None
    """The least it may be."""
    most: Whole | None = None
    """The most it may be."""


class Condition(Shape):
    """All of these hold."""

    knows: KnownId | list[KnownId] | None = None
    """The player knows this clue, topic or deduction."""
    visited: RoomId | list[RoomId] | None = None
    """The player has been in this room."""
    has: ThingId | list[ThingId] | None = None
    """The player has this thing on them."""
    at: RoomId | list[RoomId] | None = None
    """The player is in this room, or in one of these."""
    where: dict[Annotated[str, Ref(("thing", "actor"))], PlaceId] | None = Field(None, alias="in")
    """Things and people, each with where it is: a room, a thing, a person, `player`, `worn`, `nowhere`, or `here`,
    where the player is.
    """
    with_: ActorId | list[ActorId] | None = Field(None, alias="with")
    """This person is in the room."""
    alone: Truth | None = None
    """`true`: nobody else is in the room; `false`: somebody is."""
    awake: Annotated[str, Ref(("actor",), ("player",))] | None = None
    """This person (or `player`) is awake."""
    between: Window | None = None
    """The hour is in this window; it may cross midnight, and the second hour is not in it."""
    days: list[Day] | None = None
    """It is one of these days, by number or weekday."""
    after: Moment | None = None
    """It is this moment, or later."""
    before: Moment | None = None
    """It is before this moment."""
    relationship: dict[ActorId, Standing] | None = None
    """People, each with how well they have to stand with the player, at least."""
    enemy: dict[ActorId, Standing] | None = None
    """People, each with how badly they have to stand with the player, at most."""
    is_: dict[StateId, str] | None = Field(None, alias="is")
    """Things and flags, each with the state it has to be in."""
    counter: dict[CounterId, Whole | Bounds] | None = None
    """Counters, each with the number it has to be at least, or its bounds."""
    watching: NounId | None = None
    """The player is watching this room, thing or person."""
    following: ActorId | None = None
    """The player is following this person."""
    hiding: ThingId | None = None
    """The player is hiding in, behind or under this thing."""
    listening: Truth | None = None
    """The player is listening."""
    asleep: Truth | None = None
    """The player is asleep."""
    lit: Truth | None = None
    """`true`: there is light enough to see by."""
    dark: Truth | None = None
    """`true`: it is too dark to see."""
    stage: Literal["playing", "hearing", "judged", "proved", "ended"] | None = None
    """How far the case has come."""
    heard_by: ActorId | list[ActorId] | None = None
    """This person was there when the accusation was made."""
    any_: list[Condition] | None = Field(None, alias="any")
    """At least one of these holds."""
    all_: list[Condition] | None = Field(None, alias="all")
    """All of these hold."""
    not_: Condition | list[Condition] | None = Field(None, alias="not")
    """This does not hold."""


When = Condition | list[Condition]


class Sending(Shape):
    """Somebody is sent somewhere; without `for`, for good."""

    actor: ActorId
    """Who is sent."""
    to: RoomId
    """The room they go to."""
    for_: Annotated[int, NoTruth, Field(ge=1)] | None = Field(None, alias="for")
    """How many minutes they stay; left out, they stay for good."""
    doing: str = ""
    """What one sees them do there."""
    priority: Priority = 5
    """From 1 to 9, as a goal has it: of several things that want them elsewhere the highest has them, of equal ones the latest."""


class Effect(Shape):
    """All of these happen, in this order."""

    reveal: ClueId | list[ClueId] | None = None
    """The player learns this clue."""
    teach: TopicId | list[TopicId] | None = None
    """The player can ask about this from now on."""
    give: ThingId | list[ThingId] | None = None
    """The player gets this thing."""
    take: ThingId | list[ThingId] | None = None
    """This thing is gone, wherever it was."""
    move: dict[ThingId, PlaceId] | None = None
    """Things, each with where it comes to be."""
    open: ThingId | None = None
    """This thing is opened."""
    close: ThingId | None = None
    """This thing is closed."""
    lock: ThingId | None = None
    """This thing is locked."""
    unlock: ThingId | None = None
    """This thing is unlocked."""
    set: dict[StateId, str] | None = None
    """Things and flags, each with the state it is in from now on."""
    relationship: dict[ActorId, Standing] | None = None
    """People, each with by how much their standing with the player changes."""
    count: dict[CounterId, Whole] | None = None
    """Counters, each with by how much it changes."""
    say: Text | None = None
    """Words that are read."""
    start: FuseId | None = None
    """This fuse, one with `after`, begins to burn."""
    stop: FuseId | None = None
    """This fuse goes out."""
    send: Sending | list[Sending] | None = None
    """People are sent somewhere."""
    go: RoomId | None = None
    """The player comes to be in this room."""
    end: EndingId | None = None
    """The story ends with this ending."""


Then = Effect | list[Effect]


class VariantShape(Shape):
    """Words told while `when` holds; a list of words is told in turn."""

    when: When | None = None
    """When these words are told; without it, always."""
    text: Prose | list[Prose]
    """The words; a list of them is told in turn, the last one staying."""


Text = Prose | list[Prose] | list[VariantShape]
