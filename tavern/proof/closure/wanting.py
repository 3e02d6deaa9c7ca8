"""Why something can never come about: what is wanting, followed down to what nothing at all brings about."""

from collections.abc import Callable

from tavern.engine.timetable import parts
from tavern.model import conditions as c
from tavern.model.conditions import Condition
from tavern.model.mystery import Mystery
from tavern.model.world import PLAYER
from tavern.proof.closure.means import achievers
from tavern.proof.closure.reach import Fact, Reach
from tavern.proof.transitions.may import may
from tavern.proof.transitions.moves import Move
from tavern.proof.transitions.reads import rooms_for
from tavern.reasoning.evidence import CARRIES, reliability

Wording = Callable[[Mystery, Condition], str]  # a condition as a clause: "the player has `key`"
DEEPEST = 6  # reasons behind reasons


def why_never(found: Reach, fact: Fact, wording: Wording) -> str:
    """A sentence that says why the fact, which lies outside the fixpoint, never comes about."""
    return "; ".join(_reasons(found, fact, wording, frozenset())) + "."


def _reasons(found: Reach, fact: Fact, wording: Wording, told: frozenset[Fact]) -> list[str]:
    if fact in told:
        return ["and that waits for this again"]
    if len(told) > DEEPEST:
        return []
    if fact[0] == "known" and fact[1] in found.mystery.deductions:
        return _undrawn(found, fact[1], wording, told | {fact})
    if fact[0] == "carries":
        return _weak(found, fact[1], wording, told | {fact})
    moves = achievers(found.mystery).get(fact, ())
    if not moves:
        return [f"nothing brings about that {_named(found.mystery, fact, wording)}"]
    wanting = [(move, unmet(found, move)) for move in moves]
    move, lacking = min(wanting, key=lambda pair: len(pair[1]) or len(pair[0].condition.conditions))
    if not lacking:
        hours = wording(found.mystery, move.condition)
        return [f"what it asks for never comes together in one room at one time: {hours}"]
    first = lacking[0]
    reason = f"{_source(move)} asks that {wording(found.mystery, first)}, which never is so"
    below = _behind(found, first)
    if below is None:
        return [reason]
    if below in told or below == fact:
        return [reason, "and that waits for this again"]
    return [reason, *_reasons(found, below, wording, told | {fact})]


def _source(move: Move) -> str:
    return f"`{move.rule or move.id}`"


def unmet(found: Reach, move: Move) -> list[Condition]:
    """The parts of the move's condition that hold in no room at any minute; what depends on a room is looked at in its rooms."""
    rooms = rooms_for(found.mystery, move.condition)
    among = [room for room in found.facts.rooms if rooms is None or room in rooms]
    lacking = [
        part
        for part in move.condition.conditions
        if not any(may(found.facts, part, room) & found.facts.presence(room) for room in among)
    ]
    if among or not rooms:
        return lacking
    return [part for part in move.condition.conditions if isinstance(part, c.At | c.InSight | c.With)] or lacking


def _behind(found: Reach, condition: Condition) -> Fact | None:
    """The fact that would make the condition hold, where it is a single one that is out of reach."""
    match condition:
        case c.Knows(id):
            fact: Fact = ("known", id)
        case c.Visited(room) | c.At((room,)):
            fact = ("room", room)
        case c.Has(thing):
            fact = ("place", thing, PLAYER)
        case c.Is(thing, state):
            fact = ("state", thing, state)
        case c.InSight(id) if id in found.mystery.things:
            return _out_of_sight(found, id)
        case c.Any(conditions) | c.All(conditions):
            inner = (_behind(found, part) for part in conditions)
            return next((fact for fact in inner if fact), None)
        case _:
            return None
    return fact if fact not in found.why else None


def _out_of_sight(found: Reach, thing: str) -> Fact | None:
    shape = found.mystery.things[thing]
    for place in found.facts.may_lie(thing):
        if place in found.mystery.rooms and ("room", place) not in found.why:
            return ("room", place)
        outer = found.mystery.things.get(place)
        if outer and outer.openable and ("state", place, "open") not in found.why:
            return ("state", place, "open")
        if outer:
            return _out_of_sight(found, place)
    return next(
        (fact for part in parts(shape.hidden) if part is not shape.hidden and (fact := _behind(found, part))), None
    )


def _undrawn(found: Reach, deduction: str, wording: Wording, told: frozenset[Fact]) -> list[str]:
    """What none of the deduction's sets of needs can be had without."""
    for needs in found.mystery.deductions[deduction].needs:
        for card in needs:
            fact: Fact = ("known", card)
            if fact not in found.why:
                return [f"it needs `{card}`", *_reasons(found, fact, wording, told)]
            if weak := _weak(found, card, wording, told):
                return [f"it needs `{card}`", *weak]
    return ["it says nothing of any answer, so it cannot be drawn"]


def _weak(found: Reach, card: str, wording: Wording, told: frozenset[Fact]) -> list[str]:
    """Why a card is never sure enough to carry an argument; [] when it is."""
    if card in found.mystery.deductions:
        return [] if found.knows(card) else _reasons(found, ("known", card), wording, told)
    routes = _open_routes(found, card)
    if not routes:
        return _reasons(found, ("known", card), wording, told)
    sure = reliability(found.mystery.routes[route] for route in routes)
    return (
        []
        if sure >= CARRIES
        else [f"all its routes together make it no surer than {sure} of 100, and it takes {CARRIES}"]
    )


def _open_routes(found: Reach, card: str) -> list[str]:
    return [route for route in found.mystery.clues[card].routes if found.knows(route)]


def _named(mystery: Mystery, fact: Fact, wording: Wording) -> str:
    match fact:
        case ("known", id):
            return wording(mystery, c.Knows(id))
        case ("room", room):
            return wording(mystery, c.At((room,)))
        case ("place", thing, place):
            return wording(mystery, c.Has(thing) if place == PLAYER else c.In(thing, place))
        case ("state", thing, state):
            return wording(mystery, c.Is(thing, state))
        case _:
            return " ".join(fact)


def plainly(_mystery: Mystery, condition: Condition) -> str:
    """A condition as it is written in Python: for whoever has no better wording."""
    return str(condition)
