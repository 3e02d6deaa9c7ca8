"""What came about: facts, each of them enough to fold the world and to tell the story. They are a file format too.

Fields are added, with a default, and never renamed; they are strings, whole numbers, truth values and tuples of these.
"""

from dataclasses import dataclass

# ── the world moves ─────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class TimePassed:
    """The clock now stands at `clock` (minutes since midnight of day one)."""

    clock: int


@dataclass(frozen=True, slots=True)
class Walked:
    """The player is in `room`; `way` is the direction taken, "" when put there. `back`: where they came from."""

    room: str
    way: str = ""
    back: str = ""


@dataclass(frozen=True, slots=True)
class ThingMoved:
    """The thing is in `place` now; it was in `before`."""

    thing: str
    place: str
    before: str = ""


@dataclass(frozen=True, slots=True)
class StateSet:
    """The thing or flag is in that state now."""

    thing: str
    state: str


@dataclass(frozen=True, slots=True)
class RelationshipSet:
    """How the actor stands to the player, in hundredths; it was `before`."""

    actor: str
    value: int
    before: int = 0


@dataclass(frozen=True, slots=True)
class CounterSet:
    """The counter has that value now; it was `before`."""

    counter: str
    value: int
    before: int = 0


@dataclass(frozen=True, slots=True)
class ClueFound:
    """The clue was learnt, by this route; not held before."""

    clue: str
    route: str


@dataclass(frozen=True, slots=True)
class ClueCorroborated:
    """A clue already held was learnt by a further route."""

    clue: str
    route: str


@dataclass(frozen=True, slots=True)
class Met:
    """These people, rooms, things and ideas have now been come across."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActorSent:
    """Something has the actor there until that clock time (-1: for good).

    walk: the rooms on the way, one a minute from now on. priority, rule: as in a Stay.
    """

    actor: str
    room: str
    until: int
    doing: str = ""
    priority: int = 5
    rule: str = ""
    walk: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ActorFreed:
    """What had the actor elsewhere is over: all that has had its time, and what this rule had sent them to for good."""

    actor: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Busied:
    """The player is now at this (a Doing); ("", "") is at nothing."""

    kind: str
    object: str = ""


@dataclass(frozen=True, slots=True)
class FuseStarted:
    """The fuse goes off at that clock time."""

    fuse: str
    at: int


@dataclass(frozen=True, slots=True)
class FuseStopped:
    """The fuse will not go off."""

    fuse: str


@dataclass(frozen=True, slots=True)
class WentOff:
    """An automatic rule went off; `once` says that it never will again, `begun` that it waits for its condition to fail."""

    rule: str
    once: bool
    begun: bool = False


@dataclass(frozen=True, slots=True)
class Lapsed:
    """The condition of a rule that goes off each time it comes true holds no more; the rule may go off again."""

    rule: str


@dataclass(frozen=True, slots=True)
class DoneOnDay:
    """What has this key was done on that day (days here begin at six in the morning)."""

    key: str
    day: int


@dataclass(frozen=True, slots=True)
class Drawn:
    """The player drew this deduction; it is a card from now on."""

    deduction: str


@dataclass(frozen=True, slots=True)
class HearingOpened:
    """An accusation was made. charges: (question, answer, cards). objections: (question, alternative, voiced by)."""

    charges: tuple[tuple[str, str, tuple[str, ...]], ...]
    heard_by: tuple[str, ...]
    objections: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class ObjectionAnswered:
    """The objection under discussion was answered with a card, or with "". `met`: the card speaks to it."""

    question: str
    alternative: str
    card: str
    met: bool


@dataclass(frozen=True, slots=True)
class Judgement:
    """The room's answer: "carried", "partly" (carried, but questions were left blank), "open" or "broken".

    weakest: the question whose link is weakest, "" when carried. against: a held card that breaks it, "" when none.
    """

    verdict: str
    weakest: str = ""
    against: str = ""


@dataclass(frozen=True, slots=True)
class AccusationRested:
    """The player did not insist, or took the accusation back."""


@dataclass(frozen=True, slots=True)
class StoryEnded:
    """The story ended so."""

    ending: str


# ── what is told, and changes nothing in the world ──────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Told:
    """A text was told, by its key. speaker: an actor, "" for the narrator. about: what it concerned, for the notebook."""

    text: str
    speaker: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Plain:
    """An ordinary act went as one would expect, told in the narrator's stock words for that verb."""

    verb: str
    noun: str = ""
    other: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """The world did not allow it. words: the key of the failed guard's words. noun, other: what it was about."""

    verb: str
    words: str
    noun: str = ""
    other: str = ""


@dataclass(frozen=True, slots=True)
class Described:
    """A room, thing or person is described. how: as in the effect Describe. ids: what is listed with it (contents, people)."""

    id: str
    how: str
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Arrived:
    """The actor came into the player's room, by that way as seen from there ("" unseen). `beside`: walking with the player."""

    actor: str
    way: str = ""


@dataclass(frozen=True, slots=True)
class Departed:
    """The actor left the player's room, by that way."""

    actor: str
    way: str = ""


@dataclass(frozen=True, slots=True)
class Beat:
    """A stretch of watching, following, hiding, listening, waiting or sleeping passed. stopped: why it ended early, "" when not.

    Of an act that came to nothing it says why: "gone" (what it needs), "otherwise" (the thing is not as it was), "moved", "ended".

    number counts the beats of this scene from 1.
    """

    kind: str
    object: str
    number: int = 1
    stopped: str = ""


@dataclass(frozen=True, slots=True)
class Concluded:
    """The player tried a conclusion. verdict: "follows", "drawn" (already), "plain" (a card says so itself) or "not yet"."""

    question: str
    answer: str
    cards: tuple[str, ...]
    verdict: str
    denied: bool = False


@dataclass(frozen=True, slots=True)
class Consulted:
    """A page was looked up."""

    page: str
    noun: str = ""


# ── for the notebook, which decides nothing ─────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Noted:
    """The player wrote this down, in that room and minute."""

    text: str
    room: str
    clock: int


@dataclass(frozen=True, slots=True)
class Supposed:
    """The player pinned an answer as what they think; "" takes the pin away."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class Attended:
    """What pronouns mean from now on; "" leaves one as it is."""

    it: str = ""
    him: str = ""
    her: str = ""
    them: str = ""


@dataclass(frozen=True, slots=True)
class Spoke:
    """The actor said something the player may come back to. clue, route: what it gave, "" for plain talk; text: its key."""

    actor: str
    text: str
    clue: str = ""
    route: str = ""


@dataclass(frozen=True, slots=True)
class Asking:
    """A question is open; its fields are those of `commands.Question`. kind "" closes it."""

    kind: str
    ask: str = ""
    choices: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Replied:
    """The game's words outside the story: a misunderstanding, a bracketed assumption, help. kind is a paragraph kind."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Misheard:
    """A line was not understood; `unknown` is the word it failed on, so that `oops` can replace it."""

    line: str
    unknown: str = ""


Event = (
    TimePassed
    | Walked
    | ThingMoved
    | StateSet
    | RelationshipSet
    | CounterSet
    | ClueFound
    | ClueCorroborated
    | Met
    | ActorSent
    | ActorFreed
    | Busied
    | FuseStarted
    | FuseStopped
    | WentOff
    | Lapsed
    | DoneOnDay
    | Drawn
    | HearingOpened
    | ObjectionAnswered
    | Judgement
    | AccusationRested
    | StoryEnded
    | Told
    | Plain
    | Refused
    | Described
    | Arrived
    | Departed
    | Beat
    | Concluded
    | Consulted
    | Noted
    | Supposed
    | Attended
    | Spoke
    | Asking
    | Replied
    | Misheard
)
