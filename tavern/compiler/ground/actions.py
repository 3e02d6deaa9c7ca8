"""What `on:` says: rules for acts upon a room, a thing or a person."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import get_args

from tavern.compiler import shape as s
from tavern.compiler.ground.conditions import condition
from tavern.compiler.ground.desk import Desk
from tavern.compiler.ground.effects import Spring, effects, reveals_anything
from tavern.compiler.ground.texts import put
from tavern.model import conditions as c
from tavern.model.commands import Act
from tavern.model.conditions import ALWAYS, Condition
from tavern.model.rules import ANY, Guard, Rule

CHANNELS = {"actor": "person", "room": "place", "thing": "thing"}
SPOKEN = frozenset(
    {"show", "give", "talk", "greet", "thank", "confront"}
)  # what a person answers to in words of their own
AUTHORED, REVEALING = 2, 3  # ranks
SPELT = {"taste": "drink", "extinguish": "extinguish", "look": "examine"}  # an author's word → the verb's row


@dataclass(frozen=True, slots=True)
class Owner:
    """What an `on:` stands under. kind: "room", "thing" or "actor". exits: the directions in which a room has ways."""

    id: str
    kind: str
    exits: Collection[str] = ()

    def nouns(self, verb: str) -> list[str]:
        """What the verb is done to: itself, but `go` of a room is trying a direction in which it has no way."""
        if self.kind != "room" or verb != "go":
            return [self.id]
        return [direction for direction in get_args(s.Direction) if direction not in self.exits]

    def here(self, verb: str) -> Condition:
        """Where the player has to be for the rule: in the room, where it is not the noun that says so."""
        return c.At((self.id,)) if self.kind == "room" and verb in ("go", ANY) else ALWAYS


def add_actions(desk: Desk, owner: Owner, on: s.Actions) -> None:
    """File the rules of everything that `on:` lists."""
    for verb, value in on.items():
        for number, action in enumerate(_actions(value), 1):
            _add_action(desk, owner, _verb(verb, action), action, f"on:{owner.id}:{verb}:{number}")


def _actions(value: str | s.Action | list[s.Action] | list[str]) -> list[s.Action]:
    """The long form of what stands under a verb; texts alone, one or several in turn, are only told."""
    if isinstance(value, s.Action):
        return [value]
    if isinstance(value, str):
        return [s.Action(tell=value)]
    lines = [part for part in value if isinstance(part, str)]
    return [s.Action(tell=lines)] if lines else [part for part in value if isinstance(part, s.Action)]


def _verb(verb: str, action: s.Action) -> str:
    if verb == "put":
        return "put_on" if action.on else "put_in"
    return SPELT.get(verb, verb)


def _add_action(desk: Desk, owner: Owner, verb: str, action: s.Action, key: str) -> None:
    is_person = owner.kind == "actor"
    nouns = owner.nouns(verb)
    other = action.with_ or action.to or action.about or action.on or action.in_ or ""
    if is_person and action.what:
        nouns, other = ([action.what], owner.id) if verb in ("show", "give") else (nouns, action.what)
    speaker = owner.id if is_person and verb in SPOKEN else ""
    here, when = owner.here(verb), condition(desk, action.when)
    guards = tuple(Guard(part) for part in (here, when) if part is not ALWAYS)
    forbidden = put(desk, f"{key}:else", action.else_)
    tell = put(desk, key, action.tell)
    done = effects(desk, action.then, Spring(key, owner.id, CHANNELS[owner.kind], speaker))
    rank = REVEALING if reveals_anything(action.then) else AUTHORED
    for noun in nouns:
        act = Act(verb, noun, other)
        if forbidden:
            may = Guard(when if here is ALWAYS else c.Any((c.Not(here), when)), forbidden)
            desk.add_rule(verb, noun, other, Rule(f"{key}:else", act, (may,), rank=AUTHORED, check=True))
        if tell or done:
            rule = Rule(key, act, guards, done, action.minutes or 0, tell, speaker, rank, replaces=action.instead)
            desk.add_rule(verb, noun, other, rule)
