"""What might come about if nothing ever stood in the way: a stand-in for the fixpoint where a plan is wanted at once.

It rules nothing out but what no move brings about, so it proves nothing either; what is planned by it is played before it counts.
"""

from functools import lru_cache

from tavern.model.mystery import Mystery
from tavern.proof.closure.means import achievers
from tavern.proof.closure.reach import Fact, Reach, Support
from tavern.proof.transitions.facts import facts_of, opening_world
from tavern.proof.transitions.moves import moves_of


@lru_cache(maxsize=16)
def hopeful(mystery: Mystery) -> Reach:
    """Everything that any move brings about, from the first minute on."""
    facts = facts_of(mystery, opening_world(mystery, 1))
    soonest = Support(facts.span.first)
    moves = {move.id: move for move in moves_of(mystery)}
    why: dict[Fact, Support] = dict.fromkeys((("ran", id) for id in moves), soonest)
    why |= dict.fromkeys(achievers(mystery), soonest)
    why |= dict.fromkeys((("known", deduction) for deduction in mystery.deductions), soonest)
    why |= {("state", thing, state): soonest for thing, states in facts.states.items() for state in states}
    why |= {("place", thing, place): soonest for thing, places in facts.places.items() for place in places}
    facts.rooms = dict.fromkeys(mystery.rooms, facts.span.always)
    facts.known = dict.fromkeys((*mystery.clues, *mystery.routes, *mystery.deductions), facts.span.always)
    return Reach(mystery, facts, why, moves)
