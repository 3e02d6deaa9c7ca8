"""What `on:` says: rules for acts upon a room, a thing or a person."""

from tavern.compiler import shape as s
from tavern.compiler.ground.conditions import condition
from tavern.compiler.ground.desk import Desk
from tavern.compiler.ground.effects import Spring, effects, reveals_anything
from tavern.compiler.ground.texts import put
from tavern.model.commands import Act
from tavern.model.conditions import ALWAYS
from tavern.model.rules import Guard, Rule

AUTHORED, REVEALING = 2, 3  # ranks
SPELT = {"taste": "drink", "extinguish": "extinguish", "look": "examine"}  # an author's word → the verb's row


def add_actions(desk: Desk, id: str, kind: str, on: s.Actions) -> None:
    """File the rules of everything that `on:` lists. kind: "room", "thing" or "actor"."""
    for verb, value in on.items():
        for number, action in enumerate(_actions(value), 1):
            _add_action(desk, id, kind, _verb(verb, action), action, f"on:{id}:{verb}:{number}")


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


def _add_action(desk: Desk, id: str, kind: str, verb: str, action: s.Action, key: str) -> None:
    when = condition(desk, action.when)
    noun, others = id, [action.with_ or action.to or action.about or action.on or action.in_ or ""]
    if kind == "actor" and action.what:
        noun, others = (action.what, [id]) if verb in ("show", "give") else (id, [action.what])
    speaker = id if kind == "actor" and verb in ("show", "give", "talk", "greet", "thank", "confront") else ""
    spring = Spring(key, id, "person" if kind == "actor" else "place" if kind == "room" else "thing", speaker)
    for other in others:
        act = Act(verb, noun, other)
        if action.else_ is not None:
            words = put(desk, f"{key}:else", action.else_)
            desk.add_rule(verb, noun, other, Rule(f"{key}:else", act, (Guard(when, words),), rank=AUTHORED, check=True))
        if action.tell is None and action.then is None:
            continue
        guards = (Guard(when),) if when is not ALWAYS else ()
        rank = REVEALING if reveals_anything(action.then) else AUTHORED
        done = effects(desk, action.then, spring)
        tell = put(desk, key, action.tell)
        rule = Rule(key, act, guards, done, action.minutes or 0, tell, speaker, rank, replaces=action.instead)
        desk.add_rule(verb, noun, other, rule)
