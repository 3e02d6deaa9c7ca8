"""What can be discovered now, and what still stands in the way of the rest: for `why`, hints and tests."""

from dataclasses import dataclass

from tavern.model.conditions import All, Condition
from tavern.model.mystery import Mystery, Route
from tavern.model.rules import Automatic, Rule
from tavern.model.world import World
from tavern.reasoning.holds import holds


@dataclass(frozen=True, slots=True)
class Chance:
    """One route to a clue that is not yet held by it. missing: conditions that do not hold now; none: it is open now."""

    clue: str
    route: str
    missing: tuple[Condition, ...]


def chances(mystery: Mystery, world: World) -> list[Chance]:
    """Every route not yet taken, with what is missing for it. Being in sight of things is the verb's affair and left out."""
    return [
        Chance(route.clue, route.id, tuple(missing(mystery, world, route)))
        for route in mystery.routes.values()
        if route.id not in world.routes
    ]


def missing(mystery: Mystery, world: World, route: Route) -> list[Condition]:
    """The conditions of the route's rule that do not hold now."""
    return [part for part in _conditions(rule_of(mystery, route)) if not holds(mystery, part, world)]


def rule_of(mystery: Mystery, route: Route) -> Rule | Automatic:
    """The rule, or automatic rule, that reveals by this route."""
    automatic = next((rule for rule in mystery.automatics if rule.id == route.rule), None)
    return automatic or next(rule for rules in mystery.rules.values() for rule in rules if rule.id == route.rule)


def _conditions(rule: Rule | Automatic) -> tuple[Condition, ...]:
    if isinstance(rule, Rule):
        return tuple(guard.condition for guard in rule.guards)
    return rule.when.conditions if isinstance(rule.when, All) else (rule.when,)
