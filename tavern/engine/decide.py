"""What a command brings about, by the rules, or the guard that stands in its way. No refusal of the world is made elsewhere."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tavern.engine.ground import ROUTE, WALKING, rules_at
from tavern.model.commands import Act, Command
from tavern.model.conditions import Condition, Is, Not
from tavern.model.effects import Reveal
from tavern.model.events import Refused
from tavern.model.mystery import Mystery
from tavern.model.rules import ANY, Guard, Rule
from tavern.model.world import World
from tavern.reasoning.holds import holds, holds_all


@dataclass(frozen=True, slots=True)
class Decision:
    """The rules that fit, best told first. minutes: as long as the longest of them takes."""

    rules: tuple[Rule, ...]
    minutes: int


def decide(mystery: Mystery, world: World, command: Command) -> Decision | Refused:
    """The rules that fit the command now, or a refusal in the words of the first guard that fails.

    What happens instead of whatever is tried comes before everything. Checks come next and forbid for everybody. A rule
    that `replaces` takes the place of the built-in ones.
    """
    rules = rules_at(mystery, world.room, command)
    overruling = [rule for rule in rules if _overrules(rule) and holds_all(mystery, rule.guards, world)]
    if overruling:
        return Decision(tuple(overruling), max(rule.minutes for rule in overruling))
    forbidden = _first_words(mystery, world, [rule for rule in rules if rule.check])
    if forbidden:
        return _refusal(command, forbidden)
    acting = [rule for rule in rules if not rule.check]
    fitting = [rule for rule in acting if holds_all(mystery, rule.guards, world)]
    if any(rule.replaces for rule in fitting):
        fitting = [rule for rule in fitting if rule.rank > 0]
    if not fitting:
        return _refusal(command, _first_words(mystery, world, acting) or "no_use")
    fitting.sort(key=lambda rule: -rule.rank)
    return Decision(tuple(fitting), max(rule.minutes for rule in fitting))


def asked_again(rule: Rule) -> tuple[Guard, ...]:
    """The guards that have to hold once more when the rule's minutes are over, else nothing comes of it.

    They are those by which the narrator's own rules ask for the state of a thing: what was locked meanwhile does not open.
    Whoever walks is past the door by then.
    """
    if rule.rank or not isinstance(rule.command, Act) or rule.command.verb in WALKING:
        return ()
    return tuple(guard for guard in rule.guards if _is_of_state(guard.condition))


def _is_of_state(condition: Condition) -> bool:
    return isinstance(condition.condition if isinstance(condition, Not) else condition, Is)


def _overrules(rule: Rule) -> bool:
    return rule.replaces and isinstance(rule.command, Act) and rule.command.verb == ANY


def told(mystery: Mystery, world: World, rules: Sequence[Rule]) -> list[tuple[Rule, str]]:
    """Of the fitting rules, best first, those whose words are told, with the key of the words.

    All that reveal something new are told; else the best one. What revealed before is told by its words for a second time.
    """
    new = [(rule, rule.tell) for rule in rules if rule.rank >= ROUTE and rule.tell and _reveals_new(world, rule)]
    if new:
        return new
    worded = [(rule, words) for rule in rules if (words := _words(mystery, rule))]
    return sorted(worded, key=lambda pair: _staleness(mystery, pair[0]))[:1]


def _words(mystery: Mystery, rule: Rule) -> str:
    """A clue's own route (it has the id of its rule) has words for the second time; a thing is simply described again."""
    route = mystery.routes.get(rule.id)
    if route is None:
        return rule.tell
    return route.again or (rule.tell if rule.speaker else "")


def _staleness(mystery: Mystery, rule: Rule) -> int:
    """How late the words come among those that reveal nothing new; by rank, but for talk.

    Who has told a thing and is asked again says what else they have to say, before they repeat themselves; only what they
    have prepared comes out again at once.
    """
    if not (isinstance(rule.command, Act) and rule.command.verb in ("ask", "tell") and rule.rank >= ROUTE):
        return -rule.rank
    prepared = any(mystery.routes[effect.route].prepared for effect in rule.effects if isinstance(effect, Reveal))
    return -ROUTE if prepared else -1


def _reveals_new(world: World, rule: Rule) -> bool:
    return any(isinstance(effect, Reveal) and effect.route not in world.routes for effect in rule.effects)


def _first_words(mystery: Mystery, world: World, rules: Iterable[Rule]) -> str:
    """The words of the first failing guard of the first rule whose failing guard has any."""
    for rule in rules:
        failing = first_failing(mystery, world, rule)
        if failing and failing.words:
            return failing.words
    return ""


def first_failing(mystery: Mystery, world: World, rule: Rule) -> Guard | None:
    """The first guard of the rule that does not hold."""
    return next((guard for guard in rule.guards if not holds(mystery, guard.condition, world)), None)


def _refusal(command: Command, words: str) -> Refused:
    if isinstance(command, Act):
        return Refused(command.verb, words, command.noun, command.other)
    return Refused(type(command).__name__.lower(), words)
