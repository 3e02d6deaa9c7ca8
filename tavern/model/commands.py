"""What the player means by a line, once understood; also what a line that was not understood comes to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Act:
    """Something done in the world; rules decide it. Printed by `tavern.parser` it parses to itself again.

    verb: a row of the verb table ("ask", "take", "go"…). noun, other: ids, or "" (go: a direction; buy: thing and seller).
    minutes: how long, for wait and watch; 0: as long as the verb takes. until: a minute of the day, -1: none.
    """

    verb: str
    noun: str = ""
    other: str = ""
    minutes: int = 0
    until: int = -1


@dataclass(frozen=True, slots=True)
class Think:
    """A conclusion the player draws: this answer to that question, because of these cards (ids of clues and drawn deductions)."""

    question: str
    answer: str
    cards: tuple[str, ...] = ()
    denied: bool = False  # the answer is thought to be ruled out


@dataclass(frozen=True, slots=True)
class Charge:
    """One question of an accusation answered, with the cards cited for it (at most three)."""

    question: str
    answer: str
    cards: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Accusation:
    """What is charged. Questions that are left blank do not occur."""

    charges: tuple[Charge, ...] = ()


@dataclass(frozen=True, slots=True)
class Accuse:
    """Charge somebody, in front of whoever is present."""

    accusation: Accusation


@dataclass(frozen=True, slots=True)
class Answer:
    """Answer the objection just voiced with a card, or with nothing ("")."""

    card: str = ""


@dataclass(frozen=True, slots=True)
class Insist:
    """Stand by an accusation that did not carry: ends the game."""


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Let an accusation rest, during the hearing or after it."""


@dataclass(frozen=True, slots=True)
class Choose:
    """After a proof: what to do with it. `ending` is the id of an ending."""

    ending: str


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence for the journal, in the player's own words."""

    text: str


@dataclass(frozen=True, slots=True)
class Suppose:
    """Pin an answer to a question as "what I think"; proves nothing. An answer of "" takes the pin away."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class Consult:
    """Look something up that costs no time: a page of the journal, what one carries, help.

    page: "inventory", "clues", "journal", "people", "timeline", "statements", "theory", "topics", "exits", "time", "help",
    "verbs", "conclusions", "accuse" (what may be charged), "endings" (what one may choose), "about" (what is known of noun).
    """

    page: str
    noun: str = ""


@dataclass(frozen=True, slots=True)
class Meta:
    """About the game, not in it: undo, redo, restart, save, load, games, quit, script, hints. `words` is the rest of the line."""

    verb: str
    words: str = ""


Command = Act | Think | Accuse | Answer | Insist | Withdraw | Choose | Note | Suppose | Consult | Meta


@dataclass(frozen=True, slots=True)
class Question:
    """The parser needs one thing more. The next line may answer it, or ignore it.

    kind: "which" (choices are ids), "what" (a part is missing; choices are likely ids) or "confirm".
    ask: the sentence shown. prefix, suffix: the line that is parsed is prefix + answer + suffix.
    """

    kind: str
    ask: str
    choices: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Misunderstood:
    """Nothing was done and no time passed. `reply` says what was understood and one thing that would work."""

    reply: str
    unknown: str = ""  # the word not known, for oops


@dataclass(frozen=True, slots=True)
class Understood:
    """What a sentence meant. `took` tells in words what was assumed ("the oak door"), "" when nothing was.

    it, him, her, them: what pronouns mean from now on ("" leaves them as they are).
    rest: what of the line is still to be parsed after this command was carried out.
    """

    command: Command
    took: str = ""
    it: str = ""
    him: str = ""
    her: str = ""
    them: str = ""
    rest: str = ""


Parsed = Understood | Question | Misunderstood
