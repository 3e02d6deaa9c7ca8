"""The format, declared once: what may stand under which key. Checked by pydantic; schema and reference are printed from it.

Strings that name something carry a `Ref`, so that one walk over a shape finds every reference it makes. Nothing here knows
what the keys mean; `ground` does.
"""

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


# ── conditions and effects ──────────────────────────────────────────────────────────────────────────────────────


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


# ── the world ───────────────────────────────────────────────────────────────────────────────────────────────────


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


# ── the case ────────────────────────────────────────────────────────────────────────────────────────────────────


class VantageShape(Shape):
    """From where somebody knows what they say."""

    room: RoomId | None = None
    between: Window | None = None
    by: Literal["seen", "told", "guessed"] = "seen"
    from_: Annotated[str, Ref(("actor", "topic"))] | None = Field(None, alias="from")


class RouteShape(Shape):
    """One way to learn a clue: one verb with its noun, and what else has to be so."""

    ask: ActorId | None = None
    about: TopicId | list[TopicId] | None = None
    show: KnownId | None = None
    give: ThingId | None = None
    to: NounId | None = None
    confront: ActorId | None = None
    with_: KnownId | None = Field(None, alias="with")
    challenge: ActorId | None = None
    on: ClueId | None = None
    how: Text | Literal["knows", "who", "where"] | None = None
    examine: NounId | list[NounId] | None = None
    search: NounId | list[NounId] | None = None
    investigate: NounId | list[NounId] | None = None
    read: NounId | list[NounId] | None = None
    touch: NounId | list[NounId] | None = None
    taste: NounId | list[NounId] | None = None
    open: NounId | list[NounId] | None = None
    smell: NounId | list[NounId] | None = None
    take: NounId | list[NounId] | None = None
    drink: NounId | list[NounId] | None = None
    eat: NounId | list[NounId] | None = None
    push: NounId | list[NounId] | None = None
    pull: NounId | list[NounId] | None = None
    turn: NounId | list[NounId] | None = None
    look_in: NounId | list[NounId] | None = None
    look_under: NounId | list[NounId] | None = None
    look_behind: NounId | list[NounId] | None = None
    listen: NounId | list[NounId] | None = None
    watch: NounId | list[NounId] | None = None
    follow: ActorId | None = None
    hide: ThingId | None = None
    in_: RoomId | None = Field(None, alias="in")
    at: RoomId | list[RoomId] | None = None
    between: Window | None = None
    days: list[Day] | None = None
    when: When | None = None
    relationship: Standing | None = None
    enemy: Standing | None = None
    reliability: Share | None = None
    from_: Annotated[str, Ref(NOUN)] | None = Field(None, alias="from")
    vantage: VantageShape | None = None
    prepared: Truth = False
    minutes: Annotated[int, NoTruth, Field(ge=0, le=600)] | None = None
    tell: Text | None = None
    again: Text | None = None
    who: Text | None = None
    where: Text | None = None
    knows: Text | None = None
    then: Then | None = None


class Support(Shape):
    """means, motive or opportunity of somebody."""

    who: AnswerId
    as_: Literal["means", "motive", "opportunity"] = Field(alias="as")


class LieShape(Shape):
    """Behind a statement that is not so."""

    really: KnownId
    because: Note
    exposed_by: list[CardId]
    tell: Text | dict[CardId, Text] | None = None
    then: Then | None = None


class ClueShape(Shape):
    """What was seen or said, never what it means."""

    id: Annotated[Id, Declares("clue")]
    name: Name | None = None
    text: Prose
    revealed_by: Annotated[str, Ref(("actor", "thing", "room"), ("observation", "gossip"))] | None = None
    discovery_method: Literal["CONVERSATION", "OBSERVATION", "ITEM", "GOSSIP", "DEDUCTION"] | None = None
    reliability: Share = 1.0
    requires_relationship: Standing = 0.0
    requires_previous_clues: list[CardId] = []
    contradicts: list[ClueId] = []
    is_red_herring: Truth = False
    said_by: ActorId | None = None
    about: list[TopicId] = []
    vantage: VantageShape | None = None
    prepared: Truth = False
    lie: LieShape | None = None
    establishes: dict[QuestionId, AnswerId] = {}
    rules_out: dict[QuestionId, list[AnswerId]] = {}
    supports: Support | list[Support] | None = None
    routes: list[RouteShape] = []


class DeductionShape(Shape):
    """What follows from clues taken together. `because` is the warrant: one sentence a sceptic would accept."""

    id: Annotated[Id, Declares("deduction")]
    name: Name | None = None
    text: Prose
    from_: list[CardId] | list[list[CardId]] = Field(alias="from")
    because: Prose | None = None
    establishes: dict[QuestionId, AnswerId] = {}
    rules_out: dict[QuestionId, list[AnswerId]] = {}
    supports: Support | list[Support] | None = None


class QuestionShape(Shape):
    """A question of the case."""

    id: Annotated[Id, Declares("question")]
    ask: Prose | None = None
    names: list[Name] = []
    charged: Truth = True
    met: list[KnownId] = []


class AnswerShape(Shape):
    """One thing one may believe."""

    id: Annotated[Id, Declares("answer")]
    name: Name | None = None
    names: list[Name] = []
    met: list[KnownId] = []
    objection: Text | None = None
    voiced_by: list[ActorId] = []


class CorrectShape(Shape):
    """The truth; any question of the case is a key of its own, with its answer."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, AnswerId]
    description: Note
    requires_clues: list[ClueId] | list[list[ClueId]]
    requires: dict[QuestionId, list[list[CardId]]] = {}


class FalseShape(Shape):
    """A wrong belief."""

    id: Annotated[Id, Declares("solution")] | None = None
    description: Note
    common_mistake: Truth = False
    requires_clues: list[ClueId] = []
    answers: dict[QuestionId, AnswerId] = {}


class SolutionsShape(Shape):
    """The truth, and what one may take for it."""

    correct: CorrectShape
    false_solutions: list[FalseShape] = []


class EndingShape(Shape):
    """How it ends."""

    id: Annotated[Id, Declares("ending")]
    after: Literal["proved", "partly", "insisted", "lucky", "discredited", "time", "event"]
    title: Name | None = None
    choice: Prose | None = None
    names: list[Name] = []
    when: When | None = None
    solution: Annotated[str, Ref(("solution",))] | None = None
    text: Text
    then: Then | None = None
    good: Truth = False


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


class Begins(Shape):
    """The first moment, and where the player is."""

    day: Annotated[int, NoTruth, Field(ge=1, le=1)] = 1
    weekday: Literal["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] = "Monday"
    at: Hour
    room: RoomId


class MysteryShape(Shape):
    """The head of a mystery."""

    id: Id
    title: Name
    description: Prose
    difficulty: Literal["EASY", "MEDIUM", "HARD"] = "MEDIUM"
    begins: Begins
    ends: Moment | None = None
    standing: Annotated[int, NoTruth, Field(ge=1, le=9)] = 3
    opening: Text | None = None
    epilogue: Text | None = None


class Folder(Shape):
    """Everything that may stand at the top of a file; lists of one key are joined over the files of a folder."""

    setting: Id | None = None
    mystery: MysteryShape | None = None
    rooms: list[RoomShape] = []
    items: list[ThingShape] = []
    actors: list[ActorShape] = []
    topics: list[TopicShape] = []
    clues: list[ClueShape] = []
    questions: list[Annotated[Id, Declares("question")] | QuestionShape] = []
    answers: dict[QuestionId, list[Annotated[Id, Declares("answer")] | AnswerShape]] = {}
    deductions: list[DeductionShape] = []
    solutions: SolutionsShape | None = None
    endings: list[EndingShape] = []
    fuses: list[FuseShape] = []
    daemons: list[DaemonShape] = []
    counters: list[CounterShape] = []
    flags: list[FlagShape] = []
    verbs: dict[Verb, list[Name]] = {}
