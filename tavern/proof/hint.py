"""The player's next step, from where they really are: something to think through, something to find, or the accusation itself.

What is to be found is a step of a plan towards evidence that a proof still lacks, and the plan is replayed on the engine from
this very position before a word of it is told.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from tavern.engine.apply import apply_all
from tavern.engine.scope import scope_of
from tavern.engine.turn import turn
from tavern.model.commands import Act, Command
from tavern.model.conditions import All, Condition
from tavern.model.events import Refused
from tavern.model.hint import PLAINEST, Hint
from tavern.model.mystery import Deduction, Mystery
from tavern.model.notebook import Notebook
from tavern.model.rules import Automatic, Rule
from tavern.model.world import Playing, World
from tavern.parser.say import say
from tavern.proof.argument.arguing import cited, thinking
from tavern.proof.argument.arguments import Said, derive, prover, relevant
from tavern.proof.argument.smallest import Stop, never, reduced
from tavern.proof.claims.entail import truth
from tavern.reasoning.conclusions import undrawn
from tavern.reasoning.evidence import carries, carrying, held_routes
from tavern.reasoning.holds import holds
from tavern.reasoning.judgement import MOST_CARDS, provable
from tavern.reasoning.whereabouts import is_asleep, people_here, room_of

Plan = Callable[
    [Mystery, World, str], Sequence[Command] | None
]  # acts by which a clue comes to carry, from that world on
MOVING = frozenset({"go", "go_to", "enter", "wait", "sleep"})  # on the way to a step, but no step
MOST_TRIED = 8  # plans asked for; of those that play, the soonest done is told
ENOUGH = 4  # plans asked for where one of them plays
SOON = 10  # minutes in which a plan is done so soon that no other is looked for
NO_TIME = 10**6  # minutes


def hint(
    mystery: Mystery, world: World, notebook: Notebook, plan: Plan, *, last: Hint | None = None, stop: Stop = never
) -> Hint:
    """The next step. last: the hint before this one; the same step asked for again is told more plainly."""
    step = _step(mystery, world, notebook, plan, stop)
    if last is not None and last.step == step.step and step.kind != "none":
        return replace(step, grade=min(last.grade + 1, PLAINEST))
    return step


def _step(mystery: Mystery, world: World, notebook: Notebook, plan: Plan, stop: Stop) -> Hint:
    if not isinstance(world.stage, Playing):
        return Hint("none")
    thought = next(_thoughts(mystery, world), None)
    if thought is not None:
        return thought
    if provable(mystery, world):
        return _accusing(mystery, world)
    soonest = (Hint("none"), world.clock + NO_TIME)
    for tried, clue in enumerate(wanted(mystery, world)[:MOST_TRIED], start=1):
        found = None if stop() else _finding(mystery, world, notebook, clue, plan(mystery, world, clue))
        if found is not None and found[1] < soonest[1]:
            soonest = found
        if soonest[1] <= world.clock + SOON or (tried >= ENOUGH and soonest[0].kind != "none"):
            break
    return soonest[0]


# ── about thought ───────────────────────────────────────────────────────────────────────────────────────────────


def _thoughts(mystery: Mystery, world: World) -> Iterator[Hint]:
    """Conclusions that what is held carries in one step; those that lead to an answer of the case first."""
    leading = {step.because for step in relevant(mystery, truth(mystery))}
    for deduction in sorted(undrawn(mystery, world), key=lambda deduction: deduction.id not in leading):
        needs = _held_needs(mystery, world, deduction)
        thought = thinking(mystery, deduction, needs)
        if thought is not None:
            source = next((source for card in needs if (source := _source(mystery, world, card))), "")
            yield Hint("think", f"think {deduction.id}", question=thought.question, source=source, cards=needs[:2])


def _held_needs(mystery: Mystery, world: World, deduction: Deduction) -> tuple[str, ...]:
    """The first of the deduction's sets of needs that is held; what somebody said stands first in it."""
    held = carrying(mystery, world)
    needs = next(needs for needs in deduction.needs if held >= set(needs))
    return tuple(sorted(needs, key=lambda card: _source(mystery, world, card) not in mystery.actors))


def _source(mystery: Mystery, world: World, card: str) -> str:
    """Whose words a card is, or what it was learnt from; "" for a conclusion."""
    if card in mystery.deductions:
        return ""
    routes = held_routes(mystery, world, card)
    spoken = [route.speaker for route in routes if route.speaker]
    return mystery.clues[card].said_by or next(iter(spoken), "") or next((route.source for route in routes), "")


# ── about the accusation ────────────────────────────────────────────────────────────────────────────────────────


def _accusing(mystery: Mystery, world: World) -> Hint:
    """Everything is held, and drawn: where somebody is to hear it, and what to cite for the answer that takes most."""
    known = derive(mystery, carrying(mystery, world))
    goal = max(truth(mystery), key=lambda fact: known[fact].level)
    room = "" if _heard(mystery, world) else _company(mystery, world)
    cards = cited(known, goal)[:MOST_CARDS]
    return Hint("accuse", "accuse", question=goal.question, room=room, cards=cards)


def _heard(mystery: Mystery, world: World) -> bool:
    return any(not is_asleep(mystery, world, actor) for actor in people_here(mystery, world))


def _company(mystery: Mystery, world: World) -> str:
    """The room in which most people are awake now; the first of those the player has been in where there are several."""
    awake = [room_of(mystery, world, actor) for actor in mystery.actors if not is_asleep(mystery, world, actor)]
    rooms = [room for room in mystery.rooms if room in world.visited and room in awake]
    return max(rooms, key=awake.count, default="")


# ── about finding ───────────────────────────────────────────────────────────────────────────────────────────────


def wanted(mystery: Mystery, world: World) -> list[str]:
    """Clues that a proof still lacks, what seems easiest first. All of them together with what is held are a proof."""
    held = carrying(mystery, world)
    goals: list[Said] = list(truth(mystery))
    proves = prover(mystery, goals)
    effort = {clue: _effort(mystery, world, clue) for clue in mystery.clues if clue not in held}
    hardest = sorted(effort, key=lambda clue: -effort[clue])
    if not proves(held | frozenset(hardest)):
        return []
    lacking = reduced(lambda cards: proves(cards | held), hardest)
    return sorted((clue for clue in mystery.clues if clue in lacking), key=lambda clue: effort[clue])


def _effort(mystery: Mystery, world: World, clue: str) -> int:
    """How many conditions stand in the way of the route that fewest do: a guess at what is easy, and no more."""
    rules = [
        _rules(mystery)[mystery.routes[route].rule] for route in mystery.clues[clue].routes if route not in world.routes
    ]
    return min((sum(not holds(mystery, part, world) for part in _conditions(rule)) for rule in rules), default=99)


@lru_cache(maxsize=16)
def _rules(mystery: Mystery) -> dict[str, Rule | Automatic]:
    """The rules of the case by their ids."""
    rules: dict[str, Rule | Automatic] = {rule.id: rule for own in mystery.rules.values() for rule in own}
    return rules | {rule.id: rule for rule in mystery.automatics}


def _conditions(rule: Rule | Automatic) -> Iterable[Condition]:
    if isinstance(rule, Rule):
        return tuple(guard.condition for guard in rule.guards)
    return rule.when.conditions if isinstance(rule.when, All) else (rule.when,)


def _finding(
    mystery: Mystery, world: World, notebook: Notebook, clue: str, commands: Sequence[Command] | None
) -> tuple[Hint, int] | None:
    """The first step of the plan that is more than a walk or a wait, and when the plan is done.

    None when the plan does not play to its end from here.
    """
    worlds = [world]
    for command in commands or ():
        events = turn(mystery, worlds[-1], command)
        if any(isinstance(event, Refused) for event in events):
            return None
        worlds.append(apply_all(worlds[-1], events))
    if not commands or not carries(mystery, worlds[-1], clue):
        return None
    doing = (
        number for number, command in enumerate(commands) if not _is_on_the_way(command, worlds[number + 1], world)
    )
    number = next(doing, len(commands) - 1)
    clock = worlds[number + _waits(commands[number])].clock if any(map(_waits, commands[: number + 1])) else 0
    return _told(mystery, worlds[number], world, notebook, commands[number], clock), worlds[-1].clock


def _is_on_the_way(command: Command, after: World, now: World) -> bool:
    """Whether it is a wait, or a walk to where one has been; a way never walked is a step of its own."""
    return isinstance(command, Act) and command.verb in MOVING and after.room in now.visited | {now.room}


def _waits(command: Command) -> bool:
    return isinstance(command, Act) and command.verb in ("wait", "sleep")


def _told(mystery: Mystery, then: World, now: World, notebook: Notebook, command: Command, clock: int) -> Hint:
    """The step, done in the world `then`. A wait that ends a plan is a step too: there is something to be seen there then."""
    line = say(command, scope_of(mystery, then, notebook))
    room = "" if then.room == now.room else then.room
    step = f"{then.room} {'wait' if _waits(command) else line}"
    return Hint("find", step, room=room, noun=_noun(mystery, command), clock=clock, line=line)


def _noun(mystery: Mystery, command: Command) -> str:
    """Who or what the step is done with, or the way it takes; "" for the room itself."""
    if not isinstance(command, Act) or command.noun in mystery.rooms:
        return ""
    if command.verb == "go":
        return f"the way {command.noun}"
    return command.other if command.other in mystery.actors else command.noun
