"""What a guard may ask of the world: a closed list, one dataclass a kind. `tavern.engine.holds` decides them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Knows:
    """The player holds the clue (or has it by that route), has drawn the deduction, or has met what has that id."""

    id: str


@dataclass(frozen=True, slots=True)
class Visited:
    """The player has been in the room."""

    room: str


@dataclass(frozen=True, slots=True)
class Has:
    """The player carries or wears the thing, directly or in something carried."""

    thing: str


@dataclass(frozen=True, slots=True)
class At:
    """The player is in one of the rooms."""

    rooms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class In:
    """The thing, or the actor, is in that place: a room, a thing, an actor, "player", "worn" or "nowhere"."""

    thing: str
    place: str


@dataclass(frozen=True, slots=True)
class With:
    """The actor is in the player's room."""

    actor: str


@dataclass(frozen=True, slots=True)
class Alone:
    """Nobody else is in the player's room."""


@dataclass(frozen=True, slots=True)
class Awake:
    """The actor is not asleep; of the player ("player") likewise."""

    actor: str


@dataclass(frozen=True, slots=True)
class Between:
    """The minute of the day is in [start, end); start > end crosses midnight."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class OnDays:
    """Today is one of these days, by number from 1. The small hours belong to the day that has just begun."""

    days: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Since:
    """The clock has reached this time (minutes since midnight of day one)."""

    clock: int


@dataclass(frozen=True, slots=True)
class Relationship:
    """How the actor stands to the player is in [least, most], in hundredths."""

    actor: str
    least: int = -100
    most: int = 100


@dataclass(frozen=True, slots=True)
class Is:
    """The thing or flag is in that state."""

    thing: str
    state: str


@dataclass(frozen=True, slots=True)
class Counter:
    """The counter is in [least, most]; None leaves a side open."""

    counter: str
    least: int | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class IsDoing:
    """The player is at this: watching, following, hiding, listening, sleeping, waiting; of this object, unless it is ""."""

    kind: str
    object: str = ""


@dataclass(frozen=True, slots=True)
class OnStage:
    """The game is at this stage: "playing", "hearing", "judged", "proved" (or, with questions left blank, "partly"), "ended"."""

    stage: str


@dataclass(frozen=True, slots=True)
class HeardBy:
    """The accusation now before the room was made in the actor's hearing."""

    actor: str


@dataclass(frozen=True, slots=True)
class NotToday:
    """What has this key has not been done since the last six in the morning."""

    key: str


@dataclass(frozen=True, slots=True)
class Lit:
    """There is light where the player is."""


@dataclass(frozen=True, slots=True)
class InSight:
    """The thing, actor or room can be seen from where the player is (darkness and closed containers hide)."""

    id: str


@dataclass(frozen=True, slots=True)
class WayTo:
    """The player knows a way on foot to the room."""

    room: str


@dataclass(frozen=True, slots=True)
class Reached:
    """The actor is where this goal sent them, and there for its sake."""

    actor: str
    goal: str


@dataclass(frozen=True, slots=True)
class Fails:
    """Never holds: the guard of what is always refused, for its words."""


@dataclass(frozen=True, slots=True)
class All:
    """Every one of them; true when there are none."""

    conditions: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Any:
    """At least one of them."""

    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """It does not hold. Never of knowledge where a rule reveals, opens or ends (the compiler says so)."""

    condition: Condition


Condition = (
    Knows
    | Visited
    | Has
    | At
    | In
    | With
    | Alone
    | Awake
    | Between
    | OnDays
    | Since
    | Relationship
    | Is
    | Counter
    | IsDoing
    | OnStage
    | HeardBy
    | NotToday
    | Lit
    | InSight
    | WayTo
    | Reached
    | Fails
    | All
    | Any
    | Not
)
ALWAYS = All()
