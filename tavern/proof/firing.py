"""Rules made to fire: planned, carried out by the engine, and heard."""

from collections.abc import Iterable

from tavern.engine.turn import turn
from tavern.model.events import Told
from tavern.model.mystery import Mystery
from tavern.proof.index import index_of
from tavern.proof.plan import Planner
from tavern.proof.play import Play, lines_of, opening
from tavern.proof.reach import Reach
from tavern.proof.witness import Replay

ONE_RULE = 600  # commands carried out to make one rule fire


def fired(mystery: Mystery, found: Reach, rules: Iterable[str], replay: Replay) -> frozenset[str]:
    """Those of the rules that were made to fire in a game, which was replayed line by line."""
    return frozenset(rule for rule in rules if _fires(mystery, found, rule, replay))


def _fires(mystery: Mystery, found: Reach, rule: str, replay: Replay) -> bool:
    for move in index_of(mystery).moves.values():
        if move.rule == rule and ("ran", move.id) in found.why:
            play = Planner(mystery, found, ONE_RULE).perform(opening(mystery, 1), move, ("ran", move.id))
            if play and _is_told(mystery, play, move.tells) and _plays(mystery, play, replay):
                return True
    return False


def _is_told(mystery: Mystery, play: Play, words: str) -> bool:
    """Whether the last command of the play brought up the words."""
    if play.before is None or play.command is None:
        return False
    events = turn(mystery, play.before.world, play.command)
    return any(isinstance(event, Told) and event.text == words for event in events)


def _plays(mystery: Mystery, play: Play, replay: Replay) -> bool:
    """Whether the lines for it come to the same world."""
    seed = play.world.seed
    worlds = replay(tuple(lines_of(mystery, seed, play.commands())), seed)
    return len(worlds) == play.length and worlds[-1] == play.world
