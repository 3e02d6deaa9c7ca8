"""Everything that can be done in a small mystery, done: each world that play can come to, on the engine, and what leads on from it.

Worlds that differ only in what nothing asks about are one. What is too large is left unsettled.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations

from tavern.engine.apply import apply_all
from tavern.engine.timetable import next_moment
from tavern.engine.turn import turn
from tavern.model import conditions as c
from tavern.model.commands import Accusation, Accuse, Act, Answer, Charge, Command, Think
from tavern.model.mystery import Mystery
from tavern.model.world import Ended, Hearing, Playing, Proved, World
from tavern.proof.transitions.facts import opening_world
from tavern.proof.transitions.moves import can_be_named, moves_of
from tavern.reasoning.evidence import carrying
from tavern.reasoning.holds import holds
from tavern.reasoning.inference import charged, closure, established
from tavern.reasoning.sight import things_in_sight
from tavern.reasoning.whereabouts import people_here
from tests.proof.mattering import LONG, acts, essence, is_worth_trying

MOST_CITED = 3  # cards a question


@dataclass(slots=True)
class Explored:
    """The worlds that play can come to, by number in the order found, and which come next. numbers: by essence.

    settled: whether these are all. endings: those that were come to. routes: those that were taken in any of them.
    """

    mystery: Mystery
    worlds: list[World] = field(default_factory=list)
    numbers: dict[World, int] = field(default_factory=dict)
    before: list[list[int]] = field(default_factory=list)
    after: list[list[tuple[Command, int]]] = field(default_factory=list)
    endings: set[str] = field(default_factory=set)
    routes: set[str] = field(default_factory=set)
    settled: bool = True

    def good(self) -> set[int]:
        """The numbers of the worlds from which a proved accusation can still be made."""
        found = {number for number, world in enumerate(self.worlds) if proves(self.mystery, world)}
        front = [*found]
        while front:
            fresh = {earlier for number in front for earlier in self.before[number]} - found
            found |= fresh
            front = [*fresh]
        return found

    def line_to(self, number: int) -> list[Command]:
        """Commands from the first world to that one, a shortest line of them."""
        came: dict[int, tuple[int, Command] | None] = {0: None}
        queue = deque([0])
        while queue and number not in came:
            here = queue.popleft()
            for command, there in self.after[here]:
                if there not in came:
                    came[there] = (here, command)
                    queue.append(there)
        commands: list[Command] = []
        step = came[number]
        while step is not None:
            commands.append(step[1])
            step = came[step[0]]
        return commands[::-1]


def explored(mystery: Mystery, most: int, seed: int = 1, *, whole: bool = False) -> Explored:
    """All worlds that can be come to from the first line, at most so many. whole: with all that makes no difference, too."""
    found = Explored(mystery)
    kept = (lambda _, world: world) if whole else essence
    open_ = _every if whole else _open
    first = opening_world(mystery, seed)
    found.routes |= first.routes
    queue = deque([_number(found, first, kept(mystery, first))])
    while queue:
        number = queue.popleft()
        if len(found.worlds) > most:
            found.settled = False
            return found
        here = found.worlds[number]
        if not isinstance(here.stage, Playing):
            continue
        for command in (*open_(mystery, here), *waits(mystery, here)):
            after = done(mystery, here, command)
            found.routes |= after.routes
            there = kept(mystery, after)
            if found.numbers.get(there) == number:
                continue
            if isinstance(there.stage, Ended):
                found.endings.add(there.stage.ending)
            if there not in found.numbers:
                queue.append(_number(found, after, there))
            found.after[number].append((command, found.numbers[there]))
            found.before[found.numbers[there]].append(number)
    return found


def _number(found: Explored, world: World, essential: World) -> int:
    number = found.numbers[essential] = len(found.worlds)
    found.worlds.append(world)
    found.before.append([])
    found.after.append([])
    return number


def _every(mystery: Mystery, world: World) -> Iterator[Act]:
    """What can be done there, but for what takes the rest of the case."""
    commands = dict.fromkeys(move.command for move in moves_of(mystery) if move.command)
    return (act for act in commands if act.verb not in LONG and can_be_named(mystery, world, act))


def _open(mystery: Mystery, world: World) -> Iterator[Act]:
    """Those of the acts that are not refused at once, and may do something that waiting does not."""
    near = _near(mystery, world)
    for act in acts(mystery):
        if _is_near(mystery, near, act) and can_be_named(mystery, world, act) and is_worth_trying(mystery, world, act):
            yield act


def _near(mystery: Mystery, world: World) -> frozenset[str]:
    """Who and what is there, and the ways out: what is done to anything else is refused."""

    def truth(condition: c.Condition) -> bool:
        return holds(mystery, condition, world)

    ways = (way.direction for way in mystery.rooms[world.room].exits)
    return frozenset((*people_here(mystery, world), *things_in_sight(mystery, world, truth), *ways))


def _is_near(mystery: Mystery, near: frozenset[str], act: Act) -> bool:
    asked = {act.noun} if act.verb == "go" or act.noun in mystery.actors or act.noun in mystery.things else set()
    return asked <= near


def done(mystery: Mystery, world: World, command: Command) -> World:
    """The world after the command, or after the refusal of it."""
    return apply_all(world, turn(mystery, world, command))


def waits(mystery: Mystery, world: World) -> Iterator[Act]:
    """A minute's wait, and where something happens every turn also a longer one, which is one turn; at first a mere look."""
    if world.clock == mystery.begins:
        yield Act("look", world.room)  # what can go off at once does so after any act
    yield Act("wait", minutes=1)
    if any(rule.each_turn for rule in mystery.automatics):
        moment = next_moment(mystery, world, mystery.ends)
        if moment > world.clock + 1:
            yield Act("wait", minutes=moment - world.clock)


# ── accusing ────────────────────────────────────────────────────────────────────────────────────────────────────


def proves(mystery: Mystery, world: World) -> bool:
    """Whether an accusation made here and now carries in full: thought out, made, and its hearing lived through."""
    if not isinstance(world.stage, Playing):
        return False
    accusation = _accusation(mystery, world.routes, world.drawn)
    if accusation is None:
        return False
    thoughts, accuse = accusation
    for thought in thoughts:
        world = done(mystery, world, thought)
    world = heard_out(mystery, done(mystery, world, accuse))
    return isinstance(world.stage, Proved) and world.stage.complete


def heard_out(mystery: Mystery, world: World) -> World:
    """The world after the hearing; nothing is answered to what is objected."""
    while isinstance(world.stage, Hearing):
        world = done(mystery, world, Answer(""))
    return world


@lru_cache(maxsize=4096)
def _accusation(
    mystery: Mystery, routes: frozenset[str], drawn: frozenset[str]
) -> tuple[tuple[Think, ...], Accuse] | None:
    """What has to be thought and charged by one who has taken these routes; None when the truth does not follow from them."""
    clues = frozenset(mystery.routes[route].clue for route in routes)
    held = World(1, mystery.begins, mystery.start, clues=clues, routes=routes, drawn=drawn)
    cards = carrying(mystery, held)
    truth = mystery.solution.answers
    asked = [question.id for question in charged(mystery)]
    every = closure(mystery, cards)
    if any(truth[question] not in established(mystery, question, every) for question in asked):
        return None
    for many in range(MOST_CITED * len(asked) + 1):
        for cited in combinations(sorted(every), many):
            known = closure(mystery, cited)
            if all(truth[question] in established(mystery, question, known) for question in asked):
                charges = tuple(
                    Charge(question, truth[question], cited[number :: len(asked)])
                    for number, question in enumerate(asked)
                )
                return tuple(_thoughts(mystery, cited, cards)), Accuse(Accusation(charges))
    return None


def _thoughts(mystery: Mystery, cited: Iterable[str], cards: frozenset[str]) -> Iterator[Think]:
    """The thoughts by which the conclusions among those cited are drawn, what they rest on first."""
    known = set(cards)
    while fresh := [
        (id, needs)
        for id, deduction in mystery.deductions.items()
        if id not in known
        for needs in deduction.needs
        if known >= set(needs)
    ]:
        for id, needs in fresh:
            if id not in known:
                known.add(id)
                deduction = mystery.deductions[id]
                for question, answer in deduction.bearing.establishes.items():
                    yield Think(question, answer, tuple(needs))
                for question, answers in deduction.bearing.rules_out.items():
                    yield Think(question, answers[0], tuple(needs), denied=True)
