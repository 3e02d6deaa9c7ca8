"""What a rule does to the world: a closed list, one dataclass a kind. The engine turns them into events."""

from dataclasses import dataclass


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
    """The actor goes to a room for so many minutes and then resumes; 0: for good."""

    actor: str
    room: str
    minutes: int
    doing: str = ""


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
