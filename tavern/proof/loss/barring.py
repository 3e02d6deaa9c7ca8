"""Whether a target of the first claim is out of reach by the closer look, where the fixpoint would let it be."""

from tavern.model import effects as f
from tavern.model.mystery import Mystery
from tavern.proof.argument.smallest import Stop, never
from tavern.proof.closure.reach import Fact
from tavern.proof.loss.stranding import is_barred
from tavern.proof.loss.valuing import cannot_happen
from tavern.proof.transitions.facts import opening_world
from tavern.proof.transitions.moves import Move, moves_of

AFTER_PROOF = frozenset({"proved"})  # endings that no play has without a proof


def is_out_of_reach(mystery: Mystery, fact: Fact, stop: Stop = never) -> bool:
    """Whether no play from the first line comes to the fact: a clue, route or ending. False where that is left open."""
    world = opening_world(mystery, 1)
    if fact[0] == "ending" and mystery.endings[fact[1]].after in AFTER_PROOF:
        return is_barred(mystery, world, stop)
    bringing = [move for move in moves_of(mystery) if _brings(move, fact)]
    return bool(bringing) and cannot_happen(mystery, world, bringing, stop)


def _brings(move: Move, fact: Fact) -> bool:
    match fact:
        case ("known", id):
            return any(isinstance(effect, f.Reveal) and id in (effect.clue, effect.route) for effect in move.effects)
        case ("ending", id):
            return f.End(id) in move.effects
        case _:
            return False
