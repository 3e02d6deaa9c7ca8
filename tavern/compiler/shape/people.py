"""People with their hours and replies, and ideas one can talk about."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from tavern.compiler.shape.conditions import Text, Then, When
from tavern.compiler.shape.kinds import (
    Day,
    Declares,
    Hour,
    Id,
    Minutes,
    Name,
    NoTruth,
    Priority,
    Ref,
    RoomId,
    Shape,
    Standing,
    TopicId,
    Truth,
)
from tavern.compiler.shape.places import Actions


class ScheduleRow(Shape):
    """From this hour on somebody is in this room."""

    at: Hour
    """From this hour on they are there; they set out so as to walk the way."""
    room: RoomId
    """The room they are in."""
    doing: str = ""
    """What one sees them do, as in `Agnes, polishing a spoon`."""
    asleep: Truth = False
    """Whether they are asleep."""
    days: list[Day] = []
    """The days it is for, by number or weekday; left out, every day."""
    jitter: Annotated[int, NoTruth, Field(ge=0, le=240)] = 0
    """Minutes by which they may be late, otherwise in every game and on every day: `10`."""


class Goal(Shape):
    """What somebody leaves off everything else for, each time its `when` comes true; then they walk back to that."""

    when: When
    """What sends them: `{is: {bell: rung}}`."""
    go: RoomId
    """The room they go to: `parlour`."""
    for_: Minutes | None = Field(None, alias="for")
    """Minutes they stay once there: `20`. With neither `for` nor `until` they stay as long as `when` holds."""
    until: Hour | None = None
    """The hour at which they leave it: `"22:00"`."""
    doing: str = ""
    """What one sees them do there: `waiting to be told why`."""
    priority: Priority = 5
    """From 1 to 9: of several things that want them elsewhere the highest has them, of equal ones the latest."""
    tell: Text | None = None
    """What the player sees, if they are there, when the person gets there."""
    then: Then | None = None
    """What happens when the person gets there, seen or not."""


class Reply(Shape):
    """What somebody says about something."""

    about: TopicId | list[TopicId]
    """What it answers: any room, thing, person, clue, answer or topic, or a list of them."""
    verb: Literal["ask", "tell", "promise", "persuade", "ask_for"] = "ask"
    """Which verb it answers."""
    when: When | None = None
    """What has to be so for it to be said."""
    relationship: Standing | None = None
    """How well they have to stand with you, at least."""
    enemy: Standing | None = None
    """Or how badly, at most: what an enemy lets slip."""
    tell: Text
    """What they say."""
    then: Then | None = None
    """What happens."""
    prepared: Truth = False
    """`true` when it comes out in the same words every time."""
    how: Text | None = None
    """What they answer to `how do you know`."""
    who: Text | None = None
    """What they answer to `who told you`."""
    where: Text | None = None
    """What they answer to `where were you standing`."""
    holds: Minutes | None = None
    """Minutes for which they stay where they are after it, whatever their schedule says: `10`."""


class ActorShape(Shape):
    """Somebody. A case that borrows a setting may add to its people: only `id` is needed then."""

    id: Annotated[Id, Declares("actor")]
    """What everything else calls the person by."""
    name: Name | None = None
    """The whole name."""
    called: Name | None = None
    """What they are called in the middle of a sentence, where that is not their first name: `the vicar`."""
    names: list[Name] = []
    """Further words one may type for them."""
    pronoun: Literal["he", "she", "they", "it"] = "they"
    """The pronoun the game uses of them."""
    description: Text | None = None
    """What one reads on examining them."""
    relationship: Standing | None = None
    """How they stand to the player at first."""
    wants: str = ""
    """What they want; a note for the author."""
    fears: str = ""
    """What they fear; a note for the author."""
    hostile_below: Standing = -0.6
    """Standing with the player below which they will not talk."""
    holds: Minutes | None = None
    """Minutes for which talk keeps them where they are, whatever their schedule says: `5`. An answer may hold them longer."""
    in_: RoomId | None = Field(None, alias="in")
    """Where they are from midnight on, until a row of `schedule` has them elsewhere."""
    schedule: list[ScheduleRow] = []
    """Where they are at which hour, a row a move."""
    goals: list[Goal] = []
    """What makes them leave off what their schedule says."""
    greeting: Text | None = None
    """What they say when they are greeted."""
    farewell: Text | None = None
    """What they say on parting."""
    default: Text | None = None
    """What they say to anything they have no reply to."""
    accused: Text | dict[Annotated[str, Ref(("answer", "actor"), ("other",))], Text] | None = None
    """What they say when they are accused, or when somebody else is."""
    replies: list[Reply] | dict[TopicId, Text] = []
    """A list of replies, or, in short, what is said about each topic: `{tea: "…"}`."""
    on: Actions = {}
    """What verbs do to them, beyond what they do to anybody."""


class TopicShape(Shape):
    """An idea one can talk about."""

    id: Annotated[Id, Declares("topic")]
    """What everything else calls the topic by."""
    name: Name | None = None
    """What one types after `about`; left out, the id with spaces."""
    names: list[Name] = []
    """Further words one may type for it."""
    known: Truth = False
    """`true` when the player can ask about it from the start."""
    proper: Truth = False
    """`true` when the name takes no article."""
    plural: Truth = False
    """`true` when one says `are` of it."""
