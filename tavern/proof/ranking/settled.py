"""States that change by the clock: when a thing may be in which state, where something that goes off by itself sets it each day.

The fixpoint of `tavern.proof.closure.reach` never forgets a state. Here the minutes are gone through in order, and what is set
whatever the player did puts an end to every other state of the thing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tavern.model import conditions as c
from tavern.model import effects as f
from tavern.model.conditions import Condition
from tavern.proof.closure.reach import begins
from tavern.proof.transitions.facts import Facts
from tavern.proof.transitions.may import may
from tavern.proof.transitions.moves import Move, moves_of
from tavern.proof.transitions.reads import rooms_for


@dataclass(frozen=True, slots=True)
class Setting:
    """A move that may set the thing's state: at a minute of `when`, out of one of the states `out_of` (None: any).

    still: whether it has to be in one of those when the minutes are over as well.
    """

    state: str
    when: int
    minutes: int
    out_of: frozenset[str] | None
    still: bool = False


def settle(facts: Facts) -> Facts:
    """The facts with the states of such things narrowed to the minutes at which they may be so."""
    states = dict(facts.states)
    for thing in sorted({thing for move in moves_of(facts.mystery) if is_clockwork(move) for thing in _set_by(move)}):
        states[thing] = _narrowed(facts, thing)
    return replace(facts, states=states)


def is_clockwork(move: Move) -> bool:
    """Whether the move happens at its hours whatever anybody does."""
    dated = all(isinstance(part, c.Between | c.OnDays) for part in move.condition.conditions)
    return (
        move.kind == "automatic" and move.rate != "once" and not move.fuse and dated and bool(move.condition.conditions)
    )


def _set_by(move: Move) -> dict[str, str]:
    """Thing → the state the move leaves it in."""
    return {effect.thing: effect.state for effect in move.effects if isinstance(effect, f.SetState)}


def _narrowed(facts: Facts, thing: str) -> dict[str, int]:
    moves = [move for move in moves_of(facts.mystery) if thing in _set_by(move)]
    clockwork = [(may(facts, move.condition, ""), _set_by(move)[thing]) for move in moves if is_clockwork(move)]
    settings = [setting for move in moves if not is_clockwork(move) for setting in _settings(facts, thing, move)]
    initial = {state for state, mask in facts.states[thing].items() if mask & 1}
    narrowed = dict.fromkeys(facts.states[thing], 0)
    for number, now in enumerate(_course(facts, initial, clockwork, settings)):
        for state in now:
            narrowed[state] = narrowed.get(state, 0) | 1 << number
    return narrowed


def _settings(facts: Facts, thing: str, move: Move) -> Iterator[Setting]:
    """The move as a setting, if it may ever happen; the states it sets on the way count as well."""
    when = begins(facts, move, rooms_for(facts.mystery, move.condition))
    for effect in move.effects if when else ():
        if isinstance(effect, f.SetState) and effect.thing == thing:
            out_of = _out_of(facts, thing, move.condition.conditions)
            still = out_of is not None and out_of == _out_of(facts, thing, move.again)
            yield Setting(effect.state, when, move.minutes, out_of, still)


def _out_of(facts: Facts, thing: str, parts: Sequence[Condition]) -> frozenset[str] | None:
    """The states of the thing in which the move's own condition may hold."""
    left = set(facts.states[thing])
    for part in parts:
        match part:
            case c.Is(asked, state) if asked == thing:
                left &= {state}
            case c.Not(c.Is(asked, state)) if asked == thing:
                left -= {state}
            case _:
                pass
    return frozenset(left) if left != set(facts.states[thing]) else None


def _course(
    facts: Facts, initial: set[str], clockwork: Sequence[tuple[int, str]], settings: Sequence[Setting]
) -> Iterator[frozenset[str]]:
    """Minute by minute the states the thing may be in. An act under way when the clock strikes still has its effect.

    Unless it asks again for the state.
    """
    now, coming = set(initial), dict[int, set[Setting]]()
    for minute in range(facts.span.last - facts.span.first):
        struck = [
            state for mask, state in clockwork if minute and mask >> minute & 1
        ]  # the first minute is there already
        now = {struck[-1]} if struck else now
        now |= {due.state for due in coming.pop(minute, set()) if not due.still or now & (due.out_of or now)}
        fresh = True
        while fresh:
            before = set(now)
            for setting in settings:
                if setting.when >> minute & 1 and (setting.out_of is None or now & setting.out_of):
                    for later in range(1, setting.minutes + 1):
                        coming.setdefault(minute + later, set()).add(setting)
                    now |= {setting.state} if not setting.minutes else set()
            fresh = now != before
        yield frozenset(now)
