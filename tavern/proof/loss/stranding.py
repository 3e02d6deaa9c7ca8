"""Looking for a dead end: losses are made to happen on the real engine, and what is left is asked of the fixpoint.

A world is a dead end, for every seed and every play, when even the fixpoint that forgets all that actions take away does not
come to a proved accusation from there.
"""

from collections.abc import Iterator
from itertools import chain

from tavern.model import conditions as c
from tavern.model import effects as f
from tavern.model.conditions import Condition
from tavern.model.effects import Effect
from tavern.model.mystery import Bearing, Mystery
from tavern.model.world import HERE, NOWHERE, Playing, World
from tavern.proof.argument.evidence import holding
from tavern.proof.argument.smallest import Stop, never
from tavern.proof.argument.truth import is_arguable
from tavern.proof.closure.reach import Fact, Reach, reach
from tavern.proof.loss.valuing import cannot_happen, cannot_prove
from tavern.proof.playing.plan import Planner
from tavern.proof.playing.play import Play, opening
from tavern.proof.transitions.moves import Move, moves_of

WHOLE = ("stage", "whole")  # a proved accusation that leaves no question blank
HOUR = 60  # minutes
SUSPECTS = 3  # plays in which something was lost that are looked at more closely
Loss = Condition | Fact


def is_dead_end(mystery: Mystery, world: World) -> bool:
    """Whether no proved accusation can come of the world any more, whatever is done."""
    return reach(mystery, world).when(WHOLE) is None


def is_barred(mystery: Mystery, world: World, stop: Stop = never) -> bool:
    """The same by a closer look, which takes longer: whether something that every proof needs cannot be had, or not all of it.

    Stopped, it is left open: False.
    """
    found = reach(mystery, world)
    routes = frozenset(route for route in mystery.routes if found.knows(route))
    if not is_arguable(mystery, holding(mystery, routes)):
        return True
    needed = [
        clue for clue in mystery.clues if not is_arguable(mystery, holding(mystery, _without(mystery, routes, clue)))
    ]
    for clue in needed:
        revealing = [move for move in moves_of(mystery) if _reveals(move, clue)]
        if clue not in world.clues and cannot_happen(mystery, world, revealing, stop):
            return True
    return any(cannot_prove(mystery, world, clues, stop) for clues in (needed, _partaking(mystery, routes)))


def _partaking(mystery: Mystery, routes: frozenset[str]) -> frozenset[str]:
    """The clues that can take part in a proof: those that say something of an answer, and those that conclusions rest on."""
    needs = {card for deduction in mystery.deductions.values() for needs in deduction.needs for card in needs}
    saying = {clue.id for clue in mystery.clues.values() if clue.bearing != Bearing()}
    return frozenset(mystery.routes[route].clue for route in routes) & (needs | saying)


def _without(mystery: Mystery, routes: frozenset[str], clue: str) -> Iterator[str]:
    return (route for route in routes if mystery.routes[route].clue != clue)


def _reveals(move: Move, clue: str) -> bool:
    return any(isinstance(effect, f.Reveal) and effect.clue == clue for effect in move.effects)


def dead_end(found: Reach, until: int, stop: Stop) -> Play | None:
    """A play that ends, before the clock time `until`, in a world from which the case cannot be proved; None when none was found.

    Looked for by letting time pass, and by making each loss happen, then two of them; last by a closer look at the beginning.
    """
    mystery = found.mystery
    planner = Planner(mystery, found, stop=stop)
    first = opening(mystery, 1)
    waited = _missed(planner, first, until, stop)
    if waited:
        return waited
    losses = list(dict.fromkeys(_losses(found)))
    once = [play for loss in losses if not stop() and (play := _lost(planner, first, loss, until))]
    twice = (play for before in once for loss in losses if not stop() and (play := _lost(planner, before, loss, until)))
    tried = chain(once, twice)
    lost = next((play for play in tried if not stop() and is_dead_end(mystery, play.world)), None)
    if lost or stop():
        return lost
    return next(
        (play for play in (first, *once[:SUSPECTS]) if not stop() and is_barred(mystery, play.world, stop)), None
    )


def _missed(planner: Planner, first: Play, until: int, stop: Stop) -> Play | None:
    """The soonest full hour at which merely having waited is a dead end; what is over then stays over."""
    hours = range(first.world.clock // HOUR * HOUR + HOUR, until + 1, HOUR)
    low, high = 0, len(hours)
    best: Play | None = None
    while low < high and not stop():
        middle = (low + high) // 2 if best else high - 1
        play = planner.wait(first, hours[middle])
        if play is None or not isinstance(play.world.stage, Playing):
            return None
        if is_dead_end(planner.mystery, play.world):
            high, best = middle, play
        elif best is None:
            return None
        else:
            low = middle + 1
    return best


def _losses(found: Reach) -> Iterator[Loss]:
    """What may be lost: what is destroyed or given away first, then good will and coin, then people, then states."""
    effects = {
        effect: None for move in found.moves.values() if ("ran", move.id) in found.why for effect in move.effects
    }
    for effect in sorted(effects, key=_gravity):
        match effect:
            case f.Move(thing, place) if place in (NOWHERE, *found.mystery.actors, *found.mystery.things):
                yield c.In(thing, place)
            case f.Relate(actor, by) if by < 0:
                yield c.Relationship(actor, most=found.facts.numbers[actor].extreme(found.facts.span.last, -1))
                yield c.Relationship(actor, most=found.facts.numbers[actor].value - 1)
            case f.Count(counter, by) if by < 0 and counter != "standing":
                yield c.Counter(counter, most=found.facts.numbers[counter].extreme(found.facts.span.last, -1))
                yield c.Counter(counter, most=found.facts.numbers[counter].value - 1)
            case f.Send(actor, room) if room != HERE:
                yield ("sent", actor, room)
            case f.Start(fuse):
                yield ("started", fuse)
            case f.SetState(thing, state) if thing != "aloud":
                yield c.Is(thing, state)
            case _:
                pass


def _gravity(effect: Effect) -> int:
    kinds = (f.Move, f.Relate, f.Count, f.Send)
    return next((number for number, kind in enumerate(kinds) if isinstance(effect, kind)), len(kinds))


def _lost(planner: Planner, play: Play, loss: Loss, until: int) -> Play | None:
    """The play in which that is lost before the hour; None when none was found, or it was so already."""
    planner.spent = 0
    after = planner.achieve(play, loss) if isinstance(loss, tuple) else planner.satisfy(play, loss)
    if after and isinstance(loss, tuple) and loss[0] == "started":
        after = planner.wait(after, after.world.pending[loss[1]] + 1)
    if after is None or after.world == play.world or after.world.clock > until:
        return None
    return after if isinstance(after.world.stage, Playing) else None
