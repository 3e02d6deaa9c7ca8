"""Rules made to fire: planned, carried out by the engine, and heard."""

from collections.abc import Iterable, Mapping

from tavern.engine.turn import turn
from tavern.model.events import Told
from tavern.model.mystery import Mystery
from tavern.proof.argument.smallest import Stop, never
from tavern.proof.claim import Witness
from tavern.proof.closure.reach import Reach
from tavern.proof.playing.plan import Planner
from tavern.proof.playing.play import Play, lines_of, opening
from tavern.proof.playing.staging import staged
from tavern.proof.playing.witness import Replay
from tavern.proof.transitions.index import index_of
from tavern.proof.transitions.moves import Move

ONE_RULE = 600  # commands carried out to make one rule fire
TRIES = 3


def fired(
    mystery: Mystery, found: Reach, rules: Iterable[str], replay: Replay, stop: Stop = never
) -> Mapping[str, Witness]:
    """Those of the rules that were made to fire, each with the game at whose last line it does, replayed line by line."""
    games = ((rule, None if stop() else _fires(mystery, found, rule, replay, stop)) for rule in rules)
    return {rule: witness for rule, witness in games if witness}


def _fires(mystery: Mystery, found: Reach, rule: str, replay: Replay, stop: Stop) -> Witness | None:
    for move in index_of(mystery).moves.values():
        if move.rule == rule and ("ran", move.id) in found.why:
            play = _performed(Planner(mystery, found, ONE_RULE, stop=stop), opening(mystery, 1), move)
            if play and _is_told(mystery, play, move.tells) and (witness := _replayed(mystery, play, replay)):
                return witness
    return None


def _performed(planner: Planner, play: Play, move: Move) -> Play | None:
    """The play with the move brought about once: what it needs, then the place and the hour; None where no plan plays."""
    for _ in range(TRIES):  # what is gained last may lose what was gained first
        ready = planner.prepared(play, move.condition.conditions)
        if ready is None or ready.length == play.length:
            return staged(planner, play, move) if ready else None
        play = ready
    return None


def _is_told(mystery: Mystery, play: Play, words: str) -> bool:
    """Whether the last command of the play brought up the words."""
    if play.before is None or play.command is None:
        return False
    events = turn(mystery, play.before.world, play.command)
    return any(isinstance(event, Told) and event.text == words for event in events)


def _replayed(mystery: Mystery, play: Play, replay: Replay) -> Witness | None:
    """The lines for it, if they come to the same world when they are typed."""
    seed = play.world.seed
    lines = tuple(lines_of(mystery, seed, play.commands()))
    worlds = replay(lines, seed)
    return (
        Witness(seed, lines, "somebody gives way") if len(worlds) == play.length and worlds[-1] == play.world else None
    )
