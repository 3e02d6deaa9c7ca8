"""Everything that can be done in a small mystery, done: each world that play can come to, on the engine, and what leads on from it.

Worlds that differ only in what nothing asks about are one. What is too large is left unsettled.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import combinations

from tavern.engine.apply import apply_all
from tavern.engine.ground import THOROUGH
from tavern.engine.timetable import next_moment, parts
from tavern.engine.turn import turn
from tavern.model import conditions as c
from tavern.model import effects as f
from tavern.model.commands import Accusation, Accuse, Act, Answer, Charge, Command, Think
from tavern.model.frozen import Frozen
from tavern.model.mystery import Bearing, Mystery
from tavern.model.world import Ended, Hearing, Playing, Proved, World
from tavern.proof.facts import opening_world
from tavern.proof.moves import can_be_named, moves_of
from tavern.reasoning.evidence import carrying
from tavern.reasoning.holds import evening, holds
from tavern.reasoning.inference import bearing, charged, closure, established
from tavern.reasoning.sight import things_in_sight
from tavern.reasoning.whereabouts import people_here

BUSY = frozenset({"watch", "listen", "hide", "follow"})
MOST_CITED = 3  # cards a question


@dataclass(frozen=True, slots=True)
class Asked:
    """What anything in the mystery asks about: the rest of a world makes no difference."""

    names: frozenset[str]
    clues: frozenset[str]
    visited: bool
    numbers: frozenset[str]
    keys: frozenset[str]
    states: frozenset[str]


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


def explored(mystery: Mystery, most: int, world: World | None = None, seed: int = 1) -> Explored:
    """All worlds that can be come to from the world (None: from the first line), at most so many."""
    found = Explored(mystery)
    first = world or opening_world(mystery, seed)
    found.routes |= first.routes
    queue = deque([_number(found, first, essence(mystery, first))])
    possible = acts(mystery)
    while queue:
        number = queue.popleft()
        if len(found.worlds) > most:
            found.settled = False
            return found
        here = found.worlds[number]
        if not isinstance(here.stage, Playing):
            continue
        near = _near(mystery, here)
        for command in (*possible, *waits(mystery, here)):
            if not _is_near(mystery, near, command) or not can_be_named(mystery, here, command):
                continue
            after = done(mystery, here, command)
            found.routes |= after.routes
            there = essence(mystery, after)
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
    """A minute's wait, and where something happens every turn also a longer one, which is one turn."""
    yield Act("wait", minutes=1)
    if any(rule.each_turn for rule in mystery.automatics):
        moment = next_moment(mystery, world, mystery.ends)
        if moment > world.clock + 1:
            yield Act("wait", minutes=moment - world.clock)


@lru_cache(maxsize=16)
def acts(mystery: Mystery) -> tuple[Act, ...]:
    """The acts that may make a difference. A long look finds what a short one does, and is left out beside it."""
    commands = dict.fromkeys(move.command for move in moves_of(mystery) if move.command)
    asked = asked_about(mystery)
    busy = {part.kind for condition in _conditions(mystery) for part in parts(condition) if isinstance(part, c.IsDoing)}
    walkers = {id for id, actor in mystery.actors.items() if len({step.room for step in actor.itinerary}) > 1}
    walkers |= {effect.actor for move in moves_of(mystery) for effect in move.effects if isinstance(effect, f.Send)}
    return tuple(
        act
        for act in commands
        if act.verb not in ("say_aloud", "wait", "sleep")
        and not (act.verb in THOROUGH and Act("examine", act.noun) in commands)
        and not (act.verb in BUSY and act.verb not in busy and not (act.verb == "follow" and act.noun in walkers))
        and not (act.verb == "unhide" and not busy)
        and not (act.verb in ("talk", "greet") and not _matters(mystery, act, asked))
    )


def _matters(mystery: Mystery, act: Act, asked: Asked) -> bool:
    authored = (act.verb, act.noun, "") in mystery.rules
    return authored or act.noun in asked.numbers or bool(mystery.actors[act.noun].holds and act.verb == "talk")


@lru_cache(maxsize=16)
def _conditions(mystery: Mystery) -> tuple[c.Condition, ...]:
    sights = (thing.hidden for thing in mystery.things.values())
    dark = (room.dark for room in mystery.rooms.values() if room.dark is not None)
    hidden = (way.when for room in mystery.rooms.values() for way in room.exits)
    moves = (move.condition for move in moves_of(mystery))
    ends = (ending.when for ending in mystery.endings.values())
    return (*sights, *dark, *hidden, *moves, *ends)


@lru_cache(maxsize=16)
def asked_about(mystery: Mystery) -> Asked:
    """What the mystery's conditions ask about."""
    asked = [part for condition in _conditions(mystery) for part in parts(condition)]
    names = frozenset(part.id for part in asked if isinstance(part, c.Knows))
    falls = any(effect.by < 0 for move in moves_of(mystery) for effect in move.effects if isinstance(effect, f.Relate))
    return Asked(
        names=names,
        clues=frozenset(clue.id for clue in mystery.clues.values() if _bears(mystery, clue.id, names)),
        visited=any(isinstance(part, c.Visited) for part in asked),
        numbers=frozenset(
            part.actor
            for part in asked
            if isinstance(part, c.Relationship) and (falls or part.least != mystery.actors[part.actor].hostile_below)
        ),
        keys=frozenset(part.key for part in asked if isinstance(part, c.NotToday)),
        states=frozenset(part.thing for part in asked if isinstance(part, c.Is)),
    )


def _bears(mystery: Mystery, clue: str, names: frozenset[str]) -> bool:
    """Whether anything can depend on the clue: an argument, or a condition."""
    says = bearing(mystery, clue)
    needs = {card for deduction in mystery.deductions.values() for need in deduction.needs for card in need}
    ids = {clue, *mystery.clues[clue].routes}
    return says != Bearing() or clue in needs or not ids.isdisjoint(names)


def essence(mystery: Mystery, world: World) -> World:
    """The world without what makes no difference to anything."""
    asked = asked_about(mystery)
    today = evening(world)
    keys = (key for key in world.last_day if key == "accuse" or any(rule.id == key for rule in mystery.automatics))
    small_talk = (f"talk:{actor}" for actor in asked.numbers)
    kept = {*keys, *small_talk}
    return replace(
        world,
        met=world.met & asked.names,
        clues=world.clues & asked.clues,
        routes=frozenset(route for route in world.routes if mystery.routes[route].clue in asked.clues),
        visited=world.visited if asked.visited else frozenset(),
        relationships=Frozen({id: by for id, by in world.relationships.items() if id in asked.numbers}),
        last_day=Frozen({key: day for key, day in world.last_day.items() if key in kept and day == today}),
        places=Frozen({id: place for id, place in world.places.items() if mystery.things[id].where != (place,)}),
        states=Frozen({id: state for id, state in world.states.items() if _is_news(mystery, id, state)}),
    )


def _is_news(mystery: Mystery, id: str, state: str) -> bool:
    first = mystery.things[id].state if id in mystery.things else mystery.flags.get(id, "")
    return state != first


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
