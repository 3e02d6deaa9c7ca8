"""Rooms, their exits, things, and what verbs do to them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from tavern.compiler.shape.conditions import Text, Then, When
from tavern.compiler.shape.kinds import (
    ActorId,
    Declares,
    Direction,
    Id,
    KnownId,
    Name,
    NoTruth,
    NounId,
    PlaceId,
    Prose,
    RoomId,
    Shape,
    ThingId,
    TopicId,
    Truth,
    Verb,
)


class Action(Shape):
    """What a verb does to this, beyond what it does to anything."""

    when: When | None = None
    else_: Text | None = Field(None, alias="else")
    tell: Text | None = None
    then: Then | None = None
    minutes: Annotated[int, NoTruth, Field(ge=0, le=600)] | None = None
    instead: Truth = False
    with_: KnownId | None = Field(None, alias="with")
    to: NounId | None = None
    about: TopicId | None = None
    on: NounId | None = None
    in_: NounId | None = Field(None, alias="in")
    what: KnownId | None = None


Actions = dict[Verb, Prose | Action | list[Action] | list[Prose]]


class ExitShape(Shape):
    """A way out. Without `to` it leads nowhere, and `blocked` says why."""

    to: RoomId | None = None
    door: ThingId | None = None
    when: When | None = None
    blocked: Text | None = None
    minutes: Annotated[int, NoTruth, Field(ge=0, le=240)] = 2
    hidden: Truth = False


class ThingShape(Shape):
    """A thing: portable, fixed, scenery or a door."""

    id: Annotated[Id, Declares("thing")]
    name: Name
    names: list[Name] = []
    description: Text | None = None
    in_: PlaceId | None = Field(None, alias="in")
    rooms: list[RoomId] = []
    kind: Literal["portable", "fixed", "scenery", "door"] | None = None
    text: Text | None = None
    smell: Text | None = None
    listen: Text | None = None
    container: Literal["in", "on"] | None = None
    openable: Truth = False
    state: str = ""
    key: ThingId | None = None
    wearable: Truth = False
    edible: Truth = False
    drinkable: Truth = False
    light: Truth = False
    price: Annotated[int, NoTruth, Field(ge=0)] = 0
    sold_by: ActorId | None = None
    listed: Text | None = None
    hidden: When | None = None
    odd: Text | None = None
    minded_by: list[ActorId] = []
    hide: Literal["in", "behind", "under"] | None = None
    beats: Text | None = None
    plural: Truth = False
    proper: Truth = False
    on: Actions = {}


class RoomShape(Shape):
    """A place."""

    id: Annotated[Id, Declares("room")]
    name: Name
    names: list[Name] = []
    description: Text
    first: Text | None = None
    dark: Literal[True] | When | None = None
    bed: Truth = False
    exits: dict[Direction, RoomId | ExitShape] = {}
    scenery: list[ThingShape] | dict[Name, Text] = []
    out_of_place: list[ThingId] = []
    minded_by: list[ActorId] = []
    listen: Text | None = None
    smell: Text | None = None
    beats: Text | None = None
    proper: Truth = False
    on: Actions = {}
