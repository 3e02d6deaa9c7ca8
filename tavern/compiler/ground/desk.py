"""What is gathered while a mystery is grounded: texts under their keys, rules, automatic rules, routes."""

from dataclasses import dataclass, field
from typing import TypeVar

from tavern.model.conditions import ALWAYS, All, Condition
from tavern.model.mystery import Route, Variant
from tavern.model.rules import Automatic, Rule

T = TypeVar("T")


@dataclass(slots=True)
class Desk:
    """The heap on which everything lands that is not a noun. Lives for one compilation.

    kinds: id → "room", "thing", "actor", "topic", "clue"… weekday: number of the first day's, Monday being 0.
    """

    weekday: int = 0
    kinds: dict[str, str] = field(default_factory=dict)
    texts: dict[str, tuple[Variant, ...]] = field(default_factory=dict)
    rules: dict[tuple[str, str, str], list[Rule]] = field(default_factory=dict)
    automatics: list[Automatic] = field(default_factory=list)
    routes: dict[str, Route] = field(default_factory=dict)
    routes_of: dict[str, list[str]] = field(default_factory=dict)

    def add_rule(self, verb: str, noun: str, other: str, rule: Rule) -> None:
        """File a rule under the act it is for."""
        self.rules.setdefault((verb, noun, other), []).append(rule)

    def add_route(self, route: Route) -> None:
        """File a way to learn a clue."""
        self.routes[route.id] = route
        self.routes_of.setdefault(route.clue, []).append(route.id)

    def next_route(self, clue: str) -> str:
        """An id for one more route to the clue: "clue_03.2"."""
        return f"{clue}.{len(self.routes_of.get(clue, ())) + 1}"


def both(*conditions: Condition) -> Condition:
    """All of them, without needless nesting."""
    parts: list[Condition] = []
    for condition in conditions:
        parts += condition.conditions if isinstance(condition, All) else (condition,)
    return parts[0] if len(parts) == 1 else All(tuple(parts)) if parts else ALWAYS


def each(value: T | list[T] | None) -> list[T]:
    """The value as a list: a short form stands for a list of one, nothing for none."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def named(name: str | None, id: str) -> str:
    """The name, or, where none is given, the id in words: "tea_room" → "tea room"."""
    return name or id.replace("_", " ")


def hundredths(share: float) -> int:
    """0.35 → 35."""
    return round(share * 100)


def minute(hour: str) -> int:
    """The minute of the day: "22:30" → 1350."""
    hours, _, minutes = hour.partition(":")
    return int(hours) * 60 + int(minutes)
