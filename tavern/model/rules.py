"""Ground rules: the one kind of them by which the engine decides, which the prover reads and `why` explains."""

from dataclasses import dataclass

from tavern.model.commands import Command
from tavern.model.conditions import ALWAYS, Condition
from tavern.model.effects import Effect

ANY = "any"  # in place of a verb: whatever the player does to a noun or, by the id of a room, in it


@dataclass(frozen=True, slots=True)
class Guard:
    """A condition, and the key of the words told when it fails; "" lets another rule speak."""

    condition: Condition
    words: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """When the player does `command` and every guard holds, `effects` happen after `minutes`.

    A check has no effects: it only forbids, and stands before every other rule of its command.
    tell: key of the text told, "" for none. speaker: who says it, "" for the narrator. rank: among fitting rules those with
    the highest rank are told; effects happen of all. Built-in rules have rank 0, defaults 1, the author's 2, routes 3.
    replaces: the built-in rules of the command do not apply when this one fits. at_once: effects that come about as the act
    begins, before its minutes.
    """

    id: str
    command: Command
    guards: tuple[Guard, ...] = ()
    effects: tuple[Effect, ...] = ()
    minutes: int = 0
    tell: str = ""
    speaker: str = ""
    rank: int = 0
    check: bool = False
    replaces: bool = False
    at_once: tuple[Effect, ...] = ()


@dataclass(frozen=True, slots=True)
class Automatic:
    """A rule that nobody commands: fuses, daemons, and what is seen while watching, following, hiding or listening.

    It goes off as soon as `when` holds. at: minute of the day at which alone it is tried, -1: at any time. day: only on that
    day, 0: any. delay: minutes after it was started, -1: it need not be started. once: at most once in a game, otherwise at
    most once a day. each_time: each time `when` comes true. each_turn: after every turn that took time, as long as `when`
    holds. heard: the condition under which its text reaches the player. stops: the action under way ends here.
    """

    id: str
    when: Condition = ALWAYS
    effects: tuple[Effect, ...] = ()
    tell: str = ""
    heard: Condition = ALWAYS
    at: int = -1
    day: int = 0
    delay: int = -1
    once: bool = True
    each_turn: bool = False
    stops: bool = False
    each_time: bool = False
