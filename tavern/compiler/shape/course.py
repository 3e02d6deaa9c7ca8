"""What happens by itself, and the numbers and states it changes."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from tavern.compiler.shape.conditions import Text, Then, When
from tavern.compiler.shape.kinds import Day, Declares, Hour, Id, NoTruth, Shape, Truth, Whole


class FuseShape(Shape):
    """Something that goes off by itself."""

    id: Annotated[Id, Declares("fuse")] | None = None
    """What `start` and `stop` call it by."""
    at: Hour | None = None
    """The hour it goes off, every day unless `day` or `days` says which."""
    day: Annotated[int, NoTruth, Field(ge=1, le=60)] | None = None
    """The one day it goes off."""
    days: list[Day] = []
    """The days it goes off, by number or weekday."""
    after: Annotated[int, NoTruth, Field(ge=1, le=60 * 24 * 60)] | None = None
    """So many minutes after an effect `start`s it."""
    when: When | None = None
    """What has to be so; alone, it goes off as soon as it is."""
    heard: When | None = None
    """What has to be so for the player to notice it; left out, they always do."""
    tell: Text | None = None
    """What is read by a player who notices it."""
    then: Then | None = None
    """What happens, noticed or not."""
    once: Truth | None = None
    """`false` lets it go off again."""
    stops: Truth = False
    """`true` when it interrupts a player who is waiting."""


class DaemonShape(Shape):
    """Something that happens every turn while its condition holds."""

    id: Annotated[Id, Declares("fuse")] | None = None
    """What `stop` calls it by."""
    when: When | None = None
    """While this holds."""
    heard: When | None = None
    """What has to be so for the player to notice it; left out, they always do."""
    tell: Text | None = None
    """What is read by a player who notices it."""
    then: Then | None = None
    """What happens, noticed or not."""


class CounterShape(Shape):
    """A number with a least and a most."""

    id: Annotated[Id, Declares("counter")]
    """What conditions and effects call it by."""
    name: str = ""
    """What the player calls it."""
    least: Whole = 0
    """It never goes below this."""
    most: Whole = 100
    """It never goes above this."""
    start: Whole = 0
    """What it is at first."""


class FlagShape(Shape):
    """A plain state."""

    id: Annotated[Id, Declares("flag")]
    """What conditions and effects call it by."""
    start: str = ""
    """The state it is in at first."""
