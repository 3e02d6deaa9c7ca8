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
    """What has to be so; of several actions the first that fits is told."""
    else_: Text | None = Field(None, alias="else")
    """The words that forbid the act while `when` does not hold."""
    tell: Text | None = None
    """What is read."""
    then: Then | None = None
    """What happens."""
    minutes: Annotated[int, NoTruth, Field(ge=0, le=600)] | None = None
    """How long it takes, where it is not what the verb usually takes."""
    instead: Truth = False
    """`true` leaves out what the verb usually does."""
    with_: KnownId | None = Field(None, alias="with")
    """The second noun, after `with`: it is this action only with that."""
    to: NounId | None = None
    """The second noun, after `to`."""
    about: TopicId | None = None
    """The second noun, after `about`."""
    on: NounId | None = None
    """The second noun, after `on`."""
    in_: NounId | None = Field(None, alias="in")
    """The second noun, after `in`."""
    what: KnownId | None = None
    """Under `show` or `give` of a person: the thing that is shown or given to them."""


Done = Prose | Action | list[Action] | list[Prose]
Actions = dict[Literal[Verb, "any"], Done]


class ExitShape(Shape):
    """A way out. Without `to` it leads nowhere, and `blocked` says why."""

    to: RoomId | None = None
    """The room it leads to; left out, it leads nowhere and `blocked` says why."""
    door: ThingId | None = None
    """The thing of `kind: door` that has to be open."""
    when: When | None = None
    """What has to be so for one to get through."""
    blocked: Text | None = None
    """What is read when one does not get through."""
    minutes: Annotated[int, NoTruth, Field(ge=0, le=240)] = 2
    """How long the way takes."""
    hidden: Truth = False
    """`true`: there is no such way at all while `when` does not hold."""


class ThingShape(Shape):
    """A thing: portable, fixed, scenery or a door."""

    id: Annotated[Id, Declares("thing")]
    """What everything else calls the thing by."""
    name: Name | None = None
    """Its name, without an article; left out, the id with spaces."""
    names: list[Name] = []
    """Further words one may type for it."""
    description: Text | None = None
    """What one reads on examining it."""
    in_: PlaceId | None = Field(None, alias="in")
    """Where it begins: a room, a thing, a person, `player`, `worn` or `nowhere`."""
    rooms: list[RoomId] = []
    """The rooms it stands in, for doors and for scenery that is seen from several."""
    kind: Literal["portable", "fixed", "scenery", "door"] | None = None
    """Left out, a thing with `in` is portable and one with `rooms` is scenery."""
    text: Text | None = None
    """What one reads on it."""
    smell: Text | None = None
    """What it smells of."""
    listen: Text | None = None
    """What one hears of it."""
    container: Literal["in", "on"] | None = None
    """Whether other things lie `in` it or `on` it."""
    openable: Truth = False
    """Whether it can be opened and closed."""
    state: str = ""
    """How it is at first: `open`, `closed`, `locked`, `lit`, `unlit`, or any word of your own."""
    key: ThingId | None = None
    """The thing that locks and unlocks it."""
    wearable: Truth = False
    """Whether it can be worn."""
    edible: Truth = False
    """Whether it can be eaten."""
    drinkable: Truth = False
    """Whether it can be drunk."""
    light: Truth = False
    """Whether it gives light while its state is `lit`."""
    price: Annotated[int, NoTruth, Field(ge=0)] = 0
    """What it costs, in coins."""
    sold_by: ActorId | None = None
    """Who sells it."""
    listed: Text | None = None
    """How the room mentions it, instead of its name in a list."""
    hidden: When | None = None
    """It is in nobody's sight until this holds."""
    odd: Text | None = None
    """How investigating its room points it out."""
    minded_by: list[ActorId] = []
    """People who will not have it searched while they look."""
    hide: Literal["in", "behind", "under"] | None = None
    """That one can hide in, behind or under it."""
    beats: Text | None = None
    """What one sees while one watches it, told in turn."""
    known: Truth = False
    """Whether one can talk about it before one has seen it."""
    plural: Truth = False
    """`true` when one says `are` of it: `boots`."""
    proper: Truth = False
    """`true` when the name takes no article."""
    on: Actions = {}
    """What verbs do to it, beyond what they do to anything."""


class RoomShape(Shape):
    """A place."""

    id: Annotated[Id, Declares("room")]
    """What everything else calls the room by."""
    name: Name | None = None
    """Its name, as it stands over its description; left out, the id with spaces."""
    names: list[Name] = []
    """Further words one may type for it."""
    description: Text
    """What one sees there."""
    first: Text | None = None
    """What is read instead the first time one comes in."""
    dark: Literal[True] | When | None = None
    """`true`, or when it is dark; without a light one then sees nothing there."""
    in_the_dark: Text | None = None
    """What one notices there while nothing can be seen."""
    bed: Truth = False
    """Whether one can sleep the night here."""
    exits: dict[Direction, RoomId | ExitShape] = {}
    """The ways out: by direction, the room one comes to, or more about the way."""
    scenery: list[ThingShape] | dict[Name, Text] = []
    """What the description names and nobody can take: a name and a text, or things in full."""
    items: list[ThingShape] = []
    """Items that begin here, as they would stand under `items:` with `in:` this room."""
    out_of_place: list[ThingId] = []
    """Things that investigating the room points out."""
    minded_by: list[ActorId] = []
    """People who will not have the room searched while they look."""
    listen: Text | None = None
    """What one hears there."""
    smell: Text | None = None
    """What one smells there."""
    beats: Text | None = None
    """What one sees while one watches or hides there, told in turn."""
    proper: Truth = False
    """`true` when the name takes no article: `Mill Lane`, not `the Mill Lane`."""
    on: Actions = {}
    """What verbs do here, beyond what they do anywhere."""
