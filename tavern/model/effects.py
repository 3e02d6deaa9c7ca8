"""What a rule does to the world: a closed list, one dataclass a kind. The engine turns them into events."""

from dataclasses import dataclass

TALK = "talk"  # in a Send, in place of a goal: talk holds them


@dataclass(frozen=True, slots=True)
class Reveal:
    """The clue is learnt by this route; by a second route it is corroborated."""

    clue: str
    route: str


@dataclass(frozen=True, slots=True)
class Teach:
    """The topic, person, room or thing has been met and can be named."""

    id: str


@dataclass(frozen=True, slots=True)
class Move:
    """The thing goes to a room, a thing, an actor, "player", "worn" or "nowhere"."""

    thing: str
    place: str


@dataclass(frozen=True, slots=True)
class SetState:
    """The thing or flag takes this state."""

    thing: str
    state: str


@dataclass(frozen=True, slots=True)
class Relate:
    """How the actor stands to the player changes by so many hundredths, and saturates at -100 and 100."""

    actor: str
    by: int


@dataclass(frozen=True, slots=True)
class Count:
    """The counter changes by so much, and saturates at its bounds."""

    counter: str
    by: int


@dataclass(frozen=True, slots=True)
class Go:
    """The player is in that room now; `way` is the direction walked, "" when moved otherwise."""

    room: str
    way: str = ""


@dataclass(frozen=True, slots=True)
class Send:
    """The actor walks to a room, stays there for so many minutes, and walks back to what they were at; 0: for good.

    room: "here" is the room they are in, in which they are held. until: minute of the day at which they leave instead, -1 for
    none. priority: 1 to 9; they go once nothing of a higher priority has them elsewhere. rule: the goal that sends them,
    "talk", or "". What a goal sends them to for good lasts as long as the goal's `when` holds.
    """

    actor: str
    room: str
    minutes: int
    doing: str = ""
    priority: int = 5
    rule: str = ""
    until: int = -1


@dataclass(frozen=True, slots=True)
class Do:
    """The player starts to watch, follow, hide, listen, sleep or wait; ("", "") stops."""

    kind: str
    object: str = ""


@dataclass(frozen=True, slots=True)
class DoneToday:
    """What has this key counts as done today."""

    key: str


@dataclass(frozen=True, slots=True)
class Start:
    """The fuse will go off after its delay, counted from the end of the action."""

    fuse: str


@dataclass(frozen=True, slots=True)
class Stop:
    """The fuse will not go off."""

    fuse: str


@dataclass(frozen=True, slots=True)
class Say:
    """A further text is told, by its key."""

    text: str


@dataclass(frozen=True, slots=True)
class Describe:
    """Something is described. how: "look" and "investigate" for rooms, "examine", "inside", "read", or the verb that asked."""

    id: str
    how: str


@dataclass(frozen=True, slots=True)
class End:
    """The story ends so."""

    ending: str


Effect = (
    Reveal | Teach | Move | SetState | Relate | Count | Go | Send | Do | DoneToday | Start | Stop | Say | Describe | End
)
