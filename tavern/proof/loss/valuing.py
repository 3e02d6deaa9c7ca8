"""A closer look where the fixpoint says too much: the values a few resources can have together, room by room and minute by minute.

The fixpoint forgets what actions take away. Here what the goal depends on is remembered: which state a door is in, where a
thing is, what has gone off once. A *cell* is a room with one value for each of these, and the mask of the minutes at which the
player can be in it and type a line. What surely happens by itself cannot be waited past. All else is left as wide as the
facts have it, so that what no cell allows is impossible; nothing is ever shown to be possible.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

from tavern.model.mystery import Mystery
from tavern.model.world import Playing, World
from tavern.proof.argument.evidence import holding
from tavern.proof.argument.smallest import Stop, never
from tavern.proof.argument.truth import is_arguable
from tavern.proof.closure.reach import reach
from tavern.proof.loss.cells import Cell, Entry, Valuing, moments, onward, stayed
from tavern.proof.loss.resources import Resource, Values, cone, touches, values_of, written
from tavern.proof.transitions.facts import Facts
from tavern.proof.transitions.moves import Move, moves_of

MOST_CELLS = 1500  # beyond them it is left open
MOST_STEPS = 1200  # comings into a cell; beyond them as well
MOST_CLUES = 9
Enough = Callable[[Values], bool]


def cannot_happen(mystery: Mystery, world: World, goals: Iterable[Move], stop: Stop = never) -> bool:
    """Whether none of the moves can be begun in any world that comes of this one. False where it is left open."""
    goals = tuple(goals)
    facts = reach(mystery, world).facts
    return _is_barred(facts, world, goals, cone(facts, goals), stop=stop)


def cannot_prove(mystery: Mystery, world: World, clues: Iterable[str], stop: Stop = never) -> bool:
    """Whether there is never a line to be typed with enough of these clues known to prove the case. False where it is left open.

    Every other clue is taken for known, and one that is known for one that carries.
    """
    clues = frozenset(clues) - world.clues
    if len(clues) > MOST_CLUES:
        return False
    learning = [move for move in moves_of(mystery) if not {id for _, id in written(move)}.isdisjoint(clues)]
    facts = reach(mystery, world).facts
    resources = cone(facts, learning) | {("known", id) for id in clues}
    have = mystery.clues.keys() - clues

    def is_enough(values: Values) -> bool:
        known = have | {id for (kind, id), value in values.items() if kind == "known" and value and id in clues}
        return is_arguable(mystery, holding(mystery, (route for id in known for route in mystery.clues[id].routes)))

    return _is_barred(facts, world, (), resources, is_enough, stop)


def _is_barred(
    facts: Facts,
    world: World,
    goals: tuple[Move, ...],
    resources: frozenset[Resource],
    is_enough: Enough = lambda _: False,
    stop: Stop = never,
) -> bool:
    mystery = facts.mystery
    if not isinstance(world.stage, Playing):
        return False
    relevant = tuple(move for move in moves_of(mystery) if touches(move, resources))
    found = Valuing(mystery, facts, resources, relevant)
    first = Cell(world.room, values_of(mystery, world, resources))
    by_itself = frozenset(move.id for move in relevant if move.kind == "automatic")
    waiting = [Entry(first, 1 << (world.clock - facts.span.first), found.timed, by_itself)]
    steps = 0
    while waiting:
        entry = waiting.pop()
        steps += 1
        cell = entry.cell
        fresh = stayed(found, entry) & ~found.typed.get(cell, 0)
        coming = replace(entry, minutes=0)
        looked_at = found.entered.get(coming, 0)
        if not fresh and not entry.minutes & ~looked_at and cell in found.typed:
            continue
        found.entered[coming] = looked_at | entry.minutes
        found.typed[cell] = found.typed.get(cell, 0) | fresh
        begun = any(found.may_begin(cell, goal) & moments(found, entry, fresh, goal) for goal in goals)
        done = begun or (fresh and is_enough(cell.values))
        if done or steps > MOST_STEPS or len(found.typed) > MOST_CELLS or stop():
            return False
        waiting += onward(found, entry, fresh)
    return True
