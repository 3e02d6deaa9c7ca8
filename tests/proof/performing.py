"""A player who does what a ranking says, on the real engine and from any world: whether it keeps its word."""

from collections.abc import Iterable, Iterator
from itertools import product
from random import Random

from tavern.engine.apply import apply_all
from tavern.engine.builtin.guards import anybody_awake
from tavern.engine.ground import all_acts
from tavern.engine.turn import turn
from tavern.model import conditions as c
from tavern.model import effects as f
from tavern.model.commands import Act
from tavern.model.conditions import Condition
from tavern.model.mystery import Mystery
from tavern.model.world import DAY, Ended, Playing, World
from tavern.proof.ranking.attain import ALWAYS_GRANTED, Attained, Step
from tavern.proof.ranking.edges import Edge, ways_of
from tavern.proof.ranking.given import given
from tavern.proof.ranking.touring import Stop
from tavern.proof.ranking.walking import FAR
from tavern.proof.transitions.may import surely
from tavern.proof.transitions.moves import can_be_named, moves_of
from tavern.reasoning.holds import holds
from tavern.reasoning.whereabouts import places_of


class BrokenWord(AssertionError):
    """The ranking said that something can be done, and the engine would not have it."""


def wandered(mystery: Mystery, world: World, random: Random, acts: int) -> World:
    """The world after so many acts taken at random, each with its minutes; acts that end the story are not taken."""
    possible = list(all_acts(mystery))
    for _ in range(acts):
        act = random.choice(possible)
        if random.random() < 0.1:
            act = Act("wait", minutes=random.choice((1, 10, 60, 240)))
        after = done(mystery, world, act)
        world = after if isinstance(after.stage, Playing) else world
    return world


def done(mystery: Mystery, world: World, act: Act) -> World:
    """The world after the act, or after the refusal of it."""
    return apply_all(world, turn(mystery, world, act))


def performed(found: Attained, world: World, goal: Condition, way: int = 0) -> World:
    """The world in which the goal is gained from this one, by that one of its ways and the first of whatever it needs.

    BrokenWord when it is not gained so.
    """
    return _Performance(found).gain(world, goal, way)


def toured(found: Attained, world: World, stops: Iterable[Stop]) -> World:
    """The world at the end of the tour, in front of somebody awake. BrokenWord when a stop takes longer than it says."""
    return _Performance(found).along(world, stops)


class _Performance:
    def __init__(self, found: Attained) -> None:
        self.found = found
        self.mystery = found.facts.mystery

    def along(self, world: World, stops: Iterable[Stop]) -> World:
        """Go from stop to stop, and at last to where one is surely heard."""
        for stop in stops:
            if not holds(self.mystery, stop.gains, world) and not self._is_elsewhere(world, stop.gains, stop.step):
                world = self._taken(world, stop.step, stop.gains)
            if world.clock > stop.ends:
                message = f"{stop.gains} was to be had by {stop.ends}, and was by {world.clock}"
                raise BrokenWord(message)
        return self._before_somebody(world)

    def _is_elsewhere(self, world: World, goal: Condition, step: Step) -> bool:
        """Whether the step is to fetch a thing from another room than the one it lies in: then it is not the step to take."""
        places = places_of(self.mystery, world, goal.thing) if isinstance(goal, c.Has) else frozenset()
        return any(place in self.mystery.rooms and place != step.room for place in places)

    def _before_somebody(self, world: World) -> World:
        facts, walks = self.found.facts, self.found.walks
        condition = given(anybody_awake(self.mystery), ALWAYS_GRANTED)
        heard = {room: mask for room in walks.heart if (mask := surely(facts, condition, room))}
        room = max(sorted(heard), key=lambda room: heard[room].bit_length())
        world = self._inside(self._to_the_heart(world), room)
        return self._until(world, heard[room])

    def gain(self, world: World, goal: Condition, way: int = 0) -> World:
        """Gain the goal, and before it whatever it needs."""
        if holds(self.mystery, goal, world):
            return world
        if isinstance(goal, c.Knows) and goal.id in self.mystery.deductions:
            return world
        row = self.found.rows[goal][way]
        for need in sorted(row.needs, key=repr):
            world = self.gain(world, need)
        for step in row.steps:
            if not holds(self.mystery, goal, world) and not self._is_elsewhere(world, goal, step):
                world = self._taken(world, step, goal)
        if not holds(self.mystery, goal, world):
            message = f"{goal} was not gained by {row.steps}"
            raise BrokenWord(message)
        return world

    def _taken(self, world: World, step: Step, goal: Condition) -> World:
        access = step.access
        world = self._to_the_heart(world)
        world = self._inside(world, access.door)
        starts = access.starts & (step.when >> access.minutes)
        world = self._until(world, starts)
        for edge in access.path:
            on = world.clock + edge.minutes
            world = self._along(world, edge)
            world = self._waited(world, on - world.clock) if world.clock < on else world
        if world.room != step.room:
            message = f"{step.room} was not come to, but {world.room}"
            raise BrokenWord(message)
        ends = world.clock + step.minutes
        if step.act is not None:
            world = self._tried(world, step.act)
        while not holds(self.mystery, goal, world) and world.clock < ends:
            world = self._waited(world, 1)
        return world

    def _waited(self, world: World, minutes: int) -> World:
        return self._done(world, Act("wait", minutes=minutes))

    def _tried(self, world: World, act: Act) -> World:
        if not can_be_named(self.mystery, world, act):
            message = f"no line can name {act} at {world.clock}"
            raise BrokenWord(message)
        return self._done(world, act)

    def _done(self, world: World, act: Act) -> World:
        """The world after the act; TooLate when the last hour strikes meanwhile, BrokenWord at another ending."""
        after = done(self.mystery, world, act)
        if isinstance(after.stage, Ended):
            if after.clock >= self.found.facts.span.last:
                raise TooLate
            message = f"the story ended at {after.clock} in {world.room} by {act}"
            raise BrokenWord(message)
        return after

    def _to_the_heart(self, world: World) -> World:
        walks, least = self.found.walks, world.clock
        limit = walks.home.get(world.room, FAR)
        if limit >= FAR or (limit and world.clock > walks.until):
            raise Away
        while world.room not in walks.heart:
            if world.clock - least > limit:
                message = f"no way home from {world.room} in {limit} minutes"
                raise BrokenWord(message)
            world = self._a_step_home(world)
        return world

    def _a_step_home(self, world: World) -> World:
        walks = self.found.walks
        for (room, to), acts in self._ways().items():
            if room == world.room and walks.home.get(to, FAR) < walks.home[room]:
                for act, before in product(acts, (world, *self._prepared(world))):
                    after = self._done(before, act)
                    if after.room != world.room:  # there, or where one is put from there
                        return after
        return self._waited(world, 1)

    def _prepared(self, world: World) -> Iterator[World]:
        """The worlds after something was set right there: a door unlocked, a lever pulled."""
        for move in moves_of(self.mystery):
            sets = any(isinstance(effect, f.SetState) for effect in move.effects)
            if move.command and sets and all(isinstance(e, f.SetState | f.Teach | f.Describe) for e in move.effects):
                after = self._done(world, move.command)
                if after.states != world.states:
                    yield after

    def _ways(self) -> dict[tuple[str, str], tuple[Act, ...]]:
        return {
            way: tuple(move.command for move in moves if move.command) for way, moves in ways_of(self.mystery).items()
        }

    def _inside(self, world: World, door: str) -> World:
        """Walk inside the heart, a shortest way."""
        between, ways = self.found.walks.between, self._ways()
        while world.room != door:
            near = [
                (between[to, door], acts)
                for (room, to), acts in ways.items()
                if room == world.room and (to, door) in between and between[to, door] < between[room, door]
            ]
            after = next(
                (
                    after
                    for _, acts in sorted(near, key=lambda way: way[0])
                    for act in acts
                    for before in (world, *self._prepared(world))
                    if (after := self._done(before, act)).room != world.room
                ),
                None,
            )
            if after is None:
                message = f"no way inside the heart from {world.room} to {door}"
                raise BrokenWord(message)
            world = after
        return world

    def _until(self, world: World, starts: int) -> World:
        span = self.found.facts.span
        ahead = starts >> (world.clock - span.first)
        if not ahead:
            raise TooLate
        begins = world.clock + (ahead & -ahead).bit_length() - 1
        for _ in range(DAY):
            if world.clock >= begins:
                return world
            world = self._waited(world, begins - world.clock)
        return world

    def _along(self, world: World, edge: Edge) -> World:
        for act in edge.acts:
            for before in (world, *self._prepared(world)):
                after = self._done(before, act)
                if after.room == edge.to:
                    return after
        message = f"the way from {edge.room} to {edge.to} was shut at {world.clock}"
        raise BrokenWord(message)


class TooLate(Exception):
    """There is no such minute left before the end of the case."""


class Away(Exception):
    """Nothing was said of how to come home from there."""
