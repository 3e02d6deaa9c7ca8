"""What an act begun in a room at a minute surely gains, or what happens there by itself, for good."""

from collections.abc import Iterable

from tavern.engine.ground import rules_for
from tavern.engine.stretch import STRETCHES
from tavern.model import conditions as c
from tavern.model import effects as f
from tavern.model.conditions import Condition
from tavern.model.effects import Effect
from tavern.model.rules import Rule
from tavern.model.world import PLAYER, WORN
from tavern.proof.checker.acting import calm, in_sight, surely_does, when_of
from tavern.proof.checker.argument import Step
from tavern.proof.checker.invariant import happenings
from tavern.proof.checker.reading import Reading
from tavern.proof.checker.unfounded import Unfounded


def look_into_act(reading: Reading, step: Step, gains: Condition) -> None:
    """That what is begun in the room then surely brings it about by the end. Raises Unfounded."""
    minutes = reading.minutes
    lasts = step.act is None or step.act.verb in STRETCHES | {"hide"}
    if lasts and _happens_by_itself(reading, step, gains):
        return
    if step.act is not None:
        act = surely_does(
            reading, step.act, step.room, lambda rule: rule.id == step.rule and _brings(reading, rule, gains)
        )
        if minutes.holds(act.when, step.begins, step.begins) and step.begins + act.minutes <= step.ends < minutes.last:
            return
    message = f"`{step.rule or 'being there'}`, in {step.room} at {step.begins}, does not surely come to {gains}"
    raise Unfounded(message)


def _happens_by_itself(reading: Reading, step: Step, gains: Condition) -> bool:
    """Whether an automatic rule goes off, or something comes into sight, while the player is there and at that."""
    minutes, room = reading.minutes, step.room
    if not step.begins < step.ends or not minutes.holds(calm(reading, room), step.begins, step.ends):
        return False
    within = minutes.stretch(step.begins + 1, step.ends + 1)
    if not step.rule:
        return isinstance(gains, c.Knows) and bool(in_sight(reading, gains.id, room) & within)
    rule = next((rule for rule in reading.mystery.automatics if rule.id == step.rule), None)
    if rule is None or rule.delay >= 0 or not _gains(reading, rule.effects, gains):
        return False
    busy = reading
    if step.act is not None:
        doing = surely_does(reading, step.act, room, lambda other: _begins_at(other) is not None)
        if not doing.when:
            return False
        begun = [effect for other in rules_for(reading.mystery, step.act) if (effect := _begins_at(other))]
        if not begun or not minutes.holds(doing.when, step.begins, step.begins):
            return False
        busy = reading.granting((c.IsDoing(begun[0].kind, begun[0].object), c.IsDoing(begun[0].kind)))
        if step.act.verb in STRETCHES:  # it may be broken off by whoever comes or goes, but never in its first minute
            within = minutes.stretch(step.begins + 1, step.begins + 2)
    return bool(busy.surely(when_of(rule), room) & within)


def _begins_at(rule: Rule) -> f.Do | None:
    return next((effect for effect in rule.effects if isinstance(effect, f.Do) and effect.kind), None)


def _brings(reading: Reading, rule: Rule, gains: Condition) -> bool:
    return _gains(reading, rule.effects, gains)


def _gains(reading: Reading, effects: Iterable[Effect], gains: Condition) -> bool:
    """Whether one of the effects brings it about, for good."""
    mystery = reading.mystery
    for effect in effects:
        match effect, gains:
            case f.Reveal(clue, route), c.Knows(id):
                if id in (clue, route) or id in mystery.mentions.get(mystery.clues[clue].text, ()):
                    return True
            case f.Teach(met), c.Knows(id) if met == id:
                return True
            case f.Go(to), c.Visited(room) | c.Knows(room) if to == room:
                return True
            case f.SetState(thing, state), c.Is() if gains == c.Is(thing, state):
                return all(
                    other.state == state
                    for _, several in happenings(mystery)
                    for other in several
                    if isinstance(other, f.SetState) and other.thing == thing
                )
            case f.Move(thing, place), c.Has() if gains == c.Has(thing) and place in (PLAYER, WORN):
                return not any(
                    isinstance(other, f.Move) and other.thing == thing
                    for rule in mystery.automatics
                    for other in rule.effects
                )
            case _:
                pass
    return False
