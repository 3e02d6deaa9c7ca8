"""The acts that can be tried here and now, each known by what it would come to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from tavern.engine.decide import decide
from tavern.engine.ground import all_acts
from tavern.model.commands import Act
from tavern.model.events import Refused
from tavern.model.mystery import Mystery
from tavern.model.scope import Scope
from tavern.model.world import World


def at_hand(mystery: Mystery, scope: Scope) -> Iterator[Act]:
    """Every act on what can be named here: ways, people, things in sight or carried, the room, answers said aloud."""
    acts = _by_noun(mystery)
    answers = (answer for of_question in scope.answers.values() for answer in of_question)
    for noun in dict.fromkeys(("", scope.room, *scope.exits, *scope.present, *scope.held, *answers)):
        yield from (act for act in acts.get(noun, ()) if not act.other or act.other in scope.names)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an act would come to. name: one for the same rules or the same refusal; rank: of the best rule that fits, -1: refused."""

    act: Act
    name: str
    rank: int


def outcome(mystery: Mystery, world: World, act: Act) -> Outcome:
    """What the act would come to now, as far as rules decide it."""
    decision = decide(mystery, world, act)
    words = f"{act.verb} {act.noun} {act.other}"
    if isinstance(decision, Refused):
        return Outcome(act, f"{words} ! {decision.words}", -1)
    rules = " ".join(rule.id for rule in decision.rules)
    return Outcome(act, f"{words} = {rules}", max(rule.rank for rule in decision.rules))


def named(name: str) -> str:
    """The act in the name of an outcome."""
    return name.partition(" = ")[0].partition(" ! ")[0]


@lru_cache(maxsize=4)
def _by_noun(mystery: Mystery) -> Mapping[str, tuple[Act, ...]]:
    acts: dict[str, dict[Act, None]] = {}
    for act in all_acts(mystery):
        acts.setdefault(act.noun, {})[act] = None
    return {noun: tuple(of_noun) for noun, of_noun in acts.items()}


def every_act(mystery: Mystery) -> Iterator[Act]:
    """Every act there is, once."""
    yield from (act for of_noun in _by_noun(mystery).values() for act in of_noun)
