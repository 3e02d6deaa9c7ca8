"""When a move can surely be begun: in every world the facts allow, whatever the states of the things it asks about."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import islice, product

from tavern.engine.ground import rules_for
from tavern.engine.timetable import parts
from tavern.model import conditions as c
from tavern.model import effects as f
from tavern.model.commands import Act
from tavern.model.conditions import Condition
from tavern.model.mystery import Mystery
from tavern.proof.ranking.given import given
from tavern.proof.transitions.facts import Facts, ors
from tavern.proof.transitions.may import may, surely
from tavern.proof.transitions.moves import Move, moves_of
from tavern.proof.transitions.reads import rooms_for

MOST_STATES = 4  # of one thing, to be told apart
NEEDED = (c.With, c.InSight, c.At, c.Has)  # what an act cannot go on without (`engine.turn`)


def longest(mystery: Mystery, move: Move) -> int:
    """The most minutes the move's command may take: other rules for it may hold as well, and take longer."""
    if move.command is None:
        return move.minutes
    return max((rule.minutes for rule in rules_for(mystery, move.command) if not rule.check), default=0)


def needed_by(move: Move) -> c.All:
    """What the move's act breaks off without, before it is done."""
    return c.All(tuple(part for part in move.condition.conditions if isinstance(part, NEEDED)))


def asked_of(mystery: Mystery, move: Move, room: str, granted: frozenset[Condition]) -> Condition:
    """What is left to ask of the move's condition in the room. What is in sight there has been met, and can be named."""
    return given(_in_sight_or_known(mystery, move), granted | {c.At((room,))})


def _in_sight_or_known(mystery: Mystery, move: Move) -> Condition:
    return c.All(tuple(_by_sight(mystery, part) for part in move.condition.conditions))


def _by_sight(mystery: Mystery, part: Condition) -> Condition:
    if isinstance(part, c.Knows) and (part.id in mystery.things or part.id in mystery.actors):
        return c.Any((part, c.All((c.InSight(part.id), c.Lit()))))
    return part


def surely_begins(facts: Facts, granted: frozenset[Condition], move: Move, room: str) -> int:
    """The minutes at which the move's own condition surely holds for a player in the room."""
    return surely_one(facts, granted, (move,), room)


@dataclass(slots=True)
class Beginnings:
    """When moves can surely be begun: each is looked at once in a room, for what of its condition is taken for granted."""

    facts: Facts
    _asked: dict[str, frozenset[Condition]] = field(default_factory=dict)
    _left: dict[tuple[str, frozenset[Condition]], Condition] = field(default_factory=dict)
    _found: dict[tuple[str, str, frozenset[Condition]], int] = field(default_factory=dict)

    def asked(self, move: Move) -> frozenset[Condition]:
        """All that is asked for the move, and everything inside it."""
        if move.id not in self._asked:
            self._asked[move.id] = frozenset(parts(_in_sight_or_known(self.facts.mystery, move)))
        return self._asked[move.id]

    def surely(self, granted: frozenset[Condition], move: Move, room: str) -> int:
        """The minutes at which the move's own condition surely holds for a player in the room."""
        key = (move.id, room, self.asked(move) & granted)
        if key not in self._found:
            self._found[key] = self._surely(key[2], move, room)
        return self._found[key]

    def _surely(self, relied: frozenset[Condition], move: Move, room: str) -> int:
        asked = (move.id, relied)
        if asked not in self._left:
            self._left[asked] = given(_in_sight_or_known(self.facts.mystery, move), relied)
        return _one_surely(self.facts, [given(self._left[asked], {c.At((room,))})], room)


def surely_one(facts: Facts, granted: frozenset[Condition], moves: Sequence[Move], room: str) -> int:
    """The minutes at which one or another of the moves can surely be begun in the room, whatever the states of things are."""
    return _one_surely(facts, [asked_of(facts.mystery, move, room, granted) for move in moves], room)


def _one_surely(facts: Facts, conditions: Sequence[Condition], room: str) -> int:
    things = _open_states(facts, conditions)
    if not things:
        return ors(surely(facts, condition, room) for condition in conditions)
    found = facts.now
    for case, possible in _cases(facts, things):
        found &= ~possible | ors(surely(case, condition, room) for condition in conditions)
    return found


def surely_prepared(facts: Facts, granted: frozenset[Condition], moves: Sequence[Move], room: str) -> tuple[int, int]:
    """The same where something may have to be set right first, right there: a door unlocked, a lever pulled.

    With the minutes that takes at most. Nothing that goes off by itself may set it otherwise meanwhile.
    """
    conditions = [asked_of(facts.mystery, move, room, granted) for move in moves]
    things = _open_states(facts, conditions)
    setters = [
        move for thing in things for move in _setters(facts.mystery).get(thing, ()) if _is_there(facts, move, room)
    ]
    minutes = max((longest(facts.mystery, move) for move in setters), default=0)
    if not setters:
        return 0, 0
    found = facts.now & ~ors(_meddling(facts, thing, room, minutes) for thing in things)
    for case, possible in _cases(facts, things):
        direct = ors(surely(case, condition, room) for condition in conditions)
        found &= ~possible | direct | ors(_set_right(case, granted, setter, conditions, room) for setter in setters)
    return found, minutes


def _set_right(
    case: Facts, granted: frozenset[Condition], setter: Move, conditions: Iterable[Condition], room: str
) -> int:
    """The minutes at which the setter can surely be begun, and one of the conditions holds once it is done."""
    begins_at = surely(case, asked_of(case.mystery, setter, room, granted), room)
    if not begins_at:
        return 0
    states = {effect.thing: {effect.state: case.now} for effect in setter.effects if isinstance(effect, f.SetState)}
    after = replace(case, states={**case.states, **states})
    holds_then = ors(surely(after, condition, room) for condition in conditions)
    return begins_at & while_calm(holds_then, longest(case.mystery, setter))


@lru_cache(maxsize=16)
def _setters(mystery: Mystery) -> Mapping[str, tuple[Move, ...]]:
    """Thing or flag → the acts that set its state, and do nothing else that matters on the way."""
    found: dict[str, list[Move]] = {}
    for move in moves_of(mystery):
        if move.command and all(isinstance(effect, f.SetState | f.Teach | f.Describe) for effect in move.effects):
            for effect in move.effects:
                if isinstance(effect, f.SetState):
                    found.setdefault(effect.thing, []).append(move)
    return {thing: tuple(moves) for thing, moves in found.items()}


def _is_there(facts: Facts, move: Move, room: str) -> bool:
    rooms = rooms_for(facts.mystery, move.condition)
    return rooms is None or room in rooms


def _meddling(facts: Facts, thing: str, room: str, minutes: int) -> int:
    """The minutes after which, before so many more have passed, something that goes off by itself may set the thing's state."""
    found = 0
    for move in automatic(facts.mystery):
        if any(isinstance(e, f.SetState) and e.thing == thing for e in move.effects):
            mask = may(facts, move.condition, room)
            for ahead in range(minutes + 1):
                found |= mask >> ahead
    return found


def _open_states(facts: Facts, conditions: Iterable[Condition]) -> list[str]:
    """The things and flags asked about whose state is not settled; at most two, each of few states, are told apart."""
    asked = {part.thing for condition in conditions for part in parts(condition) if isinstance(part, c.Is)}
    several = (thing for thing in sorted(asked) if 1 < len(facts.states.get(thing, {})) <= MOST_STATES)
    return list(islice(several, 2))


def _cases(facts: Facts, things: Sequence[str]) -> Iterator[tuple[Facts, int]]:
    """The facts for every choice of states of the things, each with the minutes at which it may be so."""
    for states in product(*(facts.states[thing].items() for thing in things)):
        possible = facts.now
        settled = dict(facts.states)
        for thing, (state, mask) in zip(things, states, strict=True):
            possible &= mask
            settled[thing] = {state: facts.now}
        yield replace(facts, states=settled), possible


@lru_cache(maxsize=16)
def automatic(mystery: Mystery) -> tuple[Move, ...]:
    """The moves that happen by themselves."""
    return tuple(move for move in moves_of(mystery) if move.kind == "automatic")


@lru_cache(maxsize=16)
def by_command(mystery: Mystery) -> Mapping[Act | None, list[Move]]:
    """Command → the moves that may come of it; None → those that nobody commands."""
    found: dict[Act | None, list[Move]] = {}
    for move in moves_of(mystery):
        found.setdefault(move.command, []).append(move)
    return found


def while_calm(calm: int, minutes: int) -> int:
    """The minutes from which it stays calm for so many more; none of the last, whose end lies outside the case."""
    found = calm
    for ahead in range(1, minutes + 1):
        found &= calm >> ahead
    return found


def broken_off(facts: Facts, room: str, minutes: int) -> int:
    """The minutes from which something that `stops` what is under way may go off before so many more have passed."""
    found = 0
    for move in _stopping(facts.mystery) if minutes else ():
        goes_off = may(facts, move.condition, room)
        found |= ors(goes_off >> ahead for ahead in range(1, minutes + 1))
    return found


@lru_cache(maxsize=16)
def _stopping(mystery: Mystery) -> tuple[Move, ...]:
    rules = {rule.id for rule in mystery.automatics if rule.stops}
    return tuple(move for move in automatic(mystery) if move.rule in rules)
