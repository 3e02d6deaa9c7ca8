"""Resources: what actions can take away or change, and a goal depends on; their values in a world, and what effects make of them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from tavern.engine.timetable import parts
from tavern.model import conditions as c
from tavern.model import effects as f
from tavern.model.conditions import Condition
from tavern.model.effects import Effect
from tavern.model.frozen import Frozen
from tavern.model.mystery import Mystery
from tavern.model.world import HERE, World
from tavern.proof.transitions.facts import Facts, Number
from tavern.proof.transitions.moves import Move, moves_of
from tavern.proof.transitions.walks import Walk, between
from tavern.reasoning.whereabouts import places_of, state_of

FOR_GOOD = "!"  # after the room somebody was sent to, never to come back by themselves
Resource = tuple[str, str]
"""("place", thing), ("state", thing or flag), ("number", id), ("known", id), ("fired", rule) or ("sent", actor)."""
Values = Frozen[Resource, str | int | bool]


def cone(facts: Facts, goals: Iterable[Move]) -> frozenset[Resource]:
    """All that the goals, and whatever moves the player or ends the story, depend on, directly or not."""
    moves = moves_of(facts.mystery)
    found: set[Resource] = set()
    asked = [*goals, *(move for move in moves if move.kind == "automatic" and any(map(is_violent, move.effects)))]
    asked += [move for move in moves if any(isinstance(effect, f.Go) for effect in move.effects)]
    while asked:
        fresh = {resource for move in asked for resource in _read(facts, move)} - found
        found |= fresh
        asked = [move for move in moves if any(resource in fresh for resource in written(move))]
    return frozenset(found)


def is_violent(effect: Effect) -> bool:
    return isinstance(effect, f.Go | f.End)


def _read(facts: Facts, move: Move) -> Iterator[Resource]:
    """The resources its condition asks about. What is known is a resource only where it sets something off."""
    for part in parts(move.condition):
        if not _is_beyond_doubt(facts, part):
            yield from _of(facts.mystery, part)
        if isinstance(part, c.Knows) and move.kind == "automatic":
            yield ("known", part.id)
    if move.rate == "once" and move.kind == "automatic":
        yield ("fired", move.rule)


def _is_beyond_doubt(facts: Facts, part: Condition) -> bool:
    """Whether it is a number that nothing can bring outside what is asked."""
    match part:
        case c.Relationship(id, least, most) | c.Counter(id, least, most):
            number = facts.numbers[id]
            below = least is not None and number.reaches(facts.span, None, least - 1)
            return not below and not (most is not None and number.reaches(facts.span, most + 1, None))
        case _:
            return False


def _of(mystery: Mystery, part: Condition) -> Iterator[Resource]:
    match part:
        case c.Is(thing, _):
            yield ("state", thing)
        case c.Has(thing) | c.In(thing, _) if thing in mystery.things:
            yield from _place(mystery, thing)
        case c.InSight(thing) if thing in mystery.things:
            yield from _place(mystery, thing)
            for inner in parts(mystery.things[thing].hidden):
                yield from _of(mystery, inner)
        case c.Counter(id, _, _) | c.Relationship(id, _, _):
            yield ("number", id)
        case c.With(actor) | c.In(actor, _) | c.Awake(actor) if actor in sent_of(mystery):
            yield ("sent", actor)
        case c.Lit():
            for room in mystery.rooms.values():
                for inner in parts(room.dark) if room.dark else ():
                    yield from _of(mystery, inner)
        case _:
            return


def _place(mystery: Mystery, thing: str) -> Iterator[Resource]:
    """Where the thing is, if it can be moved, and whether what it may be in is open."""
    if mystery.things[thing].kind == "portable":
        yield ("place", thing)
    for holder in mystery.things[thing].where:
        if holder in mystery.things:
            yield ("state", holder)


@lru_cache(maxsize=16)
def sent_of(mystery: Mystery) -> frozenset[str]:
    """Those whom something sends somewhere."""
    effects = (effect for move in moves_of(mystery) for effect in move.effects)
    return frozenset(effect.actor for effect in effects if isinstance(effect, f.Send) and effect.room != HERE)


def written(move: Move) -> Iterator[Resource]:
    for effect in move.effects:
        match effect:
            case f.SetState(thing, _):
                yield ("state", thing)
            case f.Move(thing, _):
                yield ("place", thing)
            case f.Count(id, _) | f.Relate(id, _):
                yield ("number", id)
            case f.Reveal(clue, route):
                yield from (("known", clue), ("known", route))
            case f.Teach(id):
                yield ("known", id)
            case f.Send(actor, room) if room != HERE:
                yield ("sent", actor)
            case _:
                pass
    if move.rate == "once" and move.kind == "automatic":
        yield ("fired", move.rule)


def touches(move: Move, resources: frozenset[Resource]) -> bool:
    """Whether the move changes the cell, or ends the story."""
    return any(is_violent(effect) for effect in move.effects) or not resources.isdisjoint(written(move))


def values_of(mystery: Mystery, world: World, resources: Iterable[Resource]) -> Values:
    return Frozen({resource: _value(mystery, world, resource) for resource in sorted(resources)})


def _value(mystery: Mystery, world: World, resource: Resource) -> str | int | bool:
    kind, id = resource
    match kind:
        case "place":
            return next(iter(places_of(mystery, world, id)), "nowhere")
        case "state":
            return state_of(mystery, world, id)
        case "number":
            start = mystery.counters[id].start if id in mystery.counters else 0
            return world.relationships.get(id, world.counters.get(id, start))
        case "sent":
            stay = next(iter(world.stays.get(id, ())), None)
            return "" if stay is None else stay.room + (FOR_GOOD if stay.until < 0 and not stay.rule else "")
        case "known":
            return id in world.clues | world.routes | world.met | world.drawn
        case _:
            return id in world.fired


def narrowed(facts: Facts, values: Values) -> Facts:
    """The facts of the worlds in which the resources have these values."""
    places, states, numbers, known = dict(facts.places), dict(facts.states), dict(facts.numbers), dict(facts.known)
    held, walks = set(facts.held), dict(facts.walks)
    sent, displaced = dict(facts.sent), dict(facts.displaced)
    for (kind, id), value in values.items():
        if kind == "place":
            places[id] = {str(value): facts.now}
        elif kind == "state":
            states[id] = {str(value): facts.now}
        elif kind == "number" and isinstance(value, int):
            numbers[id] = Number(facts.numbers[id].bounds, value)
        elif kind == "sent":
            displaced[id] = 0 if value == "" else facts.now
            sent[id] = {}
            walks[id] = facts.walks[id] if value == "" else _away(facts, id, str(value))
        elif kind == "known":
            known[id] = facts.now if value else 0
            held = held | {id} if value else held - {id}
    return replace(
        facts,
        places=places,
        states=states,
        numbers=numbers,
        known=known,
        held=frozenset(held),
        walks=walks,
        sent=sent,
        displaced=displaced,
    )


def _away(facts: Facts, actor: str, value: str) -> Walk:
    """Where somebody is who was sent off: there, or between there and their hours, until they are back at these."""
    room, hours = value.removesuffix(FOR_GOOD), facts.walks[actor].may.keys() & facts.mystery.rooms.keys()
    ends = {room, *hours}
    rooms = {room} if value.endswith(FOR_GOOD) else (set(between(facts.mystery, ends, ends)) - hours) | {room}
    return Walk(may=dict.fromkeys(rooms, facts.now), sure={}, awake=facts.now, asleep=0, ways={})
