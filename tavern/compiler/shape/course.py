"""What happens by itself, and the numbers and states it changes."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from tavern.compiler.shape.conditions import Text, Then, When
from tavern.compiler.shape.kinds import Day, Declares, Hour, Id, NoTruth, Shape, Truth, Whole


class FuseShape(Shape):
    """Something that goes off by itself."""

    id: Annotated[Id, Declares("fuse")]
    at: Hour | None = None
    day: Annotated[int, NoTruth, Field(ge=1, le=60)] | None = None
    days: list[Day] = []
    after: Annotated[int, NoTruth, Field(ge=1, le=60 * 24 * 60)] | None = None
    when: When | None = None
    heard: When | None = None
    tell: Text | None = None
    then: Then | None = None
    once: Truth | None = None
    stops: Truth = False


class DaemonShape(Shape):
    """Something that happens every turn while its condition holds."""

    id: Annotated[Id, Declares("fuse")]
    when: When | None = None
    heard: When | None = None
    tell: Text | None = None
    then: Then | None = None


class CounterShape(Shape):
    """A number with a least and a most."""

    id: Annotated[Id, Declares("counter")]
    name: str = ""
    least: Whole = 0
    most: Whole = 100
    start: Whole = 0


class FlagShape(Shape):
    """A plain state."""

    id: Annotated[Id, Declares("flag")]
    start: str = ""
