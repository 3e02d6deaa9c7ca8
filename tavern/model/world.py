"""What is so at this moment: everything a guard may read, and nothing else."""

from dataclasses import dataclass

from tavern.model.commands import Accusation
from tavern.model.frozen import Frozen

PLAYER = "player"  # the place of what the player carries
WORN = "worn"  # the place of what the player wears
NOWHERE = "nowhere"  # the place of what has left the game
HERE = "here"  # in an effect: the room the player is in; for somebody sent, the one they are in
DAY = 24 * 60  # minutes


@dataclass(frozen=True, slots=True)
class Doing:
    """What the player is at while time passes. `kind` is "" for nothing in particular; `object` is an id or ""."""

    kind: str = ""
    object: str = ""


@dataclass(frozen=True, slots=True)
class Stay:
    """Where something put an actor instead of the schedule, up to the clock time `until`; -1: for good.

    walk: the rooms on the way there, one a minute, the first of them at the clock time `since`; after them they are in `room`.
    priority: 1 to 9, the schedule has none; 0 is the way back to it. rule: the goal that sends them, "talk" when talk holds
    them, else "". What a goal sends them to for good ends with the goal.
    """

    room: str
    until: int
    doing: str = ""
    priority: int = 5
    rule: str = ""
    since: int = 0
    walk: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Playing:
    """The ordinary state of the game."""


@dataclass(frozen=True, slots=True)
class Hearing:
    """An accusation was made before `heard_by`, and the room's objections are being answered.

    `objections` are (question, alternative answer, actor who voices it), in the order in which they are voiced.
    `answers` are the cards given so far, one an objection, "" where the player had nothing to say.
    """

    accusation: Accusation
    heard_by: tuple[str, ...]
    objections: tuple[tuple[str, str, str], ...]
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """The room has heard everything and did not carry it; the player may insist, or let it rest.

    `verdict` is "open" or "broken"; `weakest` is the question whose link is weakest.
    """

    accusation: Accusation
    heard_by: tuple[str, ...]
    verdict: str
    weakest: str


@dataclass(frozen=True, slots=True)
class Proved:
    """The accusation carried. `complete` when no question of the charge was left blank. The player chooses what to do with it."""

    accusation: Accusation
    heard_by: tuple[str, ...]
    complete: bool


@dataclass(frozen=True, slots=True)
class Ended:
    """The story is over; `ending` is the id of how."""

    ending: str


Stage = Playing | Hearing | Judged | Proved | Ended


@dataclass(frozen=True, slots=True)
class World:
    """One moment of one game. Two worlds that are equal are the same game from here on.

    clock: minutes since midnight of day one. relationships: hundredths, -100 to 100. counters: whole numbers that saturate.
    clues, routes, met, visited, drawn: knowledge, which only grows. met: ids of people, rooms, things and ideas the
    player has come across (they can be named from then on). routes: by which ways clues were learnt. drawn: deductions the
    player has drawn. places: thing → room, thing, actor, or one of PLAYER, WORN, NOWHERE. states: thing or flag → its state
    ("open", "closed", "locked", "lit"…). stays: actor → where something put them, what comes first first: of a higher
    priority, or later come; never empty. pending: fuse started in play → clock time. fired: automatic rules that go off once
    and have. begun: those that go off each time their condition comes true, while it holds after they have. last_day: key →
    number of the day on which it was last done.
    """

    seed: int
    clock: int
    room: str
    doing: Doing = Doing()
    stage: Stage = Playing()
    clues: frozenset[str] = frozenset()
    routes: frozenset[str] = frozenset()
    met: frozenset[str] = frozenset()
    visited: frozenset[str] = frozenset()
    drawn: frozenset[str] = frozenset()
    fired: frozenset[str] = frozenset()
    begun: frozenset[str] = frozenset()
    places: Frozen[str, str] = Frozen()
    states: Frozen[str, str] = Frozen()
    relationships: Frozen[str, int] = Frozen()
    counters: Frozen[str, int] = Frozen()
    stays: Frozen[str, tuple[Stay, ...]] = Frozen()
    pending: Frozen[str, int] = Frozen()
    last_day: Frozen[str, int] = Frozen()

    @property
    def day(self) -> int:
        """The number of the day, from 1."""
        return self.clock // DAY + 1

    @property
    def minute(self) -> int:
        """Minutes since the last midnight, 0 to 1439."""
        return self.clock % DAY
