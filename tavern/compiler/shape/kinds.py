"""What single values may be: ids, references, hours, shares, prose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, Strict, StringConstraints


@dataclass(frozen=True, slots=True)
class Ref:
    """A string that has to be the id of something of one of these kinds, or one of the words in `also`.

    Kinds: room, thing, actor, topic, clue, deduction, answer, question, ending, fuse, counter, flag, solution.
    """

    kinds: tuple[str, ...]
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Declares:
    """A string that declares an id of this kind."""

    kind: str


@dataclass(frozen=True, slots=True)
class Told:
    """A string that is read by the player: `{id}` in it prints a name."""


def _no_truth(value: object) -> object:
    """Refuses true and false, which Python takes for numbers."""
    if isinstance(value, bool):
        message = "not a number"
        raise ValueError(message)  # noqa: TRY004 - pydantic gathers ValueErrors
    return value


NoTruth = BeforeValidator(_no_truth)
NOUN = ("room", "thing", "actor", "topic")
KNOWABLE = (*NOUN, "clue", "deduction", "answer")
Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]
RoomId = Annotated[str, Ref(("room",))]
ThingId = Annotated[str, Ref(("thing",))]
ActorId = Annotated[str, Ref(("actor",))]
ClueId = Annotated[str, Ref(("clue",))]
CardId = Annotated[str, Ref(("clue", "deduction"))]
TopicId = Annotated[str, Ref((*NOUN, "clue", "answer"))]
KnownId = Annotated[str, Ref(KNOWABLE)]
NounId = Annotated[str, Ref(("room", "thing", "actor"))]
PlaceId = Annotated[str, Ref(("room", "thing", "actor"), ("player", "worn", "nowhere", "here"))]
StateId = Annotated[str, Ref(("thing", "flag"))]
CounterId = Annotated[str, Ref(("counter",))]
FuseId = Annotated[str, Ref(("fuse",))]
EndingId = Annotated[str, Ref(("ending",))]
AnswerId = Annotated[str, Ref(("answer", "actor"))]
QuestionId = Annotated[str, Ref(("question",))]
Hour = Annotated[str, StringConstraints(pattern=r"^([01]?[0-9]|2[0-3]):[0-5][0-9]$")]
WindowHour = Annotated[str, StringConstraints(pattern=r"^(([01]?[0-9]|2[0-3]):[0-5][0-9]|24:00)$")]
Window = Annotated[list[WindowHour], Field(min_length=2, max_length=2)]
Share = Annotated[float, NoTruth, Field(ge=0, le=1)]
Standing = Annotated[float, NoTruth, Field(ge=-1, le=1)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=80)]
Prose = Annotated[str, StringConstraints(min_length=1), Told()]
Note = Annotated[str, StringConstraints(min_length=1)]
Truth = Annotated[bool, Strict()]
Whole = Annotated[int, NoTruth]
Minutes = Annotated[int, NoTruth, Field(ge=1, le=60 * 24)]
Priority = Annotated[int, NoTruth, Field(ge=1, le=9)]
Day = (
    Annotated[int, NoTruth, Field(ge=1, le=60)]
    | Literal["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
)
Verb = Literal[
    "examine", "search", "look_in", "look_under", "look_behind", "look_through", "investigate", "read", "touch", "push", "pull",
    "turn", "light", "extinguish", "open", "close", "unlock", "lock", "take", "drop", "put", "put_in", "put_on", "give", "show",
    "wear", "remove", "eat", "drink", "taste", "buy", "smell", "listen", "knock", "watch", "follow", "hide", "sit", "stand", "climb",
    "jump", "use", "wave", "ring", "break", "burn", "clean", "cut", "tie", "pray", "sing", "dance", "shout", "kiss", "wake", "hit",
    "throw", "fill", "empty", "pour", "dig", "compare", "analyse", "go", "enter", "talk", "greet", "farewell", "thank", "ask",
    "tell", "ask_for", "confront", "persuade", "promise", "order", "wait", "sleep", "look",
]  # fmt: skip
Direction = Literal[
    "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "up", "down", "in", "out"
]


class Shape(BaseModel):
    """Something with a closed set of keys."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)
