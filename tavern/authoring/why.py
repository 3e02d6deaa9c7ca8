"""Why a clue is not found yet, route by route: what each still asks for, and how it stands with that now."""

from collections.abc import Iterable
from dataclasses import dataclass

from tavern.authoring.now import as_it_is, failing
from tavern.authoring.wording import noun, worded
from tavern.engine.ground import rules_for
from tavern.model import conditions as c
from tavern.model.commands import Act, Command
from tavern.model.conditions import Condition
from tavern.model.mystery import Deduction, Mystery, Route
from tavern.model.rules import Automatic, Rule
from tavern.model.scope import Scope
from tavern.model.world import World
from tavern.narration.wording import hour
from tavern.parser.say import say
from tavern.problem import Problem
from tavern.reasoning.discovery import rule_of
from tavern.text.nearest import nearest

NO_MORE = "it goes off once in a game, and has"


@dataclass(frozen=True, slots=True)
class Missing:
    """What a route asks for and does not have, as a clause; now: what is so instead, "" where the clause says it."""

    wants: str
    now: str = ""

    def __str__(self) -> str:
        return f"{self.wants} (now {self.now})" if self.now else self.wants


@dataclass(frozen=True, slots=True)
class Way:
    """One way to a clue or deduction. act: what the player does for it; missing: what stands in its way, nothing when open."""

    id: str
    act: str
    taken: bool
    missing: tuple[Missing, ...] = ()


@dataclass(frozen=True, slots=True)
class Why:
    """How it stands with a clue or deduction. name: id and name; had: held or drawn."""

    id: str
    name: str
    had: bool
    ways: tuple[Way, ...]


def why(mystery: Mystery, world: World, id: str) -> Why:
    """How it stands with the clue or deduction in this world. Raises Problem when nothing has that id."""
    if id in mystery.clues:
        routes = (mystery.routes[route] for route in mystery.clues[id].routes if route in mystery.routes)
        ways = tuple(_by_route(mystery, world, route) for route in routes)
        return Why(id, noun(mystery, id), id in world.clues, ways)
    if id in mystery.deductions:
        ways = tuple(_by_thought(mystery, world, mystery.deductions[id]))
        return Why(id, noun(mystery, id), id in world.drawn, ways)
    if not id:
        raise Problem("Which clue or deduction? Its id is wanted.")
    near = ", ".join(nearest(id, [*mystery.clues, *mystery.deductions]))
    raise Problem(f"No clue or deduction has the id “{id}”.{f' There is {near}.' if near else ''}")


def told(answer: Why, mystery: Mystery) -> list[str]:
    """The answer in lines: the clue, then each way with what is missing beneath it."""
    is_clue = answer.id in mystery.clues
    had = ("held" if is_clue else "drawn") if answer.had else ("not held yet" if is_clue else "not drawn yet")
    lines = [f"{answer.name}: {had}."]
    for way in answer.ways:
        state = "taken" if way.taken else "missing" if way.missing else "open now"
        lines.append(f"{way.id}: {way.act}: {state}")
        lines += [f"- {missing}" for missing in way.missing]
    return lines if answer.ways else [*lines, "Nothing reveals it."]


def _by_route(mystery: Mystery, world: World, route: Route) -> Way:
    rule = rule_of(mystery, route)
    if route.id in world.routes:
        return Way(route.id, _act(rule), taken=True)
    wanted = _guards(mystery, rule) if isinstance(rule, Rule) else (rule.when, rule.heard)
    parts = [part for condition in wanted for part in failing(mystery, condition, world)]
    missing = [Missing(worded(mystery, part), as_it_is(mystery, part, world)) for part in dict.fromkeys(parts)]
    if isinstance(rule, Automatic):
        missing = [*_times(world, rule), *missing]
    return Way(route.id, _act(rule), taken=False, missing=tuple(missing))


def _guards(mystery: Mystery, rule: Rule) -> list[Condition]:
    """What the rule asks for in play: its own guards, those its verb always has, and those that forbid the act to everybody."""
    rules = rules_for(mystery, rule.command)
    meant = [other for other in rules if other.check or other.id == rule.id] or [rule]
    return [guard.condition for other in meant for guard in other.guards]


def _times(world: World, rule: Automatic) -> list[Missing]:
    """What the hours and the fuse of an automatic rule ask for, beside its condition."""
    found: list[Missing] = []
    if rule.id in world.fired:
        found.append(Missing(NO_MORE))
    if rule.delay >= 0 and rule.id in world.pending:
        found.append(Missing(f"it goes off at {hour(world.pending[rule.id])}", f"it is {hour(world.clock)}"))
    elif rule.delay >= 0:
        found.append(Missing(f"the fuse {rule.id} is started, {rule.delay} minutes before"))
    if rule.at >= 0 and world.minute != rule.at:
        found.append(Missing(f"it is {hour(rule.at)} exactly", f"it is {hour(world.clock)}"))
    if rule.day and rule.day != world.day:
        found.append(Missing(f"it is day {rule.day}", f"it is day {world.day}"))
    return found


def _by_thought(mystery: Mystery, world: World, deduction: Deduction) -> Iterable[Way]:
    """A way for each set of cards from which the deduction follows."""
    had = deduction.id in world.drawn
    for number, needs in enumerate(deduction.needs, 1):
        lacking = () if had else (need for need in needs if need not in world.clues and need not in world.drawn)
        missing = tuple(Missing(worded(mystery, c.Knows(need))) for need in lacking)
        yield Way(f"{deduction.id}.{number}", f"think, because of {', '.join(needs)}", had, missing)


def _act(rule: Rule | Automatic) -> str:
    """What the player does, as it would be typed, with ids for names: "ask gene about cellar"."""
    if isinstance(rule, Rule):
        return _line(rule.command)
    parts = rule.when.conditions if isinstance(rule.when, c.All) else (rule.when,)
    doing = next((part for part in parts if isinstance(part, c.IsDoing)), None)
    return _line(Act(doing.kind, doing.object)) if doing else "comes by itself"


def _line(command: Command) -> str:
    return say(command, Scope({}, {})).replace("#", "")
