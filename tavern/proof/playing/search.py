"""Looking for a goal that no plan comes to: the worlds that acts lead to, those first that want least, within a bound."""

from collections.abc import Callable, Iterator
from heapq import heappop, heappush

from tavern.model.commands import Act
from tavern.model.mystery import Mystery
from tavern.model.world import DAY, Ended, World
from tavern.proof.closure.means import achievers, is_near, is_so
from tavern.proof.closure.reach import Fact, Reach
from tavern.proof.playing.exact import foreseen
from tavern.proof.playing.play import Play, played
from tavern.proof.transitions.may import may
from tavern.proof.transitions.moves import Move
from tavern.proof.transitions.reads import keys_of
from tavern.reasoning.holds import holds

WIDEST = 1500  # worlds looked at
Stop = Callable[[], bool]


def searched(
    mystery: Mystery, found: Reach, play: Play, fact: Fact, stop: Stop, most: int = WIDEST
) -> tuple[Play | None, int]:
    """A play that goes on from this one and comes to the fact, or None; and how many worlds were looked at.

    Best first: worlds in which fewest of the moves are wanting that a plan would go through.
    """
    needed = _cone(mystery, found, fact)
    heap: list[tuple[int, int, Play]] = [(0, 0, play)]
    seen = {_essence(play.world)}
    looked = pushed = 0
    while heap and looked < most and not stop():
        _, _, here = heappop(heap)
        looked += 1
        for command in _commands(mystery, here.world, needed):
            after = played(mystery, here, command)
            if after is None or _essence(after.world) in seen:
                continue
            if is_so(mystery, after.world, fact):
                return after, looked
            if isinstance(after.world.stage, Ended):
                continue
            seen.add(_essence(after.world))
            pushed += 1
            heappush(heap, (_wanting(mystery, after.world, needed) + after.length // 4, pushed, after))
    return None, looked


def _essence(world: World) -> object:
    """What two worlds that differ in nothing else need not both be looked at for: all but what was met and the single minute."""
    return (
        world.room, world.doing, world.clock // 10, world.clues, world.routes, world.drawn, world.places, world.states,
        world.relationships, world.counters, world.pending,
    )  # fmt: skip


def _cone(mystery: Mystery, found: Reach, fact: Fact) -> list[Move]:
    """The moves that a plan for the fact may go through: those that bring about what is asked for, and so on down."""
    cone: dict[str, Move] = {}
    open_ = [fact]
    seen = {fact}
    while open_:
        for move in achievers(mystery).get(open_.pop(), ()):
            if move.id not in cone and ("ran", move.id) in found.why:
                cone[move.id] = move
                for behind in _supports(found, move):
                    if behind not in seen:
                        seen.add(behind)
                        open_.append(behind)
    return list(cone.values())


def _supports(found: Reach, move: Move) -> Iterator[Fact]:

    for kind, id in keys_of(found.mystery, move.condition):
        if kind == "known":
            yield ("known", id)
        else:
            yield from (
                fact for fact in found.why if fact[:2] == ({"thing": "place", "lies": "place"}.get(kind, kind), id)
            )


def _commands(mystery: Mystery, world: World, needed: list[Move]) -> Iterator[Act]:
    """The acts worth trying: ways out, what the plan goes through, and waiting for what its hours name."""
    for direction in dict.fromkeys(way.direction for way in mystery.rooms[world.room].exits):
        yield Act("go", direction)
    for move in needed:
        if move.command and move.command.verb != "go" and holds(mystery, move.condition, world):
            yield move.command
    facts = foreseen(mystery, world)
    waits = {DAY // 24}
    for move in needed:
        mask = may(facts, move.condition, world.room) & facts.now
        if mask and facts.span.earliest(mask) > world.clock:
            waits.add(min(facts.span.earliest(mask) - world.clock, DAY - 1))
    yield from (Act("wait", minutes=minutes) for minutes in sorted(waits)[:6])


def _wanting(mystery: Mystery, world: World, needed: list[Move]) -> int:
    return sum(
        not holds(mystery, part, world)
        for move in needed
        for part in move.condition.conditions
        if not is_near(mystery, part)
    )
