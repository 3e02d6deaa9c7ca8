"""The single ways from room to room that can surely be walked, and at which minutes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tavern.engine.timetable import parts
from tavern.model import conditions as c
from tavern.model import effects as f
from tavern.model.commands import Act
from tavern.model.conditions import Condition
from tavern.model.effects import Effect
from tavern.model.mystery import Mystery
from tavern.proof.ranking.beginning import (
    automatic,
    broken_off,
    by_command,
    longest,
    needed_by,
    surely_one,
    surely_prepared,
    while_calm,
)
from tavern.proof.ranking.given import given
from tavern.proof.transitions.facts import Facts, ors
from tavern.proof.transitions.may import may, surely
from tavern.proof.transitions.moves import Move, moves_of
from tavern.proof.transitions.reads import rooms_for


@dataclass(frozen=True, slots=True)
class Edge:
    """A way that can be walked: when begun at a minute of `when`, at most `minutes` later the player is in `to`.

    acts: the commands of which at each such minute one will do. needs: what has to have been gained for it, of what was granted.
    """

    room: str
    to: str
    acts: tuple[Act, ...]
    when: int
    minutes: int
    needs: frozenset[Condition] = frozenset()


@lru_cache(maxsize=16)
def ways_of(mystery: Mystery) -> Mapping[tuple[str, str], tuple[Move, ...]]:
    """(room, room) → the acts that lead from the one to the other: going, and what an author lets one climb or enter."""
    found: dict[tuple[str, str], list[Move]] = {}
    for move in moves_of(mystery):
        to = next((effect.room for effect in move.effects if isinstance(effect, f.Go)), "")
        if move.command and to:
            for room in rooms_for(mystery, move.condition) or ():
                found.setdefault((room, to), []).append(move)
    return {way: tuple(moves) for way, moves in found.items()}


def edges_of(
    facts: Facts, granted: frozenset[Condition], gained: frozenset[Condition], calm: Mapping[str, int]
) -> list[Edge]:
    found = []
    for (room, to), moves in ways_of(facts.mystery).items():
        asked = {part for move in moves for part in parts(move.condition)}
        minutes = max(longest(facts.mystery, move) for move in moves)
        lasting = while_calm(calm[room], minutes)
        elsewhere = _elsewhere(facts, moves, room, to)
        for needs in dict.fromkeys((frozenset[Condition](), frozenset(asked & gained))):
            kept = facts.now & ~_interrupted(facts, granted | needs, moves, room, minutes)
            undisturbed = lasting & kept & ~elsewhere & ~broken_off(facts, room, minutes)
            when = surely_one(facts, granted | needs, moves, room) & undisturbed
            if when:
                found.append(Edge(room, to, _walked(moves), when, minutes, needs))
            prepared, longer = surely_prepared(facts, granted | needs, moves, room)
            prepared &= while_calm(calm[room], minutes + longer) & while_calm(kept, longer) & ~elsewhere
            prepared &= ~broken_off(facts, room, minutes + longer)
            if prepared & ~when:
                found.append(Edge(room, to, _walked(moves), prepared, minutes + longer, needs))
    return found


def _interrupted(facts: Facts, granted: frozenset[Condition], moves: Iterable[Move], room: str, minutes: int) -> int:
    """The minutes at which a way may be set out on, and may lose on the way what it breaks off without."""
    found = 0
    for move in moves:
        needed = c.All(tuple(part for part in needed_by(move).conditions if not _stays(facts, part)))
        there = surely(facts, given(needed, granted | {c.At((room,))}), room)
        found |= may(facts, move.condition, room) & ~while_calm(there, minutes)
    return found


def _stays(facts: Facts, needed: Condition) -> bool:
    """Whether it is a thing on the player that nothing which goes off by itself moves: who sets out with it has it still."""
    return isinstance(needed, c.Has) and not any(
        isinstance(effect, f.Move) and effect.thing == needed.thing
        for move in automatic(facts.mystery)
        for effect in move.effects
    )


def _walked(moves: Iterable[Move]) -> tuple[Act, ...]:
    return tuple(dict.fromkeys(move.command for move in moves if move.command))


def _elsewhere(facts: Facts, moves: Sequence[Move], room: str, to: str) -> int:
    """The minutes at which one of the commands may lead somewhere else from the room, or end the story."""
    acts = _walked(moves)
    others = (move for act in acts for move in by_command(facts.mystery).get(act, ()) if move not in moves)
    return ors(
        may(facts, move.condition, room) for move in others if any(_leads_off(effect, to) for effect in move.effects)
    )


def _leads_off(effect: Effect, to: str) -> bool:
    return isinstance(effect, f.End) or (isinstance(effect, f.Go) and effect.room != to)
