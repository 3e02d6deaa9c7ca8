"""People with their hours and replies, and ideas one can talk about."""

from __future__ import annotations

from typing import Annotated, Literal

from tavern.compiler.shape.conditions import Text, Then, When
from tavern.compiler.shape.kinds import Day, Declares, Hour, Id, Name, Ref, RoomId, Shape, Standing, TopicId, Truth
from tavern.compiler.shape.places import Actions


class ScheduleRow(Shape):
    """From this hour on somebody is in this room."""

    at: Hour
    room: RoomId
    doing: str = ""
    asleep: Truth = False
    days: list[Day] = []


class Reply(Shape):
    """What somebody says about something."""

    about: TopicId | list[TopicId]
    verb: Literal["ask", "tell", "promise", "persuade", "ask_for"] = "ask"
    when: When | None = None
    relationship: Standing | None = None
    enemy: Standing | None = None
    tell: Text
    then: Then | None = None
    prepared: Truth = False
    how: Text | None = None
    who: Text | None = None
    where: Text | None = None


class ActorShape(Shape):
    """Somebody. A case that borrows a setting may add to its people: only `id` is needed then."""

    id: Annotated[Id, Declares("actor")]
    name: Name | None = None
    called: Name | None = None
    names: list[Name] = []
    pronoun: Literal["he", "she", "they", "it"] = "they"
    description: Text | None = None
    relationship: Standing | None = None
    wants: str = ""
    fears: str = ""
    hostile_below: Standing = -0.6
    minds_following: Truth = True
    schedule: list[ScheduleRow] = []
    greeting: Text | None = None
    farewell: Text | None = None
    default: Text | None = None
    accused: Text | dict[Annotated[str, Ref(("answer", "actor"), ("other",))], Text] | None = None
    replies: list[Reply] = []
    on: Actions = {}


class TopicShape(Shape):
    """An idea one can talk about."""

    id: Annotated[Id, Declares("topic")]
    name: Name
    names: list[Name] = []
    known: Truth = False
    proper: Truth = False
    plural: Truth = False
