"""Getting things into sight: what hides them, what they are shut in, who has them, and the dark."""

from typing import TYPE_CHECKING

from tavern.engine.timetable import parts
from tavern.model import conditions as c
from tavern.model.world import NOWHERE, PLAYER, WORN
from tavern.proof.closure.means import is_near
from tavern.proof.closure.reach import Fact
from tavern.proof.playing.play import Play
from tavern.proof.transitions.moves import Move
from tavern.proof.transitions.reads import rooms_for
from tavern.reasoning.holds import holds

if TYPE_CHECKING:
    from tavern.proof.playing.plan import Planner


def unlock(planner: "Planner", play: Play, move: Move) -> Play | None:
    """See to what keeps the move from being possible anywhere: what is shut, hidden, or in the dark."""
    if c.Not(c.Lit()) in move.condition.conditions:
        return _in_light(planner, play, move, wanted=False)
    asked = [inner for part in move.condition.conditions for inner in parts(part)]
    things = [part.id for part in asked if isinstance(part, c.InSight) and part.id in planner.mystery.things]
    for thing in dict.fromkeys(things):
        after = _bring_to_light(planner, play, thing)
        if after is not None and after.length > play.length:
            return after
    if any(isinstance(part, c.Lit | c.InSight) for part in asked):
        return _in_light(planner, play, move, wanted=True) or _light(planner, play)
    return None


def _in_light(planner: "Planner", play: Play, move: Move, *, wanted: bool) -> Play | None:
    """See to what makes a room dark in which the move could be made: away with it, or, where light is not wanted, here with it."""
    for room in sorted(rooms_for(planner.mystery, move.condition) or ()):
        dark = planner.mystery.rooms[room].dark
        if (
            dark is not None
            and not is_near(planner.mystery, dark)
            and holds(planner.mystery, dark, play.world) == wanted
        ):
            after = planner.satisfy(play, c.Not(dark) if wanted else dark)
            if after:
                return after
    return None


def _bring_to_light(planner: "Planner", play: Play, thing: str) -> Play | None:
    """Get a thing into sight: what hides it, what it is shut in, and what holds it, are seen to; else a light is fetched."""
    shape = planner.mystery.things[thing]
    if not holds(planner.mystery, shape.hidden, play.world):
        return planner.satisfy(play, shape.hidden)
    for place in planner.foresee(play).may_lie(thing):
        outer = planner.mystery.things.get(place)
        if outer and outer.openable and not holds(planner.mystery, c.Is(place, "open"), play.world):
            return planner.achieve(play, ("state", place, "open"))
        if outer:
            return _bring_to_light(planner, play, place)
        if place in planner.mystery.actors or place == NOWHERE:
            places = [fact for fact in planner.reach.why if fact[:2] == ("place", thing) and fact[2] != place]
            return next(filter(None, (planner.achieve(play, fact) for fact in sorted(places, key=_out_of_hand))), None)
    return _light(planner, play)


def _light(planner: "Planner", play: Play) -> Play | None:
    """Carry something that burns."""
    for thing in planner.mystery.things.values():
        if thing.light and ("state", thing.id, "lit") in planner.reach.why:
            held = planner.satisfy(play, c.Has(thing.id))
            lit = held and planner.satisfy(held, c.Is(thing.id, "lit"))
            if lit:
                return lit
    return None


def _out_of_hand(fact: Fact) -> bool:
    return fact[2] not in (PLAYER, WORN)
