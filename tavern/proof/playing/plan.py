"""Reaching a goal by playing the real engine: back from the goal to what it needs, and that done first.

A plan is never trusted: each step is a command the engine carries out, and the goal is reached when the world says so. The
planner goes back along the moves that can bring a thing about, those first that come soonest and do no harm; what it
cannot reach so, a bounded search tries (see `tavern.proof.playing.search`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tavern.model import conditions as c
from tavern.model import effects as f
from tavern.model.commands import Act, Command
from tavern.model.conditions import Condition
from tavern.model.mystery import Mystery
from tavern.model.world import DAY, NOWHERE, PLAYER, WORN, World
from tavern.proof.argument.smallest import Stop, never
from tavern.proof.closure.means import achieving, changers, harm, is_near, is_so, persistence
from tavern.proof.closure.reach import Fact, Reach
from tavern.proof.playing.afoot import be_where, go_to, led_to, wait
from tavern.proof.playing.exact import foreseen
from tavern.proof.playing.holding import carry, draw
from tavern.proof.playing.play import Play, played
from tavern.proof.playing.staging import cells, staged
from tavern.proof.transitions.facts import Facts
from tavern.proof.transitions.may import may
from tavern.proof.transitions.moves import Move
from tavern.reasoning.holds import holds

DEEPEST = 12  # goals within goals
BROADEST = 4  # ways tried to one goal
PATIENCE = 40  # times one act is repeated for a number's sake


@dataclass(slots=True)
class Planner:
    """Plans within a budget. reach: what may come about at all, for what is not worth trying. spent: commands carried out.

    stop: whether it is time to leave off, as if the budget were spent.
    """

    mystery: Mystery
    reach: Reach
    budget: int = 4000
    spent: int = 0
    stop: Stop = never
    _open: set[Fact] = field(default_factory=set)
    _foreseen: tuple[World, Facts] | None = None

    # ── goals ───────────────────────────────────────────────────────────────────────────────────────────────────

    def achieve(self, play: Play, fact: Fact) -> Play | None:
        """A play in which the fact is so, going on from this one; None when none was found."""
        if is_so(self.mystery, play.world, fact):
            return play
        if fact in self._open or len(self._open) > DEEPEST or self._is_spent():
            return None
        if fact[0] in ("known", "state", "place", "room", "ran", "ending") and fact not in self.reach.why:
            return None
        self._open.add(fact)
        try:
            return self._achieved(play, fact)
        finally:
            self._open.discard(fact)

    def _achieved(self, play: Play, fact: Fact) -> Play | None:
        match fact:
            case ("room", room):
                return self.go_to(play, room) or led_to(self, play, room)
            case ("known", id) if id in self.mystery.deductions:
                return draw(self, play, id)
            case ("carries", id):
                return carry(self, play, id)
            case _:
                return self._by_moves(play, fact)

    def _by_moves(self, play: Play, fact: Fact) -> Play | None:
        facts = self.foresee(play)
        moves = [move for move in achieving(self.mystery, fact) if self.is_allowed(move)]
        ranked = sorted(moves, key=lambda move: self.estimate(play, facts, move)) if len(moves) > 1 else moves
        for move in ranked[:BROADEST]:
            after = self.perform(play, move, fact)
            if after is not None and is_so(self.mystery, after.world, fact):
                return after
        return None

    def estimate(self, play: Play, facts: Facts, move: Move) -> int:
        """Roughly how many minutes it would take to bring the move about, harm counted in."""
        wanting = sum(
            not may(facts, part, play.world.room)
            for part in move.condition.conditions
            if not is_near(self.mystery, part)
        )
        soonest = self.reach.why[("ran", move.id)].clock - self.reach.facts.span.first
        mask = cells(self, facts, move)
        wait = min((facts.span.earliest(cell) - play.world.clock for cell in mask.values()), default=2 * DAY)
        return wait + 240 * wanting + soonest // 60 + move.minutes + harm(move)

    def _is_spent(self) -> bool:
        return self.spent >= self.budget or self.stop()

    def is_allowed(self, move: Move) -> bool:
        """Whether the move can come about at all, and reveals nothing by a route that is to be done without."""
        gone = self.reach.facts.without.routes
        shown = (effect.route for effect in move.effects if isinstance(effect, f.Reveal)) if gone else ()
        return ("ran", move.id) in self.reach.why and gone.isdisjoint(shown)

    # ── bringing a move about ───────────────────────────────────────────────────────────────────────────────────

    def perform(self, play: Play, move: Move, fact: Fact) -> Play | None:
        """Bring the move about: first what it needs wherever one is, then the place, then the hour."""
        for _ in range(3):  # what is gained last may lose what was gained first
            ready = self.prepared(play, move.condition.conditions)
            if ready is None:
                return None
            play = ready
            if not self._missing(play, move.condition.conditions):
                break
        else:
            return None
        for _ in range(3):
            after = staged(self, play, move)
            if after is None or is_so(self.mystery, after.world, fact):
                return after
            if after.length == play.length:
                return None
            play = after
        return None

    def _missing(self, play: Play, conditions: Iterable[Condition]) -> list[Condition]:
        return [
            part for part in conditions if not is_near(self.mystery, part) and not holds(self.mystery, part, play.world)
        ]

    def prepared(self, play: Play, conditions: Iterable[Condition]) -> Play | None:
        """The play with everything gained that does not depend on where and when."""
        missing = self._missing(play, conditions)
        after: Play | None = play
        for part in sorted(missing, key=persistence):
            after = after and self.satisfy(after, part)
        return after

    def satisfy(self, play: Play, condition: Condition) -> Play | None:
        """A play in which the condition holds, as far as acts can make it."""
        if holds(self.mystery, condition, play.world):
            return play
        if isinstance(condition, c.All):
            after: Play | None = play
            for part in sorted(condition.conditions, key=persistence):
                after = after and self.satisfy(after, part)
            return after
        if isinstance(condition, c.Any):
            return next(filter(None, (self.satisfy(play, part) for part in condition.conditions)), None)
        if isinstance(condition, c.Relationship | c.Counter):
            return self._change(play, condition)
        return next(filter(None, (self.achieve(play, fact) for fact in self._facts_for(condition))), None)

    def _facts_for(self, condition: Condition) -> Iterator[Fact]:
        """Facts any of which makes the condition hold."""
        match condition:
            case c.Knows(id):
                yield ("known", id)
            case c.Visited(room) | c.At((room,)):
                yield ("room", room)
            case c.Has(thing):
                yield ("place", thing, PLAYER)
                yield ("place", thing, WORN)
            case c.In(thing, place) if thing not in self.mystery.actors:
                yield ("place", thing, place)
            case c.Is(thing, state):
                yield ("state", thing, state)
            case c.Not(c.Is(thing, state)):
                yield from (fact for fact in self.reach.why if fact[:2] == ("state", thing) and fact[2] != state)
            case c.Not(c.Has(thing)):
                yield from self._elsewhere(thing, (PLAYER, WORN, NOWHERE))
            case c.Not(c.In(thing, place)):
                yield from self._elsewhere(thing, (place, NOWHERE))
            case _:
                return

    def _elsewhere(self, thing: str, places: Iterable[str]) -> Iterator[Fact]:
        return (fact for fact in self.reach.why if fact[:2] == ("place", thing) and fact[2] not in places)

    def _change(self, play: Play, condition: c.Relationship | c.Counter) -> Play | None:
        """Raise or lower a number by the acts that do, again and again."""
        for _ in range(PATIENCE):
            if holds(self.mystery, condition, play.world):
                return play
            after = self._step(play, condition)
            if after is None:
                return None
            play = after
        return None

    def _step(self, play: Play, condition: c.Relationship | c.Counter) -> Play | None:
        id = condition.actor if isinstance(condition, c.Relationship) else condition.counter
        numbers = play.world.relationships if isinstance(condition, c.Relationship) else play.world.counters
        value = numbers.get(id, 0)
        sign = 1 if condition.least is not None and value < condition.least else -1
        facts = self.foresee(play)
        moves = [move for move in changers(self.mystery).get((id, sign), ()) if self.is_allowed(move)]
        for move in sorted(moves, key=lambda move: self.estimate(play, facts, move))[:BROADEST]:
            fact: Fact = ("beyond", id, str(sign), str(value))
            if fact not in self._open:
                self._open.add(fact)
                after = self.perform(play, move, fact)
                self._open.discard(fact)
                if after is not None and is_so(self.mystery, after.world, fact):
                    return after
        return None

    def do(self, play: Play, command: Command) -> Play | None:
        """The play after the command; None when it is refused or the budget is spent."""
        if self._is_spent():
            return None
        self.spent += 1
        return played(self.mystery, play, command)

    def foresee(self, play: Play) -> Facts:
        """What will be so from this play on if nobody does anything more."""
        if self._foreseen is None or self._foreseen[0] is not play.world:
            self._foreseen = (play.world, foreseen(self.mystery, play.world))
        return self._foreseen[1]

    def wait(self, play: Play, clock: int) -> Play | None:
        """The play at that clock time, or moved out of the room before; None when the story is over by then."""
        return wait(self, play, clock)

    def past(self, play: Play, clock: int) -> Play | None:
        """The play after waiting until then, whatever comes of it; one wait, which something seen may cut short."""
        return self.do(play, Act("wait", until=min(clock, play.world.clock + DAY) % DAY))

    def go_to(self, play: Play, room: str) -> Play | None:
        """The play with the player in the room: way by way, seeing to what is shut, round again when put elsewhere."""
        return go_to(self, play, room)

    def be_where(self, play: Play, near: c.All) -> Play | None:
        """The play with the player in a room, and at a minute, where the conditions of place, people and hour hold."""
        return be_where(self, play, near)
