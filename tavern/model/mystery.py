"""A mystery as compiled: the case, its people, places and things, its rules and its texts. Made by the compiler, never changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from tavern.model import fingerprint
from tavern.model.conditions import ALWAYS, Condition
from tavern.model.effects import Effect
from tavern.model.frozen import Frozen
from tavern.model.rules import Automatic, Rule
from tavern.text.mentions import mentions

TITLE = "title"  # the key under which `mentions` has what title and description name: known from the first line
PLAIN = ("insisted", "lucky", "discredited", "time")  # endings that a case has by itself
Text = str  # author's prose: paragraphs parted by blank lines, *emphasis*, {id} for the name of what has that id


@dataclass(frozen=True, slots=True)
class Variant:
    """Words told while `when` holds. lines are used in turn, one a telling; the last one stays."""

    lines: tuple[Text, ...]
    when: Condition = ALWAYS


@dataclass(frozen=True, slots=True)
class Names:
    """What something is called. name: as printed ("oak door", "Gene"); full: on first mention ("Gene Pask").

    also: other phrases a player may use, each a few words. proper: takes no article. plural: "are", "them".
    """

    name: str
    full: str = ""
    also: tuple[str, ...] = ()
    proper: bool = False
    plural: bool = False
    pronoun: str = "it"  # it | he | she | they


@dataclass(frozen=True, slots=True)
class Exit:
    """A way out of a room. direction: "north", "down", "out"… to: a room, "" when it leads nowhere (and `blocked` says why).

    door: the thing that must be open, "" for none. when: must hold too; `blocked` is the key of the words told when it does not.
    minutes: how long the way takes. hidden: not listed, seen or walked until `when` holds.
    """

    direction: str
    to: str = ""
    door: str = ""
    when: Condition = ALWAYS
    blocked: str = ""
    minutes: int = 2
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Room:
    """A place. text: key of its description. dark: while this holds there is no light of its own. bed: one can sleep here.

    out_of_place: things that `investigate` here points out. private: actors in whose presence nobody searches here.
    """

    id: str
    names: Names
    text: str
    exits: tuple[Exit, ...] = ()
    dark: Condition | None = None
    bed: bool = False
    out_of_place: tuple[str, ...] = ()
    minded_by: tuple[str, ...] = ()
    beats: str = ""  # text told while time is spent watching or hiding here and nothing happens


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that can be named and handled; scenery too. where: its place at the start; a door stands in several rooms.

    kind: "scenery" (never moves, not listed), "fixed" (listed, never moves), "portable". text: key of its description.
    reading, smell, sound, touch: text keys, "" for none. holds: "in", "on" or "" (not a container). openable, lockable: has
    states open/closed/locked; state: the one at the start. key: what unlocks it. light: gives light while its state is "lit".
    hidden: not in sight until this holds. odd: key of the words by which investigating the room points it out.
    minded_by: actors in whose presence one cannot search, open or take it.
    """

    id: str
    names: Names
    text: str
    where: tuple[str, ...]
    kind: str = "scenery"
    reading: str = ""
    smell: str = ""
    sound: str = ""
    holds: str = ""
    openable: bool = False
    lockable: bool = False
    state: str = ""
    key: str = ""
    wearable: bool = False
    edible: bool = False
    drinkable: bool = False
    light: bool = False
    listed: str = ""  # text key: how it is mentioned in a room description while it lies where it began
    hidden: Condition = ALWAYS
    odd: str = ""
    minded_by: tuple[str, ...] = ()
    price: int = 0  # of the counter "coin"; 0: not for sale
    sold_by: str = ""
    hide: str = ""  # "in", "behind", "under": the player can hide so
    beats: str = ""  # text told while it is watched, or hidden in, and nothing happens
    known: bool = False  # can be talked about before it is seen


@dataclass(frozen=True, slots=True)
class Step:
    """From this minute on (since midnight of day one, within the days of the case) the actor is in `room`.

    A walk is several steps, a minute a room. doing: a short phrase ("drying a mug"), "" on the way.
    jitter: minutes by which the seed may delay the row of the schedule that the step is part of; all steps of a row are late
    by the same. sets_out: clock time at which that row begins when nothing delays it; it tells the rows apart.
    """

    at: int
    room: str
    doing: str = ""
    asleep: bool = False
    jitter: int = 0
    sets_out: int = 0


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody. itinerary: every step of every day of the case, ascending, as if nobody were ever late.

    `reasoning.itinerary` has it with the delays of a seed. holds: minutes for which any talk holds them.
    relationship: hundredths at the start. defaults: text key of what they say when they have no answer. greeting, accused,
    farewell, shrug: text keys. accused: by (question, answer) or ("", "") the words with which they answer an accusation.
    hostile_below: hundredths under which they will not talk.
    """

    id: str
    names: Names
    text: str
    itinerary: tuple[Step, ...] = ()
    relationship: int = 0
    greeting: str = ""
    default: str = ""
    farewell: str = ""
    accused: Frozen[str, str] = Frozen()  # answer id → text key; "" → the words for any other accusation
    wants: str = ""
    fears: str = ""
    hostile_below: int = -60
    holds: int = 0


@dataclass(frozen=True, slots=True)
class Topic:
    """An idea one can talk about. known: from the start."""

    id: str
    names: Names
    known: bool = False


@dataclass(frozen=True, slots=True)
class Vantage:
    """From where somebody knows what they say. by: "seen", "told" or "guessed". origin: the actor they have it from.

    start, end: minutes of the day, -1 when left open. how, who, where: text keys for the detective's three questions; "" when
    the answer is to be made from the other fields.
    """

    by: str = "seen"
    room: str = ""
    start: int = -1
    end: int = -1
    origin: str = ""
    how: str = ""
    who: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class Route:
    """One way to learn a clue. channel: "person", "thing", "place", "hour" or "gossip". reliability: hundredths.

    origin: what the knowledge goes back to; routes with one origin corroborate nothing. rule: the rule or automatic rule
    that reveals it. speaker: who says it, "" when nobody does. again: key of the words when the same is asked again.
    prepared: comes out in the same words when asked again.
    """

    id: str
    clue: str
    rule: str
    channel: str
    reliability: int
    origin: str
    source: str  # id of the person, thing or room the player learns it from
    speaker: str = ""
    vantage: Vantage | None = None
    again: str = ""
    prepared: bool = False


@dataclass(frozen=True, slots=True)
class Bearing:
    """What a clue or deduction says of the questions. A lie or a red herring has none.

    establishes: question → answer. rules_out: question → answers. supports: (question, answer, "means" | "motive" | "opportunity").
    """

    establishes: Frozen[str, str] = Frozen()
    rules_out: Frozen[str, tuple[str, ...]] = Frozen()
    supports: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Lie:
    """Behind a statement that is not so: what is (an id of a clue), why they lie, and the clues that expose it."""

    really: str
    because: str
    exposed_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Clue:
    """What was seen or said. text: key; name: three or four words for cards. said_by: "" or whose statement it is."""

    id: str
    name: str
    text: str
    routes: tuple[str, ...] = ()
    said_by: str = ""
    about: tuple[str, ...] = ()
    red_herring: bool = False
    lie: Lie | None = None
    contradicts: tuple[str, ...] = ()
    bearing: Bearing = Bearing()


@dataclass(frozen=True, slots=True)
class Deduction:
    """What follows from clues (and other deductions) taken together. because: the warrant, a text key."""

    id: str
    name: str
    text: str
    needs: tuple[tuple[str, ...], ...]  # alternatives, each a set of clues and deductions
    because: str = ""
    bearing: Bearing = Bearing()


@dataclass(frozen=True, slots=True)
class Answer:
    """One thing one may believe.

    listed: when it appears in lists; typed, it is always taken. objection: key of the words with which somebody voices it
    against another answer; voiced_by: who would, in order.
    """

    id: str
    names: Names
    listed: Condition = ALWAYS
    objection: str = ""
    voiced_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the case. ask: as printed. charged: part of the accusation; else only for thinking about."""

    id: str
    ask: str
    answers: tuple[Answer, ...]
    charged: bool = True
    names: Names = field(default_factory=lambda: Names(""))
    listed: Condition = ALWAYS


@dataclass(frozen=True, slots=True)
class Solution:
    """The truth. answers: question → answer. requires: alternatives of clue ids that establish it.

    parts: question → sets of cards that the author says establish its answer.
    """

    description: str
    answers: Frozen[str, str]
    requires: tuple[tuple[str, ...], ...]
    parts: Frozen[str, tuple[tuple[str, ...], ...]] = Frozen()


@dataclass(frozen=True, slots=True)
class Fair:
    """What the author promises of every proof of the whole case. cards: clues it needs. depth: levels of its longest chain.

    A clue that is found is on level 1; each step from it (a deduction drawn, a card that says so, nothing else left, guilt
    complete) is one more. So depth 3 says that no clue states the answer: something has to be concluded first.
    """

    cards: int = 3
    depth: int = 3


@dataclass(frozen=True, slots=True)
class FalseSolution:
    """A wrong belief with an ending of its own: it is met when every one of its answers was insisted on."""

    id: str
    description: str
    answers: Frozen[str, str]
    requires: tuple[str, ...] = ()
    common_mistake: bool = False


@dataclass(frozen=True, slots=True)
class Ending:
    """after: "proved" (a choice), "partly", "insisted", "lucky", "discredited", "time" or "event" (an effect ends it).

    when: must hold for the choice to be there, or the ending to be taken; the first that fits is taken. solution: for
    "insisted", the false solution it belongs to ("" fits any). choice: words of the choice. good: counts as one of the good ones.
    """

    id: str
    after: str
    text: str
    title: str = ""
    choice: str = ""
    names: tuple[str, ...] = ()
    when: Condition = ALWAYS
    solution: str = ""
    effects: tuple[Effect, ...] = ()
    good: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether it may be one that a case has by itself, for what its author wrote none for."""
        bare = not (self.title or self.choice or self.effects or self.when != ALWAYS or self.solution)
        return bare and self.id == self.after in PLAIN


@dataclass(frozen=True, slots=True)
class CounterBounds:
    """A counter's least, most and start; `name` is how it is called in the inventory ("pence"), "" when never shown."""

    id: str
    least: int
    most: int
    start: int
    name: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Mystery:
    """One case, ready to play. Compared and hashed by identity: it is made once and large.

    rules: the author's rules by (verb, noun, other). begins, ends: clock times; ends -1: no last hour. weekday: name of day 1.
    texts: key → variants.
    sources: file name → text, as read, so that a save can keep the content it began with.
    """

    id: str
    title: str
    description: str
    difficulty: str
    begins: int
    ends: int
    weekday: str
    start: str
    standing: int
    opening: str
    questions: tuple[Question, ...]
    solution: Solution
    rooms: Mapping[str, Room]
    things: Mapping[str, Thing]
    actors: Mapping[str, Actor]
    topics: Mapping[str, Topic]
    clues: Mapping[str, Clue]
    routes: Mapping[str, Route]
    deductions: Mapping[str, Deduction]
    false_solutions: tuple[FalseSolution, ...]
    endings: Mapping[str, Ending]
    counters: Mapping[str, CounterBounds]
    rules: Mapping[tuple[str, str, str], tuple[Rule, ...]]
    automatics: tuple[Automatic, ...]
    texts: Mapping[str, tuple[Variant, ...]]
    flags: Mapping[str, str] = field(default_factory=dict)
    epilogue: str = ""
    fair: Fair = Fair()
    verbs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)

    # What follows from the rest is worked out when it is first asked for: who only checks a mystery never does.

    @property
    def mentions(self) -> Mapping[str, tuple[str, ...]]:
        """Text key → ids of the people, rooms and ideas whose names stand in it: reading of them is meeting them.

        Only printed names count (an `{id}` prints one), not every word by which somebody might be asked for.
        """
        return _mentions(self)

    @property
    def rules_fingerprint(self) -> str:
        """The same for every mystery that plays the same, whatever its words: 32 hexadecimal digits."""
        return _rules_fingerprint(self)

    @property
    def text_fingerprint(self) -> str:
        """That of the words."""
        return _text_fingerprint(self)

    def named(self, id: str) -> Names:
        """What the person, room, thing, topic or answer with this id is called. KeyError when there is none."""
        for nouns in (self.actors, self.rooms, self.things, self.topics):
            if id in nouns:
                return nouns[id].names
        return next(answer.names for question in self.questions for answer in question.answers if answer.id == id)


@lru_cache(maxsize=16)
def _mentions(mystery: Mystery) -> Mapping[str, tuple[str, ...]]:
    texts = {key: _in_one(variants) for key, variants in mystery.texts.items()}
    nouns = (mystery.actors, mystery.rooms, mystery.topics)
    named = {id: (noun.names.name, noun.names.full) for table in nouns for id, noun in table.items()}
    return mentions({**texts, TITLE: f"{mystery.title} {mystery.description}"}, named)


def _in_one(variants: tuple[Variant, ...]) -> str:
    return " ".join(line for variant in variants for line in variant.lines)


@lru_cache(maxsize=16)
def _rules_fingerprint(mystery: Mystery) -> str:
    return fingerprint.of_rules(mystery)


@lru_cache(maxsize=16)
def _text_fingerprint(mystery: Mystery) -> str:
    return fingerprint.of_text(mystery.sources)
